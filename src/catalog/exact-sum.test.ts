import fc from "fast-check";
import { expect, test } from "vitest";
import { addExactly, type ExactSum, roundedSum } from "./exact-sum.ts";

const sumOf = (values: readonly number[]) => roundedSum(values.reduce<ExactSum>(addExactly, []));

/** Sums up doubles as multiples of the smallest one there is. */
function asIntegers(values: readonly number[]): bigint {
  return values.reduce((sum, value) => sum + integerOf(value), 0n);
}

function integerOf(value: number): bigint {
  const bits = new BigUint64Array(Float64Array.of(value).buffer)[0] ?? 0n;
  const exponent = (bits >> 52n) & 0x7ffn;
  const fraction = bits & 0xfffffffffffffn;
  const magnitude = exponent === 0n ? fraction : (fraction | (1n << 52n)) << (exponent - 1n);
  return bits >> 63n === 1n ? -magnitude : magnitude;
}

const doubles = fc.array(
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e300, max: 1e300 }),
);
const decimals = fc.array(fc.integer({ min: -999, max: 999 }).map((n) => n / 100));

test("the sum is the double that is nearest to the exact one", () => {
  fc.assert(
    fc.property(fc.oneof(doubles, decimals), (values) => {
      const exact = asIntegers(values);
      const distance = (value: number) => {
        const off = integerOf(value) - exact;
        return off < 0n ? -off : off;
      };
      const sum = sumOf(values);
      const bits = new BigInt64Array(Float64Array.of(sum).buffer)[0] ?? 0n;
      for (const step of [-1n, 1n]) {
        const neighbour = new Float64Array(BigInt64Array.of(bits + step).buffer)[0] ?? 0;
        if (Number.isFinite(neighbour)) expect(distance(sum) <= distance(neighbour)).toBe(true);
      }
    }),
    { numRuns: 1000 },
  );
});

test("the order of what is summed up does not matter", () => {
  const pair = fc
    .oneof(doubles, decimals)
    .chain((values) =>
      fc.tuple(fc.constant(values), fc.shuffledSubarray(values, { minLength: values.length })),
    );
  fc.assert(
    fc.property(pair, ([values, shuffled]) => {
      expect(sumOf(shuffled)).toBe(sumOf(values));
    }),
  );
});

test.each([
  [[], 0],
  [[0.1, 0.2, -0.3], 2.7755575615628914e-17],
  [Array.from({ length: 10 }, () => 0.1), 1],
  [[1e16, 1, 1e-16], 1e16 + 2],
  [[1e308, 1e308, -1e308], Number.POSITIVE_INFINITY],
])("the sum of %j is %d", (values, sum) => {
  expect(sumOf(values)).toBe(sum);
});
