import { describe, expect, it } from "vitest";
import { SignatureError } from "./error.ts";
import { mergeTypes } from "./merge-types.ts";
import type { PropertyJson, ScalarName, TypeJson } from "./mlflow-json.ts";

const any: TypeJson = { type: "any" };
const scalar = (type: ScalarName): TypeJson => ({ type });
const array = (items: TypeJson): TypeJson => ({ type: "array", items });
const object = (properties: Record<string, PropertyJson>): TypeJson => ({
  type: "object",
  properties: new Map(Object.entries(properties)),
});
const long = (required: boolean): PropertyJson => ({ type: "long", required });
const none: PropertyJson = { type: "any", required: false };

describe("merging types of a list's items", () => {
  it.each<[string, TypeJson, TypeJson, TypeJson]>([
    ["a scalar with itself", scalar("long"), scalar("long"), scalar("long")],
    ["any before a scalar", any, scalar("string"), scalar("string")],
    ["any after a scalar", scalar("string"), any, scalar("string")],
    ["any within arrays", array(scalar("long")), array(any), array(scalar("long"))],
    ["any before an array", any, array(any), array(any)],
    ["any with an object", any, object({ a: long(true) }), object({ a: long(false) })],
    ["an object with any", object({ a: long(true) }), any, object({ a: long(false) })],
    [
      "objects alike",
      object({ a: long(true) }),
      object({ a: long(true) }),
      object({ a: long(true) }),
    ],
    [
      "objects of different members",
      object({ b: long(true), c: long(true) }),
      object({ a: long(true), b: long(true) }),
      object({ a: long(false), b: long(true), c: long(false) }),
    ],
    [
      "a member that is null once",
      object({ a: long(true) }),
      object({ a: none }),
      object({ a: long(false) }),
    ],
    [
      "a member that was null",
      object({ a: none }),
      object({ a: long(true) }),
      object({ a: long(false) }),
    ],
    [
      "objects within arrays with any",
      array(object({ a: long(true) })),
      array(any),
      array(object({ a: long(false) })),
    ],
  ])("takes %s", (_, known, found, expected) => {
    expect(mergeTypes(known, found, "x")).toEqual(expected);
  });

  it("sorts the members of a union by code point", () => {
    const merged = mergeTypes(object({ "😀": long(true) }), object({ "\uffff": long(true) }), "x");
    expect(merged.type === "object" && [...merged.properties.keys()]).toEqual(["\uffff", "😀"]);
  });

  it.each<[string, TypeJson, TypeJson, string]>([
    ["int and float", scalar("long"), scalar("double"), "x"],
    ["a scalar and an array", scalar("long"), array(scalar("long")), "x"],
    ["an array and an object", array(any), object({ a: long(true) }), "x"],
    ["arrays of different items", array(scalar("long")), array(scalar("string")), "x[]"],
    [
      "a member of two types",
      object({ "a b": array(object({ c: long(true) })) as PropertyJson }),
      object({ "a b": array(object({ c: { type: "string", required: true } })) as PropertyJson }),
      'x["a b"][].c',
    ],
  ])("refuses %s and names the place", (_, known, found, path) => {
    expect(() => mergeTypes(known, found, "x")).toThrow(SignatureError);
    expect(() => mergeTypes(known, found, "x")).toThrow(expect.objectContaining({ path }));
  });
});
