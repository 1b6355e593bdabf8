import type { Section } from "./section.ts";

/** How many calls run at once. */
export const admission: Section = {
  benchmark: "admission",
  title: "How many calls run at once",
  asks: `What does the [limit of calls that run at once](limits.md#calls-at-once) do? Each server has another one,
and is asked for models by their uuid, by more callers than any of them lets in; then many register at
once, while others read.`,
  aims: () => [],
  means:
    () => `A limit that is too low keeps the database waiting for work, and has callers told to come again who
could have been served; one that is too high lets work in that only waits for the cores or for MLflow,
where nobody's turn is fair. The limits take turns, on one MLflow with one worker: registrations
are bounded by that.`,
};
