import { describe, expect, it } from "vitest";
import { compareSignatures } from "./compare.ts";
import type { Side } from "./compare-difference.ts";
import { parseSignature } from "./parse.ts";

function compare(old: object[], next: object[], side: Side = "inputs") {
  const signature = (tensors: object[]) => parseSignature({ [side]: JSON.stringify(tensors) });
  return compareSignatures(signature(old), signature(next));
}

const tensor = (dtype: string, shape: number[], name?: string) => ({
  ...(name !== undefined && { name }),
  type: "tensor",
  "tensor-spec": { dtype, shape },
});

describe("the shape of a tensor", () => {
  // Answers of MLflow 3.4.0's _enforce_schema for arrays, sparse matrices and DataFrames.
  it.each<[string, number[], number[], boolean, boolean]>([
    ["a fixed first dimension becomes free", [2, 4], [-1, 4], true, false],
    ["a free first dimension becomes fixed", [-1, 4], [2, 4], false, true],
    ["a fixed size changes", [-1, 4], [-1, 5], false, false],
    ["a dimension is added", [-1], [-1, 1], false, false],
    ["a second free dimension becomes fixed", [-1, -1], [-1, 4], false, true],
    [
      "a second dimension becomes free, where no DataFrame fitted",
      [-1, 4, -1],
      [-1, -1, -1],
      true,
      false,
    ],
    ["a second dimension becomes free, where a DataFrame fitted", [-1, 4], [-1, -1], false, false],
  ])("where %s is judged for callers and for readers", (_, old, next, inputs, outputs) => {
    for (const [side, compatible] of [
      ["inputs", inputs],
      ["outputs", outputs],
    ] as const) {
      const { differences } = compare([tensor("float64", old)], [tensor("float64", next)], side);
      expect(differences).toEqual([
        expect.objectContaining({
          path: `${side}[0].tensor-spec.shape`,
          kind: "shape_changed",
          compatible,
        }),
      ]);
    }
  });

  it("is told as Python prints it", () => {
    const { differences } = compare([tensor("str", [-1])], [tensor("str", [-1, 2])]);
    expect(differences[0]).toMatchObject({ old: "(-1,)", next: "(-1, 2)" });
  });

  it("may become free where another tensor took no DataFrame anyway", () => {
    const other = tensor("float64", [2, 2], "b");
    const of = (shape: number[]) => tensor("float64", shape, "a");
    expect(compare([of([-1, 4])], [of([-1, -1])]).compatible).toBe(false);
    expect(compare([of([-1, 4]), other], [of([-1, -1]), other]).compatible).toBe(true);
  });
});

describe("the dtype of a tensor", () => {
  it("breaks callers and readers where it changes, since MLflow converts no arrays", () => {
    for (const side of ["inputs", "outputs"] as const) {
      expect(
        compare([tensor("float32", [-1, 4])], [tensor("float64", [-1, 4])], side).differences,
      ).toEqual([
        expect.objectContaining({
          path: `${side}[0].tensor-spec.dtype`,
          kind: "dtype_changed",
          old: "float32",
          next: "float64",
          compatible: false,
        }),
      ]);
    }
  });

  it("may become object with the shape (-1,), for which MLflow takes any array", () => {
    const any = tensor("object", [-1]);
    expect(compare([tensor("float32", [-1])], [any]).compatible).toBe(true);
    expect(compare([tensor("float32", [-1, -1])], [any]).compatible).toBe(true);
    expect(compare([any], [tensor("float32", [-1])]).compatible).toBe(false);
    expect(compare([tensor("float32", [-1])], [any], "outputs").compatible).toBe(false);
  });

  it("may not become object with the shape (-1,) where DataFrames of several columns fitted", () => {
    const { differences } = compare([tensor("float32", [-1, 4])], [tensor("object", [-1])]);
    expect(differences.map(({ kind, compatible }) => [kind, compatible])).toEqual([
      ["dtype_changed", true],
      ["shape_changed", false],
    ]);
  });
});

describe("tensors with names", () => {
  const [a, b] = [tensor("float64", [-1, 2], "a"), tensor("int64", [-1], "b")];

  it("break callers where there is a new one, and readers where one goes", () => {
    expect(compare([a], [a, b]).differences).toEqual([
      expect.objectContaining({
        path: "inputs.b",
        kind: "added",
        next: "Tensor('int64', (-1,))",
        compatible: false,
      }),
    ]);
    expect(compare([a, b], [a]).inputs).toBe("compatible");
    expect(compare([a], [a, b], "outputs").outputs).toBe("compatible");
    expect(compare([a, b], [a], "outputs").outputs).toBe("incompatible");
  });

  it("match in any order", () => {
    expect(compare([a, b], [b, a]).differences).toEqual([
      expect.objectContaining({ path: "inputs", kind: "reordered", compatible: true }),
    ]);
  });

  it("do not match one without a name", () => {
    const only = tensor("float64", [-1, 2]);
    for (const side of ["inputs", "outputs"] as const) {
      for (const [old, next] of [
        [only, a],
        [a, only],
      ] as const) {
        expect(compare([old], [next], side).differences).toEqual([
          expect.objectContaining({ path: side, kind: "naming_changed", compatible: false }),
        ]);
      }
    }
  });
});
