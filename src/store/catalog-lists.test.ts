import fc from "fast-check";
import { expect, test } from "vitest";
import { endOfPrefix } from "./catalog-lists.ts";

const inBytes = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));

test.each([
  ["", undefined],
  ["a", "b"],
  ["lead_", "lead`"],
  ["a%", "a&"],
  ["\ud7ff", "\ue000"],
  ["\uffff", "\u{10000}"],
  ["a\u{10ffff}", "b"],
  ["\u{10ffff}\u{10ffff}", undefined],
])("what begins with %j comes before %j", (prefix, end) => {
  expect(endOfPrefix(prefix)).toBe(end);
});

test("a text begins with a prefix where it is between that and its end, and only there", () => {
  const text = fc.string({ unit: "binary", maxLength: 4 });
  fc.assert(
    fc.property(text, text, fc.boolean(), (prefix, other, isJoined) => {
      const candidate = isJoined ? prefix + other : other;
      const end = endOfPrefix(prefix);
      const isBetween =
        inBytes(candidate, prefix) >= 0 && (end === undefined || inBytes(candidate, end) < 0);
      expect(isBetween).toBe(candidate.startsWith(prefix));
    }),
  );
});
