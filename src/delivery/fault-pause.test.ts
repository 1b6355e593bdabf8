import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createFaultPause } from "./fault-pause.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test("each pause is twice as long as the one before, up to half a minute", () => {
  const resume = vi.fn();
  const pause = createFaultPause(resume);
  expect(pause.isOver()).toBe(true);
  for (const [index, seconds] of [1, 2, 4, 8, 16, 30, 30].entries()) {
    pause.begin();
    // Another of those that were under way.
    pause.begin();
    vi.advanceTimersByTime(seconds * 1000 - 1);
    expect(pause.isOver()).toBe(false);
    vi.advanceTimersByTime(2);
    expect(pause.isOver()).toBe(true);
    expect(resume).toHaveBeenCalledTimes(index + 1);
  }
});

test("after an attempt without such a fault they are short again", () => {
  const pause = createFaultPause(() => {});
  for (let i = 0; i < 5; i++) {
    pause.begin();
    vi.advanceTimersByTime(60_000);
  }
  pause.forget();
  pause.begin();
  vi.advanceTimersByTime(1001);
  expect(pause.isOver()).toBe(true);
});
