import { delimiter } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { childEnvironment } from "./child-environment.ts";

afterEach(() => {
  vi.unstubAllEnvs();
});

test.each([
  "MLFLOW_TRACKING_URI",
  "_MLFLOW_SERVER_FILE_STORE",
  "PYTHONPATH",
  "PYTHONHOME",
  "PIP_TARGET",
  "PIP_USER",
  "VIRTUAL_ENV",
  "UV_PROJECT_ENVIRONMENT",
  "GUNICORN_CMD_ARGS",
  "WEB_CONCURRENCY",
])("%s does not reach a child", (name) => {
  vi.stubEnv(name, "/elsewhere");
  expect(childEnvironment()).not.toHaveProperty(name);
});

test.each(["PIP_INDEX_URL", "PIP_CERT", "UV_CACHE_DIR", "HTTPS_PROXY", "HOME_OF_PYTHON"])(
  "%s reaches a child",
  (name) => {
    vi.stubEnv(name, "kept");
    expect(childEnvironment()).toHaveProperty(name, "kept");
  },
);

test("the folder of an environment's programs comes first on PATH", () => {
  vi.stubEnv("PATH", "/usr/bin");
  expect(childEnvironment("/venv/bin").PATH).toBe(`/venv/bin${delimiter}/usr/bin`);
  expect(childEnvironment().PATH).toBe("/usr/bin");
});

test("MLflow's usage reporting is off", () => {
  expect(childEnvironment()).toMatchObject({ MLFLOW_DISABLE_TELEMETRY: "true" });
});
