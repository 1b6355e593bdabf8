import type { JsonObject, JsonValue, MessageInitShape } from "@bufbuild/protobuf";
import type { ModelDescriptionSchema } from "#gen/modelwire/registry/v1/model_description_pb.js";

type Flavor = Exclude<
  MessageInitShape<typeof ModelDescriptionSchema>,
  { $typeName: string }
>["flavor"];

/** Versions of the packages that made the models. */
export type Versions = Record<
  "python" | "sklearn" | "xgboost" | "lightgbm" | "onnx" | "statsmodels" | "cloudpickle",
  string
>;

const artifacts = { weights: "artifacts/weights.json" };
const config: JsonObject = { scale: 2, nested: { größe: [1, null, "yes"] } };

/** What a caller says of the files of a model, by the name of its flavor in save-flavors.py. */
export const descriptions: Record<
  string,
  (versions: Versions, paths: readonly string[], hasCode: boolean) => Flavor
> = {
  sklearn: ({ sklearn }, paths) => {
    // MLflow saves skops files from 3.17 on.
    const path = paths.find((name) => name.startsWith("model.")) ?? "";
    const serializationFormat = path.endsWith(".skops") ? "skops" : "cloudpickle";
    return {
      case: "sklearn",
      value: { path, serializationFormat, sklearnVersion: sklearn },
    };
  },
  xgboost: ({ xgboost }, paths) => ({
    case: "xgboost",
    value: {
      path: paths.find((name) => name.startsWith("model.")) ?? "",
      modelClass: "xgboost.sklearn.XGBClassifier",
      xgbVersion: xgboost,
    },
  }),
  lightgbm: ({ lightgbm }) => ({
    case: "lightgbm",
    value: { path: "model.lgb", modelClass: "lightgbm.basic.Booster", lgbVersion: lightgbm },
  }),
  onnx: ({ onnx }) => ({ case: "onnx", value: { path: "model.onnx", onnxVersion: onnx } }),
  statsmodels: ({ statsmodels }, _, hasCode) => ({
    case: "other",
    value: {
      flavors: {
        python_function: { loader_module: "mlflow.statsmodels", data: "model.statsmodels" },
        statsmodels: {
          code: hasCode ? "code" : null,
          data: "model.statsmodels",
          statsmodels_version: statsmodels,
        },
      },
    },
  }),
  python_function: (_versions, _paths, hasCode) => ({
    case: "pythonFunction",
    value: {
      loaderModule: hasCode ? "coded_loader" : "installed_loader",
      data: "data/weights.json",
      config,
    },
  }),
  python_model: ({ cloudpickle }) => ({
    case: "pythonModel",
    value: { path: "python_model.pkl", cloudpickleVersion: cloudpickle, artifacts, config },
  }),
  model_from_code: () => ({
    case: "modelFromCode",
    value: { path: "script.py", artifacts, config },
  }),
};

/** What a registration is given beside the model. */
export interface Options {
  signature: "explicit" | "inferred" | "none";
  example: boolean;
  code: boolean;
  metadata: boolean;
}

const options = (
  signature: Options["signature"],
  example: boolean,
  code: boolean,
  metadata: boolean,
): Options => ({ signature, example, code, metadata });

/**
 * Every pair of values of two options stands in one of these, save an example without signature:
 * one is inferred from it.
 */
export const optionSets: readonly Options[] = [
  options("explicit", true, true, true),
  options("inferred", true, false, false),
  options("none", false, true, false),
  options("explicit", false, false, true),
  options("inferred", true, true, true),
  options("none", false, false, true),
  options("explicit", true, false, false),
  options("explicit", false, true, false),
];

const text = "naïve – 東京都 한국어 👩🏽‍🚀🇪🇺 e\u0301 ñ\u2028\u0085 \t\"'\\: #yes ";

/** About 50 kB of metadata: nested, in many scripts, with texts that YAML takes for others. */
export function largeMetadata(): JsonObject {
  const entry = (i: number): JsonValue => ({
    [`${i} キー 🔑`]: [text, { "": null, yes: "no", "3.10": "3.10", n: i / 4 }, [[i, true, "1e5"]]],
  });
  return {
    "e\u0301": "\u00e9",
    items: Array.from({ length: 280 }, (_, i) => entry(i)),
    deep: Array.from({ length: 12 }).reduce<JsonValue>((inner) => ({ tiefer: [inner] }), text),
    long: text.repeat(60),
  };
}

/** A field of MLflow's ModelInfo that is not as Python's `log_model` has it, and why. */
export interface Difference {
  field: RegExp;
  reason: string;
  /** Set where it is so for some models only. */
  only?: { source: "described"; flavor?: string };
  /** First MLflow of which it is so. */
  since?: string;
}

/** The differences that remain. */
export const differences: readonly Difference[] = [
  {
    field: /^params\.(is_baseline|model_type|registration_time)$/,
    reason: "Modelwire's registrations have these, as those of the Python registry before it had",
  },
  { field: /^tags\.modelwire\.registration_id$/, reason: "how a recovery finds the model again" },
  {
    field: /^tags\.mlflow\.modelVersions$/,
    reason: "MLflow's link to the version, of which log_model alone makes none",
  },
  {
    field: /^tags\.mlflow\.(user|source\.name|source\.type)$/,
    reason: "log_model says which user ran which script; a server does not know",
  },
  {
    field: /^flavors\.python_function\.artifacts\.weights\.uri$/,
    reason: "where the artifact was before it was in the package; MLflow reads the path alone",
    only: { source: "described" },
  },
  {
    field: /^flavors\.python_function\.model_code_path$/,
    reason: "where the script was on its author's machine; MLflow reads the name alone",
    only: { source: "described", flavor: "model_from_code" },
  },
  {
    field: /^flavors\.python_function\.cloudpickle_version$/,
    reason: "nothing is pickled: MLflow writes it and does not read it",
    only: { source: "described", flavor: "model_from_code" },
  },
  {
    field: /^flavors\.(sklearn|lightgbm)\.skops_trusted_types$/,
    reason: "no setting of 3.4.0: what a skops file needs is described as another flavor",
    only: { source: "described" },
    since: "3.17",
  },
  {
    field: /^flavors\.lightgbm\.serialization_format$/,
    reason: "MLflow says skops of a Booster, which is no skops file; it reads it for estimators",
    only: { source: "described", flavor: "lightgbm" },
    since: "3.17",
  },
];
