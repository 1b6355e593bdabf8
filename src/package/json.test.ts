import { expect, test } from "vitest";
import { DEEPEST_JSON, holdsMoreThan, isDeeperThan, toJsonObject } from "./json.ts";

test("JSON stays as it is", () => {
  const value = { a: [1, "x", true, null, { b: [] }], c: {}, "": -0.5 };
  expect(toJsonObject(value)).toEqual(value);
});

test("what JSON does not know becomes text, a set a list, and bytes base64", () => {
  const value = {
    nan: Number.NaN,
    list: [Number.POSITIVE_INFINITY, undefined],
    set: new Set(["a", 1]),
    bytes: new Uint8Array([104, 105]),
    big: 2n ** 70n,
  };
  expect(toJsonObject(value)).toEqual({
    nan: "NaN",
    list: ["Infinity", null],
    set: ["a", 1],
    bytes: "aGk=",
    big: "1180591620717411303424",
  });
});

test("a member called __proto__ is a member like any other", () => {
  const object = toJsonObject(JSON.parse('{"__proto__":{"a":1},"b":{"__proto__":2}}'));
  expect(JSON.stringify(object)).toBe('{"__proto__":{"a":1},"b":{"__proto__":2}}');
  expect(Object.getPrototypeOf(object)).toBe(Object.prototype);
});

test("depth counts objects and arrays, not what they hold at last", () => {
  expect(isDeeperThan(0, "x")).toBe(false);
  expect(isDeeperThan(0, null)).toBe(false);
  expect(isDeeperThan(0, {})).toBe(true);
  expect(isDeeperThan(1, { a: 1, b: [] })).toBe(true);
  expect(isDeeperThan(2, { a: 1, b: [] })).toBe(false);
  expect(isDeeperThan(DEEPEST_JSON, nested(DEEPEST_JSON))).toBe(false);
  expect(isDeeperThan(DEEPEST_JSON, nested(DEEPEST_JSON + 1))).toBe(true);
});

test("values are counted with the objects and arrays that hold them", () => {
  expect(holdsMoreThan(0, {})).toBe(false);
  expect(holdsMoreThan(0, { a: null })).toBe(true);
  expect(holdsMoreThan(5, { a: [1, "xyz", { b: 2 }] })).toBe(false);
  expect(holdsMoreThan(4, { a: [1, "xyz", { b: 2 }] })).toBe(true);
});

function nested(levels: number): unknown {
  return levels === 0 ? 1 : levels % 2 ? [nested(levels - 1)] : { a: nested(levels - 1) };
}
