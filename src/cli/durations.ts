import {
  type Duration,
  durationFromMs,
  type Timestamp,
  timestampFromMs,
} from "@bufbuild/protobuf/wkt";
import { InvalidArgumentError } from "commander";
import { parseTime } from "./list-options.ts";

const unitsMs: Record<string, number> = {
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

/**
 * Parses a time span: `0`, or numbers with their units, such as `90s`, `15m`, `2h`, `1d12h`.
 *
 * @throws InvalidArgumentError for anything else.
 */
export function parseDuration(text: string): Duration {
  const ms = milliseconds(text);
  if (ms === undefined) {
    throw new InvalidArgumentError("It must be a time span such as 90s, 15m, 2h or 7d.");
  }
  return durationFromMs(ms);
}

/**
 * Parses a time: one of ISO 8601, or how long ago it was, such as `2h`.
 *
 * @throws InvalidArgumentError for anything else.
 */
export function parseTimeOrAge(text: string): Timestamp {
  const ms = milliseconds(text);
  if (ms !== undefined) return timestampFromMs(Date.now() - ms);
  try {
    return parseTime(text);
  } catch {
    throw new InvalidArgumentError(
      "It must be a time such as 2026-03-01T12:00:00Z, or how long ago, such as 15m, 2h or 7d.",
    );
  }
}

/**
 * Parses a time to come: one of ISO 8601, or how long from now, such as `90d`.
 *
 * @throws InvalidArgumentError for anything else.
 */
export function parseTimeToCome(text: string): Timestamp {
  const ms = milliseconds(text);
  if (ms !== undefined) return timestampFromMs(Date.now() + ms);
  try {
    return parseTime(text);
  } catch {
    throw new InvalidArgumentError(
      "It must be a time such as 2027-03-01T12:00:00Z, or how long from now, such as 12h or 90d.",
    );
  }
}

function milliseconds(text: string): number | undefined {
  if (text === "0") return 0;
  // No more digits than a date has years to go back.
  if (!/^(\d{1,6}[smhd])+$/.test(text)) return undefined;
  return text
    .match(/\d+[smhd]/g)
    ?.reduce((sum, part) => sum + Number.parseInt(part, 10) * (unitsMs[part.slice(-1)] ?? 0), 0);
}
