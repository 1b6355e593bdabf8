import { describe, expect, it } from "vitest";
import { compareSignatures } from "./compare.ts";
import { parseSignature } from "./parse.ts";

function compare(old: object[], next: object[]) {
  const signature = (params: object[]) => parseSignature({ params: JSON.stringify(params) });
  return compareSignatures(signature(old), signature(next));
}

const defaults = {
  boolean: true,
  integer: 1,
  long: 1,
  float: 0.5,
  double: 0.5,
  string: "a",
  datetime: "2024-01-01",
};
type ParamType = keyof typeof defaults;

const param = (name: string, type: ParamType, value: unknown = defaults[type]) => ({
  name,
  type,
  default: value,
});

describe("params", () => {
  it("take the values of another type only where MLflow converts them", () => {
    const types = Object.keys(defaults) as ParamType[];
    const compatible = types.flatMap((old) =>
      types
        .filter((next) => next !== old)
        .filter((next) => compare([param("p", old)], [param("p", next)]).compatible)
        .map((next) => `${old} to ${next}`),
    );
    expect(compatible).toEqual([
      "integer to long",
      "integer to float",
      "integer to double",
      "long to float",
      "long to double",
      "float to double",
    ]);
  });

  it("may come, go and change their order: all have defaults, and others are ignored", () => {
    const [a, b, c] = [param("a", "long"), param("b", "double", 0.5), param("top k", "long", 3)];
    const { params, differences } = compare([a, b, c], [c, a, param("d", "string")]);
    expect(params).toBe("compatible");
    expect(differences.map(({ path, kind, old, next }) => [path, kind, old, next])).toEqual([
      ["params.b", "removed", "double (default: 0.5)", undefined],
      ["params.d", "added", undefined, "string (default: a)"],
      ["params", "reordered", "['a', 'top k']", "['top k', 'a']"],
    ]);
  });

  it("tell that calls which leave one out run with another default", () => {
    const { compatible, differences } = compare(
      [param("top k", "string", "")],
      [param("top k", "string", "x")],
    );
    expect(compatible).toBe(true);
    expect(differences).toEqual([
      {
        path: 'params["top k"].default',
        kind: "default_changed",
        old: "''",
        next: "'x'",
        compatible: true,
        reason: "calls that do not give it now run with 'x'",
      },
    ]);
  });

  it("break callers where a single value becomes a list, or a list a single value", () => {
    const one = param("p", "long", null);
    const list = { ...param("p", "long", []), shape: [-1] };
    for (const [old, next, given] of [
      [one, list, "a single value"],
      [list, one, "a list"],
    ] as const) {
      expect(compare([old], [next]).differences).toContainEqual(
        expect.objectContaining({
          path: "params.p.shape",
          kind: "shape_changed",
          compatible: false,
          reason: `callers that give ${given} are refused`,
        }),
      );
    }
  });

  it("of objects go by the rules of objects in inputs", () => {
    const object = (properties: object) => ({
      name: "p",
      type: "object",
      properties,
      default: { a: true },
    });
    const [required, optional] = [
      { type: "boolean", required: true },
      { type: "boolean", required: false },
    ];
    expect(
      compare([object({ a: required })], [object({ a: optional, b: optional })]).differences,
    ).toEqual([
      expect.objectContaining({ path: "params.p.properties.a.required", compatible: true }),
      expect.objectContaining({ path: "params.p.properties.b", kind: "added", compatible: true }),
    ]);
    expect(
      compare([object({ a: required, b: optional })], [object({ a: required })]).differences,
    ).toEqual([
      expect.objectContaining({
        path: "params.p.properties.b",
        kind: "removed",
        compatible: false,
      }),
    ]);
    expect(compare([object({ a: required })], [param("p", "boolean")]).params).toBe("incompatible");
  });

  it("do not differ where only the members of a default stand in another order", () => {
    const properties = { a: { type: "long" }, b: { type: "long" } };
    const object = (value: object) => ({ name: "p", type: "object", properties, default: value });
    expect(compare([object({ a: 1, b: 2 })], [object({ b: 2, a: 1 })]).params).toBe("unchanged");
  });
});
