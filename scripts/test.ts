// Checks the repository, then runs its tests: `npm test`. With arguments, which go to vitest
// as they are (`npm test -- src/signature -t datetime`), only tests run. `--long` runs those
// of test/long instead. The exit code is that of the worst; with CI=true the last line is
// the count.
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { constants } from "node:os";
import { join } from "node:path";
import { runChecks } from "./check/run.ts";
import { countTests } from "./check/test-count.ts";

const root = join(import.meta.dirname, "..");
const reportPath = join(root, "test-results", "vitest.json");
const notTestedPath = join(root, "test-results", "not-tested.txt");
const args = process.argv.slice(2);
const long = args.includes("--long");
const passed = args.filter((arg) => arg !== "--long");
// An older report must not be taken for this run's.
for (const path of [reportPath, notTestedPath]) rmSync(path, { force: true });

const failedChecks = args.length === 0 ? await runChecks(root) : 0;
const code = await runVitest(long ? ["test/long", ...passed] : passed);
if (existsSync(notTestedPath)) process.stderr.write(`\n${readFileSync(notTestedPath, "utf8")}`);
if (process.env.CI === "true") {
  const count = countTests(reportPath, code);
  console.log(`${count.passed} passed, ${count.failed + failedChecks} failed`);
}
process.exitCode = code === 0 && failedChecks > 0 ? 1 : code;

async function runVitest(filters: string[]): Promise<number> {
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${reportPath}`];
  const vitest = join(root, "node_modules", "vitest", "vitest.mjs");
  const child = spawn(process.execPath, [vitest, "run", ...reporters, ...filters], {
    cwd: root,
    stdio: "inherit",
    env: long ? { ...process.env, MODELWIRE_TEST_LONG: "1" } : process.env,
  });
  forwardSignals(child);
  return await new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code, signal) => {
      resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal]));
    });
  });
}

function forwardSignals(child: ChildProcess): void {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    // A terminal sends SIGINT to the whole group: the child has it already, and decides.
    process.on(signal, () => signal !== "SIGINT" && child.kill(signal));
  }
}
