import { expect, test } from "vitest";
import { wrongPath } from "./path.ts";

test.each([
  "MLmodel",
  "data/model.pkl",
  "a b/ü 日本.txt",
  "100%.txt",
  "a%zz",
  "a+b&c=d?e",
  ".hidden",
  "x..y/a...",
  " a ",
  ".a. .",
  "aux.py",
  "nul",
  "ab:c",
  'what?<>|*"',
  "😀",
  "u\u0308.txt",
  "\u2028\ufeff",
  "a".repeat(255),
  `${"ü".repeat(127)}/${"日".repeat(85)}`,
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
  ["a\\b", /backslash, # or a control character/],
  ["a#b", /backslash, # or a control character/],
  ["a\nb", /^"a\\nb" holds/],
  ["a\0b", /control character/],
  ["a\x7f", /control character/],
  ["a\x85", /control character/],
  [" ", /dots and spaces/],
  ["a/.. ", /dots and spaces/],
  [".../a", /dots and spaces/],
  ["a\ud800", /is not Unicode/],
  ["\udc00/\ud800", /is not Unicode/],
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
