import { describe, expect, it } from "vitest";
import { castCell, castElement } from "./cast-value.ts";
import { SignatureError } from "./error.ts";
import { arrayDtype, columnDtype } from "./example-dtype.ts";
import type { PythonValue } from "./python-json.ts";

function cell(dtype: string, value: PythonValue): PythonValue {
  const known = columnDtype(dtype);
  if (known === undefined) throw new Error(`no dtype of a column: ${dtype}`);
  return castCell(value, known, "x");
}

function element(dtype: string, value: PythonValue): PythonValue {
  const known = arrayDtype(dtype);
  if (known === undefined) throw new Error(`no dtype of an array: ${dtype}`);
  return castElement(value, known, "x");
}

describe("a cell of a table", () => {
  it.each<[string, PythonValue, PythonValue]>([
    ["int8", -128n, -128n],
    ["int64", 1.0, 1n],
    ["uint64", 2n ** 64n - 1n, 2n ** 64n - 1n],
    ["Int64", null, null],
    ["Int64", Number.NaN, null],
    ["float64", null, Number.NaN],
    ["float64", 1n, 1],
    ["Float64", Number.NaN, null],
    ["float32", 0.1, 0.10000000149011612],
    ["float32", 1e39, Number.POSITIVE_INFINITY],
    ["boolean", null, null],
    ["object", Number.NaN, null],
    ["object", [Number.NaN], [Number.NaN]],
    ["category", null, Number.NaN],
    ["string", null, null],
    ["str", null, Number.NaN],
    ["U3", "ab\0", "ab\0"],
    ["S3", "ab\0", "YWI=\n"],
    ["bytes", "", ""],
    ["datetime64[ns]", null, "NaT"],
    ["datetime64[ns]", "2024-01-02", "2024-01-02T00:00:00"],
    ["datetime64[ns]", "2024-01-02T03:04:05.000000009", "2024-01-02T03:04:05.000000009"],
    ["datetime64[ms]", "2024-01-02T03:04:05.9", "2024-01-02T03:04:05.900000"],
    ["datetime64[s]", "0001-01-01", "0001-01-01T00:00:00"],
    ["datetime64[ns, UTC]", "2024-01-02T03:04:05+02:00", "2024-01-02T01:04:05+00:00"],
    ["timedelta64[ns]", 5n, 5n],
  ])("of %s holds %o", (dtype, value, expected) => {
    expect(cell(dtype, value)).toEqual(expected);
  });

  it.each<[string, PythonValue]>([
    ["int8", 128n],
    ["uint8", -1n],
    ["int64", null],
    ["int64", 1.5],
    ["int64", "1"],
    ["bool", null],
    ["bool", 1n],
    ["float64", "1"],
    ["float64", 10n ** 400n],
    ["category", [1n]],
    ["string", 1n],
    ["U2", "abc"],
    ["U2", null],
    ["S3", "é"],
    ["datetime64[ns]", "yesterday"],
    ["datetime64[ns]", 1n],
    ["datetime64[ns]", "1600-01-01"],
    ["datetime64[ns]", "2024-01-02T03:04:05Z"],
    ["datetime64[ns]", "2024-01-02T03:04:05-02:00"],
    ["datetime64[ns]", "2024-01-02 03:04-02:00"],
    ["datetime64[s]", "2024-01-02T03:04:05.9"],
  ])("of %s cannot hold %o", (dtype, value) => {
    expect(() => cell(dtype, value)).toThrow(SignatureError);
  });
});

describe("an element of an array", () => {
  it.each<[string, PythonValue, PythonValue]>([
    ["float64", Number.NaN, null],
    ["float16", 1e6, Number.POSITIVE_INFINITY],
    ["object", Number.NaN, Number.NaN],
    ["<U3", "ab\0", "ab"],
    ["S3", "abc", "YWJj\n"],
    ["datetime64[ns]", "2024-01-02T03:04:05", 1704164645000000000n],
    ["datetime64[ns]", "2024-01-02T03:04:05+02:00", 1704157445000000000n],
    ["datetime64[ns]", null, null],
    ["datetime64[us]", "2024-01-02T03:04:05.123456789", "2024-01-02T03:04:05.123456"],
    ["datetime64[s]", "2024-01-02T03:04:05.9", "2024-01-02T03:04:05"],
    ["datetime64[D]", "2024-01-02T03:04", "2024-01-02"],
    ["datetime64[Y]", "2024-05-06", "2024-01-01"],
  ])("of %s holds %o", (dtype, value, expected) => {
    expect(element(dtype, value)).toEqual(expected);
  });

  it("breaks the text of long bytes into lines of 76 characters", () => {
    expect(element("S", "a".repeat(58))).toBe(`${"YWFh".repeat(19)}\nYQ==\n`);
  });
});
