// From the commit of an event to its arrival, also beside good and bad endpoints, and how fast
// a backlog drains, against a bare undici loop to the same receiver. See ../README.md.
import { join } from "node:path";
import { newSecret } from "../../src/delivery/secret.ts";
import { standardBody } from "../../src/event/standard-body.ts";
import { deleteEndpoint } from "../../src/store/endpoints.ts";
import { openStore, type Store } from "../../src/store/store.ts";
import { startPostgres } from "../../test/support/postgres.ts";
import { makeBenchFolder, stopAll, stoppedAtEnd } from "../ending.ts";
import type { BenchRow } from "../result.ts";
import { quantile, ratios, summarize } from "../statistics.ts";
import { postgresVersion } from "../surroundings.ts";
import { tell } from "../tell.ts";
import { runBareLoop } from "./bare-loop.ts";
import { addEndpoint, commitBacklog } from "./events.ts";
import { clearGarbage } from "./garbage.ts";
import { measureLatencies } from "./latency.ts";
import { startNeighbours } from "./neighbours.ts";
import { startBenchReceiver } from "./receiver.ts";
import { startWorker } from "./worker.ts";

const SECONDS = Number(process.env.BENCH_SECONDS ?? 10);
const BACKLOG = Number(process.env.BENCH_EVENTS ?? 10_000);
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 3);
const AT_ONCE = 8;
const RATE_WITH_NEIGHBOURS = 50;
const rates = [50, 200];

const folder = await makeBenchFolder();
const postgres = await stoppedAtEnd(startPostgres());
const receiver = await stoppedAtEnd(startBenchReceiver());
const neighbours = await stoppedAtEnd(startNeighbours());
try {
  const latencies: BenchRow[] = [];
  const beside: BenchRow[] = [];
  const drains: BenchRow[] = [];
  const engines = { SQLite: `sqlite:${join(folder, "modelwire.db")}`, PostgreSQL: postgres.url };
  for (const [engine, url] of Object.entries(engines)) {
    const store = await openStore(url);
    await addEndpoint(store, receiver.url, newSecret());
    for (const rate of rates) {
      const what = { database: engine, "events a second": String(rate) };
      latencies.push({ case: what, ...(await measureRate(store, rate)) });
    }
    beside.push({ case: { database: engine }, ...(await compareNeighbours(store)) });
    drains.push({ case: { database: engine }, ...(await compareDrains(store)) });
    await store.close();
  }
  await tell({
    benchmark: "webhook",
    settings: { "seconds a round": SECONDS, "events of a backlog": BACKLOG, rounds: ROUNDS },
    versions: { PostgreSQL: await postgresVersion(postgres.url) },
    tables: [
      { name: "From the commit to the receiver", rows: latencies },
      { name: "Beside other endpoints", rows: beside },
      { name: "Draining a backlog", rows: drains },
    ],
  });
} finally {
  await stopAll();
}

async function measureRate(store: Store, rate: number): Promise<Omit<BenchRow, "case">> {
  const rounds: number[][] = [];
  let twice = 0;
  for (let round = 0; round < ROUNDS; round++) {
    await clearGarbage();
    const { times, sentTwice } = await measureLatencies(store, receiver, rate, SECONDS);
    rounds.push(times);
    twice += sentTwice;
  }
  const over = (q: number) => summarize(rounds.map((times) => quantile(times, q)));
  return {
    measured: { "p50, ms": over(0.5), "p99, ms": over(0.99), "most, ms": over(1) },
    counted: { "sent twice": twice },
  };
}

/** Measures at one healthy endpoint: alone, beside other healthy ones, and beside bad ones. */
async function compareNeighbours(store: Store): Promise<Omit<BenchRow, "case">> {
  const p99s: Record<"alone" | "good" | "bad", number[]> = { alone: [], good: [], bad: [] };
  let attempts = 0;
  const measure = async (urls: string[]) => {
    const ids: string[] = [];
    for (const url of urls) ids.push(await addEndpoint(store, url, newSecret()));
    await clearGarbage();
    const { times } = await measureLatencies(store, receiver, RATE_WITH_NEIGHBOURS, SECONDS);
    attempts = ids.length > 0 ? await countAttempts(store, ids) : 0;
    for (const id of ids) await deleteEndpoint(store.db, id);
    return quantile(times, 0.99);
  };
  for (let round = 0; round < ROUNDS; round++) {
    p99s.alone.push(await measure([]));
    p99s.good.push(await measure(neighbours.good));
    p99s.bad.push(await measure(neighbours.bad));
  }
  return {
    measured: {
      "alone: p99, ms": summarize(p99s.alone),
      "beside 5 good: p99, ms": summarize(p99s.good),
      "beside 5 bad: p99, ms": summarize(p99s.bad),
      "bad ÷ alone": summarize(ratios(p99s.bad, p99s.alone)),
      "bad ÷ good": summarize(ratios(p99s.bad, p99s.good)),
    },
    counted: { "attempts at the bad": attempts },
  };
}

async function countAttempts(store: Store, endpointIds: string[]): Promise<number> {
  const { count } = await store.db
    .selectFrom("attempts")
    .innerJoin("deliveries", "deliveries.delivery_id", "attempts.delivery_id")
    .where("deliveries.endpoint_id", "in", endpointIds)
    .select((e) => e.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return count;
}

/** Drains a backlog, and posts as much with undici alone, the sides taking turns. */
async function compareDrains(store: Store): Promise<Omit<BenchRow, "case">> {
  const ours: number[] = [];
  const bare: number[] = [];
  let twice = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const event = await commitBacklog(store, BACKLOG);
    await clearGarbage();
    const began = performance.timeOrigin + performance.now();
    const stop = startWorker(store);
    const { times, count } = await receiver.waitFor(BACKLOG);
    await stop();
    twice += count - BACKLOG;
    ours.push((BACKLOG * 1000) / (Math.max(...times.values()) - began));
    await clearGarbage();
    bare.push(await runBareLoop(receiver, standardBody(event), BACKLOG, AT_ONCE));
  }
  return {
    measured: {
      "Modelwire, /s": summarize(ours),
      "bare undici, /s": summarize(bare),
      "÷ bare undici": summarize(ratios(ours, bare)),
    },
    counted: { "sent twice": twice },
  };
}
