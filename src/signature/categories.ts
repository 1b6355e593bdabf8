import { fitNumpy } from "./integer-range.ts";
import { isMissing } from "./missing-value.ts";
import type { PythonValue } from "./python-json.ts";

/**
 * Gives single values as pandas keeps them in a `category` column: of equal ones, such as 1, 1.0
 * and True, all become the first, and integers beside floats become floats.
 */
export function asCategories(values: readonly PythonValue[]): PythonValue[] {
  const categories = new Map<string, PythonValue>();
  for (const value of values) {
    const key = equalityKey(value);
    if (!isMissing(value) && !categories.has(key)) categories.set(key, value);
  }
  const held = [...categories.values()];
  const integers = held.filter((value) => typeof value === "bigint");
  const floats = held.filter((value) => typeof value === "number");
  const allFloats =
    floats.length > 0 && integers.length + floats.length === held.length && fitNumpy(integers);
  return values.map((value) => {
    const category = categories.get(equalityKey(value)) ?? value;
    return allFloats && typeof category === "bigint" ? Number(category) : category;
  });
}

function equalityKey(value: PythonValue): string {
  if (typeof value === "boolean") return value ? "1" : "0";
  if (typeof value === "number" && Number.isInteger(value)) return `${BigInt(value)}`;
  return typeof value === "string" ? JSON.stringify(value) : `${value}`;
}
