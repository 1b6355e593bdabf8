import { describe, expect, it } from "vitest";
import { compareSignatures } from "./compare.ts";
import type { DifferenceKind, Side } from "./compare-difference.ts";
import { parseSignature } from "./parse.ts";

function compare(old: object, next: object, side: Side) {
  const signature = (type: object) =>
    parseSignature({ [side]: JSON.stringify([{ ...type, name: "c", required: true }]) });
  return compareSignatures(signature(old), signature(next));
}

const scalars = "boolean integer long float double string binary datetime".split(" ");
const array = (items: object) => ({ type: "array", items });
const map = (values: object) => ({ type: "map", values });
const object = (properties: object) => ({ type: "object", properties });
const long = { type: "long" };
const any = { type: "any" };

describe("a scalar that becomes another", () => {
  const pairs = scalars.flatMap((old) =>
    scalars.filter((next) => next !== old).map((next) => `${old} to ${next}`),
  );
  const compatible = (side: Side) =>
    pairs.filter((pair) => {
      const [old, next] = pair.split(" to ");
      return compare({ type: old }, { type: next }, side).compatible;
    });

  it("is compatible in inputs only where MLflow takes the values of one for the other", () => {
    expect(compatible("inputs")).toEqual([
      "integer to long",
      "integer to double",
      "float to double",
      "string to boolean",
    ]);
  });

  it("is compatible in outputs only where the old one holds all values of the new", () => {
    expect(compatible("outputs")).toEqual([
      "long to integer",
      "double to integer",
      "double to float",
    ]);
  });

  it.each(scalars)("is compatible in inputs from %s to any, in outputs from any to it", (type) => {
    expect(compare({ type }, any, "inputs").compatible).toBe(true);
    expect(compare({ type }, any, "outputs").compatible).toBe(false);
    expect(compare(any, { type }, "inputs").compatible).toBe(false);
    expect(compare(any, { type }, "outputs").compatible).toBe(true);
  });
});

it("takes a Spark vector for an array of doubles, in inputs, as MLflow does", () => {
  const vector = { type: "sparkml_vector" };
  const doubles = array({ type: "double" });
  expect(compare(vector, doubles, "inputs")).toMatchObject({ compatible: true, differences: [] });
  expect(compare(doubles, vector, "inputs").compatible).toBe(true);
  expect(compare(array({ type: "string" }), vector, "inputs").compatible).toBe(false);
  expect(compare(vector, doubles, "outputs").compatible).toBe(false);
  expect(compare(vector, { type: "double" }, "inputs").compatible).toBe(false);
});

describe("the difference of types", () => {
  it.each<[string, object, object, string, string, string]>([
    ["an array", array(long), array(any), "inputs.c.items.type", "long", "Any"],
    ["a map", map(array(long)), map(long), "inputs.c.values.type", "Array(long)", "long"],
    [
      "an object",
      object({ "a b": map(long) }),
      object({ "a b": long }),
      'inputs.c.properties["a b"].type',
      "Map(str -> DataType.long)",
      "long",
    ],
    [
      "all of it",
      object({ a: long }),
      map(long),
      "inputs.c.type",
      "{a: long (required)}",
      "Map(str -> DataType.long)",
    ],
  ])("in %s names the place and both types", (_, old, next, path, oldText, nextText) => {
    expect(compare(old, next, "inputs").differences).toEqual([
      expect.objectContaining({ path, kind: "type_changed", old: oldText, next: nextText }),
    ]);
  });

  it("says what it means for callers and readers", () => {
    const reason = (old: string, next: string, side: Side) =>
      compare({ type: old }, { type: next }, side).differences[0]?.reason;
    expect(reason("long", "double", "inputs")).toBe(
      "callers that send long are refused: MLflow does not convert it to double",
    );
    expect(reason("integer", "double", "inputs")).toBe(
      "MLflow converts the integer of callers to double",
    );
    expect(reason("integer", "double", "outputs")).toBe(
      "readers of integer cannot count on double",
    );
  });

  it("warns where text passes for boolean, which MLflow with pandas 3 refuses", () => {
    const { differences } = compare({ type: "string" }, { type: "boolean" }, "inputs");
    expect(differences[0]?.reason).toMatch(/refuses it where it runs with pandas 3/);
  });
});

describe("the properties of an object", () => {
  const required = object({ a: long, b: { ...long, required: true } });
  const optional = object({ a: long, b: { ...long, required: false } });
  const without = object({ a: long });

  it.each<[string, object, object, DifferenceKind, string, boolean, boolean]>([
    ["a new required one", without, required, "added", "b", false, true],
    ["a new optional one", without, optional, "added", "b", true, true],
    ["a required one that goes", required, without, "removed", "b", false, false],
    ["an optional one that goes", optional, without, "removed", "b", false, true],
    ["one that becomes required", optional, required, "became_required", "b.required", false, true],
    ["one that becomes optional", required, optional, "became_optional", "b.required", true, false],
  ])("%s: who can go on is told", (_, old, next, kind, path, inputs, outputs) => {
    for (const [side, compatible] of [
      ["inputs", inputs],
      ["outputs", outputs],
    ] as const) {
      expect(compare(old, next, side).differences).toEqual([
        expect.objectContaining({ path: `${side}.c.properties.${path}`, kind, compatible }),
      ]);
    }
  });
});
