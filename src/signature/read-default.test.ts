import { describe, expect, it } from "vitest";
import { parseSignature } from "./parse.ts";

function printDefault(type: string, value: string): string | undefined {
  const params = `[{"name":"a",${type},"default":${value}}]`;
  const printed = parseSignature({ params }).mlflowJson?.params;
  return printed && /"default": (.*), "shape"/.exec(printed)?.[1];
}

describe("a parameter's default", () => {
  it.each([
    ['"type":"double"', "1", "1.0"],
    ['"type":"float"', "9007199254740993", "9007199254740992.0"],
    ['"type":"double"', "1e22", "1e+22"],
    ['"type":"double"', "NaN", "NaN"],
    ['"type":"long"', "9007199254740993", "9007199254740993"],
    ['"type":"string"', "null", "null"],
    ['"type":"datetime"', '"2024-01-01T00:00:00+02:00"', '"2023-12-31T22:00:00"'],
    ['"type":"double","shape":[-1]', "[1, null, 2.5]", "[1.0, null, 2.5]"],
    ['"dtype":"long"', "1", "1"],
  ])("of %s given as %s is %s to MLflow", (type, value, printed) => {
    expect(printDefault(type, value)).toBe(printed);
  });

  it.each([
    ['"type":"double"', "true"],
    ['"type":"double"', `1${"0".repeat(400)}`],
    ['"type":"long"', "1.0"],
    ['"type":"boolean"', "1"],
    ['"type":"datetime"', "null"],
    ['"type":"datetime"', '"now"'],
    ['"type":"double","shape":[-1]', "[[1]]"],
    ['"type":"object","properties":{"k":{"type":"long"}},"shape":[-1]', "[]"],
  ])("of %s cannot be %s", (type, value) => {
    expect(() => printDefault(type, value)).toThrow(
      expect.objectContaining({ name: "SignatureError" }),
    );
  });
});

describe("a member of an object's default", () => {
  const object = (type: string) => `"type":"object","properties":{"k":${type}}`;

  it.each([
    ['{"type":"any"}', '[{"z": [1, 1.0]}]'],
    ['{"type":"long"}', "9223372036854775807"],
    ['{"type":"double"}', "1"],
    ['{"type":"float"}', "0"],
    ['{"type":"double","required":false}', "null"],
    ['{"type":"long","required":false}', "NaN"],
    ['{"type":"datetime"}', '"2024-05-06T07:08"'],
    ['{"type":"array","items":{"type":"double"}}', "[1, 1.5, null]"],
    ['{"type":"array","items":{"type":"string"}}', '["x", null]'],
    ['{"type":"array","items":{"type":"any"}}', "null"],
    ['{"type":"array","items":{"type":"array","items":{"type":"long"}}}', "[[1], []]"],
    ['{"type":"array","items":{"type":"sparkml_vector"}}', "[[1.0]]"],
    ['{"type":"map","values":{"type":"long"}}', '{"z": 1}'],
    ['{"type":"object","properties":{"z":{"type":"long","required":false}}}', "{}"],
  ])("of %s can be %s, and stays as it is", (type, value) => {
    expect(printDefault(object(type), `{"k":${value}}`)).toBe(`{"k": ${value}}`);
  });

  it.each([
    ['{"type":"integer"}', "1"],
    ['{"type":"long"}', "9223372036854775808"],
    ['{"type":"long"}', "null"],
    ['{"type":"float"}', "1.0"],
    ['{"type":"double"}', "2"],
    ['{"type":"datetime"}', '"2024-05-06T07:08Z"'],
    ['{"type":"datetime"}', '"9999-01-01"'],
    ['{"type":"array","items":{"type":"long"}}', "[1, null]"],
    ['{"type":"array","items":{"type":"long"}}', "1"],
    ['{"type":"array","items":{"type":"binary"}}', '["é"]'],
    ['{"type":"map","values":{"type":"long"}}', '{"z": "x"}'],
    ['{"type":"map","values":{"type":"long"}}', "[]"],
    ['{"type":"object","properties":{"z":{"type":"long"}}}', "{}"],
    ['{"type":"object","properties":{"z":{"type":"long"}}}', '{"z": 1, "y": 1}'],
    ['{"type":"object","properties":{"z":{"type":"long"}}}', "null"],
  ])("of %s cannot be %s", (type, value) => {
    expect(() => printDefault(object(type), `{"k":${value}}`)).toThrow(
      expect.objectContaining({ path: expect.stringMatching(/^params\[0\]\.default\.k/) }),
    );
  });
});
