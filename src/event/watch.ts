import { setImmediate } from "node:timers/promises";
import type { Logger } from "pino";
import { ErrorReason } from "#gen/modelwire/registry/v1/error_reason_pb.js";
import { ModelwireError } from "../error.ts";
import { type LogState, placeEvents } from "../store/event-log.ts";
import type { Store } from "../store/store.ts";
import type { Place } from "./cursor.ts";
import { type LogPage, readLogPage } from "./log.ts";
import type { EventQuery } from "./query.ts";
import { createRecentEvents } from "./recent.ts";
import { lookAt } from "./wanted.ts";

/** Behind the notices, which can be lost. */
const POLL_MS = 5000;
/** Between two looks: a burst of commits is placed together. */
const PAUSE_MS = 20;
/** How many events a watcher holds at a time. */
const PAGE_SIZE = 100;

/** Keeps the log in order, and tells everybody who watches it of what is new. */
export interface EventHub {
  /** Places what was committed before the call, and tells how far the log goes. */
  look(): Promise<LogState>;
  /** Gives what comes after a place, as far as it was looked. @throws ModelwireError CURSOR_EXPIRED */
  page(place: Place, query: EventQuery): Promise<LogPage>;
  /**
   * Waits until there is something after a place, for so long at the most, or until `signal` is
   * aborted or the hub stopped.
   */
  waitFor(position: number, timeoutMs: number, signal: AbortSignal): Promise<void>;
  /** Says that somebody watches, until what it gives is called. */
  join(): () => void;
  /** How many watch. */
  readonly watcherCount: number;
  readonly stopped: boolean;
  /** Ends all watching. */
  stop(): Promise<void>;
}

/** Starts the hub: one for all watchers of a process, of whom those at the end cost no read each. */
export function startEventHub(store: Store, log: Logger): EventHub {
  const recent = createRecentEvents(store);
  const waiters = new Set<() => void>();
  let state: LogState | undefined;
  let watcherCount = 0;
  let stopped = false;
  let looking: Promise<LogState> | undefined;
  let again: Promise<LogState> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let lookedAt = Number.NEGATIVE_INFINITY;

  async function lookOnce(): Promise<LogState> {
    lookedAt = performance.now();
    const now = await placeEvents(store);
    await recent.extend(now, watcherCount > 0);
    const isNew = now.lastPosition > (state?.lastPosition ?? 0);
    state = now;
    if (isNew) for (const wake of [...waiters]) wake();
    return now;
  }

  function look(): Promise<LogState> {
    if (!looking) {
      looking = lookOnce().finally(() => {
        looking = undefined;
      });
      return looking;
    }
    // What runs may have begun before what the caller wants to see was committed.
    again ??= looking
      .catch(() => {})
      .then(() => {
        again = undefined;
        return look();
      });
    return again;
  }

  function ring(): void {
    if (stopped || timer) return;
    const delayMs = Math.max(0, lookedAt + PAUSE_MS - performance.now());
    timer = setTimeout(() => {
      timer = undefined;
      look().catch((error) => log.warn({ err: error }, "could not look for new events"));
    }, delayMs);
  }

  const offWake = store.onWake("events", ring);
  const poll = setInterval(ring, POLL_MS).unref();
  ring();

  return {
    look,
    async page(place, query) {
      const seen = state ?? (await look());
      if (place.position >= seen.lastPosition) return { events: [], place, atEnd: true };
      const events = recent.after(place.position);
      if (!events) return readLogPage(store, seen, place, query, PAGE_SIZE);
      const { createdFrom } = place;
      const first = events.slice(0, PAGE_SIZE);
      const looked = lookAt(query, first);
      return {
        events: looked.wanted.filter(
          ({ row }) => createdFrom === undefined || row.created_at >= createdFrom,
        ),
        place: { ...place, position: looked.last?.row.position ?? place.position },
        atEnd: looked.isAll && first.length === events.length,
      };
    },
    waitFor(position, timeoutMs, signal) {
      if (stopped || signal.aborted || (state?.lastPosition ?? 0) > position) {
        return Promise.resolve();
      }
      return new Promise((resolve) => {
        const done = () => {
          clearTimeout(timeout);
          waiters.delete(done);
          signal.removeEventListener("abort", done);
          resolve();
        };
        const timeout = setTimeout(done, timeoutMs).unref();
        waiters.add(done);
        signal.addEventListener("abort", done);
      });
    },
    join() {
      watcherCount += 1;
      return () => {
        watcherCount -= 1;
      };
    },
    get watcherCount() {
      return watcherCount;
    },
    get stopped() {
      return stopped;
    },
    async stop() {
      stopped = true;
      offWake();
      clearInterval(poll);
      clearTimeout(timer);
      for (const wake of [...waiters]) wake();
      await (again ?? looking)?.catch(() => {});
    },
  };
}

/** What a watcher is given: a place, with the event before it unless it is a checkpoint. */
export interface Watched {
  place: Place;
  event?: LogPage["events"][number];
}

/**
 * Watches the log after a place: a checkpoint first, and another whenever nothing was given for so
 * long. Reads on only when what it has read was taken.
 *
 * @throws ModelwireError CURSOR_EXPIRED, SHUTTING_DOWN
 */
export async function* watchEvents(
  hub: EventHub,
  start: { place: Place; query: EventQuery; checkpointMs: number },
  signal: AbortSignal,
): AsyncGenerator<Watched> {
  const leave = hub.join();
  try {
    let { place } = start;
    yield { place };
    let silentSince = performance.now();
    for (;;) {
      const page = await hub.page(place, start.query);
      for (const event of page.events) {
        goOn(hub, signal);
        yield { place: { ...place, position: event.row.position }, event };
        silentSince = performance.now();
      }
      place = page.place;
      // SQLite answers without a turn of the event loop: everybody else would wait for the end.
      if (!page.atEnd) await setImmediate();
      goOn(hub, signal);
      const leftMs = silentSince + start.checkpointMs - performance.now();
      if (leftMs <= 0) {
        yield { place };
        silentSince = performance.now();
      } else if (page.atEnd) {
        await hub.waitFor(place.position, leftMs, signal);
        goOn(hub, signal);
      }
    }
  } finally {
    leave();
  }
}

function goOn(hub: EventHub, signal: AbortSignal): void {
  signal.throwIfAborted();
  if (!hub.stopped) return;
  throw new ModelwireError(ErrorReason.SHUTTING_DOWN, "the server is shutting down");
}
