import { describe, expect, it } from "vitest";
import type { TableColumn } from "./example.ts";
import { inferTable } from "./infer-table.ts";
import { type PythonValue, parsePythonJson } from "./python-json.ts";
import { readExample } from "./read-example.ts";

function infer(...columns: TableColumn[]) {
  const read = readExample({ kind: "table", columns }, "x");
  return inferTable(read.kind === "table" ? read.columns : [], "x.table");
}

const column = (dtype: string, values: string, name: string | bigint = "c"): TableColumn => ({
  name,
  dtype,
  values: parsePythonJson(values, "values") as PythonValue[],
});

describe("inferring columns of a table", () => {
  it.each([
    ["int8", "[1]", "integer", true],
    ["uint16", "[1]", "integer", true],
    ["uint32", "[1]", "long", true],
    ["UInt32", "[1, null]", "long", false],
    ["float16", "[1.5, NaN]", "float", false],
    ["Float32", "[]", "float", true],
    ["bytes", '["a"]', "binary", true],
    ["<U2", '["a"]', "string", true],
    ["string", "[null]", "any", false],
    ["str", '["a", null]', "string", false],
    ["datetime64[s]", "[null]", "datetime", false],
    ["datetime64[ns, UTC]", '["2024-01-01T00:00+01:00"]', "datetime", true],
    ["category", '["a", null]', "string", false],
    ["category", "[1, null]", "long", false],
    ["category", "[1, 2.5]", "double", true],
    ["category", "[null]", "any", false],
    ["object", "[]", "string", true],
    ["object", "[1, 2]", "long", true],
    ["object", "[1, null]", "double", false],
    ["object", "[1, 2.5]", "double", true],
    ["object", "[NaN, NaN]", "double", false],
    ["object", "[null, null]", "any", false],
    ["object", "[true, null]", "boolean", false],
    ["object", "[9223372036854775808, -1]", "long", true],
    ["object", "[18446744073709551616, null]", "long", false],
    ["object", "[9223372036854775808, null]", "double", false],
    ["object", "[[], 1]", "long", true],
  ])("takes a column of %s with %s for %s, required: %s", (dtype, values, type, required) => {
    expect(infer(column(dtype, values))).toEqual([{ type, name: "c", required }]);
  });

  it("infers an object column from all its values", () => {
    expect(infer(column("object", '[{"k": 1}, null, {"k": 2, "l": [true]}]'))).toEqual([
      {
        type: "object",
        properties: new Map<string, object>([
          ["k", { type: "long", required: false }],
          ["l", { type: "array", items: { type: "boolean" }, required: false }],
        ]),
        name: "c",
        required: false,
      },
    ]);
  });

  it("keeps names that are numbers", () => {
    expect(infer(column("bool", "[true]", 0n), column("bool", "[true]", "0"))).toEqual([
      { type: "boolean", name: 0n, required: true },
      { type: "boolean", name: "0", required: true },
    ]);
  });

  it.each([
    ["uint64", "[1]", "dtype"],
    ["UInt64", "[1]", "dtype"],
    ["complex64", "[1]", "dtype"],
    ["timedelta64[ns]", "[1]", "dtype"],
    ["float128", "[]", "dtype"],
    ["object", "[9223372036854775808, 1]", "values"],
    ["object", "[1, true]", "values[1]"],
    ["object", "[18446744073709551616, 1.5]", "values[1]"],
    ["category", "[]", "values"],
    ["category", '[1, 1, "a"]', "values[2]"],
  ])("cannot tell the type of %s with %s", (dtype, values, place) => {
    const path = `x.table.columns[0].${place}`;
    expect(() => infer(column(dtype, values))).toThrow(expect.objectContaining({ path }));
  });

  it("cannot tell columns where there are none and where two have one name", () => {
    expect(() => infer()).toThrow(expect.objectContaining({ path: "x.table.columns" }));
    const twice = column("bool", "[true]");
    expect(() => infer(twice, twice)).toThrow(
      expect.objectContaining({ path: "x.table.columns[1].name" }),
    );
  });
});
