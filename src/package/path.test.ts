import { expect, test } from "vitest";
import { packagePaths, wrongPath } from "./path.ts";

test.each([
  "MLmodel",
  "data/model.pkl",
  "日本 ключ/a b/größe.txt",
  "100%.txt",
  "a%zz",
  "a+b&c=d;e",
  ".hidden",
  "x..y/a...",
  "a ",
  ".a. .",
  "aux.py",
  "nul",
  "2024-01-01T10:00:00.csv",
  "<>|*\"'",
  "__proto__",
  "a".repeat(255),
  `${"日".repeat(85)}/${"ü".repeat(127)}`,
  Array(512).fill("a").join("/"),
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
  ["./a", /empty, or nothing but dots and spaces/],
  ["a/./b", /empty, or nothing but dots and spaces/],
  ["a//b", /empty, or nothing but dots and spaces/],
  ["a/", /empty, or nothing but dots and spaces/],
  ["a\\b", /backslash, #, \? or a control character/],
  ["a#b", /backslash, #, \? or a control character/],
  ["a\nb", /^"a\\nb" holds/],
  ["a\0b", /control character/],
  ["a\x7f", /control character/],
  ["a\x85", /control character/],
  [" ", /dots and spaces/],
  ["a/.. ", /dots and spaces/],
  [".../a", /dots and spaces/],
  ["a\ud800", /is not Unicode/],
  ["\udc00/\ud800", /is not Unicode/],
  ["a?b", /backslash, #, \? or a control character/],
  ["é?/b", /backslash, #, \? or a control character/],
  [" a", /begins with a space/],
  ["a/ b/c", /begins with a space/],
  ["http:a", /begins like a drive or a URL/],
  ["d/C:x", /begins like a drive or a URL/],
  ["d/日本.txt", /beyond Latin-1/],
  ["u\u0308", /beyond Latin-1/],
  ["😀", /beyond Latin-1/],
  ["a%20b", /would take for a character/],
  ["%2e%2E/x", /would take for a character/],
  ["ü".repeat(513), /longer than 1,024 bytes/],
  [`/${"a".repeat(2_000_000)}`, /^.{10,200}longer than 1,024 bytes$/],
  [`d/${"a".repeat(300)}`, /^"d\/a+…a+" has a component of 300 bytes: .* 255$/],
  [`d/${"a".repeat(256)}/b`, /component of 256 bytes/],
  ["ü".repeat(128), /component of 256 bytes/],
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
