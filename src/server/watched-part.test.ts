import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type PartState, type Watched, watchPart } from "./watched-part.ts";

let answers: (() => Promise<unknown>)[];
let changes: PartState[];
let watched: Watched;

const works = async () => {};
const fails = async () => Promise.reject(new Error("refused"));

beforeEach(() => {
  vi.useFakeTimers();
  answers = [];
  changes = [];
  watched = watchPart(
    {
      check: () => (answers.shift() ?? works)(),
      intervalMs: 1000,
      timeoutMs: 4000,
      downAfter: 3,
      upAfter: 2,
      onChange: (state) => changes.push(state),
    },
    { up: true, reason: undefined },
  );
});
afterEach(() => {
  watched.stop();
  vi.useRealTimers();
});

test("one look that fails, or two, change nothing", async () => {
  answers = [fails, works, fails, fails, works];
  await vi.advanceTimersByTimeAsync(10_000);
  expect(changes).toEqual([]);
});

test("three in a row do, with the reason, and two that work bring it back", async () => {
  answers = [fails, fails, fails, works, fails, works, works];
  await vi.advanceTimersByTimeAsync(3000);
  expect(changes).toMatchObject([{ up: false, reason: "refused" }]);
  expect(watched.state.since).toBe(Date.now());
  await vi.advanceTimersByTimeAsync(3000);
  expect(watched.state.up).toBe(false);
  await vi.advanceTimersByTimeAsync(1000);
  expect(changes).toMatchObject([{ up: false }, { up: true, reason: undefined }]);
});

test("a look that is never answered counts each time that it could have been", async () => {
  answers = [() => new Promise(() => {})];
  await vi.advanceTimersByTimeAsync(1000 + 2 * 4000);
  expect(changes).toEqual([]);
  await vi.advanceTimersByTimeAsync(4000);
  expect(changes).toMatchObject([{ up: false, reason: "no answer within 4 s" }]);
});

test("the reason is the newest", async () => {
  answers = [fails, fails, fails, async () => Promise.reject(new Error("starting up"))];
  await vi.advanceTimersByTimeAsync(4000);
  expect(watched.state).toMatchObject({ up: false, reason: "starting up" });
});

test("what is stopped tells of nothing more", async () => {
  answers = [fails, fails, fails];
  await vi.advanceTimersByTimeAsync(2500);
  watched.stop();
  await vi.advanceTimersByTimeAsync(5000);
  expect(changes).toEqual([]);
});
