import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SignatureError } from "./error.ts";
import { type PythonValue, parsePythonJson, printPythonJson } from "./python-json.ts";

const parse = (text: string) => parsePythonJson(text, "params");

/** Values of all kinds that a text can hold, up to some levels deep. */
const values = fc.letrec<{ value: PythonValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constant(null),
    fc.boolean(),
    fc.string({ unit: "binary" }),
    fc.bigInt(),
    fc.double(),
    fc.array(tie("value")),
    fc
      .array(fc.tuple(fc.string({ unit: "binary" }), tie("value")))
      .map((entries) => new Map(entries)),
  ),
})).value;

describe("reading JSON as Python does", () => {
  it("keeps ints and floats apart and loses no digit", () => {
    expect(parse("[1, 1.0, 1e2, 9223372036854775808, -0, -0.0]")).toEqual([
      1n,
      1,
      100,
      9223372036854775808n,
      0n,
      -0,
    ]);
  });

  it("takes NaN and infinities, which Python prints", () => {
    expect(parse("[NaN, Infinity, -Infinity, 1e400]")).toEqual([
      Number.NaN,
      Number.POSITIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
      Number.POSITIVE_INFINITY,
    ]);
  });

  it("keeps the order of keys, also of those that look like numbers", () => {
    const value = parse('{"b": 1, "10": 2, "2": 3, "__proto__": 4, "b": 5}');
    expect([...(value as Map<string, PythonValue>)]).toEqual([
      ["b", 5n],
      ["10", 2n],
      ["2", 3n],
      ["__proto__", 4n],
    ]);
  });

  it.each([
    ["", "expected a value at character 0"],
    ["[1,]", "expected a value at character 3"],
    ["[1 2]", "expected `,` or `]` at character 3"],
    ['{"a" 1}', "expected `:` at character 5"],
    ["{a: 1}", "expected a key at character 1"],
    ['{"a": 1', "expected `,` or `}` at character 7"],
    ["[01]", "expected `,` or `]` at character 2"],
    ["[1.]", "expected `,` or `]` at character 2"],
    ['["\t"]', "expected a string at character 1"],
    ['["\\x"]', "expected a string at character 1"],
    ['["abc', "expected a string at character 1"],
    ["[] x", "expected the end at character 3"],
    ["\ufeff[]", "expected a value at character 0"],
  ])("refuses %j and says where", (text, reason) => {
    expect(() => parse(text)).toThrow(
      new SignatureError({ path: "params", reason: `not JSON: ${reason}` }),
    );
  });

  it("refuses what a protobuf message could not hold", () => {
    expect(() => parse('["\\ud800"]')).toThrow(/well-formed Unicode/);
    expect(parse("[".repeat(30) + "]".repeat(30))).toBeInstanceOf(Array);
    expect(() => parse("[".repeat(31) + "]".repeat(31))).toThrow(/nested deeper than 30 levels/);
    expect(() => parse("[".repeat(1_000_000))).toThrow(/nested deeper than 30 levels/);
  });

  it("refuses an integer that Python is too careful to read", () => {
    expect(parse("9".repeat(4300))).toBe(10n ** 4300n - 1n);
    expect(() => parse("9".repeat(4301))).toThrow(/at most 4300 digits/);
  });
});

describe("printing JSON as Python does", () => {
  it("separates with spaces and escapes all but ASCII", () => {
    const value = new Map<string, PythonValue>([
      ["日本", [1n, 1, null, true]],
      ["😀\u007f", new Map()],
    ]);
    expect(printPythonJson(value)).toBe(
      '{"\\u65e5\\u672c": [1, 1.0, null, true], "\\ud83d\\ude00\\u007f": {}}',
    );
  });

  it("escapes as Python's json does", () => {
    expect(printPythonJson('"\\/\b\f\n\r\t\u0001\u001f\u2028')).toBe(
      '"\\"\\\\/\\b\\f\\n\\r\\t\\u0001\\u001f\\u2028"',
    );
  });

  it("prints what reads back the same", () => {
    fc.assert(
      fc.property(values, (value) => {
        expect(parse(printPythonJson(value))).toEqual(value);
      }),
    );
  });
});
