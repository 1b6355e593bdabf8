import { checkContract } from "../contract/check.ts";
import { sentence as contractSentence } from "../contract/finding.ts";
import { checkPages } from "../docs/generated.ts";
import { checkBenchCommits } from "./bench-commits.ts";
import { checkImports } from "./imports.ts";
import { checkLockFile } from "./lock-file.ts";
import { checkSettingNames, checkSettingsTable } from "./settings.ts";
import { sentence, type Violation } from "./source.ts";
import { checkDocLinks, checkFileNames, checkSkippedTests } from "./tidiness.ts";
import { runTool } from "./tool.ts";

interface Step {
  name: string;
  /** Gives what is wrong, one line an item. */
  run: (root: string) => Promise<string[]>;
}

const steps: Step[] = [
  // Without colours, which a log would show as codes, and without hints, which fail nothing.
  step("lint and format", (root) =>
    runTool(root, "biome", ["ci", "--colors=off", "--diagnostic-level=warn", "."]),
  ),
  step("types", (root) => runTool(root, "tsc", ["-p", "tsconfig.json", "--pretty", "false"])),
  step("imports run down only", violations(checkImports)),
  step("file names", violations(checkFileNames)),
  step("no test left out", violations(checkSkippedTests)),
  step("lock file serves anywhere", violations(checkLockFile)),
  step("links of the docs", violations(checkDocLinks)),
  step("table of settings", violations(checkSettingsTable)),
  step("settings that are named", violations(checkSettingNames)),
  step("generated pages of the docs", violations(checkPages)),
  step("commits of the benchmarks", violations(checkBenchCommits)),
  step("contract", async (root) => (await checkContract(root)).findings.map(contractSentence)),
];

/**
 * Runs every check of the repository, also after one failed, and prints a line for each with
 * its time, and below it what is wrong. Gives how many failed.
 */
export async function runChecks(root: string): Promise<number> {
  let failed = 0;
  for (const { name, run } of steps) {
    const start = performance.now();
    const wrong = await run(root).catch((error: unknown) => [String(error)]);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log(`${wrong.length === 0 ? "✓" : "✗"} ${name} (${seconds} s)`);
    for (const line of wrong) console.log(`  ${line}`);
    if (wrong.length > 0) failed += 1;
  }
  return failed;
}

function step(name: string, run: Step["run"]): Step {
  return { name, run };
}

function violations(check: (root: string) => Promise<Violation[]>): Step["run"] {
  return async (root) => (await check(root)).map(sentence);
}
