import { expect, test } from "vitest";
import { nextDelayMs } from "./schedule.ts";

test("the waits are those of Standard Webhooks, and end after the tenth attempt", () => {
  const waits = Array.from({ length: 10 }, (_, i) => nextDelayMs(i + 1, undefined, () => 0.5));
  const [s, m, h] = [1000, 60_000, 3_600_000];
  expect(waits).toEqual([
    5 * s,
    5 * m,
    30 * m,
    2 * h,
    5 * h,
    10 * h,
    14 * h,
    20 * h,
    24 * h,
    undefined,
  ]);
});

test("a wait varies by a fifth either way", () => {
  expect(nextDelayMs(1, undefined, () => 0)).toBe(4000);
  expect(nextDelayMs(1, undefined, () => 1)).toBe(6000);
});

test("Retry-After lengthens a wait, up to a day, and never shortens it", () => {
  expect(nextDelayMs(1, 60_000)).toBe(60_000);
  expect(nextDelayMs(2, 1000, () => 0.5)).toBe(300_000);
  expect(nextDelayMs(1, 10 ** 12)).toBe(86_400_000);
});
