import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { childEnvironment } from "../../src/local-mlflow/child-environment.ts";
import { ensureEnvironment } from "../../src/local-mlflow/environment.ts";

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** The folder of the Python client. */
export const pythonClient: string = at("clients/python");

/** Runs Python, and gives what it printed. */
export type RunPython = (
  args: readonly string[],
  options?: { env?: Record<string, string>; cwd?: string; input?: string },
) => Promise<string>;

/**
 * Makes sure of an environment of the Python client with the packages that are pinned in these
 * files, and gives what runs its Python. Nothing that it runs leaves anything in the repository.
 *
 * @param lockPaths from the root; installed together
 */
export async function ensurePythonClient(
  name: string,
  lockPaths: readonly string[],
): Promise<RunPython> {
  const locks = await Promise.all(lockPaths.map((path) => readFile(at(path), "utf8")));
  const { python, binDirectory } = await ensureEnvironment(
    {
      name,
      title: "what the Python client is tested with",
      packageCount: locks.join("\n").match(/^[\w.-]+==/gm)?.length ?? 0,
      installs: [lockPaths.flatMap((path) => ["-r", at(path)])],
      sha256: createHash("sha256").update(locks.join("\0")).digest("hex"),
    },
    { home: at(".modelwire"), onProgress: (line) => process.stderr.write(`${line}\n`) },
  );
  return async (args, { env, cwd = pythonClient, input = "" } = {}) => {
    const child = spawn(python, args, {
      cwd,
      env: { ...childEnvironment(binDirectory), PYTHONDONTWRITEBYTECODE: "1", ...env },
      stdio: ["pipe", "pipe", "pipe"],
    });
    const ended = new Promise<number | null>((resolve, reject) => {
      child.on("error", reject);
      child.on("close", resolve);
    });
    // Else it would outlive us, and ask servers that are gone again and again.
    const kill = () => child.kill("SIGKILL");
    process.once("exit", kill);
    child.once("exit", () => process.off("exit", kill));
    child.stdin.on("error", () => {}).end(input);
    const [output, errors, code] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      ended,
    ]);
    if (code === 0) return output;
    throw new Error(`python ${args.join(" ")} ended with ${code}:\n${output}${errors}`);
  };
}
