// From the commit of an event to its arrival, and how fast a backlog drains, beside a bare undici
// loop to the same receiver. See README.md beside this folder.
import { mkdtemp, rm } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pino } from "pino";
import { createEgress } from "../../src/delivery/egress.ts";
import { newSecret } from "../../src/delivery/secret.ts";
import { createWebhookSender } from "../../src/delivery/sender.ts";
import { createVault } from "../../src/delivery/vault.ts";
import { startDeliveries } from "../../src/delivery/worker.ts";
import { standardBody } from "../../src/event/standard-body.ts";
import { openStore, type Store } from "../../src/store/store.ts";
import { startPostgres } from "../../test/support/postgres.ts";
import { median, printTable, quantile } from "../table.ts";
import { runBareLoop } from "./bare-loop.ts";
import { addEndpoint, commitBacklog, commitOne } from "./events.ts";
import { startBenchReceiver } from "./receiver.ts";

const SECONDS = Number(process.env.BENCH_SECONDS ?? 20);
const BACKLOG = Number(process.env.BENCH_EVENTS ?? 10_000);
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 3);
const AT_ONCE = 8;
const rates = [50, 200];

const folder = await mkdtemp(join(tmpdir(), "modelwire-bench-"));
const postgres = await startPostgres();
const receiver = await startBenchReceiver();
try {
  process.stdout.write(`Node ${process.version}; ${cpus().length} cores\n\n`);
  const latencies: string[][] = [];
  const drains: string[][] = [];
  const engines = { SQLite: `sqlite:${join(folder, "modelwire.db")}`, PostgreSQL: postgres.url };
  for (const [engine, url] of Object.entries(engines)) {
    const store = await openStore(url);
    await addEndpoint(store, receiver.url, newSecret());
    for (const rate of rates)
      latencies.push([engine, String(rate), ...(await measure(store, rate))]);
    drains.push([engine, ...(await compareDrains(store))]);
    await store.close();
  }
  printTable(["database", "events/s", "p50 ms", "p99 ms", "most ms", "sent twice"], latencies);
  process.stdout.write("\n");
  printTable(["database", "Modelwire /s", "bare undici /s", "ratio", "sent twice"], drains);
} finally {
  await receiver.stop();
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}

function startWorker(store: Store) {
  const log = pino({ level: "silent" });
  const timeoutMs = 20_000;
  const sender = createWebhookSender({
    egress: createEgress(undefined, true),
    proxy: undefined,
    timeoutMs,
  });
  const vault = createVault([]);
  const worker = startDeliveries({ store, sender, log, vault, leaseMs: 15_000, disableAfterMs: 0 });
  return async () => {
    await worker.stop(timeoutMs);
    await sender.close();
  };
}

/** Commits events at a rate, and gives how long each was under way. */
async function measure(store: Store, rate: number): Promise<string[]> {
  const stop = startWorker(store);
  const committed = new Map<string, number>();
  const count = rate * SECONDS;
  const began = performance.now();
  const commits: Promise<void>[] = [];
  for (let i = 0; i < count; i++) {
    const dueMs = began + (i * 1000) / rate;
    const waitMs = dueMs - performance.now();
    if (waitMs > 0) await sleep(waitMs);
    commits.push(
      commitOne(store, i).then((id) => {
        committed.set(id, performance.timeOrigin + performance.now());
      }),
    );
  }
  await Promise.all(commits);
  const arrived = await receiver.waitFor(count);
  await stop();
  const times = [...committed].map(([id, at]) => (arrived.times.get(id) ?? Number.NaN) - at);
  const cells = [0.5, 0.99, 1].map((q) => quantile(times, q).toFixed(1));
  return [...cells, String(arrived.count - count)];
}

/** Drains a backlog, and posts as much with undici alone, the sides taking turns. */
async function compareDrains(store: Store): Promise<string[]> {
  const ours: number[] = [];
  const bare: number[] = [];
  let twice = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const event = await commitBacklog(store, BACKLOG);
    const began = performance.timeOrigin + performance.now();
    const stop = startWorker(store);
    const { times, count } = await receiver.waitFor(BACKLOG);
    await stop();
    twice += count - BACKLOG;
    ours.push((BACKLOG * 1000) / (Math.max(...times.values()) - began));
    bare.push(await runBareLoop(receiver, standardBody(event), BACKLOG, AT_ONCE));
  }
  const [own, other] = [median(ours), median(bare)];
  return [own.toFixed(0), other.toFixed(0), (own / other).toFixed(2), String(twice)];
}
