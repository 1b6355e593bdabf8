/** Rounds a number to the nearest that a float of so many bits holds: infinite where too large. */
export function roundFloat(value: number, bits: number): number {
  if (bits === 16) return roundHalf(value);
  return bits === 32 ? Math.fround(value) : value;
}

function roundHalf(value: number): number {
  const size = Math.abs(value);
  if (!(size > 0) || size === Number.POSITIVE_INFINITY) return value;
  // 65504 is the largest; from halfway to the next step on, numpy gives infinity.
  if (size >= 65520) return Math.sign(value) * Number.POSITIVE_INFINITY;
  const step = 2 ** (Math.max(Math.floor(Math.log2(size)), -14) - 10);
  const steps = Math.floor(size / step);
  const rest = size / step - steps;
  const up = rest > 0.5 || (rest === 0.5 && steps % 2 === 1);
  return Math.sign(value) * (up ? steps + 1 : steps) * step;
}
