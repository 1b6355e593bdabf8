import { create, type JsonObject } from "@bufbuild/protobuf";
import { expect, test } from "vitest";
import { ModelDescriptionSchema } from "#gen/modelwire/registry/v1/model_description_pb.js";
import { goldens, type Init } from "./describe.testdata.ts";
import { descriptionViolations } from "./describe-rules.ts";
import { packagePaths } from "./path.ts";

const paths = ["model.bin", "model.ubj", "script.py", "data/w.json", "code/helper.py"];
const wrong = (init: Init, files: readonly string[] = paths) =>
  descriptionViolations(create(ModelDescriptionSchema, init), packagePaths(files)).map(
    ({ field, description }) => [field, description],
  );
const deep = (levels: number): JsonObject =>
  JSON.parse(`${'{"a":'.repeat(levels - 1)}{}${"}".repeat(levels - 1)}`);

const loader = (value: object): Init => ({
  flavor: { case: "pythonFunction", value: { loaderModule: "m", ...value } },
});
const pickle = (value: object): Init => ({
  flavor: { case: "pythonModel", value: { path: "model.bin", ...value } },
});
const code = (value: object): Init => ({
  flavor: { case: "modelFromCode", value: { path: "script.py", ...value } },
});
const sklearn = (value: object): Init => ({
  flavor: {
    case: "sklearn",
    value: {
      path: "model.bin",
      serializationFormat: "pickle",
      sklearnVersion: "1.7.2",
      ...value,
    },
  },
});
const xgboost = (value: object): Init => ({
  flavor: {
    case: "xgboost",
    value: {
      path: "model.ubj",
      modelClass: "xgboost.core.Booster",
      xgbVersion: "3.0.5",
      ...value,
    },
  },
});
const lightgbm = (value: object): Init => ({
  flavor: {
    case: "lightgbm",
    value: {
      path: "model.bin",
      modelClass: "lightgbm.basic.Booster",
      lgbVersion: "4.6.0",
      ...value,
    },
  },
});
const onnx = (value: object): Init => ({
  flavor: { case: "onnx", value: { path: "model.bin", onnxVersion: "1.19.1", ...value } },
});
const other = (flavors: Record<string, JsonObject>): Init => ({
  flavor: { case: "other", value: { flavors } },
});
const module = { loader_module: "mlflow.pytorch" };

test.each(goldens)("$name is right", ({ init, paths: own }) => {
  expect(wrong({ ...init, pythonVersion: "3.11.7" }, own)).toEqual([]);
});

test.each<[string, Init]>([
  ["folders as data and artifacts", pickle({ artifacts: { all: "data", one: "data/w.json" } })],
  ["a file in a folder", sklearn({ path: "data/w.json" })],
  ["no data", loader({})],
  ["a module in a package, of other letters", loader({ loaderModule: "größe.lader_2" })],
  ["a local version", sklearn({ sklearnVersion: "1.8.0rc1+cpu.1" })],
  ["the deepest configuration", loader({ config: deep(29) })],
  ["the deepest flavor", other({ crate: deep(30) })],
  ["a flavor that Python does not load", other({ crate: {} })],
  ["a Python that is to come", { ...loader({}), pythonVersion: "3.15.0rc2" }],
  ["lines for pip", { ...loader({}), pipRequirements: ["-r more.txt", "a @ file:a.whl ; x"] }],
])("%s is right", (_, init) => {
  expect(wrong(init)).toEqual([]);
});

const noFile = "expected a file of the package";
const noPath = "expected a file or folder of the package";
const noFolder = "expected a folder of the package";
const atRoot =
  '"data/w.json" is in a folder: expected a file at the root of the package, the only place where MLflow finds it';
const moduleRule = "expected the name of a Python module, such as my_loader";
const versionRule = "expected a version, such as 1.7.2";
const pythonRule = "expected a version of Python, such as 3.11.9";
const lineRule = "expected one line that ends in no \\";
const requirementRule = "expected a requirement of pip, such as scikit-learn==1.7.2";
const variableRule = "expected the name of an environment variable, such as OPENAI_API_KEY";
const depthRule = (levels: number) =>
  `expected objects and arrays that nest at most ${levels} deep`;

