import { durationFromMs, timestampFromMs } from "@bufbuild/protobuf/wkt";
import { afterEach, expect, test, vi } from "vitest";
import { parseDuration, parseTimeOrAge, parseTimeToCome } from "./durations.ts";

afterEach(() => void vi.useRealTimers());

test.each([
  ["0", 0],
  ["90s", 90_000],
  ["15m", 900_000],
  ["2h", 7_200_000],
  ["7d", 604_800_000],
  ["1d12h", 129_600_000],
])("%s is a time span of %d ms", (text, ms) => {
  expect(parseDuration(text)).toEqual(durationFromMs(ms));
});

test.each(["", "2", "h", "2 h", "-2h", "2w", "1.5h", "2h ago", "9999999d"])(
  "%j is no time span",
  (text) => {
    expect(() => parseDuration(text)).toThrow("such as 90s, 15m, 2h or 7d");
  },
);

test("a time is how long ago it was, or said in ISO 8601", () => {
  vi.useFakeTimers({ toFake: ["Date"], now: 1_800_000_000_000 });
  expect(parseTimeOrAge("2h")).toEqual(timestampFromMs(1_800_000_000_000 - 7_200_000));
  expect(parseTimeOrAge("2026-03-01")).toEqual(timestampFromMs(Date.parse("2026-03-01T00:00:00Z")));
  expect(() => parseTimeOrAge("yesterday")).toThrow("or how long ago, such as 15m, 2h or 7d");
});

test("a time to come is how long from now, or said in ISO 8601", () => {
  vi.useFakeTimers({ toFake: ["Date"], now: 1_800_000_000_000 });
  expect(parseTimeToCome("2h")).toEqual(timestampFromMs(1_800_000_000_000 + 7_200_000));
  expect(parseTimeToCome("2028-03-01")).toEqual(
    timestampFromMs(Date.parse("2028-03-01T00:00:00Z")),
  );
  expect(() => parseTimeToCome("tomorrow")).toThrow("or how long from now, such as 12h or 90d");
});
