/**
 * Reads a `Retry-After` header, seconds or a date (RFC 9110, section 10.2.3), as milliseconds from
 * now; undefined where there is none, or it is not one.
 */
export function readRetryAfter(header: string | undefined): number | undefined {
  if (header === undefined) return undefined;
  const ms = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  return Number.isFinite(ms) && ms >= 0 ? ms : undefined;
}
