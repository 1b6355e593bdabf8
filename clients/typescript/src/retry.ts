import { setTimeout as sleep } from "node:timers/promises";
import { retryAfterMs } from "./errors.ts";

/** How {@link callUntilAvailable} waits. */
export interface RetryOptions {
  /** How long to go on, all calls together. */
  timeoutMs: number;
  /** Ends the waiting. */
  signal: AbortSignal;
  /** Is told of each wait before it begins. */
  onWait?: (error: unknown, delayMs: number) => void;
}

/**
 * Repeats a call as long as the server answers that it is unavailable or full, and when to try
 * again ({@link retryAfterMs}). The call is given the time that is left. Only for calls that carry a
 * request id, that change nothing, or that change nothing more when they are repeated.
 *
 * @throws what the call throws, where that is anything else, or where the time is up before the
 * next try.
 */
export async function callUntilAvailable<T>(
  call: (timeoutMs: number) => Promise<T>,
  { timeoutMs, signal, onWait }: RetryOptions,
): Promise<T> {
  const end = performance.now() + timeoutMs;
  for (;;) {
    try {
      return await call(Math.max(1, Math.ceil(end - performance.now())));
    } catch (error) {
      const askedMs = retryAfterMs(error);
      // A server that asks for no pause must not be called in a tight loop.
      const delayMs = Math.max(100, askedMs ?? 0);
      if (askedMs === undefined || performance.now() + delayMs >= end || signal.aborted)
        throw error;
      onWait?.(error, delayMs);
      const waited = await sleep(delayMs, true, { signal }).catch(() => false);
      if (!waited) throw error;
    }
  }
}
