import type { Section } from "./section.ts";

/** A scrape of the metrics. */
export const scrape: Section = {
  benchmark: "scrape",
  title: "A scrape of the metrics",
  asks: `What does a scrape of \`/metrics\` read from the database where much is in it, and how long
does each read take? There is nothing to compare it with.`,
  aims: () => [],
  means:
    () => `What there is of models and versions is counted in an index, which grows with them; all
else looks at one place of an index, or counts up to a bound. [A scrape](observability.md#metrics) reads once in two seconds at most, however many ask.`,
};
