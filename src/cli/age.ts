import { type Timestamp, timestampMs } from "@bufbuild/protobuf/wkt";
import { time } from "./output.ts";

/**
 * Tells a time and how long ago it was: `2026-03-01 12:00:00Z (3 min ago)`; empty where it is
 * unset. A time ahead of this machine's clock is now.
 */
export function timeWithAge(timestamp: Timestamp | undefined, nowMs = Date.now()): string {
  if (!timestamp) return "";
  return `${time(timestamp)} (${ageText(nowMs - timestampMs(timestamp))} ago)`;
}

/** Tells a time span in the largest unit of which there are two, rounded down: `90 s`, `3 min`. */
export function ageText(ageMs: number): string {
  const seconds = Math.max(0, Math.floor(ageMs / 1000));
  if (seconds < 120) return `${seconds} s`;
  if (seconds < 2 * 3600) return `${Math.floor(seconds / 60)} min`;
  if (seconds < 2 * 86_400) return `${Math.floor(seconds / 3600)} h`;
  return `${Math.floor(seconds / 86_400)} days`;
}
