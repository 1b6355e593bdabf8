import { expect, test } from "vitest";
import { failureOfAnswer, failureOfConnection } from "./failure.ts";
import { isOver } from "./multipart.ts";

const answer = (status: number, text: string) =>
  failureOfAnswer("PUT store", "idempotent", { status, text, retryAfter: undefined });

test.each([
  [403, "<Error><Code>AccessDenied</Code><Message>Request has expired</Message></Error>"],
  [400, "<Error><Code>ExpiredToken</Code></Error>"],
  [404, "<Error><Code>NoSuchUpload</Code></Error>"],
  [401, ""],
  [410, ""],
])("after %i %s the parts of a file are lost", (status, text) => {
  expect(isOver(answer(status, text))).toBe(true);
});

test.each([
  [400, "<Error><Code>RequestTimeout</Code></Error>"],
  [429, ""],
  [500, "<Error><Code>InternalError</Code></Error>"],
  [503, "<Error><Code>SlowDown</Code></Error>"],
])("after %i %s the parts of a file can be gone on with", (status, text) => {
  expect(isOver(answer(status, text))).toBe(false);
});

test("after a connection that broke, and after what is no answer, they can be gone on with", () => {
  const broken = failureOfConnection(new Error("reset"), "PUT store", "idempotent", 1);
  expect(isOver(broken)).toBe(false);
  expect(isOver(new Error("403"))).toBe(false);
});
