import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { BenchResult } from "./result.ts";
import { describeCommit, describeMachine, describeRuntime } from "./surroundings.ts";
import { markdownTable, textTable } from "./table.ts";

/** What a benchmark itself knows of its result. */
export type Measured = Pick<BenchResult, "benchmark" | "settings" | "versions" | "tables">;

/**
 * Tells what this process measured: prints its tables, and writes them as data to the file that
 * BENCH_RESULT names.
 */
export async function tell(measured: Measured): Promise<void> {
  const result: BenchResult = {
    benchmark: measured.benchmark,
    startedAt: new Date(performance.timeOrigin).toISOString(),
    seconds: Math.round(performance.now() / 1000),
    quick: process.env.BENCH_QUICK === "1",
    settings: measured.settings,
    commit: describeCommit(),
    machine: describeMachine(),
    versions: { ...describeRuntime(), ...measured.versions },
    tables: measured.tables,
  };
  process.stdout.write(`${inWords(result)}\n`);
  for (const table of result.tables) {
    process.stdout.write(`\n${table.name}\n\n${markdownTable(textTable(table))}\n`);
  }
  const file = process.env.BENCH_RESULT;
  if (file === undefined) return;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify(result, undefined, 2)}\n`);
}

function inWords({ machine, versions, settings, seconds }: BenchResult): string {
  const named = (what: Record<string, string | number>, between: string) =>
    Object.entries(what).map(([name, value]) => `${name}${between}${value}`);
  const on = [`${machine.cores} cores`, ...named(versions, " "), ...named(settings, ": ")];
  return `${on.join("; ")}; ${seconds} s\nmedians, with the quartiles in brackets`;
}
