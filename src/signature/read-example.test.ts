import { describe, expect, it } from "vitest";
import type { ArrayExample, Example, TableColumn } from "./example.ts";
import type { PythonValue } from "./python-json.ts";
import { readExample } from "./read-example.ts";

const table = (...columns: TableColumn[]): Example => ({ kind: "table", columns });
const column = (dtype: string, ...values: PythonValue[]) => ({ name: "c", dtype, values });
const array = (dtype: string, shape: number[], data: PythonValue): ArrayExample => ({
  kind: "array",
  dtype,
  shape,
  data,
});

describe("a malformed example", () => {
  it.each<[string, Example, string]>([
    ["text that is no JSON", { kind: "json", text: "{" }, "input.json"],
    [
      "columns of different lengths",
      table(column("object", 1n), column("object")),
      "input.table.columns[1].values",
    ],
    ["an unknown dtype", table(column("int63", 1n)), "input.table.columns[0].dtype"],
    [
      "a value of another type",
      table(column("bool", true, 1n)),
      "input.table.columns[0].values[1]",
    ],
    ["an unknown numpy dtype", array("Int64", [1], [1n]), "input.array.dtype"],
    ["a negative size", array("int64", [-1], []), "input.array.shape[0]"],
    ["a size that is no integer", array("int64", [1, 1.5], [[]]), "input.array.shape[1]"],
    ["a list shorter than the shape", array("int64", [2], [1n]), "input.array.data"],
    ["an inner list longer than it", array("int64", [1, 1], [[1n, 2n]]), "input.array.data[0]"],
    ["a value where a list should be", array("int64", [1, 1], [1n]), "input.array.data[0]"],
    ["a list where a value should be", array("int64", [1], [[1n]]), "input.array.data[0]"],
    ["too many dimensions", array("object", Array(65).fill(1), []), "input.array.shape"],
    [
      "one bad array among named ones",
      { kind: "arrays", arrays: new Map([["a b", array("V8", [0], [])]]) },
      'input.arrays["a b"].dtype',
    ],
  ])("with %s names the place", (_, example, path) => {
    expect(() => readExample(example, "input")).toThrow(
      expect.objectContaining({ name: "SignatureError", path }),
    );
  });

  it("names all columns that are wrong", () => {
    const read = () => readExample(table(column("x"), column("bool"), column("y")), "input");
    expect(read).toThrow(/columns\[0\]\.dtype: .*columns\[2\]\.dtype: /);
  });
});
