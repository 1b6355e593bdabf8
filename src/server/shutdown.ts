import type { ConnectError } from "@connectrpc/connect";
import { shuttingDown } from "./call-errors.ts";

/** Time for calls that were told to stop to give their answer. */
const lastWordsMs = 250;

/** How to stop a listener. */
export interface Stopping {
  /** Settles once nothing runs any more. */
  stopped: Promise<unknown>;
  /** How long calls may go on. */
  graceMs: number;
  /** Aborts the signals of the calls that still run. */
  abort: (reason: ConnectError) => void;
  /** Closes the connections that are left. */
  destroy: () => void;
}

/**
 * Waits for what runs, tells what still runs after the grace time to stop (UNAVAILABLE, so that
 * clients repeat it elsewhere), and closes what does not. Takes the grace time and a quarter of a
 * second at most.
 */
export async function stopWithin({ stopped, graceMs, abort, destroy }: Stopping): Promise<void> {
  if (await settlesWithin(stopped, graceMs)) return;
  abort(shuttingDown());
  if (await settlesWithin(stopped, lastWordsMs)) return;
  destroy();
  await stopped;
}

async function settlesWithin(promise: Promise<unknown>, timeMs: number): Promise<boolean> {
  const { promise: late, resolve } = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => resolve(false), timeMs);
  try {
    return await Promise.race([promise.then(() => true), late]);
  } finally {
    clearTimeout(timer);
  }
}
