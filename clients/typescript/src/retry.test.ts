import { Code, ConnectError } from "@connectrpc/connect";
import { expect, test } from "vitest";
import { RetryInfoSchema } from "#gen/google/rpc/error_details_pb.js";
import { callUntilAvailable } from "./retry.ts";

const never = new AbortController().signal;

function unavailable(seconds: bigint, code = Code.Unavailable): ConnectError {
  return new ConnectError("not now", code, undefined, [
    { desc: RetryInfoSchema, value: { retryDelay: { seconds } } },
  ]);
}

/** Makes a call that fails with each of `errors` and then succeeds. */
function failing(...errors: Error[]) {
  const given: number[] = [];
  const call = async (timeoutMs: number) => {
    given.push(timeoutMs);
    const error = errors.shift();
    if (error) throw error;
    return "done";
  };
  return { call, given };
}

test("a server that is not there or full, and says when, is called again, with less time each time", async () => {
  const { call, given } = failing(unavailable(0n), unavailable(0n, Code.ResourceExhausted));
  const waits: number[] = [];
  const onWait = (_: unknown, delayMs: number) => waits.push(delayMs);
  expect(await callUntilAvailable(call, { timeoutMs: 60_000, signal: never, onWait })).toBe("done");
  expect(waits).toEqual([100, 100]);
  expect(given).toEqual([...given].sort((a, b) => b - a));
  expect(new Set(given).size).toBe(3);
});

test.each([
  new ConnectError("not now", Code.Unavailable),
  new ConnectError("too much", Code.ResourceExhausted),
  unavailable(61n, Code.ResourceExhausted),
  unavailable(0n, Code.NotFound),
])("any other failure ends it at once: %s", async (error) => {
  const { call, given } = failing(error);
  const result = callUntilAvailable(call, { timeoutMs: 3_600_000, signal: never });
  await expect(result).rejects.toBe(error);
  expect(given).toHaveLength(1);
});

test("a pause that is longer than the time left is not waited for", async () => {
  const error = unavailable(3600n);
  const { call, given } = failing(error);
  const result = callUntilAvailable(call, { timeoutMs: 1000, signal: never });
  await expect(result).rejects.toBe(error);
  expect(given).toHaveLength(1);
});

test("a stop ends the waiting with the server's error", async () => {
  const stop = new AbortController();
  const error = unavailable(30n);
  const { call, given } = failing(error);
  const onWait = () => stop.abort();
  const result = callUntilAvailable(call, { timeoutMs: 60_000, signal: stop.signal, onWait });
  await expect(result).rejects.toBe(error);
  expect(given).toHaveLength(1);
});
