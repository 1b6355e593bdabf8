import { expect, test } from "vitest";
import { wrongMigrations } from "./migration-state.ts";

test("a database with the migrations of this build is right", () => {
  expect(wrongMigrations(["0001-a", "0002-b"], ["0001-a", "0002-b"])).toBeUndefined();
});

test("a database of a newer build is told from one that lacks something", () => {
  expect(wrongMigrations(["0001-a", "0002-b", "0003-c"], ["0001-a", "0002-b"])).toMatch(
    /^it is that of a newer build, which made 0003-c: run that build/,
  );
  expect(wrongMigrations(["0001-a"], ["0001-a", "0002-b"])).toMatch(/^it lacks 0002-b: start/);
});
