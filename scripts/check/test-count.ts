import { existsSync, readFileSync } from "node:fs";

/** Counts what a run of the tests came to. */
export interface TestCount {
  passed: number;
  failed: number;
}

interface Report {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
}

/**
 * Counts by the JSON report of vitest. A file that failed without a failed test, as it could
 * not be loaded or its hooks failed, counts as one failed; a skipped test counts as neither. A run
 * that ended badly has at least one failure, whatever the report says: an error outside a test
 * is in no count. Without a report: none passed, one failed.
 */
export function countTests(reportPath: string, exitCode: number): TestCount {
  if (!existsSync(reportPath)) return { passed: 0, failed: 1 };
  const report = JSON.parse(readFileSync(reportPath, "utf8")) as Report;
  const brokenFiles = report.testResults.filter(({ status, assertionResults }) => {
    return status === "failed" && !assertionResults.some((test) => test.status === "failed");
  });
  const failed = report.numFailedTests + brokenFiles.length;
  const atLeast = exitCode === 0 ? 0 : 1;
  return { passed: report.numPassedTests, failed: Math.max(failed, atLeast) };
}
