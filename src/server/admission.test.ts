import { Code, ConnectError } from "@connectrpc/connect";
import { afterEach, describe, expect, test, vi } from "vitest";
import { ErrorInfoSchema, RetryInfoSchema } from "#gen/google/rpc/error_details_pb.js";
import { type AdmissionLimits, createAdmission } from "./admission.ts";
import type { CallKind } from "./waiting-lines.ts";

afterEach(() => void vi.useRealTimers());

const never = new AbortController().signal;
const limits = { maxConcurrentCalls: 2, maxQueuedCalls: 4, maxStreams: 4, longestWaitMs: 10_000 };

/** Lets calls in, and notes whose they are, in order. */
function admit(given: Partial<AdmissionLimits> = {}) {
  const admission = createAdmission({ ...limits, ...given });
  const entered: string[] = [];
  const refused: string[] = [];
  const ends: (() => void)[] = [];
  const call = (caller: string, signal = never, kind: CallKind = "local") =>
    admission.enterCall(caller, kind, signal).then(
      (leave) => {
        entered.push(caller);
        ends.push(leave);
      },
      (error) => {
        refused.push(caller);
        throw error;
      },
    );
  return { admission, entered, refused, ends, call };
}

async function settle(): Promise<void> {
  await new Promise(setImmediate);
}

describe("calls", () => {
  test("run up to the limit, wait up to the next, and are refused beyond it", async () => {
    const { admission, entered, call } = admit();
    for (let i = 0; i < 6; i++) void call("a");
    await settle();
    expect(entered).toHaveLength(2);
    expect(admission.counts).toMatchObject({ running: 2, waiting: 4, refusedCalls: 0 });
    const error = ConnectError.from(await call("a").catch((thrown) => thrown));
    expect(error.code).toBe(Code.ResourceExhausted);
    expect(error.findDetails(ErrorInfoSchema)[0]?.reason).toBe("SERVER_BUSY");
    expect(error.findDetails(RetryInfoSchema)[0]?.retryDelay?.seconds).toBe(1n);
    expect(admission.counts).toMatchObject({ running: 2, waiting: 4, refusedCalls: 1 });
  });

  test("of one caller wait for those of others in turn, not for all of them", async () => {
    const { entered, ends, call } = admit({ maxConcurrentCalls: 1, maxQueuedCalls: 100 });
    for (let i = 0; i < 50; i++) void call("many");
    void call("few");
    void call("few");
    void call("one");
    for (let i = 0; i < 7; i++) {
      await settle();
      ends[i]?.();
    }
    await settle();
    expect(entered).toEqual(["many", "many", "few", "one", "many", "few", "many", "many"]);
  });

  test("of one caller fill the queue only until another comes", async () => {
    const { admission, refused, call } = admit({ maxConcurrentCalls: 1 });
    void call("many");
    const waiting = Array.from({ length: 4 }, () => call("many"));
    const failures = Promise.allSettled(waiting);
    const other = call("few");
    await settle();
    expect(refused).toEqual(["many"]);
    expect(admission.counts.waiting).toBe(4);
    // They have as many as each other soon: then it is full for both.
    void call("few").catch(() => {});
    await expect(call("few")).rejects.toThrow(/queue/);
    expect(refused.toSorted()).toEqual(["few", "many", "many"]);
    void other;
    void failures;
  });

  test("that are given up leave the queue, with the reason of their signal", async () => {
    const { admission, call, entered, ends } = admit({ maxConcurrentCalls: 1 });
    void call("a");
    const controller = new AbortController();
    const given = call("b", controller.signal);
    const other = call("c");
    await settle();
    controller.abort(new Error("the deadline passed"));
    await expect(given).rejects.toThrow("the deadline passed");
    expect(admission.counts).toMatchObject({ waiting: 1, refusedCalls: 0 });
    ends[0]?.();
    await other;
    expect(entered).toEqual(["a", "c"]);
  });

  test("that wait too long are refused", async () => {
    vi.useFakeTimers();
    const { admission, call } = admit({ maxConcurrentCalls: 1 });
    await call("a");
    const late = call("b").catch((error) => error);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(ConnectError.from(await late).findDetails(ErrorInfoSchema)[0]?.reason).toBe(
      "SERVER_BUSY",
    );
    expect(admission.counts).toMatchObject({ running: 1, waiting: 0, refusedCalls: 1 });
  });

  test("leave once, however often they say so", async () => {
    const { admission, call, ends } = admit();
    await call("a");
    ends[0]?.();
    ends[0]?.();
    expect(admission.counts.running).toBe(0);
  });
});

describe("calls that others keep waiting", () => {
  const remote = { maxConcurrentCalls: 4, maxQueuedCalls: 8 };

  test("leave a quarter of the places and of the queue to those that the database answers", async () => {
    const { admission, entered, refused, call } = admit(remote);
    const calls = Array.from({ length: 10 }, () => call("a", never, "remote"));
    const failures = Promise.allSettled(calls);
    await settle();
    expect(admission.counts).toMatchObject({ running: 3, waiting: 6, refusedCalls: 1 });
    for (let i = 0; i < 3; i++) void call("b");
    await settle();
    expect(entered).toEqual(["a", "a", "a", "b"]);
    expect(admission.counts).toMatchObject({ running: 4, waiting: 8 });
    expect(refused).toEqual(["a"]);
    void failures;
  });

  test("do not have those wait that may run, whoever came first", async () => {
    const { entered, ends, call } = admit({ ...remote, maxConcurrentCalls: 2 });
    for (const caller of ["mlflow 1", "mlflow 2"]) void call(caller, never, "remote");
    for (const caller of ["read 1", "read 2"]) void call(caller);
    await settle();
    expect(entered).toEqual(["mlflow 1", "read 1"]);
    ends[1]?.();
    await settle();
    expect(entered).toEqual(["mlflow 1", "read 1", "read 2"]);
    ends[0]?.();
    await settle();
    expect(entered.at(-1)).toBe("mlflow 2");
  });

  test("have all places but their share of them where there is nobody else, and one at the least", async () => {
    const { admission, ends, call } = admit({ maxConcurrentCalls: 1 });
    for (let i = 0; i < 3; i++) void call("a", never, "remote");
    for (let i = 0; i < 3; i++) {
      await settle();
      expect(admission.counts.running).toBe(1);
      ends[i]?.();
    }
    await settle();
    expect(admission.counts).toMatchObject({ running: 0, waiting: 0 });
  });

  test("make room in their part of the queue for one of their own kind", async () => {
    const { refused, call } = admit({ maxConcurrentCalls: 1, maxQueuedCalls: 4 });
    const many = Array.from({ length: 4 }, () => call("many", never, "remote"));
    const failures = Promise.allSettled(many);
    void call("few", never, "remote");
    await settle();
    expect(refused).toEqual(["many"]);
    void failures;
  });
});

describe("streams", () => {
  test("are as many as may be, and half of them for one caller", () => {
    const admission = createAdmission(limits);
    const leave = admission.enterStream("a");
    admission.enterStream("a");
    expect(() => admission.enterStream("a")).toThrow(/for this caller/);
    admission.enterStream("b");
    admission.enterStream("c");
    expect(() => admission.enterStream("d")).toThrow(/in all/);
    leave();
    leave();
    admission.enterStream("d");
    expect(admission.counts).toMatchObject({ streams: 4, refusedStreams: 2, running: 0 });
  });
});
