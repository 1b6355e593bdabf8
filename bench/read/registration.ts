import { createHash } from "node:crypto";
import { create } from "@bufbuild/protobuf";
import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import { type ModelInfo, ModelInfoSchema } from "#gen/modelwire/registry/v1/model_info_pb.js";
import {
  type Registration,
  RegistrationSchema,
} from "#gen/modelwire/registry/v1/registration_pb.js";
import { captureModelVersion } from "../../src/catalog/capture.ts";
import { parseSignature } from "../../src/signature/parse.ts";
import type { BenchVersion } from "./versions.ts";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/** Makes the Registration of a version: a scikit-learn model of ten columns, about 4 kB. */
export function registrationOf(version: BenchVersion): Registration {
  const { name, source, run_id: runId, creation_timestamp: createdAt, tags } = version;
  const { model_uuid: modelUuid, model_type: modelType, is_baseline: isBaseline } = tags;
  const time = timestampFromMs(createdAt);
  const [metric] = common.metrics;
  return create(RegistrationSchema, {
    registrationId: tags["modelwire.registration_id"],
    modelId: `${name}/${version.version}`,
    modelName: name,
    version: version.version,
    modelType,
    isBaseline: isBaseline === "true",
    runId,
    registrationTime: time,
    modelInfo: {
      ...common,
      modelUuid,
      modelId: modelUuid,
      modelUri: source,
      artifactPath: `mlflow-artifacts:/0/models/${modelUuid}/artifacts`,
      runId,
      utcTimeCreated: time,
      creationTime: time,
      metrics: metric ? [{ ...metric, timestamp: time, runId }] : [],
      packageDigest: sha256(modelUuid),
    },
    modelVersion: captureModelVersion(version),
  });
}

const columns = [
  "site_visits",
  "emails_opened",
  "days_since_contact",
  "company_size",
  "industry_code",
  "webinar_minutes",
  "downloads",
  "trial_logins",
  "open_tickets",
  "region_code",
];

const paths = [
  "MLmodel",
  "conda.yaml",
  "input_example.json",
  "model.pkl",
  "python_env.yaml",
  "requirements.txt",
  "serving_input_example.json",
];

/** What every version's ModelInfo has. */
const common: ModelInfo = create(ModelInfoSchema, {
  name: "model",
  flavors: {
    python_function: {
      env: { conda: "conda.yaml", virtualenv: "python_env.yaml" },
      loader_module: "mlflow.sklearn",
      model_path: "model.pkl",
      predict_fn: "predict",
      python_version: "3.11.7",
    },
    sklearn: {
      code: null,
      pickled_model: "model.pkl",
      serialization_format: "cloudpickle",
      sklearn_version: "1.7.2",
    },
  },
  signature: parseSignature({
    inputs: JSON.stringify(columns.map((name) => ({ type: "double", name, required: true }))),
    outputs: JSON.stringify([{ type: "double", name: "score", required: true }]),
  }),
  savedInputExampleInfo: {
    artifact_path: "input_example.json",
    pandas_orient: "split",
    serving_input_path: "serving_input_example.json",
    type: "dataframe",
  },
  mlflowVersion: "3.4.0",
  metadata: {
    dataset: "leads_2026_01",
    dataset_digest: "9f1c8e2a7b",
    owner: "growth-platform",
    training: { rows: 182_400, features: columns.length, seed: 7, early_stopping: true },
  },
  params: { learning_rate: "0.05", max_depth: "6", n_estimators: "400", subsample: "0.8" },
  tags: { "mlflow.user": "pipeline", "mlflow.source.name": "train.py" },
  metrics: [
    { key: "auc", value: 0.87, step: 0, datasetName: "holdout", datasetDigest: "9f1c8e2a7b" },
  ],
  files: paths.map((path, i) => ({ path, sizeBytes: 1103 * (i + 1), sha256: sha256(path) })),
  sizeBytes: 30_884,
});
