/** A sum without any rounding: by the number of decimal places, what was added that has so many. */
export type DecimalSum = Map<number, bigint>;

/** Adds a finite double, as the fewest decimal digits say that tell it from all others. */
export function addDecimal(sum: DecimalSum, value: number): void {
  const [digits = "", exponent = "0"] = String(value).split("e");
  const point = digits.indexOf(".");
  const decimals = point < 0 ? 0 : digits.length - point - 1;
  const places = decimals - Number(exponent);
  const units = BigInt(digits.replace(".", ""));
  sum.set(places, (sum.get(places) ?? 0n) + units);
}

/** Writes a sum as a decimal number with an exponent; null where nothing was added. */
export function decimalText(sum: DecimalSum): string | null {
  if (sum.size === 0) return null;
  const most = Math.max(...sum.keys());
  let units = 0n;
  for (const [places, more] of sum) units += more * 10n ** BigInt(most - places);
  return `${units}e${-most}`;
}
