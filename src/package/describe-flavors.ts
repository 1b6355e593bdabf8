import type { JsonObject, JsonValue } from "@bufbuild/protobuf";
import type { ModelDescription } from "#gen/modelwire/registry/v1/model_description_pb.js";
import { CONDA_FILE, PYTHON_ENV_FILE } from "./describe-environment.ts";

/** MLflow's `ONNX_EXECUTION_PROVIDERS`. */
const ONNX_PROVIDERS = ["CUDAExecutionProvider", "CPUExecutionProvider"];

/** What the settings of all flavors have in common. */
export interface SharedSettings {
  /** Folder of Python sources. */
  code: string | undefined;
  pythonVersion: string | undefined;
}

/** What an MLmodel file says of a model's flavors. */
export interface DescribedFlavors {
  /** Settings by flavor. */
  flavors: Record<string, JsonObject>;
  /** What pip has to install for them, `mlflow` apart. */
  requirements: string[];
}

/**
 * Describes the flavors of a model in the form of MLflow 3.4.0's `save_model` (the `__init__.py`
 * of each flavor; `add_to_model` of mlflow/pyfunc).
 */
export function describeFlavors(
  flavor: ModelDescription["flavor"],
  shared: SharedSettings,
): DescribedFlavors {
  const code = shared.code ?? null;
  switch (flavor.case) {
    case "pythonFunction": {
      const { loaderModule, data, config } = flavor.value;
      const settings = { ...given({ data, config }), code, streamable: false };
      return pythonFunction(loaderModule, shared, settings);
    }
    case "pythonModel": {
      const { path, cloudpickleVersion, artifacts, config, streamable = false } = flavor.value;
      const settings = {
        ...given({ artifacts: artifactsOf(artifacts), config }),
        ...given({ cloudpickle_version: cloudpickleVersion }),
        code,
        python_model: path,
        streamable,
      };
      const needed = cloudpickleVersion ? [`cloudpickle==${cloudpickleVersion}`] : [];
      return pythonFunction("mlflow.pyfunc.model", shared, settings, needed);
    }
    case "modelFromCode": {
      const { path, artifacts, config, streamable = false } = flavor.value;
      const settings = {
        ...given({ artifacts: artifactsOf(artifacts), config }),
        code,
        model_code_path: path,
        streamable,
      };
      return pythonFunction("mlflow.pyfunc.loaders.code_model", shared, settings);
    }
    case "sklearn": {
      const { path, serializationFormat, sklearnVersion, predictFn = "predict" } = flavor.value;
      const { skopsTrustedTypes } = flavor.value;
      return withPythonFunction("sklearn", shared, {
        settings: {
          code,
          pickled_model: path,
          serialization_format: serializationFormat,
          sklearn_version: sklearnVersion,
          ...given({ skops_trusted_types: skopsTrustedTypes }),
        },
        loading: { model_path: path, predict_fn: predictFn },
        requirements: [`scikit-learn==${sklearnVersion}`],
      });
    }
    case "xgboost": {
      const { path, modelClass, modelFormat = extension(path), xgbVersion } = flavor.value;
      return withPythonFunction("xgboost", shared, {
        settings: {
          code,
          data: path,
          model_class: modelClass,
          model_format: modelFormat,
          xgb_version: xgbVersion,
        },
        loading: { data: path },
        requirements: [`xgboost==${xgbVersion}`, ...estimatorNeeds(modelClass)],
      });
    }
    case "lightgbm": {
      const { path, modelClass, lgbVersion, serializationFormat, skopsTrustedTypes } = flavor.value;
      return withPythonFunction("lightgbm", shared, {
        settings: {
          code,
          data: path,
          lgb_version: lgbVersion,
          model_class: modelClass,
          ...given({
            serialization_format: serializationFormat,
            skops_trusted_types: skopsTrustedTypes,
          }),
        },
        loading: { data: path },
        requirements: [`lightgbm==${lgbVersion}`, ...estimatorNeeds(modelClass)],
      });
    }
    case "onnx": {
      const { path, onnxVersion, providers, sessionOptions } = flavor.value;
      return withPythonFunction("onnx", shared, {
        settings: {
          code,
          data: path,
          onnx_session_options: sessionOptions ?? null,
          onnx_version: onnxVersion,
          providers: providers.length > 0 ? providers : ONNX_PROVIDERS,
        },
        loading: { data: path },
        // Without it, onnx models can be read but not run.
        requirements: [`onnx==${onnxVersion}`, "onnxruntime"],
      });
    }
    case "other": {
      const { python_function: own, ...others } = flavor.value.flavors;
      const flavors = own
        ? { ...others, python_function: { ...sharedSettings(shared), ...own } }
        : others;
      return { flavors, requirements: [] };
    }
    case undefined:
      throw new Error("a description without a flavor");
  }
}

function pythonFunction(
  loaderModule: string,
  shared: SharedSettings,
  settings: JsonObject,
  requirements: string[] = [],
): DescribedFlavors {
  const all = { ...sharedSettings(shared), loader_module: loaderModule, ...settings };
  return { flavors: { python_function: all }, requirements };
}

interface LibraryFlavor {
  settings: JsonObject;
  /** What `python_function` says of it. */
  loading: JsonObject;
  requirements: string[];
}

function withPythonFunction(
  name: string,
  shared: SharedSettings,
  { settings, loading, requirements }: LibraryFlavor,
): DescribedFlavors {
  const { flavors } = pythonFunction(`mlflow.${name}`, shared, loading);
  return { flavors: { ...flavors, [name]: settings }, requirements };
}

function sharedSettings({ code, pythonVersion }: SharedSettings): JsonObject {
  return {
    ...given({ code, python_version: pythonVersion }),
    env: { conda: CONDA_FILE, virtualenv: PYTHON_ENV_FILE },
  };
}

/** Leaves out what is not given: MLflow writes neither an empty configuration nor no artifacts. */
function given(settings: Record<string, JsonValue | undefined>): JsonObject {
  return Object.fromEntries(
    Object.entries(settings).filter((entry): entry is [string, JsonValue] => {
      const [, value] = entry;
      const isEmpty = typeof value === "object" && Object.keys(value ?? {}).length === 0;
      return value !== undefined && !isEmpty;
    }),
  );
}

function artifactsOf(artifacts: Record<string, string>): JsonObject {
  return Object.fromEntries(
    // Where it came from is not known: MLflow reads the path alone.
    Object.entries(artifacts).map(([name, path]) => [name, { path, uri: path }]),
  );
}

/** What the scikit-learn classes of XGBoost and LightGBM do not work without. */
function estimatorNeeds(modelClass: string): string[] {
  return modelClass.split(".").includes("sklearn") ? ["scikit-learn"] : [];
}

/** Gives what follows the last dot of a path. */
export function extension(path: string): string {
  return path.slice(path.lastIndexOf(".") + 1);
}
