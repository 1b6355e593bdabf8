import { describe, expect, it } from "vitest";
import { inferArrays } from "./infer-array.ts";
import type { PythonValue } from "./python-json.ts";
import { readExample } from "./read-example.ts";

function infer(dtype: string, shape: number[], data: PythonValue) {
  const arrays = new Map([["a b", { kind: "array" as const, dtype, shape, data }]]);
  const read = readExample({ kind: "arrays", arrays }, "x");
  return inferArrays(read.kind === "arrays" ? read.arrays : new Map(), "x.arrays");
}

describe("inferring tensors", () => {
  it.each<[string, number[], PythonValue, string, bigint[]]>([
    ["float64", [2], [1.5, null], "float64", [-1n]],
    ["f8", [0, 3], [], "float64", [-1n, 3n]],
    ["<i4", [1, 2, 0], [[[], []]], "int32", [-1n, 2n, 0n]],
    [">U5", [1], ["ab"], "str", [-1n]],
    ["S", [1], ["ab"], "bytes", [-1n]],
    ["datetime64[D]", [1], ["2024-01-02"], "datetime64[D]", [-1n]],
    ["object", [2], [[1n], "x"], "object", [-1n]],
    ["uint64", [1], [1n], "uint64", [-1n]],
    ["complex128", [1], [1n], "complex128", [-1n]],
  ])("takes %s of shape %j", (dtype, shape, data, name, inferred) => {
    expect(infer(dtype, shape, data)).toEqual([
      { name: "a b", type: "tensor", "tensor-spec": { dtype: name, shape: inferred } },
    ]);
  });

  it("cannot tell of an array without dimensions, nor of no array", () => {
    expect(() => infer("float64", [], 1.5)).toThrow(
      expect.objectContaining({ path: 'x.arrays["a b"].shape' }),
    );
    expect(() => inferArrays(new Map(), "x")).toThrow(expect.objectContaining({ path: "x" }));
  });
});
