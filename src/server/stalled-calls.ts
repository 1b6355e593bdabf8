import type { ConnectError } from "@connectrpc/connect";
import { callerTooSlow } from "./call-errors.ts";

/**
 * What a reader takes at the least, in bytes a second, once it has had the time to stall: an answer
 * that is long on its way is no sign that nobody reads.
 */
const LEAST_BYTES_PER_SECOND = 16 * 1024;
/** How much longer than to stall the request of a call that is one message may take in all. */
const WHOLE_REQUEST_FACTOR = 5;
const LONGEST_SWEEP_MS = 5000;

/** A call, as the connection that carries it sees it. */
export interface CarriedCall {
  /** Whether its request is one message, which is read before anything is done. */
  readonly isOneRequest: boolean;
  /** Whether the server waits for more of the request. */
  awaitsRequest(): boolean;
  /** Grows whenever some of the request comes. */
  received(): number;
  /** How much of the answer waits to be taken, in bytes. */
  pendingBytes(): number;
  /** Grows whenever some of the answer is taken. */
  taken(): number;
  /** Ends it because of its request, which can be answered. */
  endRequest(error: ConnectError): void;
  /** Ends it because of its answer, which nobody takes: nothing more can be said. */
  endAnswer(error: ConnectError): void;
}

/** Looks after the calls of a listener. */
export interface StalledCalls {
  /** Looks after a call until what it gives is called. */
  add(call: CarriedCall): () => void;
  /** Calls that were ended since the start. */
  readonly ended: number;
  close(): void;
}

interface Progress {
  startedAt: number;
  received: number;
  receivedAt: number;
  taken: number;
  takenAt: number;
}

/**
 * Ends calls whose callers send or take nothing for a time. A sweep now and then looks at all of
 * them, so that a call costs no timer.
 * @param onStalled told of each
 */
export function createStalledCalls(timeoutMs: number, onStalled = () => {}): StalledCalls {
  const calls = new Map<CarriedCall, Progress>();
  let ended = 0;

  function look(call: CarriedCall, progress: Progress, now: number): void {
    const received = call.received();
    const awaits = call.awaitsRequest();
    if (!awaits || received !== progress.received) {
      progress.received = received;
      progress.receivedAt = now;
    }
    const pending = call.pendingBytes();
    const taken = call.taken();
    if (pending === 0 || taken !== progress.taken) {
      progress.taken = taken;
      progress.takenAt = now;
    }
    const takingMs = timeoutMs + (pending * 1000) / LEAST_BYTES_PER_SECOND;
    const wholeMs = WHOLE_REQUEST_FACTOR * timeoutMs;
    if (now - progress.takenAt >= takingMs) {
      call.endAnswer(callerTooSlow(`the caller took nothing for ${timeoutMs} ms`));
    } else if (now - progress.receivedAt >= timeoutMs) {
      call.endRequest(callerTooSlow(`the caller sent nothing for ${timeoutMs} ms`));
    } else if (call.isOneRequest && awaits && now - progress.startedAt >= wholeMs) {
      call.endRequest(callerTooSlow(`the request did not come within ${wholeMs} ms`));
    } else return;
    ended += 1;
    onStalled();
    // What does not end is ended once more.
    calls.set(call, { ...progress, startedAt: now, receivedAt: now, takenAt: now });
  }

  const sweep = () => {
    const now = performance.now();
    for (const [call, progress] of calls) look(call, progress, now);
  };
  const timer = setInterval(sweep, Math.min(timeoutMs / 4, LONGEST_SWEEP_MS)).unref();
  return {
    add(call) {
      const now = performance.now();
      const counts = { received: call.received(), taken: call.taken() };
      calls.set(call, { ...counts, startedAt: now, receivedAt: now, takenAt: now });
      return () => void calls.delete(call);
    },
    get ended() {
      return ended;
    },
    close: () => clearInterval(timer),
  };
}
