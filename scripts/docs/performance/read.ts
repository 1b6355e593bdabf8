import type { BenchResult } from "../../../bench/result.ts";
import { writeNumber } from "../../../bench/table.ts";
import type { Aim } from "./aims.ts";
import { measured, nameOf, rowsOf } from "./results.ts";
import type { Section } from "./section.ts";

const TABLE = "A model by its uuid";
const AMONG = "100,000";

/** Finding a model by its uuid. */
export const read: Section = {
  benchmark: "read",
  title: "Finding a model by its uuid",
  asks: `How fast is a model found by its uuid, among few versions and many? Modelwire answers
\`GetModelByUuid\` with [local consistency](reads.md) from its index, with the whole registration;
MLflow searches its versions for the tag \`model_uuid\`. Both have the same versions. Latency is that of
calls one after the other, throughput that of many at once.`,
  aims: (result) => [
    among(
      result,
      "throughput is at least N times MLflow's",
      1000,
      "throughput: Modelwire ÷ MLflow",
    ),
    among(
      result,
      "an answer comes at least N times sooner than MLflow's",
      200,
      "latency: MLflow ÷ Modelwire",
    ),
  ],
  means: (result) => `${growth(result)}

MLflow reads all that it has of a tag for each search, so its searches take longer with every
version; an index is asked for one key. What limits Modelwire is the gRPC server in one process of
Node.js: the second table has beside it what a bare HTTP/2 server makes that answers every call with
the same bytes, and reads nothing. More processes on one PostgreSQL answer more
([scaling out](operations.md#scaling-out)). A read that must be [fully consistent](reads.md) asks MLflow
too, and is as fast as MLflow is.`,
};

function among(result: BenchResult, what: string, atLeast: number, column: string): Aim {
  return {
    asks: `among ${AMONG} versions ${what.replace("N", writeNumber(atLeast))}`,
    bound: { atLeast },
    cases: rowsOf(result, TABLE)
      .filter((row) => row.case.versions === AMONG)
      .map((row) => ({ name: nameOf(row), value: measured(row, column) })),
  };
}

function growth(result: BenchResult): string {
  const rows = rowsOf(result, TABLE);
  const [first] = rows;
  if (!first) return "";
  const ofDatabase = rows.filter((row) => row.case.database === first.case.database);
  const last = ofDatabase.at(-1) ?? first;
  const from = (column: string) =>
    [first, last].map((row) => writeNumber(measured(row, column).median)).join(" to ");
  return `From ${first.case.versions} to ${last.case.versions} versions MLflow's search goes from
${from("MLflow, ms")} ms, Modelwire's answer on ${first.case.database} from
${from("Modelwire, ms")} ms.`;
}
