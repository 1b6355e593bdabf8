import { create, toBinary } from "@bufbuild/protobuf";
import { Code, ConnectError } from "@connectrpc/connect";
import { describe, expect, test } from "vitest";
import {
  BadRequestSchema,
  ErrorInfoSchema,
  PreconditionFailureSchema,
  ResourceInfoSchema,
  RetryInfoSchema,
} from "#gen/google/rpc/error_details_pb.js";
import { ErrorReason } from "#gen/modelwire/registry/v1/error_reason_pb.js";
import { invalidFields, ModelwireError } from "../error.ts";
import { MlflowError, type MlflowFailure } from "../mlflow/error.ts";
import { toConnectError } from "./connect-error.ts";

const running = new AbortController().signal;
const convert = (error: unknown, isDatabase = false, signal = running) =>
  toConnectError(error, () => isDatabase, signal);

test("a call past its deadline says so, where its end is the reason", () => {
  const aborted = (reason: unknown) => AbortSignal.abort(reason);
  const late = aborted(new ConnectError("late", Code.DeadlineExceeded));
  const left = aborted(new ConnectError("left", Code.Canceled));
  const ended = new ModelwireError(ErrorReason.CALL_ENDED, "the call ended");
  expect(convert(ended, false, late).code).toBe(Code.DeadlineExceeded);
  expect(convert(ended, false, left).code).toBe(Code.Canceled);
  const notFound = new ModelwireError(ErrorReason.MODEL_NOT_FOUND, "none");
  expect(convert(notFound, false, late).code).toBe(Code.NotFound);
});

test("the end of a call has its reason, and an error with the same code keeps what it has", () => {
  for (const code of [Code.DeadlineExceeded, Code.Canceled]) {
    const error = new ConnectError("why", code);
    const ended = convert(error, false, AbortSignal.abort(error));
    expect(ended.findDetails(ErrorInfoSchema)).toMatchObject([{ reason: "CALL_ENDED" }]);
    expect(convert(error)).toBe(error);
  }
});

test("every wrong field is named", () => {
  const violations = [
    { field: "model_type", description: "expected one" },
    { field: "package.files[0].path", description: "expected a path" },
  ];
  const error = convert(invalidFields(violations));
  expect(error.rawMessage).toBe("model_type: expected one; package.files[0].path: expected a path");
  expect(error.findDetails(BadRequestSchema)[0]?.fieldViolations).toMatchObject(violations);
});

test("the time to try again and the thing that was not found are told", () => {
  const busy = new ModelwireError(ErrorReason.REGISTRATION_IN_PROGRESS, "busy", {
    retryAfterMs: 2500,
  });
  const [retry] = convert(busy).findDetails(RetryInfoSchema);
  expect(retry?.retryDelay).toMatchObject({ seconds: 2n, nanos: 500_000_000 });

  const resource = { type: "model_version", name: "lead_scoring/3" };
  const none = convert(new ModelwireError(ErrorReason.MODEL_NOT_FOUND, "none", { resource }));
  expect(none.findDetails(ResourceInfoSchema)).toMatchObject([
    { resourceType: "model_version", resourceName: "lead_scoring/3", description: "none" },
  ]);
});

