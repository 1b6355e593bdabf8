import { Code, ConnectError } from "@connectrpc/connect";
import { expect, test } from "vitest";
import {
  BadRequestSchema,
  ErrorInfoSchema,
  RetryInfoSchema,
} from "#gen/google/rpc/error_details_pb.js";
import { retryAfterMs } from "../../clients/typescript/src/errors.ts";
import { exitCodeOf, HintedError, invalid, renderError } from "./error.ts";

type Details = NonNullable<ConstructorParameters<typeof ConnectError>[3]>;

function refusal(message: string, code: Code, details: Details = []): ConnectError {
  return new ConnectError(message, code, undefined, details);
}

const info = (reason: string, metadata: Record<string, string> = {}) => ({
  desc: ErrorInfoSchema,
  value: { reason, domain: "modelwire", metadata },
});

test("each wrong field stands on a line of its own, then the reason", () => {
  const fieldViolations = [
    { field: "model_type", description: "must begin with a letter" },
    { field: "tags[a b]", description: "must be shorter" },
  ];
  const message = "model_type: must begin with a letter; tags[a b]: must be shorter";
  const error = refusal(message, Code.InvalidArgument, [
    info("INVALID_FIELD"),
    { desc: BadRequestSchema, value: { fieldViolations } },
  ]);
  expect(renderError(error).split("\n")).toEqual([
    "error: the request is not valid",
    "  model_type: must begin with a letter",
    "  tags[a b]: must be shorter",
    "  reason: INVALID_FIELD",
  ]);
});

test("a message that says more than the wrong fields is kept", () => {
  const fieldViolations = [{ field: "a", description: "b" }];
  const error = refusal("too much at once", Code.InvalidArgument, [
    { desc: BadRequestSchema, value: { fieldViolations } },
  ]);
  expect(renderError(error)).toBe("error: too much at once\n  a: b");
});

test("metadata and the time to try again are told", () => {
  const error = refusal("MLflow does not answer", Code.Unavailable, [
    info("MLFLOW_UNAVAILABLE", { endpoint: "GET /health" }),
    { desc: RetryInfoSchema, value: { retryDelay: { seconds: 1n, nanos: 500_000_000 } } },
  ]);
  expect(retryAfterMs(error)).toBe(1500);
  expect(renderError(error).split("\n").slice(1)).toEqual([
    "  reason: MLFLOW_UNAVAILABLE",
    "  endpoint: GET /health",
    "  try again in 2 s",
  ]);
});

test("only an unavailable or full server with a time to try again is worth a repeat", () => {
  const retryIn = (seconds: bigint) => ({
    desc: RetryInfoSchema,
    value: { retryDelay: { seconds } },
  });
  const retry = retryIn(1n);
  expect(retryAfterMs(refusal("x", Code.ResourceExhausted, [retry]))).toBe(1000);
  expect(retryAfterMs(refusal("x", Code.ResourceExhausted))).toBeUndefined();
  expect(retryAfterMs(refusal("x", Code.ResourceExhausted, [retryIn(61n)]))).toBeUndefined();
  expect(retryAfterMs(refusal("x", Code.Unavailable, [retryIn(61n)]))).toBe(61_000);
  expect(retryAfterMs(refusal("x", Code.Unavailable))).toBeUndefined();
  expect(retryAfterMs(refusal("x", Code.NotFound, [retry]))).toBeUndefined();
  expect(retryAfterMs(new Error("x"))).toBeUndefined();
});

test("control characters of a message do not reach the terminal", () => {
  const error = refusal("no model \x1b[2J", Code.NotFound);
  expect(renderError(error)).toBe("error: no model \\x1b[2J");
});

test("the lines of a message follow each other indented", () => {
  expect(renderError(new Error("first\nsecond"))).toBe("error: first\n  second");
});

test("a hint comes last and changes neither error nor exit code", () => {
  const error = new HintedError(refusal("gone", Code.NotFound), "look elsewhere");
  expect(renderError(error)).toBe("error: gone\nlook elsewhere");
  expect(exitCodeOf(error)).toBe(3);
});

test("a call that this side gave up is told in our words", () => {
  expect(renderError(refusal("the operation timed out", Code.DeadlineExceeded))).toBe(
    "error: no answer in time; --timeout <seconds> waits longer",
  );
});

test.each([
  [Code.InvalidArgument, 2],
  [Code.NotFound, 3],
  [Code.AlreadyExists, 4],
  [Code.FailedPrecondition, 4],
  [Code.Aborted, 4],
  [Code.Unavailable, 5],
  [Code.DeadlineExceeded, 5],
  [Code.Internal, 1],
  [Code.ResourceExhausted, 1],
])("status %s gives exit code %s", (code, exitCode) => {
  expect(exitCodeOf(refusal("x", code))).toBe(exitCode);
});

test("a server that is full gives exit code 5, as one that is unavailable", () => {
  const retry = { desc: RetryInfoSchema, value: { retryDelay: { seconds: 1n } } };
  expect(exitCodeOf(refusal("x", Code.ResourceExhausted, [retry]))).toBe(5);
});

test("a wrong argument gives exit code 2, and a fault of ours 1", () => {
  expect(exitCodeOf(invalid("x"))).toBe(2);
  expect(exitCodeOf(new TypeError("x"))).toBe(1);
});
