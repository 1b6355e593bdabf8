import { describe, expect, it } from "vitest";
import { roundFloat } from "./round-float.ts";

/** What 16 bits stand for, up to the largest finite number. */
function half(bits: number): number {
  const [exponent, fraction] = [bits >> 10, bits & 1023];
  return exponent === 0 ? fraction * 2 ** -24 : (1024 + fraction) * 2 ** (exponent - 25);
}

const largest = 0x7bff;

describe("rounding to the floats of numpy", () => {
  it("keeps every number that 16 bits hold, and takes the even one from halfway between two", () => {
    const wrong: number[] = [];
    for (let bits = 0; bits < largest; bits += 1) {
      const [below, above] = [half(bits), half(bits + 1)];
      const middle = (below + above) / 2;
      const even = bits % 2 === 0 ? below : above;
      const right =
        roundFloat(below, 16) === below &&
        roundFloat(-above, 16) === -above &&
        roundFloat(middle, 16) === even &&
        roundFloat(middle * (1 + 2 ** -50), 16) === above &&
        roundFloat(-middle * (1 - 2 ** -50), 16) === -below;
      if (!right) wrong.push(bits);
    }
    expect(wrong).toEqual([]);
  });

  it("gives infinity beyond the largest", () => {
    expect(roundFloat(65519.99, 16)).toBe(half(largest));
    expect(roundFloat(65520, 16)).toBe(Number.POSITIVE_INFINITY);
    expect(roundFloat(-1e300, 16)).toBe(Number.NEGATIVE_INFINITY);
    expect(roundFloat(1e39, 32)).toBe(Number.POSITIVE_INFINITY);
  });

  it("keeps what is no number, the sign of zero, and doubles", () => {
    expect(roundFloat(Number.NaN, 16)).toBeNaN();
    expect(roundFloat(-0, 16)).toBe(-0);
    expect(roundFloat(-1e-9, 16)).toBe(-0);
    expect(roundFloat(0.1, 64)).toBe(0.1);
    expect(roundFloat(0.1, 32)).toBe(0.10000000149011612);
  });
});
