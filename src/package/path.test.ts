import { expect, test } from "vitest";
import { packagePaths, wrongPath } from "./path.ts";

test.each([
  "MLmodel",
  "data/model.pkl",
  "a b/ü 日本.txt",
  "100%.txt",
  "a%zz",
  "a+b&c=d?e",
  ".hidden",
  "x..y/...",
  "😀",
  `${"a".repeat(1022)}/b`,
])("%s is a path", (path) => {
  expect(wrongPath(path)).toBeUndefined();
});

test.each([
  ["", /^expected a path/],
  ["/etc/passwd", /is not relative/],
  ["C:/model", /is not relative/],
  ["c:model", /is not relative/],
  ["../model", /leads out of the package/],
  ["a/../b", /leads out of the package/],
  ["a/..", /leads out of the package/],
  ["./a", /empty or a dot/],
  ["a/./b", /empty or a dot/],
  ["a//b", /empty or a dot/],
  ["a/", /empty or a dot/],
  ["a\\b", /backslash, # or a control character/],
  ["a#b", /backslash, # or a control character/],
  ["a\nb", /^"a\\nb" holds/],
  ["a\0b", /control character/],
  ["a\x7f", /control character/],
  ["a%20b", /would take for a character/],
  ["%2e%2E/x", /would take for a character/],
  ["ü".repeat(513), /longer than 1,024 bytes/],
])("%j is refused", (path, why) => {
  expect(wrongPath(path)).toMatch(why);
});

test("a folder is what files lie below, a file is not", () => {
  const paths = packagePaths(["code-2/a", "code/sub/b.py", "code.py", "größe/x", "data"]);
  const folders = ["code", "code/sub", "code-2", "größe", "data", "cod", "code/s", "", "code/"];
  expect(folders.filter(paths.hasFolder)).toEqual(["code", "code/sub", "code-2", "größe"]);
  expect(["data", "code", "code/sub/b.py", ""].filter(paths.hasFile)).toEqual([
    "data",
    "code/sub/b.py",
  ]);
  expect(packagePaths([]).hasFolder("a")).toBe(false);
});
