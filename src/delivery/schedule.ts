const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

// What Standard Webhooks recommends (spec 1.0.0, "Retry schedule"), after the attempt at once.
const delaysMs = [
  5 * second,
  5 * minute,
  30 * minute,
  2 * hour,
  5 * hour,
  10 * hour,
  14 * hour,
  20 * hour,
  24 * hour,
];
// So that deliveries that failed together do not come back together.
const JITTER = 0.2;

/**
 * Tells how long to wait after a failed attempt; undefined where it was the last.
 *
 * @param attempts how many attempts were made, from 1
 * @param retryAfterMs what the endpoint asked for, which lengthens a wait and never shortens it
 */
export function nextDelayMs(
  attempts: number,
  retryAfterMs: number | undefined,
  random: () => number = Math.random,
): number | undefined {
  const delayMs = delaysMs[attempts - 1];
  if (delayMs === undefined) return undefined;
  const jittered = delayMs * (1 - JITTER + 2 * JITTER * random());
  return Math.round(Math.max(jittered, Math.min(retryAfterMs ?? 0, 24 * hour)));
}
