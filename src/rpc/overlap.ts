import type { Duration } from "@bufbuild/protobuf/wkt";
import { invalidField } from "../error.ts";

const MOST_MS = 30 * 86_400_000;

/** For how long what was rotated holds on where a request says nothing. */
export const DEFAULT_OVERLAP_MS = 86_400_000;

/** Reads for how long what was rotated holds on. @throws ModelwireError INVALID_FIELD */
export function readOverlap({ seconds, nanos }: Duration): number {
  const ms = Number(seconds) * 1000 + nanos / 1_000_000;
  if (!(ms >= 0 && ms <= MOST_MS && nanos >= 0 && nanos < 1e9)) {
    throw invalidField("overlap", "expected 0 seconds to 30 days");
  }
  return Math.round(ms);
}
