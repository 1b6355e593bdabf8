import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson } from "./canonical-json.ts";

test("members stand in the order of their names, at every depth", () => {
  expect(canonicalJson({ b: [{ d: 1, c: 2 }, "x"], a: null, "10": 1, "9": 2 })).toBe(
    '{"9":2,"10":1,"a":null,"b":[{"c":2,"d":1},"x"]}',
  );
});

test("undefined members are left out, and numbers that JSON does not know are not null", () => {
  expect(canonicalJson({ a: undefined, b: Number.NaN, c: [Infinity, -Infinity] })).toBe(
    '{"b":"NaN","c":["Infinity","-Infinity"]}',
  );
});

test("the order of members never matters, and nothing else is lost", () => {
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false, maxDepth: 4 }), (value) => {
      const text = canonicalJson(value);
      expect(canonicalJson(reversed(value))).toBe(text);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test("texts are the same only for equal values", () => {
  const pair = fc.tuple(fc.jsonValue({ maxDepth: 2 }), fc.jsonValue({ maxDepth: 2 }));
  fc.assert(
    fc.property(pair, ([a, b]) => {
      const sameText = canonicalJson(a) === canonicalJson(b);
      const isEqual = JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
      expect(sameText).toBe(isEqual);
    }),
  );
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).reverse();
  return Object.fromEntries(entries.map(([key, member]) => [key, reversed(member)]));
}

/** A list of pairs instead of each object, sorted another way than the one that is tested. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return ["list", ...value.map(sorted)];
  if (value === null || typeof value !== "object") return value;
  const keys = Object.keys(value).sort((a, b) => b.localeCompare(a) || (a < b ? 1 : -1));
  return ["object", ...keys.map((key) => [key, sorted((value as Record<string, unknown>)[key])])];
}
