import { expect, test } from "vitest";
import { endpointTemplate } from "./endpoint-template.ts";

test.each([
  ["/api/2.0/mlflow/runs/create", "/api/2.0/mlflow/runs/create"],
  ["/api/2.0/mlflow/logged-models", "/api/2.0/mlflow/logged-models"],
  ["/api/2.0/mlflow/logged-models/search", "/api/2.0/mlflow/logged-models/search"],
  ["/api/2.0/mlflow/logged-models/m-1f", "/api/2.0/mlflow/logged-models/{model_id}"],
  ["/api/2.0/mlflow/logged-models/m-1f/params", "/api/2.0/mlflow/logged-models/{model_id}/params"],
  [
    "/ajax-api/2.0/mlflow/logged-models/m-1f/artifacts/files",
    "/ajax-api/2.0/mlflow/logged-models/{model_id}/artifacts/files",
  ],
  ["/api/2.0/mlflow-artifacts/artifacts", "/api/2.0/mlflow-artifacts/artifacts"],
  ["/api/2.0/mlflow-artifacts/artifacts/0/a/MLmodel", "/api/2.0/mlflow-artifacts/artifacts/{path}"],
  ["/api/2.0/mlflow-artifacts/mpu/create/0/a", "/api/2.0/mlflow-artifacts/mpu/create/{path}"],
  ["/version", "/version"],
])("the calls of %s are those of %s", (path, template) => {
  expect(endpointTemplate(path)).toBe(template);
});
