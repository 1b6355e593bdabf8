import type { BenchResult } from "../../../bench/result.ts";
import { writeNumber } from "../../../bench/table.ts";
import { measured, nameOf, rowsOf } from "./results.ts";
import type { Section } from "./section.ts";

const TABLE = "A registration of files of 2 kB";

/** What Modelwire adds to MLflow's own calls. */
export const overhead: Section = {
  benchmark: "overhead",
  title: "What Modelwire adds",
  asks: `What does Modelwire add to the REST calls of MLflow that a registration cannot do without?
The same small files are registered through Modelwire (gRPC, files in the request), by the bare
calls, with what can run side by side side by side and nothing recorded, and by MLflow's Python client:
one \`log_model\` and one \`register_model\` with requirements given.`,
  aims: (result) => [
    {
      asks: "a registration takes no longer than the bare REST calls",
      bound: { atMost: 1 },
      cases: rowsOf(result, TABLE).map((row) => ({
        name: `data files: ${nameOf(row)}`,
        value: measured(row, "÷ bare REST"),
      })),
    },
  ],
  means: (result) => `${sharesOf(result)}

Beside the calls Modelwire takes the digest of every file, commits the registration to its database
before the first call and with its event after the last, each of which reaches the disk, and asks
MLflow for the sizes of the files. For that a registration that is killed at any step is completed or
cleaned up, and one that is repeated is made once.`,
};

function sharesOf(result: BenchResult): string {
  const shares = rowsOf(result, TABLE).map((row) => {
    const { median } = measured(row, "÷ bare REST");
    return `${writeNumber(Math.round(100 / median))} % (data files: ${nameOf(row)})`;
  });
  return `Of the time of a registration MLflow's own calls, made as fast as can be, are
${shares.join(", ")}.`;
}
