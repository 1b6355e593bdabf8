import { fileURLToPath } from "node:url";
import { Code, ConnectError } from "@connectrpc/connect";
import { beforeAll, expect, test } from "vitest";
import {
  BadRequestSchema,
  ErrorInfoSchema,
  ResourceInfoSchema,
  RetryInfoSchema,
} from "#gen/google/rpc/error_details_pb.js";
import { ErrorReason } from "#gen/modelwire/registry/v1/error_reason_pb.js";
import { readApiContract } from "../scripts/docs/api/contract.ts";
import { codesOf } from "../scripts/docs/api/reason-codes.ts";
import { ModelwireError } from "../src/error.ts";
import { toConnectError } from "../src/rpc/connect-error.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const reasons = Object.values(ErrorReason)
  .filter((value): value is ErrorReason => typeof value === "number")
  .filter((value) => value !== ErrorReason.UNSPECIFIED);

/** The codes of each reason, as its comment in the contract has them. */
let documented: Map<string, string[]>;
beforeAll(async () => {
  const { reasons: described, commentOf } = await readApiContract(root);
  documented = new Map(
    described.values.map(({ number, name }) => [
      ErrorReason[number] ?? "",
      codesOf(commentOf(`${described.typeName}.${name}`)),
    ]),
  );
}, 60_000);

const running = new AbortController().signal;
const late = AbortSignal.abort(new ConnectError("late", Code.DeadlineExceeded));

/** Gives the code that a caller gets, as the contract writes it. */
function codeOf(reason: ErrorReason, signal: AbortSignal): string {
  const { code } = toConnectError(new ModelwireError(reason, "why"), () => false, signal);
  return (Code[code] ?? "").replace(/(?<=[a-z])(?=[A-Z])/g, "_").toUpperCase();
}

test("every reason comes with the code that its comment in the contract names, and no other", () => {
  const seen = reasons.map((reason) => {
    const codes = [codeOf(reason, late), codeOf(reason, running)];
    return [ErrorReason[reason], [...new Set(codes)].sort()];
  });
  const expected = reasons.map((reason) => {
    const codes = documented.get(ErrorReason[reason]) ?? [];
    return [ErrorReason[reason], [...codes].sort()];
  });
  expect(seen).toEqual(expected);
  // A code in words that are not found would make both lists empty.
  expect(seen.every(([, codes]) => codes?.length !== 0)).toBe(true);
});

test.each(reasons.map((reason) => ({ reason, name: ErrorReason[reason] })))(
  "$name is told in one ErrorInfo, with the time to try again where it may pass",
  ({ reason, name }) => {
    const thrown = new ModelwireError(reason, "why", { metadata: { key: "value" } });
    const error = toConnectError(thrown, () => false, running);
    expect(error.rawMessage).toBe("why");
    const [info, ...more] = error.findDetails(ErrorInfoSchema);
    expect(more).toEqual([]);
    expect(info).toMatchObject({ reason: name, domain: "modelwire", metadata: { key: "value" } });
    const retries = error.code === Code.Unavailable ? 1 : 0;
    expect(error.findDetails(RetryInfoSchema)).toHaveLength(retries);
    expect(error.findDetails(BadRequestSchema)).toEqual([]);
    expect(error.findDetails(ResourceInfoSchema)).toEqual([]);
  },
);
