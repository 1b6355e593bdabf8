import type { MessageInitShape } from "@bufbuild/protobuf";
import type {
  ModelDescription,
  ModelDescriptionSchema,
} from "#gen/modelwire/registry/v1/model_description_pb.js";

/** The fields of a description that a test sets. */
export type Init = Exclude<MessageInitShape<typeof ModelDescriptionSchema>, ModelDescription>;

/** A model as it is described, and what MLflow 3.4.0 wrote when it saved the same model. */
export interface Golden {
  name: string;
  init: Init;
  paths: readonly string[];
  /** The `flavors` of the MLmodel file. */
  flavors: string;
}

const config = { k: [1, { a: null }] };

/** What `save_model` of MLflow 3.4.0 wrote, with Python 3.11.7. */
export const goldens: readonly Golden[] = [
  {
    name: "scikit-learn",
    init: {
      flavor: {
        case: "sklearn",
        value: { path: "model.pkl", serializationFormat: "cloudpickle", sklearnVersion: "1.7.2" },
      },
    },
    paths: ["model.pkl"],
    flavors: `
  python_function:
    env:
      conda: conda.yaml
      virtualenv: python_env.yaml
    loader_module: mlflow.sklearn
    model_path: model.pkl
    predict_fn: predict
    python_version: 3.11.7
  sklearn:
    code: null
    pickled_model: model.pkl
    serialization_format: cloudpickle
    sklearn_version: 1.7.2`,
  },
  {
    name: "XGBoost, with code",
    init: {
      flavor: {
        case: "xgboost",
        value: {
          path: "model.xgb",
          modelClass: "xgboost.sklearn.XGBClassifier",
          xgbVersion: "3.0.5",
        },
      },
    },
    paths: ["model.xgb", "code/helper.py"],
    flavors: `
  python_function:
    code: code
    data: model.xgb
    env:
      conda: conda.yaml
      virtualenv: python_env.yaml
    loader_module: mlflow.xgboost
    python_version: 3.11.7
  xgboost:
    code: code
    data: model.xgb
    model_class: xgboost.sklearn.XGBClassifier
    model_format: xgb
    xgb_version: 3.0.5`,
  },
  {
    name: "LightGBM",
    init: {
      flavor: {
        case: "lightgbm",
        value: { path: "model.lgb", modelClass: "lightgbm.basic.Booster", lgbVersion: "4.6.0" },
      },
    },
    paths: ["model.lgb"],
    flavors: `
  lightgbm:
    code: null
    data: model.lgb
    lgb_version: 4.6.0
    model_class: lightgbm.basic.Booster
  python_function:
    data: model.lgb
    env:
      conda: conda.yaml
      virtualenv: python_env.yaml
    loader_module: mlflow.lightgbm
    python_version: 3.11.7`,
  },
  {
    name: "ONNX",
    init: {
      flavor: { case: "onnx", value: { path: "model.onnx", onnxVersion: "1.19.1" } },
    },
    paths: ["model.onnx"],
    flavors: `
  onnx:
    code: null
    data: model.onnx
    onnx_session_options: null
    onnx_version: 1.19.1
    providers:
    - CUDAExecutionProvider
    - CPUExecutionProvider
  python_function:
    data: model.onnx
    env:
      conda: conda.yaml
      virtualenv: python_env.yaml
    loader_module: mlflow.onnx
    python_version: 3.11.7`,
  },
  {
    name: "a loader module, with code and a configuration",
    init: {
      flavor: {
        case: "pythonFunction",
        value: { loaderModule: "loader_mod", data: "data/w.json", config },
      },
    },
    paths: ["data/w.json", "code/loader_mod.py"],
    flavors: `
  python_function:
    code: code
    config:
      k:
      - 1
      - a: null
    data: data/w.json
    env:
      conda: conda.yaml
      virtualenv: python_env.yaml
    loader_module: loader_mod
    python_version: 3.11.7
    streamable: false`,
  },
  {
    name: "a PythonModel, with artifacts",
    init: {
      flavor: {
        case: "pythonModel",
        value: {
          path: "python_model.pkl",
          cloudpickleVersion: "3.1.1",
          artifacts: { w: "artifacts/w.json" },
          config: { k: 1 },
        },
      },
    },
    paths: ["python_model.pkl", "artifacts/w.json"],
    flavors: `
  python_function:
    artifacts:
      w:
        path: artifacts/w.json
        uri: artifacts/w.json
    cloudpickle_version: 3.1.1
    code: null
    config:
      k: 1
    env:
      conda: conda.yaml
      virtualenv: python_env.yaml
    loader_module: mlflow.pyfunc.model
    python_model: python_model.pkl
    python_version: 3.11.7
    streamable: false`,
  },
  {
    name: "a model from code, with streams",
    init: {
      flavor: { case: "modelFromCode", value: { path: "script.py", streamable: true } },
    },
    paths: ["script.py"],
    flavors: `
  python_function:
    code: null
    env:
      conda: conda.yaml
      virtualenv: python_env.yaml
    loader_module: mlflow.pyfunc.loaders.code_model
    model_code_path: script.py
    python_version: 3.11.7
    streamable: true`,
  },
  {
    name: "any other flavor, which says what is its own",
    init: {
      flavor: {
        case: "other",
        value: {
          flavors: {
            python_function: {
              loader_module: "mlflow.pytorch",
              data: "data",
              python_version: "3.10.1",
            },
            pytorch: { model_data: "data", pytorch_version: "2.9.0", code: "src" },
          },
        },
      },
      codeDirectory: "src",
    },
    paths: ["data/model.pth", "src/net.py"],
    flavors: `
  python_function:
    code: src
    data: data
    env:
      conda: conda.yaml
      virtualenv: python_env.yaml
    loader_module: mlflow.pytorch
    python_version: 3.10.1
  pytorch:
    model_data: data
    pytorch_version: 2.9.0
    code: src`,
  },
];
