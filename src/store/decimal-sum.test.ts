import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDecimal, type DecimalSum, decimalText } from "./decimal-sum.ts";

function sumOf(values: readonly number[]): number {
  const sum: DecimalSum = new Map();
  for (const value of values) addDecimal(sum, value);
  return Number(decimalText(sum));
}

describe("a decimal sum", () => {
  test.each([
    [[0.1, 0.2], 0.3],
    [[1e16, 1, -1e16], 1],
    [[1e300, -5e-324, -1e300], -5e-324],
    [[1.5e21, 25, -1.5e21], 25],
    [[0.1, -0.1, -0], 0],
    [[Number.MAX_VALUE, Number.MAX_VALUE], Number.POSITIVE_INFINITY],
  ])("of %j is %d", (values, expected) => {
    expect(sumOf(values)).toBe(expected);
  });

  test("of nothing is not there", () => {
    expect(decimalText(new Map())).toBeNull();
  });

  test("is the same in any order, and of one number the number", () => {
    const numbers = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(fc.array(numbers), (values) => {
        expect(sumOf(values)).toBe(sumOf(values.toReversed()));
        for (const value of values) expect(sumOf([value])).toBe(value + 0);
      }),
    );
  });
});
