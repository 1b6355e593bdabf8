import { serverBusy } from "./call-errors.ts";
import { type CallKind, createWaitingLines } from "./waiting-lines.ts";

/** How much is let in at once. */
export interface AdmissionLimits {
  /** Calls that run at once. */
  maxConcurrentCalls: number;
  /** Calls that wait for their turn. */
  maxQueuedCalls: number;
  /** Streams that are open at once; a caller has half of them at the most. */
  maxStreams: number;
  /** How long a call waits. */
  longestWaitMs?: number;
  /** Told how long a call waited, whether or not its turn came. */
  onWaited?: (waitedMs: number) => void;
}

/** What was let in and what was not; telemetry reads it. */
export interface AdmissionCounts {
  /** Calls that run now. */
  readonly running: number;
  /** Calls that wait now. */
  readonly waiting: number;
  /** Streams that are open now. */
  readonly streams: number;
  /** Calls that were refused since the start, because the queue was full or the wait too long. */
  readonly refusedCalls: number;
  /** Streams that were refused since the start. */
  readonly refusedStreams: number;
}

/** Lets calls in, as many at once as the process can do with. */
export interface Admission {
  readonly counts: AdmissionCounts;
  /**
   * Waits for the call's turn. What it gives is to be called at the call's end.
   *
   * @param caller whose turn it is: each has the next in turn, however many calls it has
   * @param kind whether it may have to wait for others than the database: such calls leave a
   *   quarter of the places, and of the queue, to those that do not
   * @param signal ends the wait: the caller went away, or its deadline passed
   * @throws ConnectError SERVER_BUSY; the signal's reason
   */
  enterCall(caller: string, kind: CallKind, signal: AbortSignal): Promise<() => void>;
  /**
   * Lets a stream in, or not. What it gives is to be called at the stream's end.
   * @throws ConnectError SERVER_BUSY
   */
  enterStream(caller: string): () => void;
}

const LONGEST_WAIT_MS = 10_000;
/** How much of the places, and of the queue, calls may have that can hang on somebody else. */
const REMOTE_SHARE = 3 / 4;

/** Creates what lets calls in. */
export function createAdmission(limits: AdmissionLimits): Admission {
  const { maxConcurrentCalls, maxQueuedCalls, maxStreams } = limits;
  const { longestWaitMs = LONGEST_WAIT_MS, onWaited = () => {} } = limits;
  const most: Record<CallKind, number> = {
    local: maxConcurrentCalls,
    remote: Math.max(1, Math.floor(REMOTE_SHARE * maxConcurrentCalls)),
  };
  const streamsEach = Math.max(1, Math.ceil(maxStreams / 2));
  const lines = createWaitingLines({
    local: maxQueuedCalls,
    remote: Math.ceil(REMOTE_SHARE * maxQueuedCalls),
  });
  const running: Record<CallKind, number> = { local: 0, remote: 0 };
  const streamsOf = new Map<string, number>();
  const counts = { running: 0, waiting: 0, streams: 0, refusedCalls: 0, refusedStreams: 0 };

  const hasPlace = (kind: CallKind) =>
    counts.running < maxConcurrentCalls && running[kind] < most[kind];

  function take(kind: CallKind): () => void {
    counts.running += 1;
    running[kind] += 1;
    return once(() => {
      counts.running -= 1;
      running[kind] -= 1;
      lines.takeNext(hasPlace)?.enter();
      counts.waiting = lines.length;
    });
  }

  function busy(what: string): Error {
    counts.refusedCalls += 1;
    return serverBusy(`the server has as much to do as it takes at once: ${what}`);
  }

  function waitForTurn(caller: string, kind: CallKind, signal: AbortSignal): Promise<() => void> {
    return new Promise((resolve, reject) => {
      const startMs = performance.now();
      const end = () => {
        onWaited(performance.now() - startMs);
        clearTimeout(timer);
        signal.removeEventListener("abort", abort);
      };
      const waiter = {
        enter() {
          end();
          resolve(take(kind));
        },
        refuse(error: unknown) {
          leaveLine();
          counts.waiting = lines.length;
          end();
          reject(error);
        },
      };
      const abort = () => waiter.refuse(signal.reason);
      const timer = setTimeout(
        () => waiter.refuse(busy(`the call waited ${longestWaitMs / 1000} s`)),
        longestWaitMs,
      );
      signal.addEventListener("abort", abort);
      const leaveLine = lines.join(caller, kind, waiter);
      counts.waiting = lines.length;
    });
  }

  return {
    counts,
    async enterCall(caller, kind, signal) {
      signal.throwIfAborted();
      if (hasPlace(kind)) return take(kind);
      if (lines.isFull(kind)) {
        const last = lines.lastOfLongest(caller, kind);
        if (!last) throw busy("the queue of calls is full");
        last.refuse(busy("the queue of calls is full"));
      }
      return waitForTurn(caller, kind, signal);
    },
    enterStream(caller) {
      const own = streamsOf.get(caller) ?? 0;
      if (counts.streams >= maxStreams || own >= streamsEach) {
        counts.refusedStreams += 1;
        const whose = counts.streams >= maxStreams ? "in all" : "for this caller";
        throw serverBusy(`the server has as many streams open as it takes ${whose}`);
      }
      counts.streams += 1;
      streamsOf.set(caller, own + 1);
      return once(() => {
        counts.streams -= 1;
        const left = (streamsOf.get(caller) ?? 1) - 1;
        if (left > 0) streamsOf.set(caller, left);
        else streamsOf.delete(caller);
      });
    },
  };
}

function once(act: () => void): () => void {
  let done = false;
  return () => {
    if (done) return;
    done = true;
    act();
  };
}
