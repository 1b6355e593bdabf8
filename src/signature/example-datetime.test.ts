import { describe, expect, it } from "vitest";
import { epochNsText, parseEpochNs, truncateNs } from "./example-datetime.ts";
import type { TimeUnit } from "./example-dtype.ts";

describe("times in nanoseconds", () => {
  it.each([
    ["1970-01-01", 0n],
    ["1969-12-31T23:59:59.999999999", -1n],
    ["2024-01-02T03:04:05", 1704164645000000000n],
    ["2024-01-02T03:04:05.1234567Z", 1704164645123456700n],
    ["2024-01-02T03:04:05.123456789+02:00", 1704157445123456789n],
    ["0020-01-01", -61536067200000000000n],
  ])("reads %s", (text, expected) => {
    expect(parseEpochNs(text)).toBe(expected);
  });

  it.each(["", "NaT", "2024-13-01", "2024-01-02T03:04:05.1234567890", "0000-01-01"])(
    "does not read %j",
    (text) => {
      expect(parseEpochNs(text)).toBeUndefined();
    },
  );

  it.each<[string, TimeUnit, string]>([
    ["1969-05-06T07:08:09.123456789", "ns", "1969-05-06T07:08:09.123456789"],
    ["1969-05-06T07:08:09.123456789", "us", "1969-05-06T07:08:09.123456"],
    ["1969-05-06T07:08:09.123456789", "ms", "1969-05-06T07:08:09.123000"],
    ["1969-05-06T07:08:09.123456789", "s", "1969-05-06T07:08:09"],
    ["1969-05-06T07:08:09.123456789", "m", "1969-05-06T07:08:00"],
    ["1969-05-06T07:08:09.123456789", "h", "1969-05-06T07:00:00"],
    ["1969-05-06T07:08:09.123456789", "D", "1969-05-06T00:00:00"],
    ["1969-05-06T07:08:09.123456789", "W", "1969-05-01T00:00:00"],
    ["1969-05-31T07:08:09.123456789", "M", "1969-05-01T00:00:00"],
    ["1969-05-31T07:08:09.123456789", "Y", "1969-01-01T00:00:00"],
  ])("cuts %s to %s", (text, unit, expected) => {
    expect(epochNsText(truncateNs(parseEpochNs(text) ?? 0n, unit), false)).toBe(expected);
  });

  it("prints nanoseconds after as many zeros as microseconds need", () => {
    expect(epochNsText(1n, false)).toBe("1970-01-01T00:00:00.000000001");
    expect(epochNsText(1n, true)).toBe("1970-01-01");
  });
});
