import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lostPaths, wrongPaths } from "./path-set.ts";

describe("paths that can stand beside each other", () => {
  test.each<[string, string[]]>([
    ["files and folders", ["MLmodel", "a/b", "a/c/d", "ab", "a.b", "a b", "a-b/c"]],
    ["folders that differ in case", ["Data/a", "data/b"]],
    ["dotless and dotted i", ["kap\u0131/a", "kapi/a"]],
    ["a folder that is not in normal form C", ["u\u0308/a"]],
    ["names that only begin alike", ["a/b", "ab/c", "a!/b", "a0"]],
    ["nothing", []],
  ])("%s", (_, paths) => {
    expect(wrongPaths(paths)).toEqual([]);
  });
});

describe("paths that cannot", () => {
  test.each<[string, string[], number, string]>([
    ["one twice", ["a", "b", "a"], 2, '"a" stands here twice: each path once'],
    ["case", ["Model.pkl", "model.PKL"], 1, '"model.PKL" and "Model.pkl" are one file on'],
    ["case of a folder", ["d/x", "D/x"], 1, '"D/x" and "d/x" are one file on'],
    ["the description's name", ["mlmodel", "MLmodel"], 1, '"MLmodel" and "mlmodel" are one file'],
    [
      "normal forms",
      ["u\u0308/a", "\u00fc/a"],
      1,
      '"\u00fc/a" and "u\u0308/a" are one file on macOS or',
    ],
    ["normal forms and case", ["\u00dc/a", "u\u0308/a"], 1, "are one file on"],
    ["sharp s", ["Stra\u00dfe", "STRASSE"], 1, "are one file on"],
    ["sigmas", ["\u03a3\u03bf\u03c2/a", "\u03c3\u03bf\u03c3/a"], 1, "are one file on"],
    ["the Kelvin sign", ["\u212a/a", "k/a"], 1, "are one file on"],
    ["a dot at the end", ["a/b.", "a/b"], 1, '"a/b" and "a/b." are one file on macOS or Windows'],
    ["spaces at the end", ["a  ", "a"], 1, '"a" and "a  " are one file on'],
    ["a file where a folder is", ["a/b/c", "a/b"], 0, '"a/b/c": "a/b" is a file in this package'],
    ["a file far above", ["x", "a", "a/b/c/d"], 2, '"a/b/c/d": "a" is a file in this package'],
    ["such a file by case", ["a/b", "A"], 0, '"a/b": on macOS or Windows "A" is a file where'],
    ["a path that is wrong by itself", ["a", "../b"], 1, '"../b" leads out of the package'],
  ])("%s", (_, paths, index, description) => {
    const wrong = wrongPaths(paths);
    expect(wrong).toHaveLength(1);
    expect(wrong[0]).toMatchObject({ index, description: expect.stringContaining(description) });
  });

  test("are all told, in their order", () => {
    const paths = ["b/c", "a", "/", "A", "b", "a", "b/d", "a/x"];
    expect(wrongPaths(paths).map(({ index }) => index)).toEqual([0, 2, 3, 5, 6, 7]);
  });

  test("are found as comparing each with every other finds them", () => {
    const name = fc.constantFrom("a", "A", "b", "a.", "a b", "a!");
    const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((names) => names.join("/"));
    fc.assert(
      fc.property(fc.array(path, { maxLength: 8 }), (paths) => {
        const keys = paths.map((one) => one.toLowerCase().replaceAll(".", ""));
        const expected = keys.some((key, i) =>
          keys.some((other, j) => i !== j && (other === key || other.startsWith(`${key}/`))),
        );
        expect(wrongPaths(paths).length > 0).toBe(expected);
        const wrong = new Set(wrongPaths(paths).map(({ index }) => index));
        expect(wrongPaths(paths.filter((_, i) => !wrong.has(i)))).toEqual([]);
      }),
    );
  });

  test("are found among many deep ones", () => {
    const deep = Array(500).fill("d").join("/");
    const paths = Array.from({ length: 10_000 }, (_, i) => `${deep}/${i}`);
    expect(wrongPaths([...paths, deep])).toHaveLength(10_000);
  });
});

test("a file alone in a folder of its own name is lost, and no other", () => {
  const paths = ["d/d", "e/e", "e/f", "e-/e", "x/y/y", "g/g/h", "MLmodel", "i/i", "i/j/k", "z/z"];
  expect(lostPaths(paths).map(({ index }) => paths[index])).toEqual(["d/d", "x/y/y", "z/z"]);
  expect(lostPaths(["data/data"])[0]?.description).toMatch(/^"data\/data" is alone in a folder/);
});
