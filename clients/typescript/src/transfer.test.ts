import { Code, ConnectError } from "@connectrpc/connect";
import { expect, test } from "vitest";
import { RetryInfoSchema } from "#gen/google/rpc/error_details_pb.js";
import { type Try, transfer } from "./transfer.ts";

const gone = () => new ConnectError("the connection broke", Code.Unavailable);

/** Runs a transfer of tries that get as far as they are given, and then fail; the last one does not. */
async function run(reached: number[], failure: () => Error = gone, stop?: AbortController) {
  const waits: number[] = [];
  let tries = 0;
  const signal = stop?.signal ?? new AbortController().signal;
  const call = async (one: Try) => {
    const bytes = reached[tries++];
    if (bytes === undefined) return "done";
    one.reached(bytes);
    throw failure();
  };
  const onWait = (_: unknown, delayMs: number) => {
    waits.push(delayMs);
    stop?.abort();
  };
  const options = { stallMs: 10_000, signal, firstWaitMs: 1, onWait };
  const outcome = await transfer(call, options).catch((error: unknown) => error);
  return { outcome, waits, tries };
}

test("a transfer that breaks off goes on, and waits longer each time it gets no further", async () => {
  const { outcome, waits } = await run([100, 100, 100, 100]);
  expect(outcome).toBe("done");
  expect(waits).toEqual([1, 1, 2, 4]);
});

test("a try that gets further begins the counting anew", async () => {
  const { outcome, waits } = await run([100, 100, 100, 200, 200, 200, 300, 300, 300]);
  expect(outcome).toBe("done");
  expect(waits).toEqual([1, 1, 2, 1, 1, 2, 1, 1, 2]);
});

test("five tries in a row that get no further are enough", async () => {
  const { outcome, tries } = await run(Array(20).fill(100));
  expect(outcome).toMatchObject({ rawMessage: "the connection broke" });
  expect(tries).toBe(6);
});

test("a server that cannot be reached at all is told at once", async () => {
  expect(await run([0])).toMatchObject({ outcome: { code: Code.Unavailable }, tries: 1 });
});

test.each([Code.Unavailable, Code.ResourceExhausted])(
  "a server that says with code %s when to try again is tried again, and not before",
  async (code) => {
    const busy = () =>
      new ConnectError("not now", code, undefined, [
        { desc: RetryInfoSchema, value: { retryDelay: { nanos: 30_000_000 } } },
      ]);
    expect(await run([0, 0], busy)).toEqual({ outcome: "done", waits: [30, 30], tries: 3 });
  },
);

test.each([Code.InvalidArgument, Code.ResourceExhausted])("failure %s ends it", async (code) => {
  const refused = () => new ConnectError("no", code);
  expect(await run([100], refused)).toMatchObject({ outcome: { rawMessage: "no" }, tries: 1 });
});

test("a stop ends the waiting with the error that it waited for", async () => {
  const { outcome, tries } = await run([100], gone, new AbortController());
  expect(outcome).toMatchObject({ rawMessage: "the connection broke" });
  expect(tries).toBe(1);
});

test("a call through which nothing gets is ended", async () => {
  const call = ({ signal }: Try) =>
    new Promise<never>((_, reject) => {
      signal.addEventListener("abort", () => reject(signal.reason));
    });
  const { signal } = new AbortController();
  await expect(transfer(call, { stallMs: 20, signal })).rejects.toMatchObject({
    code: Code.DeadlineExceeded,
  });
});
