import { describe, expect, it } from "vitest";
import { SignatureError } from "./error.ts";
import { inferParams } from "./infer-params.ts";
import { parsePythonJson, printPythonJson } from "./python-json.ts";

const infer = (text: string) => inferParams(parsePythonJson(text, "p"), "p");

describe("inferring parameters", () => {
  it.each([
    ["true", "true", "null", "boolean"],
    ["9223372036854775807", "9223372036854775807", "null", "long"],
    ["NaN", "NaN", "null", "double"],
    ['""', '""', "null", "string"],
    ["[]", "[]", "[-1]", "datetime"],
    ["[true, false]", "[true, false]", "[-1]", "boolean"],
    ["[1, 2.5]", "[1.0, 2.5]", "[-1]", "double"],
    ["[1, 9223372036854775808]", "[1.0, 9.223372036854776e+18]", "[-1]", "double"],
    ['["", "a"]', '["", "a"]', "[-1]", "string"],
  ])("takes %s", (value, expected, shape, type) => {
    expect(printPythonJson(infer(`{"a": ${value}}`))).toBe(
      `[{"name": "a", "default": ${expected}, "shape": ${shape}, "type": "${type}"}]`,
    );
  });

  it("keeps the members of an object in their order, and sorts those of its type", () => {
    expect(printPythonJson(infer('{"o": {"b": 1, "a": null}}'))).toBe(
      '[{"name": "o", "default": {"b": 1, "a": null}, "shape": null, "type": "object", ' +
        '"properties": {"a": {"type": "any", "required": false}, ' +
        '"b": {"type": "long", "required": true}}}]',
    );
  });

  it.each([
    "null",
    "9223372036854775808",
    "[null]",
    '[1, "a"]',
    "[1, true]",
    "[[]]",
    '[{"b": 1}]',
    "[9223372036854775808]",
    "[18446744073709551616, 1.5]",
    "{}",
    '{"b": [1, "a"]}',
  ])("refuses %s", (value) => {
    expect(() => infer(`{"a": ${value}}`)).toThrow(SignatureError);
  });

  it("names every parameter that is wrong", () => {
    expect(() => infer('{"a": null, "b": 1, "top k": [[1]]}')).toThrow(
      "p.a: expected a single value, a list of them or an object, and not null; " +
        'p["top k"]: expected a list of booleans, of numbers or of texts, without null',
    );
    expect(() => infer("[1]")).toThrow("p: expected an object");
  });
});
