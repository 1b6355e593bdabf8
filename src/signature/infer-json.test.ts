import { describe, expect, it } from "vitest";
import { inferJson } from "./infer-json.ts";
import { parsePythonJson, printPythonJson } from "./python-json.ts";

const infer = (text: string) => printPythonJson(inferJson(parsePythonJson(text, "json"), "json"));

describe("inferring columns of JSON", () => {
  it.each([
    ["an empty list is text", "[]", '[{"type": "string", "required": true}]'],
    ["NaN is any", "NaN", '[{"type": "any", "required": true}]'],
    ["infinity is a double", "-Infinity", '[{"type": "double", "required": true}]'],
    ["1 is a long", "1", '[{"type": "long", "required": true}]'],
    ["1.0 is a double", "1.0", '[{"type": "double", "required": true}]'],
    [
      "a NaN in a row is there",
      '[{"a": NaN}, {"a": 1}]',
      '[{"type": "long", "name": "a", "required": true}]',
    ],
    [
      "a NaN in a lone dict is not",
      '{"a": NaN}',
      '[{"type": "any", "name": "a", "required": false}]',
    ],
    [
      "a null in a list of a lone dict makes the column optional",
      '{"a": [1, null], "b": [[null]]}',
      '[{"type": "array", "items": {"type": "long"}, "name": "a", "required": false}, ' +
        '{"type": "array", "items": {"type": "array", "items": {"type": "any"}}, "name": "b", ' +
        '"required": true}]',
    ],
    [
      "columns of rows are in the order of their first row",
      '[{}, {"b": 1}, {"a": 1, "b": 2}]',
      '[{"type": "long", "name": "b", "required": false}, ' +
        '{"type": "long", "name": "a", "required": false}]',
    ],
    [
      "members that tell no type are optional",
      '[[{"b": {}, "a": 1}]]',
      '[{"type": "array", "items": {"type": "object", "properties": ' +
        '{"a": {"type": "long", "required": true}, "b": {"type": "any", "required": false}}}, ' +
        '"required": true}]',
    ],
  ])("knows that %s", (_, text, expected) => {
    expect(infer(text)).toBe(expected);
  });

  it.each([
    ["{}", "json"],
    ["[{}]", "json"],
    ["[1, 2, 2.0]", "json[2]"],
    ['[1, {"a": 1}]', "json[1]"],
    ['[{"b": 1}, {"a b": 1}, {"b": "x"}]', "json[2].b"],
    ['{"a": [[1], [[1]]]}', "json.a[1][]"],
    ['{"a": {"b": [true, "x"]}}', "json.a.b[1]"],
  ])("cannot tell the columns of %s", (text, path) => {
    expect(() => infer(text)).toThrow(expect.objectContaining({ name: "SignatureError", path }));
  });
});
