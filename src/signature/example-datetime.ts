import type { TimeUnit } from "./example-dtype.ts";
import { datetimeText, parseDatetime } from "./python-datetime.ts";

/**
 * Reads ISO 8601 text, with up to nine digits of a fraction, as nanoseconds since 1970 in UTC.
 *
 * @returns undefined for what is no such text and for years outside 1 to 9999.
 */
export function parseEpochNs(text: string): bigint | undefined {
  const [, head = text, fine = "", zone = ""] =
    /^(.*:\d\d\.\d{6})(\d{1,3})(\D.*)?$/.exec(text) ?? [];
  const parsed = parseDatetime(head + zone);
  if (parsed === undefined) return undefined;
  const { hour = 0, minute = 0, second = 0, microsecond = 0 } = parsed.time ?? {};
  const date = new Date(0);
  // Not by Date.UTC, for which the year 20 is 1920.
  date.setUTCFullYear(parsed.year, parsed.month - 1, parsed.day);
  date.setUTCHours(hour, minute, second);
  return (
    BigInt(date.getTime()) * 1_000_000n + BigInt(microsecond) * 1000n + BigInt(fine.padEnd(3, "0"))
  );
}

const unitNs = new Map<TimeUnit, bigint>([
  ["us", 1000n],
  ["ms", 1_000_000n],
  ["s", 1_000_000_000n],
  ["m", 60_000_000_000n],
  ["h", 3_600_000_000_000n],
  ["D", 86_400_000_000_000n],
  ["W", 604_800_000_000_000n],
]);

/** Cuts off what a unit does not hold; weeks begin on Thursdays, as 1970 did. */
export function truncateNs(epochNs: bigint, unit: TimeUnit): bigint {
  if (unit === "Y" || unit === "M") {
    const date = new Date(Number(floorDivide(epochNs, 1_000_000n)));
    date.setUTCHours(0, 0, 0, 0);
    date.setUTCMonth(unit === "Y" ? 0 : date.getUTCMonth(), 1);
    return BigInt(date.getTime()) * 1_000_000n;
  }
  const size = unitNs.get(unit) ?? 1n;
  return floorDivide(epochNs, size) * size;
}

/** Prints as Python's `isoformat()` does: a date alone where asked for, else a datetime. */
export function epochNsText(epochNs: bigint, dateOnly: boolean): string {
  const microseconds = floorDivide(epochNs, 1000n);
  const ms = floorDivide(microseconds, 1000n);
  const date = new Date(Number(ms));
  const day = {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
  };
  if (dateOnly) return datetimeText(day, "T");
  const microsecond = date.getUTCMilliseconds() * 1000 + Number(microseconds - ms * 1000n);
  const time = {
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    microsecond,
  };
  const fine = epochNs - microseconds * 1000n;
  const text = datetimeText({ ...day, time }, "T");
  if (fine === 0n) return text;
  // pandas prints nine digits where microseconds are not enough.
  return `${microsecond === 0 ? `${text}.000000` : text}${String(fine).padStart(3, "0")}`;
}

function floorDivide(value: bigint, divisor: bigint): bigint {
  const quotient = value / divisor;
  return value < 0n && quotient * divisor !== value ? quotient - 1n : quotient;
}
