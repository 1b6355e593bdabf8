import { expect, test } from "vitest";
import { wrongVersion } from "./mlflow-version.ts";

test("MLflow 3.4.0 and everything later is taken", () => {
  for (const version of ["3.4.0", "3.4.1.dev0", "3.17.2", "4.0.0rc1"]) {
    expect(wrongVersion(version), version).toBeUndefined();
  }
});

test("an older MLflow is refused with the version that is needed", () => {
  expect(wrongVersion("3.3.9")).toBe("is MLflow 3.3.9; expected 3.4.0 or later");
  expect(wrongVersion("2.22.0")).toMatch(/expected 3.4.0 or later/);
});

test("something that is no MLflow is named as what it is", () => {
  expect(wrongVersion("<html><body>Welcome</body></html>")).toMatch(
    /does not answer \/version as MLflow/,
  );
});
