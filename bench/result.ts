import { z } from "zod";

const summary = z.strictObject({
  median: z.number(),
  low: z.number(),
  high: z.number(),
  least: z.number(),
  most: z.number(),
  count: z.number().int().positive(),
});

const row = z.strictObject({
  /** What sets this row apart, by the head of its column. */
  case: z.record(z.string(), z.string()),
  /** What was measured, by the head of its column, which names the unit. */
  measured: z.record(z.string(), summary),
  /** What was counted over all rounds, by the head of its column. */
  counted: z.record(z.string(), z.number().int()),
});

const table = z.strictObject({ name: z.string(), rows: z.array(row).min(1) });

/** A row of a table: one case, with all sides of the comparison. */
export type BenchRow = z.infer<typeof row>;

/** A table of a benchmark. All rows have the same columns. */
export type BenchTable = z.infer<typeof table>;

/** Reads what a benchmark came to, as it is kept in `bench/results/`. */
export const benchResult = z.strictObject({
  benchmark: z.string(),
  /** When it began. */
  startedAt: z.iso.datetime(),
  seconds: z.number().positive(),
  /** Whether it was so short that it only shows that it works. */
  quick: z.boolean(),
  /** What its length was set to: rounds, seconds, sizes. */
  settings: z.record(z.string(), z.union([z.number(), z.string()])),
  /** Version of Modelwire: the commit, and whether files were changed since. */
  commit: z.string(),
  machine: z.strictObject({
    cpu: z.string(),
    cores: z.number().int().positive(),
    memoryGib: z.number().positive(),
    os: z.string(),
    /** Processes that wanted a core in the minute before the first benchmark began. */
    loadBefore: z.number().nonnegative(),
  }),
  /** What took part, by name. */
  versions: z.record(z.string(), z.string()),
  tables: z.array(table).min(1),
});

/** What a benchmark came to. */
export type BenchResult = z.infer<typeof benchResult>;
