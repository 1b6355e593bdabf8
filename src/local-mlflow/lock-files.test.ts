import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type EnvironmentKind, lockedMlflowVersions, readLockFile } from "./lock-files.ts";

test("the oldest supported version comes first", () => {
  expect(lockedMlflowVersions()[0]).toBe("3.4.0");
});

test("MLflow 3.4.0 is meant for gunicorn, later versions are not", () => {
  const gunicorn = lockedMlflowVersions().map(
    (version) => readLockFile(version, "server").hasGunicorn,
  );
  expect(gunicorn).toEqual(lockedMlflowVersions().map((version) => version === "3.4.0"));
});

describe.each(lockedMlflowVersions())("the lock files of MLflow %s", (version) => {
  test.each<EnvironmentKind>(["server", "test"])(
    "pin every package of %s once per Python",
    (kind) => {
      const lines = readFileSync(readLockFile(version, kind).path, "utf8").trimEnd().split("\n");
      const packages = lines.filter((line) => line !== "-r server.txt");
      for (const line of packages) {
        expect(line).toMatch(/^[a-z0-9-]+==\S+( ; .+)?$/);
      }
      expect(new Set(packages).size).toBe(packages.length);
    },
  );

  test("pin that version", () => {
    expect(readFileSync(readLockFile(version, "server").path, "utf8")).toContain(
      `\nmlflow-skinny==${version}\n`,
    );
  });

  test("have the UI of that version", () => {
    const { uiPath } = readLockFile(version, "server");
    expect(readFileSync(uiPath, "utf8")).toBe(`mlflow==${version}\n`);
  });

  test("have more for tests than for the server, and another digest", () => {
    const server = readLockFile(version, "server");
    const forTests = readLockFile(version, "test");
    expect(forTests.packageCount).toBeGreaterThan(server.packageCount);
    expect(forTests.sha256).not.toBe(server.sha256);
  });
});
