import type { Logger } from "pino";

const DAY_MS = 86_400_000;
const WARN_BEFORE_MS = 14 * DAY_MS;

/** Tells the log of a certificate that expires soon. */
export interface ExpiryWarning {
  /** Warns from two weeks before the time on, once a day, and says so as an error behind it. */
  check(expiryTimeMs: number): void;
}

/** Creates what tells a log of a certificate that expires soon. */
export function createExpiryWarning(log: Logger): ExpiryWarning {
  let warned: { expiryTimeMs: number; atMs: number } | undefined;
  return {
    check(expiryTimeMs) {
      const nowMs = Date.now();
      const leftMs = expiryTimeMs - nowMs;
      if (leftMs > WARN_BEFORE_MS) return;
      if (warned?.expiryTimeMs === expiryTimeMs && nowMs < warned.atMs + DAY_MS) return;
      warned = { expiryTimeMs, atMs: nowMs };
      const line = { expires_at: new Date(expiryTimeMs) };
      if (leftMs <= 0) log.error(line, "the certificate of the listeners has expired");
      else log.warn(line, "the certificate of the listeners expires soon");
    },
  };
}
