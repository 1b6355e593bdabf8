import { timestampDate } from "@bufbuild/protobuf/wkt";
import { InvalidArgumentError } from "commander";
import { expect, test } from "vitest";
import { ContributorKind } from "#gen/modelwire/registry/v1/registration_pb.js";
import { collectTagFilter, parseContributor, parseTime } from "./list-options.ts";

test("tags to look for have a value, an empty one, or any", () => {
  const words = ["team=sales", "note=a=b", "empty=", "any"];
  expect(
    words.reduce<ReturnType<typeof collectTagFilter>>(
      (all, word) => collectTagFilter(word, all),
      [],
    ),
  ).toEqual([
    { key: "team", value: "sales" },
    { key: "note", value: "a=b" },
    { key: "empty", value: "" },
    { key: "any" },
  ]);
});

test.each(["", "=x"])("«%s» names no tag", (text) => {
  expect(() => collectTagFilter(text)).toThrow(InvalidArgumentError);
});

test.each([
  [`0x${"aB".repeat(20)}`, ContributorKind.ETHEREUM_ADDRESS],
  [`0x${"aB".repeat(19)}`, ContributorKind.ACCOUNT],
  [`${"aB".repeat(20)}`, ContributorKind.ACCOUNT],
  ["alice", ContributorKind.ACCOUNT],
])("%s is a contributor of kind %i", (id, kind) => {
  expect(parseContributor(id)).toEqual({ kind, id });
});

test.each([
  ["2026-03-01", "2026-03-01T00:00:00.000Z"],
  ["2024-02-29", "2024-02-29T00:00:00.000Z"],
  ["2026-03-01T12:30", "2026-03-01T12:30:00.000Z"],
  ["2026-03-01T12:30:15.5Z", "2026-03-01T12:30:15.500Z"],
  ["2026-03-01T01:00:00+02:00", "2026-02-28T23:00:00.000Z"],
  ["2026-03-01 12:00:07Z", "2026-03-01T12:00:07.000Z"],
])("%s is the time %s", (text, iso) => {
  expect(timestampDate(parseTime(text)).toISOString()).toBe(iso);
});

test.each([
  ...["", "yesterday", "2026", "2026-3-1", "2026-02-30", "2026-13-01", "2026-03-01T25:00Z"],
  ...["2026-03-01T12:00:00 CET", "2026-03-01Z", "1772323200", "2026-03-01T12:00:00+2"],
])("«%s» is no time", (text) => {
  expect(() => parseTime(text)).toThrow(InvalidArgumentError);
});
