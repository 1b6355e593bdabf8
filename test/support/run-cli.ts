import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { environmentWithoutSettings } from "./server-environment.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The launcher in the root of the repository. */
export const launcher = join(root, "modelwire");

/** What a command printed and how it ended. */
export interface CliResult {
  exitCode: number | null;
  stdout: string;
  stderr: string;
}

/** A command that runs. */
export interface RunningCli {
  child: ChildProcess;
  /** Waits for standard error to hold what `pattern` matches, and gives its first group. */
  told(pattern: RegExp): Promise<string>;
  /** Settles when the command has ended. */
  result: Promise<CliResult>;
}

/** Starts `modelwire` as people do in the root of the repository, against the server at `url`. */
export function startCli(
  args: readonly string[],
  url: string,
  environment: Record<string, string> = {},
): RunningCli {
  const env = { ...environmentWithoutSettings(), MODELWIRE_URL: url, ...environment };
  const child = spawn(launcher, args, { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  const result = once(child, "close").then(([exitCode]) => ({
    exitCode: exitCode as number | null,
    stdout,
    stderr,
  }));
  return {
    child,
    result,
    async told(pattern) {
      while (child.exitCode === null && child.signalCode === null) {
        const found = pattern.exec(stderr);
        if (found) return found[1] ?? found[0];
        await Promise.race([once(child.stderr, "data"), result]);
      }
      throw new Error(`the command ended and did not tell ${pattern}: ${stderr}`);
    },
  };
}

/** Runs `modelwire` to its end. */
export function runCli(
  args: readonly string[],
  url: string,
  environment?: Record<string, string>,
): Promise<CliResult> {
  return startCli(args, url, environment).result;
}
