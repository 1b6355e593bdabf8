import { expect, it } from "vitest";
import { parsePythonJson } from "../signature/python-json.ts";
import { printIndentedJson } from "./indented-json.ts";

it("prints as Python does with an indent of two", () => {
  const text = '{"é":[1.0,[],{},NaN,{"b":null,"a":true}],"c":{"d":[[-1]]}}';
  expect(printIndentedJson(parsePythonJson(text, ""))).toBe(`{
  "\\u00e9": [
    1.0,
    [],
    {},
    NaN,
    {
      "b": null,
      "a": true
    }
  ],
  "c": {
    "d": [
      [
        -1
      ]
    ]
  }
}`);
});
