import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import { expect, test } from "vitest";
import { fields, plain, table, time } from "./output.ts";

test("fields are aligned, and those without a value are left out", () => {
  const text = fields([
    ["a", "1"],
    ["unset", undefined],
    ["empty", ""],
    ["longer", "x\n  y"],
  ]);
  expect(text.split("\n")).toEqual(["a       1", "longer  x", "          y"]);
});

test("columns are as wide as their widest cell, and an empty cell is a dash", () => {
  const text = table(
    ["ID", "STATE"],
    [
      ["ep_1", "enabled"],
      ["e", ""],
    ],
  );
  expect(text.split("\n")).toEqual(["ID    STATE", "ep_1  enabled", "e     -"]);
});

test("control characters are shown and not sent", () => {
  expect(plain("a\x1b[31m\nb\x9b")).toBe("a\\x1b[31m\\x0ab\\x9b");
  expect(table(["A"], [["x\ty"]])).toBe("A\nx\\x09y");
});

test("times are UTC to the second", () => {
  expect(time(timestampFromMs(Date.UTC(2026, 2, 1, 12, 0, 7, 89)))).toBe("2026-03-01 12:00:07Z");
  expect(time(undefined)).toBe("");
});
