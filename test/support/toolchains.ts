import { spawnSync } from "node:child_process";
import { appendFileSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, test } from "vitest";

/** Where the test run finds what to say at its end. */
export const notTestedPath = fileURLToPath(
  new URL("../../test-results/not-tested.txt", import.meta.url),
);

const argumentsOf: Record<string, string[]> = { go: ["version"] };
const known = new Map<string, boolean>();

/** Tells whether a program is on the PATH. */
export function isThere(command: string): boolean {
  const before = known.get(command);
  if (before !== undefined) return before;
  const { status } = spawnSync(command, argumentsOf[command] ?? ["--version"], { stdio: "ignore" });
  known.set(command, status === 0);
  return status === 0;
}

/**
 * Groups tests that need programs which not every machine has. Where one of them is missing, the
 * group is a single test whose name says so, and the test run says it once more at its end.
 */
export function describeWith(commands: readonly string[], name: string, body: () => void): void {
  const missing = commands.filter((command) => !isThere(command));
  if (missing.length === 0) {
    describe(name, body);
    return;
  }
  const notice = `NOT TESTED, as there is no ${missing.join(" and no ")} on the PATH: ${name}`;
  test(notice, () => {
    mkdirSync(dirname(notTestedPath), { recursive: true });
    appendFileSync(notTestedPath, `${notice}\n`);
  });
}
