import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type BenchResult, type BenchRow, benchResult } from "../../../bench/result.ts";
import type { Summary } from "../../../bench/statistics.ts";

/** The folder with what the benchmarks came to, from the root. */
export const resultsFolder = "bench/results";

/** Reads what a benchmark came to. */
export async function readResult(root: string, name: string): Promise<BenchResult> {
  const file = `${resultsFolder}/${name}.json`;
  const text = await readFile(join(root, file), "utf8").catch((error: unknown) => {
    throw new Error(`${file}: run \`npm run bench -- --only ${name} --out ${resultsFolder}\``, {
      cause: error,
    });
  });
  const result = benchResult.safeParse(JSON.parse(text));
  if (!result.success) throw new Error(`${file}: ${result.error.message}`);
  if (result.data.benchmark !== name) throw new Error(`${file}: is of ${result.data.benchmark}`);
  return result.data;
}

/** Gives the rows of a table. */
export function rowsOf(result: BenchResult, table: string): BenchRow[] {
  const found = result.tables.find(({ name }) => name === table);
  if (!found) throw new Error(`${result.benchmark}: has no table "${table}"`);
  return found.rows;
}

/** Gives what was measured in a column of a row. */
export function measured(row: BenchRow, column: string): Summary {
  const found = row.measured[column];
  if (!found) throw new Error(`a row has no column "${column}": ${JSON.stringify(row.case)}`);
  return found;
}

/** Names the case of a row, and what of it is meant. */
export function nameOf(row: BenchRow, ...more: string[]): string {
  return [...Object.values(row.case), ...more].join(", ");
}
