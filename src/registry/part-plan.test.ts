import fc from "fast-check";
import { expect, test } from "vitest";
import { goesInParts, LEAST_PART_BYTES, planParts } from "./part-plan.ts";

const MIB = 1024 ** 2;

test.each([
  [64 * MIB, 32 * MIB, 2],
  [64 * MIB + 1, 32 * MIB, 3],
  [96 * MIB, 32 * MIB, 3],
  [1000 * 32 * MIB, 32 * MIB, 1000],
  [1000 * 32 * MIB + 1, 32 * MIB + 1, 1000],
  [5 * MIB ** 2, 4000 * MIB, 1311],
])("%i bytes go in parts of %i bytes, %i of them", (sizeBytes, partBytes, partCount) => {
  expect(goesInParts(sizeBytes, LEAST_PART_BYTES)).toBe(true);
  expect(planParts(sizeBytes, LEAST_PART_BYTES)).toEqual({ partBytes, partCount });
});

test("a file below 64 MiB does not go in parts", () => {
  expect(goesInParts(64 * MIB - 1, LEAST_PART_BYTES)).toBe(false);
});

test("parts make up the file, none of them empty, in sizes and numbers that stores take", () => {
  const most = 10_000 * 4000 * MIB;
  fc.assert(
    fc.property(fc.integer({ min: 64 * MIB, max: most }), (sizeBytes) => {
      const { partBytes, partCount } = planParts(sizeBytes, LEAST_PART_BYTES);
      const lastBytes = sizeBytes - (partCount - 1) * partBytes;
      expect(lastBytes).toBeGreaterThan(0);
      expect(lastBytes).toBeLessThanOrEqual(partBytes);
      expect(partBytes).toBeGreaterThanOrEqual(5 * MIB);
      expect(partBytes).toBeLessThanOrEqual(4000 * MIB);
      expect(partCount).toBeLessThanOrEqual(10_000);
    }),
  );
});
