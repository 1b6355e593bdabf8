import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import { expect, test } from "vitest";
import { ageText, timeWithAge } from "./age.ts";

test.each([
  [-5000, "0 s"],
  [1999, "1 s"],
  [119_999, "119 s"],
  [120_000, "2 min"],
  [2 * 3_600_000 - 1, "119 min"],
  [2 * 3_600_000, "2 h"],
  [2 * 86_400_000 - 1, "47 h"],
  [2 * 86_400_000, "2 days"],
])("%d ms are %s", (ms, text) => {
  expect(ageText(ms)).toBe(text);
});

test("a time is told with how long ago it was, and an unset one not at all", () => {
  const noon = Date.UTC(2026, 2, 1, 12);
  const text = "2026-03-01 12:00:00Z (3 s ago)";
  expect(timeWithAge(timestampFromMs(noon), noon + 3000)).toBe(text);
  expect(timeWithAge(undefined, noon)).toBe("");
});
