/**
 * Holds a sum without any rounding, as doubles that do not overlap, the smallest first: whatever
 * the order of what was added, the same sum comes of it (Shewchuk 1997, as Python's `math.fsum`).
 */
export type ExactSum = readonly number[];

/** Adds a finite number to a sum. */
export function addExactly(sum: ExactSum, value: number): ExactSum {
  const parts: number[] = [];
  let large = value;
  for (const part of sum) {
    const [more, less] = Math.abs(large) < Math.abs(part) ? [part, large] : [large, part];
    large = more + less;
    const lost = less - (large - more);
    if (lost !== 0) parts.push(lost);
  }
  // Beyond what a double holds there is nothing to be exact about.
  if (!Number.isFinite(large)) return [large];
  parts.push(large);
  return parts;
}

/** Rounds a sum to the nearest double; of two that are as near, to the even one. */
export function roundedSum(sum: ExactSum): number {
  let at = sum.length - 1;
  let total = sum[at] ?? 0;
  let lost = 0;
  while (lost === 0 && at > 0) {
    at -= 1;
    const part = sum[at] ?? 0;
    const next = total + part;
    lost = part - (next - total);
    total = next;
  }
  // Half a unit was rounded to even, but there is more of it further down.
  const rest = sum[at - 1] ?? 0;
  if ((lost > 0 && rest > 0) || (lost < 0 && rest < 0)) {
    const next = total + lost * 2;
    if (next - total === lost * 2) return next;
  }
  return total;
}
