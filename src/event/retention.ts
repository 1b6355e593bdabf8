import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "pino";
import { removeOldEvents } from "../store/event-retention.ts";
import type { Store } from "../store/store.ts";

const BATCH = 500;
const LONGEST_POLL_MS = 60_000;
const SHORTEST_POLL_MS = 100;

/** Removes events that are kept no longer. */
export interface RetentionWorker {
  /** Waits for what is being removed. */
  stop(): Promise<void>;
}

/**
 * Starts to remove events that are older than `retentionMs`; 0 keeps all of them for ever. An event
 * of which a delivery waits stays, and all that come after it.
 */
export function startRetention(store: Store, retentionMs: number, log: Logger): RetentionWorker {
  const stopping = new AbortController();
  const { signal } = stopping;
  // Some tenths of the time more or less do not matter.
  const pollMs = Math.min(LONGEST_POLL_MS, Math.max(SHORTEST_POLL_MS, retentionMs / 10));
  const loop = async () => {
    while (retentionMs > 0 && !signal.aborted) {
      let removed = 0;
      try {
        removed = await removeOldEvents(store, Date.now() - retentionMs, BATCH);
        if (removed > 0) log.info({ removed }, "events removed: they are kept no longer");
      } catch (error) {
        log.warn({ err: error }, "could not remove events that are kept no longer");
      }
      if (removed < BATCH) await sleep(pollMs, undefined, { signal, ref: false }).catch(() => {});
    }
  };
  const running = loop();
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