test.each<[MlflowFailure, string, Code]>([
  ["unreachable", "MLFLOW_UNAVAILABLE", Code.Unavailable],
  ["timeout", "MLFLOW_UNAVAILABLE", Code.Unavailable],
  ["unavailable", "MLFLOW_UNAVAILABLE", Code.Unavailable],
  ["failed", "MLFLOW_UNAVAILABLE", Code.Unavailable],
  ["unexpected", "MLFLOW_UNEXPECTED_ANSWER", Code.Unavailable],
  ["credentials", "MLFLOW_CREDENTIALS", Code.FailedPrecondition],
  ["not_found", "MLFLOW_REFUSED", Code.FailedPrecondition],
  ["exists", "MLFLOW_REFUSED", Code.FailedPrecondition],
  ["refused", "MLFLOW_REFUSED", Code.FailedPrecondition],
])("MLflow's failure %s is %s", (failure, reason, code) => {
  const parts = { failure, endpoint: "GET /x", mayHaveTakenEffect: false };
  const error = convert(new MlflowError("MLflow said so", parts));
  expect([error.code, error.rawMessage]).toEqual([code, "MLflow said so"]);
  const [info] = error.findDetails(ErrorInfoSchema);
  expect(info).toMatchObject({ reason, metadata: { endpoint: "GET /x" } });
  const answered = { ...parts, status: 418, errorCode: "TEAPOT", retryAfterMs: 7000 };
  const full = convert(new MlflowError("MLflow said so", answered));
  expect(full.findDetails(ErrorInfoSchema)[0]?.metadata).toEqual({
    endpoint: "GET /x",
    status: "418",
    error_code: "TEAPOT",
  });
  expect(full.findDetails(RetryInfoSchema)[0]?.retryDelay?.seconds).toBe(7n);
});

test("what an unknown error says stays in the log", () => {
  for (const thrown of [new Error("select secret from endpoints"), "text", undefined]) {
    const error = convert(thrown);
    expect([error.code, error.rawMessage]).toEqual([
      Code.Internal,
      "Modelwire failed; its log has the cause",
    ]);
    expect(error.cause).toBe(thrown);
    expect(error.findDetails(ErrorInfoSchema)[0]?.reason).toBe("INTERNAL");
  }
  const database = convert(new Error("connect ECONNREFUSED 10.0.0.1"), true);
  expect(database.rawMessage).toBe("Modelwire's database does not answer");
  expect(database.findDetails(ErrorInfoSchema)[0]?.reason).toBe("DATABASE_UNAVAILABLE");
});

test("an error that is the caller's already stays as it is", () => {
  const error = new ConnectError("as it is", Code.Unimplemented);
  expect(convert(error)).toBe(error);
});

describe("an error that says more than trailers hold", () => {
  const violations = Array.from({ length: 1000 }, (_, i) => ({
    field: `package.files[${i}].path`,
    description: "ü".repeat(100),
  }));
  test("tells the first fields, and cuts the message off", () => {
    const error = convert(invalidFields(violations));
    const told = error.findDetails(BadRequestSchema)[0]?.fieldViolations ?? [];
    expect(told.length).toBeGreaterThan(3);
    expect(told.map(({ field }) => field)).toEqual(
      violations.slice(0, told.length).map(({ field }) => field),
    );
    expect(error.rawMessage).toMatch(/^package\.files\[0\]\.path: ü+; .*… \(cut off\)$/);
    expect(error.rawMessage).not.toContain("\ufffd");
    const details = create(BadRequestSchema, { fieldViolations: told });
    // The details have the message too, and all of them travel in base64.
    const size =
      toBinary(BadRequestSchema, details).byteLength + Buffer.byteLength(error.rawMessage);
    expect(size * (4 / 3) + encodeURIComponent(error.rawMessage).length).toBeLessThan(8000);
  });

  test("tells a field that is too long by itself, cut off", () => {
    const error = convert(invalidFields([{ field: "tags", description: "x".repeat(1_000_000) }]));
    const [told] = error.findDetails(BadRequestSchema)[0]?.fieldViolations ?? [];
    expect(told?.field).toBe("tags");
    expect(told?.description).toMatch(/^x{1200}… \(cut off\)$/);
  });

  test("tells the first things that stand in the way", () => {
    const preconditions = violations.map(({ field, description }) => ({
      subject: field,
      description,
    }));
    const error = convert(
      new ModelwireError(ErrorReason.SIGNATURE_INCOMPATIBLE, "why", { preconditions }),
    );
    const told = error.findDetails(PreconditionFailureSchema)[0]?.violations ?? [];
    expect(told.length).toBeGreaterThan(3);
    expect(told.length).toBeLessThan(10);
    const [info] = error.findDetails(ErrorInfoSchema);
    expect(info?.metadata.left_out).toBe(String(preconditions.length - told.length));
  });
});
