// From the commit of an event to its arrival, also beside good and bad endpoints, and how fast
// a backlog drains, against a bare undici loop to the same receiver. See README.md beside this folder.
import { mkdtemp, rm } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { newSecret } from "../../src/delivery/secret.ts";
import { standardBody } from "../../src/event/standard-body.ts";
import { deleteEndpoint } from "../../src/store/endpoints.ts";
import { openStore, type Store } from "../../src/store/store.ts";
import { startPostgres } from "../../test/support/postgres.ts";
import { median, printTable, quantile } from "../table.ts";
import { runBareLoop } from "./bare-loop.ts";
import { addEndpoint, commitBacklog } from "./events.ts";
import { clearGarbage } from "./garbage.ts";
import { measureLatencies } from "./latency.ts";
import { startNeighbours } from "./neighbours.ts";
import { startBenchReceiver } from "./receiver.ts";
import { startWorker } from "./worker.ts";

const SECONDS = Number(process.env.BENCH_SECONDS ?? 20);
const BACKLOG = Number(process.env.BENCH_EVENTS ?? 10_000);
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 3);
const AT_ONCE = 8;
const RATE_WITH_NEIGHBOURS = 50;
const rates = [50, 200];

const folder = await mkdtemp(join(tmpdir(), "modelwire-bench-"));
const postgres = await startPostgres();
const receiver = await startBenchReceiver();
const neighbours = await startNeighbours();
try {
  process.stdout.write(`Node ${process.version}; ${cpus().length} cores\n\n`);
  const latencies: string[][] = [];
  const beside: string[][] = [];
  const drains: string[][] = [];
  const engines = { SQLite: `sqlite:${join(folder, "modelwire.db")}`, PostgreSQL: postgres.url };
  for (const [engine, url] of Object.entries(engines)) {
    const store = await openStore(url);
    await addEndpoint(store, receiver.url, newSecret());
    for (const rate of rates)
      latencies.push([engine, String(rate), ...(await measureRate(store, rate))]);
    beside.push([engine, ...(await compareNeighbours(store))]);
    drains.push([engine, ...(await compareDrains(store))]);
    await store.close();
  }
  printTable(["database", "events/s", "p50 ms", "p99 ms", "most ms", "sent twice"], latencies);
  process.stdout.write("\n");
  printTable(
    ["database", "p99 ms alone", "with 5 good", "with 5 bad", "bad/alone", "bad/good", "attempts"],
    beside,
  );
  process.stdout.write("\n");
  printTable(["database", "Modelwire /s", "bare undici /s", "ratio", "sent twice"], drains);
} finally {
  await neighbours.stop();
  await receiver.stop();
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}

async function measureRate(store: Store, rate: number): Promise<string[]> {
  const { times, sentTwice } = await measureLatencies(store, receiver, rate, SECONDS);
  const cells = [0.5, 0.99, 1].map((q) => quantile(times, q).toFixed(1));
  return [...cells, String(sentTwice)];
}

/** Measures at one healthy endpoint: alone, beside other healthy ones, and beside bad ones. */
async function compareNeighbours(store: Store): Promise<string[]> {
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
  const [alone, good, bad] = [median(p99s.alone), median(p99s.good), median(p99s.bad)];
  const ratios = [bad / alone, bad / good].map((ratio) => ratio.toFixed(2));
  return [...[alone, good, bad].map((ms) => ms.toFixed(1)), ...ratios, String(attempts)];
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
async function compareDrains(store: Store): Promise<string[]> {
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
  const [own, other] = [median(ours), median(bare)];
  return [own.toFixed(0), other.toFixed(0), (own / other).toFixed(2), String(twice)];
}
