/** What values of several rounds come to. */
export interface Summary {
  /** The middle one. */
  median: number;
  /** The quartile below and the one above it: half of the values are between them. */
  low: number;
  high: number;
  /** The least and the most of them. */
  least: number;
  most: number;
  /** How many they are. */
  count: number;
}

/** Sums values up. Without any it rejects them: a benchmark that measured nothing has no result. */
export function summarize(values: readonly number[]): Summary {
  if (values.length === 0) throw new Error("nothing was measured");
  const [least = 0, low = 0, middle = 0, high = 0, most = 0] = [0, 0.25, 0.5, 0.75, 1].map((q) =>
    rounded(quantile(values, q)),
  );
  return { median: middle, low, high, least, most, count: values.length };
}

/**
 * Divides values of one side by those of the other, round by round, so that a round in which the
 * machine was slow weighs on both.
 */
export function ratios(ours: readonly number[], theirs: readonly number[]): number[] {
  if (ours.length !== theirs.length) throw new Error("a side has a round more than the other");
  return ours.map((value, round) => value / (theirs[round] ?? Number.NaN));
}

/** Gives the middle of numbers. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** Gives the value below which a share of numbers lies. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * q;
  const below = sorted[Math.floor(at)] ?? Number.NaN;
  const above = sorted[Math.ceil(at)] ?? Number.NaN;
  return below + (above - below) * (at - Math.floor(at));
}

// More digits than these are noise.
function rounded(value: number): number {
  return Number(value.toPrecision(6));
}
