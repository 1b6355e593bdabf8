// What the number of calls that run at once does to reads and registrations, on both databases: what
// MODELWIRE_MAX_CONCURRENT_CALLS should be. See ../README.md.
import { join } from "node:path";
import { openStore } from "../../src/store/store.ts";
import { startPostgres } from "../../test/support/postgres.ts";
import { makeBenchFolder, stopAll, stoppedAtEnd } from "../ending.ts";
import { startLoadProcess } from "../read/processes.ts";
import { seedCatalogs } from "../read/seed-catalog.ts";
import { seedMlflow } from "../read/seed-mlflow.ts";
import type { BenchRow } from "../result.ts";
import { startBenchMlflow, startBenchModelwire } from "../services.ts";
import { summarize } from "../statistics.ts";
import { postgresVersion } from "../surroundings.ts";
import { tell } from "../tell.ts";
import { registerFor } from "./register-load.ts";

const limits = (process.env.BENCH_LIMITS ?? "8,32,128,512").split(",").map(Number);
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 2);
const SECONDS = Number(process.env.BENCH_SECONDS ?? 4);
const VERSIONS = 10_000;
/** More than the largest limit: some wait at any. */
const READS_AT_ONCE = 640;
const READS_BESIDE = 64;
const REGISTRATIONS_AT_ONCE = 64;
const CONNECTIONS = 4;
/** A day: what the catalog has is what MLflow has, and is not to be asked for again meanwhile. */
const RECONCILE_INTERVAL_MS = 86_400_000;

const folder = await makeBenchFolder();
const say = (line: string) => process.stderr.write(`${line}\n`);
try {
  const postgres = await stoppedAtEnd(startPostgres());
  const load = stoppedAtEnd(startLoadProcess());
  // For the tables of its database.
  await (await startBenchMlflow(folder)).stop();
  seedMlflow(join(folder, "mlflow"), 0, VERSIONS);
  const mlflow = await startBenchMlflow(folder);
  const databases: Record<string, string> = {
    SQLite: `sqlite:${join(folder, "modelwire.db")}`,
    PostgreSQL: postgres.url,
  };
  for (const url of Object.values(databases)) {
    const store = await openStore(url);
    await seedCatalogs([store], 0, VERSIONS);
    await store.close();
  }

  const measure = async (url: string, limit: number) => {
    const modelwire = await startBenchModelwire(mlflow.url, url, {
      MODELWIRE_MAX_CONCURRENT_CALLS: String(limit),
      MODELWIRE_RECONCILE_INTERVAL_MS: String(RECONCILE_INTERVAL_MS),
    });
    const { grpcAddress: address } = modelwire;
    const read = (concurrency: number, seconds: number) =>
      load.run({
        ...{ address, concurrency, seconds, versions: VERSIONS, seed: limit, checked: true },
        connections: CONNECTIONS,
      });
    try {
      await read(READS_AT_ONCE, SECONDS / 2);
      const alone = await read(READS_AT_ONCE, SECONDS);
      const [registered, beside] = await Promise.all([
        registerFor(address, REGISTRATIONS_AT_ONCE, SECONDS),
        read(READS_BESIDE, SECONDS),
      ]);
      return {
        measured: {
          "reads, /s": alone.calls / alone.seconds,
          "reads: p99, ms": alone.p99Ms,
          "registrations, /s": registered.perSecond,
          "registrations: p99, ms": registered.p99Ms,
          "reads beside: p99, ms": beside.p99Ms,
        },
        refused: registered.refused,
      };
    } finally {
      await modelwire.stop();
    }
  };

  type Round = Awaited<ReturnType<typeof measure>>;
  const rounds = new Map<string, Round[]>();
  for (let round = 1; round <= ROUNDS; round++) {
    say(`round ${round}`);
    // Side by side in time, so that what slows one slows all.
    for (const limit of limits) {
      for (const [database, url] of Object.entries(databases)) {
        const name = `${database} ${limit}`;
        rounds.set(name, [...(rounds.get(name) ?? []), await measure(url, limit)]);
      }
    }
  }
  const rows = Object.keys(databases).flatMap((database) =>
    limits.map((limit): BenchRow => {
      const made = rounds.get(`${database} ${limit}`) ?? [];
      const columns = Object.keys(made[0]?.measured ?? {}) as (keyof Round["measured"])[];
      const of = (column: keyof Round["measured"]) =>
        summarize(made.map(({ measured }) => measured[column]));
      return {
        case: { database, "at once": String(limit) },
        measured: Object.fromEntries(columns.map((column) => [column, of(column)])),
        counted: { "told to come again": made.reduce((sum, { refused }) => sum + refused, 0) },
      };
    }),
  );
  await tell({
    benchmark: "admission",
    settings: { rounds: ROUNDS, "seconds a round": SECONDS, versions: VERSIONS },
    versions: { MLflow: mlflow.version, PostgreSQL: await postgresVersion(postgres.url) },
    tables: [{ name: "Calls at once", rows }],
  });
} finally {
  await stopAll();
}
