import { type ExecFileException, execFile } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const root = fileURLToPath(new URL("../..", import.meta.url));
const home = join(root, ".modelwire", "alert-rules");
const program = join(home, "alert-rules");
const runFile = promisify(execFile);

/** A series of an hour: what it starts with, and what each quarter of a minute adds. */
export interface RuleSeries {
  labels: Record<string, string>;
  start: number;
  step: number;
}

/** A rule, and what it finds. */
export interface RuleCase {
  alert: string;
  series: RuleSeries[];
}

/**
 * Builds what evaluates the rules with Prometheus' own engine.
 *
 * @returns false where there is no Go on this machine
 */
export async function buildEvaluator(): Promise<boolean> {
  await mkdir(home, { recursive: true });
  try {
    const env = { ...process.env, GOFLAGS: "-mod=readonly" };
    await runFile("go", ["build", "-o", program, "."], {
      cwd: join(root, "test", "alert-rules"),
      env,
    });
    return true;
  } catch (error) {
    if ((error as ExecFileException).code === "ENOENT") return false;
    throw error;
  }
}

/** Tells how many alerts each case gives. */
export async function evaluateRules(cases: readonly RuleCase[]): Promise<number[]> {
  const running = runFile(program, []);
  const rules = join(root, "deploy", "prometheus", "alerts.yml");
  running.child.stdin?.end(JSON.stringify({ rules, cases }));
  return JSON.parse((await running).stdout) as number[];
}
