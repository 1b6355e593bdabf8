import type { ConnectError } from "@connectrpc/connect";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type CarriedCall, createStalledCalls, type StalledCalls } from "./stalled-calls.ts";

const timeoutMs = 1000;
let stalled: StalledCalls;

beforeEach(() => {
  vi.useFakeTimers();
  stalled = createStalledCalls(timeoutMs);
});
afterEach(() => {
  stalled.close();
  vi.useRealTimers();
});

/** A call whose caller does what a test says. */
function carried(isOneRequest = false) {
  const state = { awaits: false, received: 0, pending: 0, taken: 0 };
  const ends: string[] = [];
  const end = (side: string) => (error: ConnectError) => ends.push(`${side}: ${error.rawMessage}`);
  const call: CarriedCall = {
    isOneRequest,
    awaitsRequest: () => state.awaits,
    received: () => state.received,
    pendingBytes: () => state.pending,
    taken: () => state.taken,
    endRequest: end("request"),
    endAnswer: end("answer"),
  };
  return { state, ends, remove: stalled.add(call) };
}

test("a call that the server works on may take as long as it needs", () => {
  const { ends } = carried();
  vi.advanceTimersByTime(100 * timeoutMs);
  expect(ends).toEqual([]);
});

test("a request of which nothing comes is ended", () => {
  const { state, ends } = carried();
  state.awaits = true;
  vi.advanceTimersByTime(timeoutMs - 1);
  expect(ends).toEqual([]);
  vi.advanceTimersByTime(timeoutMs / 2);
  expect(ends).toEqual(["request: the caller sent nothing for 1000 ms"]);
  expect(stalled.ended).toBe(1);
});

test("a request of which something comes goes on, and one that is one message not for ever", () => {
  const stream = carried();
  const message = carried(true);
  for (let ms = 0; ms < 6 * timeoutMs; ms += 500) {
    for (const { state } of [stream, message]) {
      state.awaits = true;
      state.received += 1;
    }
    vi.advanceTimersByTime(500);
  }
  expect(stream.ends).toEqual([]);
  expect(message.ends).toEqual(["request: the request did not come within 5000 ms"]);
});

test("an answer of which nothing is taken is ended, whatever is added to it", () => {
  const { state, ends } = carried();
  for (let ms = 0; ms < 2 * timeoutMs; ms += 100) {
    state.pending += 10;
    vi.advanceTimersByTime(100);
  }
  expect(ends).toEqual(["answer: the caller took nothing for 1000 ms"]);
});

test("an answer that is large has the time that a slow line needs", () => {
  const { state, ends } = carried();
  state.pending = 160 * 1024;
  vi.advanceTimersByTime(10 * timeoutMs);
  expect(ends).toEqual([]);
  vi.advanceTimersByTime(2 * timeoutMs);
  expect(ends).toHaveLength(1);
});

test("an answer of which something is taken goes on", () => {
  const { state, ends } = carried();
  state.pending = 100;
  for (let ms = 0; ms < 10 * timeoutMs; ms += 500) {
    state.taken += 1;
    vi.advanceTimersByTime(500);
  }
  expect(ends).toEqual([]);
});

test("a call that is over is looked at no more", () => {
  const { state, ends, remove } = carried();
  state.awaits = true;
  remove();
  vi.advanceTimersByTime(10 * timeoutMs);
  expect(ends).toEqual([]);
});
