import { type SpawnOptions, spawn } from "node:child_process";
import { text } from "node:stream/consumers";

/**
 * Runs a program and gives what it printed to its standard output.
 *
 * @throws Error with all that it printed, where it is not there or fails
 */
export async function run(
  command: string,
  args: readonly string[],
  options: SpawnOptions = {},
): Promise<string> {
  const child = spawn(command, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
  const ended = new Promise<number | NodeJS.Signals | null>((resolve, reject) => {
    child.on("error", (cause) => reject(new Error(`${command} cannot be run`, { cause })));
    child.on("close", (code, signal) => resolve(code ?? signal));
  });
  if (!child.stdout || !child.stderr) throw new Error("no pipes");
  const [output, errors, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  if (code === 0) return output;
  throw new Error(`${command} ${args.join(" ")} ended with ${code}:\n${output}${errors}`);
}
