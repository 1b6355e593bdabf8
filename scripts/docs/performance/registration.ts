import type { BenchResult, BenchRow } from "../../../bench/result.ts";
import { writeNumber } from "../../../bench/table.ts";
import type { Aim } from "./aims.ts";
import { measured, nameOf, rowsOf } from "./results.ts";
import type { Section } from "./section.ts";

const OVER_BEFORE_PERCENT = 5;
const SHARE_OF_BEFORE = 0.5;
const WITHOUT_SAVING = "Without `save_model`, which is MLflow's own";
const ways = ["drop-in", "typed client"];

/** Registration, before and after. */
export const registration: Section = {
  benchmark: "registration",
  title: "Registration, before and after",
  asks: `How long does a pipeline wait for the registration of a model, from the model in its memory
to the answer? **Before** is the way of the Python registry: a run with its params, MLflow's
\`log_model\` with the name of the registered model, \`register_model\` (the second version), a tag, and,
where there is a webhook, its request, which was waited for. **Drop-in** is the same call of
[the class that takes its place](python-drop-in.md); **typed client** is MLflow's \`save_model\` and one
registration by [the Python client](../clients/python/README.md), with the files in the request where
they are small and uploaded before where not. Where requirements are *inferred*, MLflow loads the
model in another process to see what it imports: that is what callers of the Python registry have
unless they name them.`,
  aims: (result) => [overBefore(result), lessThanHalf(result)],
  means: (
    result,
  ) => `**What of it is MLflow's own:** \`save_model\` runs in the pipeline's process, and
is the same work in all three. Of what a registration took before it was

${savedShares(result)}

The rest is the run, the logged model, its files and the version in MLflow, which Modelwire makes by
MLflow's REST API too ([how much it adds to that](#what-modelwire-adds)).

**Where it is slower, and why.** The files of a model pass through one process more: the client
takes the digest of each, the server checks it, and sends the file on to MLflow, while before they
went to MLflow directly and no digest was taken. Here client, Modelwire and MLflow share the cores as
well, so that what one computes the others wait for. That grows with the size of the model. What is
saved, the second version and several calls that followed one another, does not. So the smaller a
model the more is saved, and a large one whose requirements are given is where it costs most.

**With a webhook** the registration was over when the receiver had answered; now the event is
committed with the registration, and sent after the answer. What a receiver takes to answer is not
waited for any more, and neither are retries.`,
};

function overBefore(result: BenchResult): Aim {
  return {
    asks: `a registration takes no more than ${OVER_BEFORE_PERCENT} % longer than before`,
    bound: { atMost: OVER_BEFORE_PERCENT },
    percent: true,
    cases: rowsOf(result, "What a pipeline waits for").flatMap((row) =>
      ways.map((way) => ({
        name: nameOf(named(row), way),
        value: measured(row, `${way} against before, %`),
      })),
    ),
  };
}

function lessThanHalf(result: BenchResult): Aim {
  return {
    asks: "what is not `save_model` takes no more than half as long as before",
    bound: { atMost: SHARE_OF_BEFORE },
    cases: rowsOf(result, WITHOUT_SAVING).flatMap((row) =>
      ways.map((way) => ({
        name: nameOf(named(row), way),
        value: measured(row, `÷ before, ${way}`),
      })),
    ),
  };
}

function savedShares(result: BenchResult): string {
  const lines = rowsOf(result, WITHOUT_SAVING).map((row) => {
    const saved = measured(row, "save_model, ms").median;
    const rest = measured(row, "before: the rest, ms").median;
    return `- ${nameOf(named(row))}: ${writeNumber(Math.round((100 * saved) / (saved + rest)))} %`;
  });
  return lines.join("\n");
}

/** Says of each part of a case what it is, which in the tables their heads do. */
function named(row: BenchRow): BenchRow {
  const { model, requirements, webhook } = row.case;
  const told = webhook === "none" ? "no webhook" : `webhook ${webhook}`;
  const parts = { model: `${model} model`, requirements: `requirements ${requirements}` };
  return { ...row, case: { ...parts, webhook: told } };
}
