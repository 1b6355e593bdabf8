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
MLflow searches its versions for the tag \`model_uuid\`. Both have the same versions. MLflow has one
worker, and its database is SQLite in every row: the database that a row names is Modelwire's. Latency
is that of calls one after the other, throughput that of many at once.`,
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

MLflow reads a logged model itself (\`GET logged-models/m-…\`) by its key. The versions that it is
registered as are named there only in a tag, which loses some of those that are made at once: 11 of 64
were kept in a trial with MLflow 3.4.0. So versions are searched. MLflow's other search, by
\`source_path = 'models:/m-…'\`, is what Modelwire itself asks for a uuid that its index does not
know.${bySource(result)} Ratios and aims are those of the search for the tag.

A search for a tag reads all that MLflow has of that tag, and one by source all versions, so they take
longer with every version; an index is asked for one key. What limits Modelwire is the gRPC server in
one process of Node.js: the second table has beside it what a bare HTTP/2 server makes that answers
every call with the same bytes, and reads nothing. More processes on one PostgreSQL answer more
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

function bySource(result: BenchResult): string {
  const last = rowsOf(result, TABLE).at(-1);
  // Results from before it was measured too have no such columns.
  if (!last?.measured["MLflow by source, ms"]) return "";
  const ms = writeNumber(measured(last, "MLflow by source, ms").median);
  return ` Among ${last.case.versions} versions that takes ${ms} ms ("MLflow by source").`;
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
