import { spawn } from "node:child_process";
import { join } from "node:path";

/**
 * Runs a tool of `node_modules/.bin`. Gives nothing where it ended well, otherwise what it
 * printed, one line an item.
 */
export async function runTool(root: string, name: string, args: string[]): Promise<string[]> {
  const child = spawn(join(root, "node_modules", ".bin", name), args, {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const chunks: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => chunks.push(chunk));
  const [code, signal] = await new Promise<[number | null, string | null]>((resolve, reject) => {
    child.on("error", reject).on("close", (code, signal) => resolve([code, signal]));
  });
  if (code === 0) return [];
  const printed = Buffer.concat(chunks).toString().trim();
  return printed === "" ? [`${name} ended with ${code ?? signal}`] : printed.split("\n");
}
