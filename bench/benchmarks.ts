/** A benchmark, which is a script that runs in a process of its own. */
export interface Benchmark {
  /** Names it, its script (`bench/<name>/<name>.ts`) and its result (`<name>.json`). */
  name: string;
  /** The settings that make it so short that it only shows that it works. */
  quick: Record<`BENCH_${string}`, string>;
}

/** All benchmarks, in the order in which they are run and told. */
export const benchmarks: Benchmark[] = [
  { name: "registration", quick: { BENCH_ROUNDS: "2", BENCH_MIB: "20" } },
  { name: "overhead", quick: { BENCH_ROUNDS: "3" } },
  {
    name: "read",
    quick: { BENCH_ROUNDS: "1", BENCH_SECONDS: "1", BENCH_VERSIONS: "1000,10000" },
  },
  {
    name: "webhook",
    quick: { BENCH_ROUNDS: "1", BENCH_SECONDS: "2", BENCH_EVENTS: "1000" },
  },
  {
    name: "admission",
    quick: { BENCH_ROUNDS: "1", BENCH_SECONDS: "1", BENCH_LIMITS: "8,128" },
  },
  { name: "transfer", quick: { BENCH_ROUNDS: "1", BENCH_MIB: "64" } },
  {
    name: "scrape",
    quick: { BENCH_ROUNDS: "5", BENCH_VERSIONS: "10000", BENCH_DELIVERIES: "50000" },
  },
];
