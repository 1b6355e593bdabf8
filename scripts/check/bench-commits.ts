import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { resultsFolder } from "../docs/performance/results.ts";
import { filesBelow, lineAt, type Violation } from "./source.ts";

const runFile = promisify(execFile);

/**
 * Demands that the commit that a result of the benchmarks names is one of this history, so that what
 * was measured can be had again. Asks nothing where there is no history or only a part of it.
 */
export async function checkBenchCommits(root: string): Promise<Violation[]> {
  if (!existsSync(join(root, ".git")) || (await isShallow(root))) return [];
  const violations: Violation[] = [];
  for (const file of await filesBelow(root, resultsFolder)) {
    const text = await readFile(join(root, file), "utf8");
    const named = /"commit": "([0-9a-f]+)/.exec(text);
    if (!named?.[1] || (await isInHistory(root, named[1]))) continue;
    violations.push({
      file,
      line: lineAt(text, named.index),
      rule: `the commit ${named[1]} is not in this history`,
      mend: `run \`npm run bench -- --only ${basename(file, ".json")} --out ${resultsFolder}\`, then \`npm run docs\``,
    });
  }
  return violations;
}

async function isShallow(root: string): Promise<boolean> {
  const { stdout } = await runFile("git", ["rev-parse", "--is-shallow-repository"], { cwd: root });
  return stdout.trim() === "true";
}

async function isInHistory(root: string, commit: string): Promise<boolean> {
  try {
    // An object may be there that no other clone has, such as a commit that was amended.
    await runFile("git", ["merge-base", "--is-ancestor", commit, "HEAD"], { cwd: root });
    return true;
  } catch (error) {
    // 1: it is elsewhere; 128: there is none.
    const { code } = error as { code?: number | string };
    if (code !== 1 && code !== 128) throw error;
    return false;
  }
}
