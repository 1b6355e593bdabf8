import { setTimeout as sleep } from "node:timers/promises";
import { Code, ConnectError } from "@connectrpc/connect";
import { retryAfterMs } from "./errors.ts";
import { isLoss } from "./loss.ts";

/** How often in a row a transfer is tried without getting any further. */
const maxFruitlessTries = 5;

/** How {@link transfer} goes on. */
export interface TransferOptions {
  /** How long the other side may let a transfer stand still. */
  stallMs: number;
  /** Ends it. */
  signal: AbortSignal;
  /** How long to wait before the second try; half a second where it is not given. */
  firstWaitMs?: number;
  /** Is told of each wait before it begins. */
  onWait?: (error: unknown, delayMs: number) => void;
}

/** One try of a transfer. */
export interface Try {
  /** Ends the try: where the transfer is to end, or stands still. */
  signal: AbortSignal;
  /** Says how many bytes of the whole are through. */
  reached(bytes: number): void;
}

/**
 * Transfers something in as many calls as it takes: a call that breaks off, because the
 * connection does or the server is unavailable or full, is followed by another one that goes on
 * where it ended. Waits half a second before the second try and twice as long each time, or what the server
 * asks for; a try that gets further begins the counting anew.
 *
 * @param call is given up after five tries that got no further, and at once where it fails before
 * anything is through and the server did not say when to try again
 * @throws what the last call threw; a call that stands still ends with DEADLINE_EXCEEDED
 */
export async function transfer<T>(
  call: (one: Try) => Promise<T>,
  { stallMs, signal, firstWaitMs = 500, onWait }: TransferOptions,
): Promise<T> {
  let furthest = 0;
  for (let fruitless = 0; ; ) {
    const before = furthest;
    try {
      return await watched(call, stallMs, signal, (bytes) => {
        furthest = Math.max(furthest, bytes);
      });
    } catch (error) {
      fruitless = furthest > before ? 0 : fruitless + 1;
      const askedMs = retryAfterMs(error);
      const isOver = fruitless >= maxFruitlessTries || signal.aborted;
      const mayPass = askedMs !== undefined || (furthest > 0 && isLoss(error));
      if (isOver || !mayPass) throw error;
      const delayMs = Math.max(askedMs ?? 0, firstWaitMs * 2 ** Math.max(0, fruitless - 1));
      onWait?.(error, delayMs);
      const waited = await sleep(delayMs, true, { signal }).catch(() => false);
      if (!waited) throw error;
    }
  }
}

/** Makes a call that ends where nothing gets through for a time. */
async function watched<T>(
  call: (one: Try) => Promise<T>,
  stallMs: number,
  signal: AbortSignal,
  reached: (bytes: number) => void,
): Promise<T> {
  const stalled = new AbortController();
  const timer = setTimeout(() => stalled.abort(), stallMs);
  try {
    return await call({
      signal: AbortSignal.any([signal, stalled.signal]),
      reached(bytes) {
        timer.refresh();
        reached(bytes);
      },
    });
  } catch (error) {
    if (!stalled.signal.aborted) throw error;
    throw new ConnectError("the transfer stands still", Code.DeadlineExceeded);
  } finally {
    clearTimeout(timer);
  }
}
