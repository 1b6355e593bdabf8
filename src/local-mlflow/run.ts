import { text } from "node:stream/consumers";
import { type SupervisedCommand, startSupervised } from "./supervised-process.ts";

/**
 * Runs a command to its end and resolves with what it printed, output and errors together.
 *
 * Rejects with the last lines of it when the command fails, and with the signal's reason when
 * `signal` aborts; the command and all that it started are gone by then.
 */
export async function run(
  command: Omit<SupervisedCommand, "outputFd">,
  signal?: AbortSignal,
): Promise<string> {
  signal?.throwIfAborted();
  const running = await startSupervised(command);
  const stop = (): void => void running.stop();
  signal?.addEventListener("abort", stop, { once: true });
  try {
    const [printed, exit] = await Promise.all([
      running.output ? text(running.output) : "",
      running.exited,
    ]);
    signal?.throwIfAborted();
    if (exit.code !== 0) {
      const what = [command.command, ...command.args.slice(0, 3)].join(" ").replaceAll("\n", " ");
      const how = exit.signal ?? exit.code;
      throw new Error(`${what.slice(0, 200)} failed (${how}):\n${lastLines(printed, 20)}`);
    }
    return printed;
  } finally {
    signal?.removeEventListener("abort", stop);
  }
}

/** Returns the last `count` lines of a text. */
export function lastLines(printed: string, count: number): string {
  return printed.trimEnd().split("\n").slice(-count).join("\n");
}
