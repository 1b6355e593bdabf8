import { setTimeout as sleep } from "node:timers/promises";
import type { Store } from "../../src/store/store.ts";
import { commitOne } from "./events.ts";
import type { BenchReceiver } from "./receiver.ts";
import { startWorker } from "./worker.ts";

/** How long events were under way. */
export interface Latencies {
  /** From the commit of each to its arrival, in milliseconds. */
  times: number[];
  /** Requests that came once more. */
  sentTwice: number;
}

/** Commits events at a rate while a worker sends them, and waits for all at the receiver. */
export async function measureLatencies(
  store: Store,
  receiver: BenchReceiver,
  rate: number,
  seconds: number,
): Promise<Latencies> {
  const stop = startWorker(store);
  const committed = new Map<string, number>();
  const count = rate * seconds;
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
  return { times, sentTwice: arrived.count - count };
}
