import { describe, expect, it } from "vitest";
import { asCategories } from "./categories.ts";
import type { PythonValue } from "./python-json.ts";

describe("values of a category column", () => {
  it.each<[string, PythonValue[], PythonValue[]]>([
    ["texts stay", ["b", "1", "b"], ["b", "1", "b"]],
    ["integers beside floats become floats", [1n, 2.5, Number.NaN], [1, 2.5, Number.NaN]],
    ["of equal ones all become the first", [true, 1n, 1.0], [true, true, true]],
    ["an integer before an equal float stays", [1n, 1.0], [1n, 1n]],
    ["text is not equal to a number", ["1", 1n], ["1", 1n]],
    ["what numpy holds in no one type stays", [2n ** 64n, 1.5], [2n ** 64n, 1.5]],
    ["other types beside stay", [1n, 2.5, "a"], [1n, 2.5, "a"]],
  ])("follow pandas: %s", (_, values, expected) => {
    expect(asCategories(values)).toEqual(expected);
  });
});
