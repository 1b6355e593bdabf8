import type { IncomingHttpHeaders } from "node:http";

/** How long a timer of Node waits at the most, 24.8 days. Told to wait longer, it does not wait. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

const unitMs: Record<string, number> = { H: 3_600_000, M: 60_000, S: 1000 };

/** Reads what is long enough to matter; undefined of what is shorter, or malformed. */
const readers: Record<string, (value: string) => number | undefined> = {
  "connect-timeout-ms": (value) => (/^\d{1,10}$/.test(value) ? Number(value) : undefined),
  "grpc-timeout": (value) => {
    const [, number, unit = ""] = /^(\d{1,8})([HMS])$/.exec(value) ?? [];
    return number === undefined ? undefined : Number(number) * (unitMs[unit] ?? 0);
  },
};

/**
 * Drops the deadline of a call where no timer can wait for it: the libraries would take it for one
 * that has passed. The client has it too, and ends the call then.
 */
export function dropLongTimeouts(headers: IncomingHttpHeaders): void {
  for (const [name, read] of Object.entries(readers)) {
    const value = headers[name];
    if (typeof value !== "string") continue;
    if ((read(value) ?? 0) > LONGEST_TIMER_MS) delete headers[name];
  }
}