test.each<[string, Init, string, string]>([
  [
    "no flavor",
    {},
    "flavor",
    "expected a flavor, such as sklearn or python_function, or other for any other",
  ],
  ["no module", loader({ loaderModule: "" }), "python_function.loader_module", moduleRule],
  ["a file", loader({ loaderModule: "m.py/x" }), "python_function.loader_module", moduleRule],
  ["a dot", loader({ loaderModule: "m." }), "python_function.loader_module", moduleRule],
  ["data", loader({ data: "dat" }), "python_function.data", `no "dat": ${noPath}`],
  ["data, empty", loader({ data: "" }), "python_function.data", `no path: ${noPath}`],
  ["data, slash", loader({ data: "data/" }), "python_function.data", `no "data/": ${noPath}`],
  ["a configuration", loader({ config: deep(30) }), "python_function.config", depthRule(29)],
  ["a pickle", pickle({ path: "x" }), "python_model.path", `no "x": ${noFile}`],
  ["a folder", pickle({ path: "data" }), "python_model.path", `no "data": ${noFile}`],
  [
    "a cloudpickle",
    pickle({ cloudpickleVersion: "" }),
    "python_model.cloudpickle_version",
    versionRule,
  ],
  [
    "an artifact",
    pickle({ artifacts: { w: "x" } }),
    "python_model.artifacts",
    `"w": no "x": ${noPath}`,
  ],
  [
    "an artifact's name",
    pickle({ artifacts: { "": "data" } }),
    "python_model.artifacts",
    '"": expected a name',
  ],
  ["a configuration", pickle({ config: deep(30) }), "python_model.config", depthRule(29)],
  ["a script", code({ path: "x.py" }), "model_from_code.path", `no "x.py": ${noFile}`],
  ["a script in a folder", code({ path: "data/w.json" }), "model_from_code.path", atRoot],
  [
    "an artifact",
    code({ artifacts: { w: "x" } }),
    "model_from_code.artifacts",
    `"w": no "x": ${noPath}`,
  ],
  ["a configuration", code({ config: deep(30) }), "model_from_code.config", depthRule(29)],
  ["a pickle", sklearn({ path: "" }), "sklearn.path", `no path: ${noFile}`],
  [
    "a format",
    sklearn({ serializationFormat: "" }),
    "sklearn.serialization_format",
    "expected a name, such as cloudpickle",
  ],
  [
    "a trusted type",
    sklearn({ skopsTrustedTypes: ["my_package.MyTransformer", ""] }),
    "sklearn.skops_trusted_types[1]",
    "expected a name, such as my_package.MyTransformer",
  ],
  ["a version", sklearn({ sklearnVersion: "" }), "sklearn.sklearn_version", versionRule],
  ["a version", sklearn({ sklearnVersion: ">=1" }), "sklearn.sklearn_version", versionRule],
  [
    "a method",
    sklearn({ predictFn: "a b" }),
    "sklearn.predict_fn",
    "expected a name, such as predict",
  ],
  ["a file in a folder", xgboost({ path: "data/w.json" }), "xgboost.path", atRoot],
  [
    "a class",
    xgboost({ modelClass: "Booster" }),
    "xgboost.model_class",
    "expected a class with its module, such as xgboost.core.Booster",
  ],
  [
    "a format that its name does not say",
    xgboost({ path: "model.bin" }),
    "xgboost.model_format",
    "expected xgb, json or ubj",
  ],
  [
    "a format",
    xgboost({ modelFormat: "pickle" }),
    "xgboost.model_format",
    "expected xgb, json or ubj",
  ],
  ["a version", xgboost({ xgbVersion: "3\n" }), "xgboost.xgb_version", versionRule],
  ["a file in a folder", lightgbm({ path: "data/w.json" }), "lightgbm.path", atRoot],
  [
    "a class",
    lightgbm({ modelClass: "" }),
    "lightgbm.model_class",
    "expected a class with its module, such as lightgbm.basic.Booster",
  ],
  ["a version", lightgbm({ lgbVersion: "v4" }), "lightgbm.lgb_version", versionRule],
  [
    "a format",
    lightgbm({ serializationFormat: "" }),
    "lightgbm.serialization_format",
    "expected a name, such as cloudpickle",
  ],
  ["a file in a folder", onnx({ path: "data/w.json" }), "onnx.path", atRoot],
  ["a version", onnx({ onnxVersion: "" }), "onnx.onnx_version", versionRule],
  [
    "a provider",
    onnx({ providers: ["A", ""] }),
    "onnx.providers[1]",
    "expected a name, such as CPUExecutionProvider",
  ],
  ["options", onnx({ sessionOptions: deep(30) }), "onnx.session_options", depthRule(29)],
  ["none", other({}), "other.flavors", "expected at least one flavor"],
  [
    "no module",
    other({ python_function: {} }),
    "other.flavors",
    `"python_function.loader_module": ${moduleRule}`,
  ],
  [
    "data",
    other({ python_function: { ...module, data: "x" } }),
    "other.flavors",
    `"python_function.data": no "x": ${noPath}`,
  ],
  [
    "code",
    other({ python_function: { ...module, code: "x" } }),
    "other.flavors",
    `"python_function.code": no "x": ${noFolder}`,
  ],
  ["settings", other({ crate: deep(31) }), "other.flavors", `"crate": ${depthRule(30)}`],
  ["a name", other({ "": {} }), "other.flavors", '"": expected a name, such as pytorch'],
  [
    "a code directory",
    { ...loader({}), codeDirectory: "model.bin" },
    "code_directory",
    `no "model.bin": ${noFolder}`,
  ],
  ["a Python", { ...loader({}), pythonVersion: "3" }, "python_version", pythonRule],
  ["a Python", { ...loader({}), pythonVersion: ">=3.11" }, "python_version", pythonRule],
  ["an MLflow", { ...loader({}), mlflowVersion: "latest" }, "mlflow_version", versionRule],
  ["two lines", { ...loader({}), pipRequirements: ["a", "b\nc"] }, "pip_requirements[1]", lineRule],
  [
    "a line that goes on",
    { ...loader({}), pipRequirements: ["b \\"] },
    "pip_requirements[0]",
    lineRule,
  ],
  [
    "another line",
    { ...loader({}), pipRequirements: ["b\u2028c"] },
    "pip_requirements[0]",
    lineRule,
  ],
  [
    "no requirement",
    { ...loader({}), pipRequirements: [" "] },
    "pip_requirements[0]",
    requirementRule,
  ],
  [
    "a comment",
    { ...loader({}), pipRequirements: ["# x"] },
    "pip_requirements[0]",
    requirementRule,
  ],
  ["a variable", { ...loader({}), envVars: ["A", "B=1"] }, "env_vars[1]", variableRule],
  ["a variable", { ...loader({}), envVars: ["1A"] }, "env_vars[0]", variableRule],
])("%s that is wrong is named: %o", (_, init, field, description) => {
  expect(wrong(init)).toEqual([[field, description]]);
});

test("everything that is wrong is named at once", () => {
  const init = { ...sklearn({ path: "x", sklearnVersion: "" }), envVars: [""] };
  expect(wrong(init).map(([field]) => field)).toEqual([
    "sklearn.path",
    "sklearn.sklearn_version",
    "env_vars[0]",
  ]);
});
