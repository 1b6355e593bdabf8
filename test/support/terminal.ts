import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { inject } from "vitest";
import { launcher } from "./run-cli.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

// Copies between a new terminal and the standard streams; Node cannot make a terminal itself.
const onTerminal = `import os, pty, sys
sys.exit(os.waitstatus_to_exitcode(pty.spawn(sys.argv[1:])))`;

/** What a terminal showed and how the command in it ended. */
export interface TerminalResult {
  exitCode: number | null;
  /** Standard output and error, as they came. */
  shown: string;
}

/**
 * Runs `modelwire` in a terminal of its own, against the server at `url`, and types `typed` once
 * the terminal shows what `prompt` matches.
 */
export async function runOnTerminal(
  args: readonly string[],
  url: string,
  {
    prompt,
    typed = "",
    env = {},
  }: { prompt?: RegExp; typed?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<TerminalResult> {
  const { NO_COLOR: _, FORCE_COLOR: __, ...inherited } = process.env;
  const child = spawn(inject("mlflowPython"), ["-c", onTerminal, launcher, ...args], {
    cwd: root,
    env: { ...inherited, TERM: "xterm", MODELWIRE_URL: url, ...env },
    stdio: ["pipe", "pipe", "inherit"],
  });
  let shown = "";
  let waits = prompt;
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    shown += text;
    if (!waits?.test(shown)) return;
    waits = undefined;
    child.stdin.write(typed);
  });
  // A command that does not ask may end before anything is typed.
  child.stdin.on("error", () => {});
  const [exitCode] = await once(child, "close");
  child.stdin.destroy();
  return { exitCode: exitCode as number | null, shown };
}
