import { constants } from "node:os";
import { makeTemporaryDirectory } from "../test/support/temporary-directory.ts";

interface Stoppable {
  stop(): Promise<unknown>;
}

const started: (Stoppable | Promise<Stoppable>)[] = [];
const signalled = new AbortController();
let stopping: Promise<void> | undefined;

/** Aborts when a signal ends this process. */
export const ending: AbortSignal = signalled.signal;

/** Has {@link stopAll} stop what is started, or has begun to be, and gives it back. */
export function stoppedAtEnd<T extends Stoppable | Promise<Stoppable>>(one: T): T {
  started.push(one);
  return one;
}

/** Stops what was started, the last first, and only once: all who call it wait for the same. */
export function stopAll(): Promise<void> {
  stopping ??= stopStarted();
  return stopping;
}

/** Makes a folder that is gone afterwards. */
export async function makeBenchFolder(): Promise<string> {
  const folder = await makeTemporaryDirectory("modelwire-bench-");
  stoppedAtEnd({ stop: () => folder.remove() });
  return folder.path;
}

async function stopStarted(): Promise<void> {
  // More may be started meanwhile, by what does not know yet of a signal.
  for (let one = started.pop(); one; one = started.pop()) {
    // What could not be started has nothing to stop.
    const running = await Promise.resolve(one).catch(() => undefined);
    await running?.stop();
  }
}

// By itself a signal ends this process without a `finally`, and leaves servers and folders behind.
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    // What is under way fails as its servers are stopped.
    process.on("unhandledRejection", () => {});
    signalled.abort();
    void stopAll().finally(() => process.exit(128 + constants.signals[signal]));
  });
}
