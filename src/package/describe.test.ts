import { create } from "@bufbuild/protobuf";
import { describe, expect, test } from "vitest";
import { ModelDescriptionSchema } from "#gen/modelwire/registry/v1/model_description_pb.js";
import { goldens, type Init } from "./describe.testdata.ts";
import { describeModel } from "./describe.ts";
import { readMlmodel } from "./mlmodel.ts";

const onnx: Init = {
  flavor: { case: "onnx", value: { path: "model.onnx", onnxVersion: "1.19.1" } },
};
const described = (init: Init, paths: readonly string[] = ["model.onnx"]) => {
  const files = paths.map((path, i) => ({ path, sizeBytes: 10 ** i }));
  return describeModel(create(ModelDescriptionSchema, init), files);
};
const written = (init: Init, paths?: readonly string[]): Record<string, string> =>
  Object.fromEntries(described(init, paths).files.map(({ path, content }) => [path, content]));

test.each(goldens)("$name is described as MLflow saves it", ({ init, paths, flavors }) => {
  const { mlmodel } = described({ ...init, pythonVersion: "3.11.7" }, paths);
  expect(readMlmodel(mlmodel).flavors).toEqual(readMlmodel(`flavors:${flavors}\n`).flavors);
});

test("an MLmodel has MLflow's keys in MLflow's order, with ids and time to be set", () => {
  const init: Init = { ...onnx, envVars: ["API_KEY"], pythonVersion: "3.11" };
  const { mlmodel, files } = described(init, ["model.onnx", "model.onnx.data"]);
  expect(mlmodel).toBe(`artifact_path: null
env_vars:
- API_KEY
flavors:
  onnx:
    code: null
    data: model.onnx
    onnx_session_options: null
    onnx_version: "1.19.1"
    providers:
    - CUDAExecutionProvider
    - CPUExecutionProvider
  python_function:
    data: model.onnx
    env:
      conda: conda.yaml
      virtualenv: python_env.yaml
    loader_module: mlflow.onnx
    python_version: "3.11"
mlflow_version: "3.4.0"
model_id: null
model_size_bytes: 11
model_uuid: null
prompts: null
run_id: null
utc_time_created: null
`);
  expect(files[0]).toEqual({ path: "MLmodel", content: mlmodel });
});

test("the same description gives the same text, whatever the order of its maps", () => {
  const model = (artifacts: Record<string, string>): Init => ({
    flavor: { case: "pythonModel", value: { path: "m.pkl", artifacts } },
  });
  const one = described(model({ b: "m.pkl", a: "m.pkl" }), ["m.pkl"]);
  expect(described(model({ a: "m.pkl", b: "m.pkl" }), ["m.pkl"])).toEqual(one);
});

describe("the environment", () => {
  test("is written as MLflow writes it, with the library of the flavor", () => {
    expect(written({ ...onnx, pythonVersion: "3.11.7" })).toMatchObject({
      "requirements.txt": "mlflow==3.4.0\nonnx==1.19.1\nonnxruntime",
      "conda.yaml": `channels:
- conda-forge
dependencies:
- python=3.11.7
- pip
- pip:
  - mlflow==3.4.0
  - onnx==1.19.1
  - onnxruntime
name: mlflow-env
`,
      "python_env.yaml": `build_dependencies:
- pip
- setuptools
- wheel
dependencies:
- "-r requirements.txt"
python: "3.11.7"
`,
    });
  });

  test("says no Python where the description says none", () => {
    const { "conda.yaml": conda, "python_env.yaml": virtualenv } = written(onnx);
    expect(conda).toContain("dependencies:\n- pip\n");
    expect(virtualenv).not.toContain("python:");
  });

  test.each([
    [["numpy", "scipy>=1"], "mlflow==3.5.1\nnumpy\nscipy>=1"],
    [["mlflow>=3"], "mlflow>=3"],
    [["numpy", "MLflow[extras]==3.4.0"], "numpy\nMLflow[extras]==3.4.0"],
    [["mlflow-skinny==3.4.0"], "mlflow-skinny==3.4.0"],
    [["mlflow_skinny"], "mlflow_skinny"],
    [["mlflow-export-import"], "mlflow==3.5.1\nmlflow-export-import"],
    [["mlflowy"], "mlflow==3.5.1\nmlflowy"],
  ])("of the requirements %j has mlflow unless they name it", (pipRequirements, expected) => {
    const files = written({ ...onnx, pipRequirements, mlflowVersion: "3.5.1" });
    expect(files["requirements.txt"]).toBe(expected);
  });

  test.each([
    ["xgboost.core.Booster", "mlflow==3.4.0\nxgboost==3.0.5"],
    ["xgboost.sklearn.XGBClassifier", "mlflow==3.4.0\nxgboost==3.0.5\nscikit-learn"],
  ])("of a %s has what the class needs", (modelClass, expected) => {
    const value = { path: "model.ubj", modelClass, xgbVersion: "3.0.5" };
    const files = written({ flavor: { case: "xgboost", value } }, ["model.ubj"]);
    expect(files["requirements.txt"]).toBe(expected);
  });

  test("that the package has is left alone, and conda.yaml refers to its requirements", () => {
    const own = ["model.onnx", "requirements.txt", "python_env.yaml"];
    const files = written(onnx, own);
    expect(Object.keys(files)).toEqual(["MLmodel", "conda.yaml"]);
    expect(files["conda.yaml"]).toContain('- pip:\n  - "-r requirements.txt"\n');
    const given = written({ ...onnx, pipRequirements: ["numpy"] }, own);
    expect(given["conda.yaml"]).toContain("- pip:\n  - mlflow==3.4.0\n  - numpy\n");
  });

  test("names the environment variables that the model needs", () => {
    const files = written({ ...onnx, envVars: ["API_KEY", "REGION"] });
    expect(files["environment_variables.txt"]).toMatch(/^# This file.*\nAPI_KEY\nREGION\n$/s);
  });
});

test("a model of skops names the types that it is loaded with, as MLflow 3.17 writes it", () => {
  const value = {
    path: "model.skops",
    serializationFormat: "skops",
    sklearnVersion: "1.8.0",
    skopsTrustedTypes: ["my_package.MyTransformer"],
  };
  const files = written({ flavor: { case: "sklearn", value } }, ["model.skops"]);
  expect(files.MLmodel).toContain("skops_trusted_types:\n    - my_package.MyTransformer\n");
});
