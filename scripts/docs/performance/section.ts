import type { BenchResult } from "../../../bench/result.ts";
import type { Aim } from "./aims.ts";

/** What the page says of a benchmark. Numbers that were measured come from its result alone. */
export interface Section {
  /** Name of the benchmark. */
  benchmark: string;
  title: string;
  /** What the benchmark asks, and of what. */
  asks: string;
  aims(result: BenchResult): Aim[];
  /** What the tables mean. */
  means(result: BenchResult): string;
}
