import type { ModelDescription } from "#gen/modelwire/registry/v1/model_description_pb.js";
import type { FieldViolation } from "../error.ts";
import { extension } from "./describe-flavors.ts";
import {
  wrongClass,
  wrongDepth,
  wrongModule,
  wrongName,
  wrongPythonVersion,
  wrongRequirement,
  wrongVariable,
  wrongVersion,
} from "./describe-values.ts";
import { DEEPEST_JSON } from "./json.ts";
import type { PackagePaths } from "./path.ts";

/** A field, and what is wrong with it. */
type Check = readonly [field: string, wrong: string | undefined];

/**
 * Lists what is wrong with a description of the files of a package. Fields are relative to it,
 * such as `sklearn.path`.
 */
export function descriptionViolations(
  description: ModelDescription,
  paths: PackagePaths,
): FieldViolation[] {
  const { flavor, codeDirectory, pythonVersion, mlflowVersion } = description;
  const checks: Check[] = [
    ...flavorChecks(flavor, paths),
    ["code_directory", optional(codeDirectory, (path) => wrongFolder(path, paths))],
    ["python_version", optional(pythonVersion, wrongPythonVersion)],
    ...description.pipRequirements.map(
      (requirement, i): Check => [`pip_requirements[${i}]`, wrongRequirement(requirement)],
    ),
    ["mlflow_version", optional(mlflowVersion, wrongVersion)],
    ...description.envVars.map((name, i): Check => [`env_vars[${i}]`, wrongVariable(name)]),
  ];
  return checks.flatMap(([field, wrong]) => (wrong ? [{ field, description: wrong }] : []));
}

function flavorChecks(flavor: ModelDescription["flavor"], paths: PackagePaths): Check[] {
  switch (flavor.case) {
    case "pythonFunction": {
      const { loaderModule, data, config } = flavor.value;
      return [
        ["python_function.loader_module", wrongModule(loaderModule)],
        ["python_function.data", optional(data, (path) => wrongPath(path, paths))],
        ["python_function.config", wrongDepth(config, DEEPEST_SETTING)],
      ];
    }
    case "pythonModel": {
      const { path, cloudpickleVersion, artifacts, config } = flavor.value;
      return [
        ["python_model.path", wrongFile(path, paths)],
        ["python_model.cloudpickle_version", optional(cloudpickleVersion, wrongVersion)],
        ...artifactChecks("python_model.artifacts", artifacts, paths),
        ["python_model.config", wrongDepth(config, DEEPEST_SETTING)],
      ];
    }
    case "modelFromCode": {
      const { path, artifacts, config } = flavor.value;
      return [
        ["model_from_code.path", wrongFileAtRoot(path, paths)],
        ...artifactChecks("model_from_code.artifacts", artifacts, paths),
        ["model_from_code.config", wrongDepth(config, DEEPEST_SETTING)],
      ];
    }
    case "sklearn": {
      const { path, serializationFormat, sklearnVersion, predictFn, skopsTrustedTypes } =
        flavor.value;
      return [
        ["sklearn.path", wrongFile(path, paths)],
        ["sklearn.serialization_format", wrongName(serializationFormat, "cloudpickle")],
        ["sklearn.sklearn_version", wrongVersion(sklearnVersion)],
        ["sklearn.predict_fn", optional(predictFn, (name) => wrongName(name, "predict"))],
        ...typeChecks("sklearn", skopsTrustedTypes),
      ];
    }
    case "xgboost": {
      const { path, modelClass, modelFormat = extension(path), xgbVersion } = flavor.value;
      const isFormat = ["xgb", "json", "ubj"].includes(modelFormat);
      return [
        ["xgboost.path", wrongFileAtRoot(path, paths)],
        ["xgboost.model_class", wrongClass(modelClass, "xgboost.core.Booster")],
        ["xgboost.model_format", isFormat ? undefined : "expected xgb, json or ubj"],
        ["xgboost.xgb_version", wrongVersion(xgbVersion)],
      ];
    }
    case "lightgbm": {
      const { path, modelClass, lgbVersion, serializationFormat, skopsTrustedTypes } = flavor.value;
      const wrongFormat = (name: string) => wrongName(name, "cloudpickle");
      return [
        ["lightgbm.path", wrongFileAtRoot(path, paths)],
        ["lightgbm.model_class", wrongClass(modelClass, "lightgbm.basic.Booster")],
        ["lightgbm.lgb_version", wrongVersion(lgbVersion)],
        ["lightgbm.serialization_format", optional(serializationFormat, wrongFormat)],
        ...typeChecks("lightgbm", skopsTrustedTypes),
      ];
    }
    case "onnx": {
      const { path, onnxVersion, providers, sessionOptions } = flavor.value;
      return [
        ["onnx.path", wrongFileAtRoot(path, paths)],
        ["onnx.onnx_version", wrongVersion(onnxVersion)],
        ...providers.map(
          (name, i): Check => [`onnx.providers[${i}]`, wrongName(name, "CPUExecutionProvider")],
        ),
        ["onnx.session_options", wrongDepth(sessionOptions, DEEPEST_SETTING)],
      ];
    }
    case "other": {
      const { flavors } = flavor.value;
      const names = Object.keys(flavors);
      const text = (value: unknown) => (typeof value === "string" ? value : undefined);
      const { loader_module, data, code } = flavors.python_function ?? {};
      const own = flavors.python_function && [
        inFlavor("python_function.loader_module", wrongModule(text(loader_module) ?? "")),
        inFlavor(
          "python_function.data",
          optional(text(data), (path) => wrongPath(path, paths)),
        ),
        inFlavor(
          "python_function.code",
          optional(text(code), (path) => wrongFolder(path, paths)),
        ),
      ];
      return [
        ["other.flavors", names.length > 0 ? undefined : "expected at least one flavor"],
        ...(own ?? []),
        ...names.map((name) => inFlavor(name, wrongDepth(flavors[name], DEEPEST_JSON))),
        ...names.map((name) => inFlavor(name, wrongName(name, "pytorch"))),
      ];
    }
    case undefined: {
      const wrong = "expected a flavor, such as sklearn or python_function, or other for any other";
      return [["flavor", wrong]];
    }
  }
}

