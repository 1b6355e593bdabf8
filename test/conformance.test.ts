import { beforeAll, describe, expect, test } from "vitest";
import {
  buildSuite,
  type ListenerName,
  runSuite,
  type Verdict,
} from "./support/conformance-suite.ts";

/** The time to fetch and build the runner, on a machine that has nothing of it yet. */
const BUILD_MS = 900_000;
const RUN_MS = 300_000;

// The one detail is an ErrorInfo. Connect writes it as JSON too, and the runner, which does not know
// it, complains of that in what it saw on the wire, of the count in what its client made of it.
const onWire = '.*"google\\.rpc\\.ErrorInfo" could not be resolved.*';
const inClient = "actual error contain 1 details; expecting 0";
const oneDetail = new RegExp(`^(${onWire}|${inClient}|${onWire}\\s+; ${inClient})$`);

// How many cases the suite has for what a listener speaks, and why those fail that are listed: so
// that neither a suite that runs nothing nor a case that fails for another reason goes unnoticed.
const listeners: {
  name: ListenerName;
  cases: { plain: number; tls: number };
  reasons: Record<string, RegExp>;
}[] = [
  {
    name: "grpc",
    cases: { plain: 462, tls: 107 },
    reasons: {
      "Server Message Size": oneDetail,
      Timeouts: oneDetail,
      "gRPC Unexpected Requests":
        /^(expecting an error but received none|.*parse binary: premature EOF".* expected code 12 |actual error contain 1 details; expecting 0$)/,
    },
  },
  {
    name: "http",
    cases: { plain: 890, tls: 322 },
    reasons: {
      "Server Message Size": oneDetail,
      "Connect Unexpected Requests": oneDetail,
      "gRPC-Web Unexpected Requests": oneDetail,
      Timeouts: oneDetail,
    },
  },
];

let isBuilt = false;
beforeAll(async () => {
  isBuilt = await buildSuite();
  if (isBuilt) return;
  process.stderr.write(
    "WARNING: there is no Go on the PATH, so the Connect conformance suite was NOT run: neither " +
      "listener was tested against it\n",
  );
}, BUILD_MS);

const runs = listeners.flatMap(({ cases, ...listener }) => [
  { ...listener, cases: cases.plain, withTls: false, how: "in plain text" },
  { ...listener, cases: cases.tls, withTls: true, how: "over TLS" },
]);

describe.for(runs)("the $name listener $how", ({ name, withTls, cases, reasons }) => {
  let verdict: Verdict | undefined;
  beforeAll(async () => {
    if (isBuilt) verdict = await runSuite(name, withTls);
  }, RUN_MS);

  test("does in every case of Connect's conformance suite as it should, but for those listed", () => {
    if (verdict === undefined) return;
    expect(verdict.complaints).toEqual([]);
    expect(verdict.passed, verdict.output).toBe(true);
    expect(verdict.cases).toBe(cases);
    expect(verdict.passedCases + verdict.expectedFailures.size).toBe(cases);
  });

  test("fails in those listed for the reason that is told", () => {
    for (const [testCase, why] of verdict?.expectedFailures ?? []) {
      expect(why, testCase).toMatch(reasons[testCase.split("/")[0] ?? ""] ?? /^never$/);
    }
  });
});
