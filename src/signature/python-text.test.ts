import { describe, expect, it } from "vitest";
import { finiteFloatText, pythonRepr, pythonStr, tupleRepr } from "./python-text.ts";

describe("Python's text for values", () => {
  it.each([
    [1, "1.0"],
    [-0, "-0.0"],
    [0.1, "0.1"],
    [0.0001, "0.0001"],
    [0.000099, "9.9e-05"],
    [1e-7, "1e-07"],
    [1e15, "1000000000000000.0"],
    [1e16, "1e+16"],
    [123456789012345680, "1.2345678901234568e+17"],
    [1e21, "1e+21"],
    [5e-324, "5e-324"],
    [1.7976931348623157e308, "1.7976931348623157e+308"],
  ])("prints the float %d as %s", (value, text) => {
    expect(finiteFloatText(value)).toBe(text);
  });

  it.each([
    [null, "None"],
    [true, "True"],
    [9223372036854775808n, "9223372036854775808"],
    [Number.NaN, "nan"],
    [Number.POSITIVE_INFINITY, "inf"],
    [Number.NEGATIVE_INFINITY, "-inf"],
    [[1n, 1.5, "x"], "[1, 1.5, 'x']"],
    [new Map([["it's", [false]]]), `{"it's": [False]}`],
  ])("prints %s by repr", (value, text) => {
    expect(pythonRepr(value)).toBe(text);
  });

  it.each([
    ["plain", "'plain'"],
    ["x'y", '"x\'y"'],
    ['a"b', "'a\"b'"],
    ["'\"", "'\\'\"'"],
    ["\\\r\n\t", "'\\\\\\r\\n\\t'"],
    ["\0\u007f\u0080\u00a0\u00ad", "'\\x00\\x7f\\x80\\xa0\\xad'"],
    ["\u200b\u2028\u3000\ue000\uffff\ufeff", "'\\u200b\\u2028\\u3000\\ue000\\uffff\\ufeff'"],
    ["\u{e0001}", "'\\U000e0001'"],
    ["日本 😀 \u0301", "'日本 😀 \u0301'"],
  ])("quotes %j as %s", (value, text) => {
    expect(pythonRepr(value)).toBe(text);
  });

  it("prints text as it is by str", () => {
    expect(pythonStr("x'y\n")).toBe("x'y\n");
    expect(pythonStr(["x"])).toBe("['x']");
  });

  it("marks a tuple of one item by a comma", () => {
    expect([[], [-1n], [-1n, 4n]].map(tupleRepr)).toEqual(["()", "(-1,)", "(-1, 4)"]);
  });
});