// A setting stands in the map of its flavor.
const DEEPEST_SETTING = DEEPEST_JSON - 1;

function inFlavor(name: string, wrong: string | undefined): Check {
  return ["other.flavors", wrong && `"${name}": ${wrong}`];
}

function typeChecks(flavor: string, types: readonly string[]): Check[] {
  return types.map((name, i) => [
    `${flavor}.skops_trusted_types[${i}]`,
    wrongName(name, "my_package.MyTransformer"),
  ]);
}

function artifactChecks(
  field: string,
  artifacts: Record<string, string>,
  paths: PackagePaths,
): Check[] {
  return Object.entries(artifacts).map(([name, path]) => {
    const wrong = name === "" ? "expected a name" : wrongPath(path, paths);
    return [field, wrong && `"${name}": ${wrong}`];
  });
}

function optional<T>(
  value: T | undefined,
  rule: (value: T) => string | undefined,
): string | undefined {
  return value === undefined ? undefined : rule(value);
}

function wrongFile(path: string, paths: PackagePaths): string | undefined {
  return paths.hasFile(path) ? undefined : `${missing(path)}: expected a file of the package`;
}

// MLflow's loaders of these take the folder of the file for that of the MLmodel.
function wrongFileAtRoot(path: string, paths: PackagePaths): string | undefined {
  if (!path.includes("/")) return wrongFile(path, paths);
  return `"${path}" is in a folder: expected a file at the root of the package, the only place where MLflow finds it`;
}

function wrongFolder(path: string, paths: PackagePaths): string | undefined {
  return paths.hasFolder(path) ? undefined : `${missing(path)}: expected a folder of the package`;
}

function wrongPath(path: string, paths: PackagePaths): string | undefined {
  if (paths.hasFile(path) || paths.hasFolder(path)) return undefined;
  return `${missing(path)}: expected a file or folder of the package`;
}

function missing(path: string): string {
  return path === "" ? "no path" : `no "${path}"`;
}
