import { create, equals, fromBinary, fromJson, toBinary, toJson } from "@bufbuild/protobuf";
import { timestampMs } from "@bufbuild/protobuf/wkt";
import { expect, test } from "vitest";
import { EventSchema } from "#gen/modelwire/event/v1/event_pb.js";
import { ModelInfoSchema } from "#gen/modelwire/registry/v1/model_info_pb.js";
import {
  ModelVersionSchema,
  ModelVersionStatus,
} from "#gen/modelwire/registry/v1/model_version_pb.js";
import type { LoggedModel } from "../mlflow/logged-models.ts";
import type { MlflowModelVersion } from "../mlflow/model-versions.ts";
import { packageDigest, sha256 } from "../package/digest.ts";
import { DEEPEST_JSON } from "../package/json.ts";
import { readMlmodel } from "../package/mlmodel.ts";
import { captureModelInfo, captureModelVersion, type ModelSources } from "./capture.ts";

const modelUuid = `m-${"1".repeat(32)}`;
const bare = readMlmodel("flavors:\n  python_function: {loader_module: x}\n");
const full = readMlmodel(`flavors:
  python_function: {loader_module: x, python_version: 3.11.7}
  sklearn: {code: null, nan: .nan}
artifact_path: mlflow-artifacts:/1/models/${modelUuid}/artifacts
env_vars: [API_KEY]
metadata: {list: [1, [2.5, yes]], text: ü}
mlflow_version: 3.4.0
prompts: ['prompts:/greet/1']
saved_input_example_info: {artifact_path: input_example.json, type: dataframe}
signature:
  inputs: '[{"type": "double", "name": "x", "required": true}]'
  outputs: null
  params: '[{"name": "k", "default": 1, "shape": null, "type": "integer"}]'
utc_time_created: '2026-01-02 03:04:05.678901'
`);
const loggedModel: LoggedModel = {
  model_id: modelUuid,
  experiment_id: "1",
  name: "model",
  creation_timestamp_ms: 1_800_000_000_123,
  artifact_uri: "mlflow-artifacts:/1/elsewhere",
  status: "LOGGED_MODEL_READY",
  source_run_id: "r",
  tags: { a: "b" },
  params: { c: "d" },
  metrics: [
    {
      key: "loss",
      value: Number.NaN,
      timestamp: 1_800_000_000_456,
      step: 2 ** 40,
      run_id: "r",
      dataset_name: "train",
      dataset_digest: "0a",
    },
    {
      key: "accuracy",
      value: 0.5,
      timestamp: 0,
      step: 0,
      run_id: undefined,
      dataset_name: undefined,
      dataset_digest: undefined,
    },
  ],
};
const sources: ModelSources = {
  modelUuid,
  modelUri: `models:/${modelUuid}`,
  mlmodel: full,
  loggedModel,
  runId: "r",
  files: [
    { path: "b", sizeBytes: 2, sha256: sha256("bb") },
    { path: "MLmodel", sizeBytes: 5, sha256: sha256("model") },
  ],
  sizeBytes: 7,
};

test("a ModelInfo has all that the MLmodel and the logged model say", () => {
  const info = captureModelInfo(sources);
  expect(info).toMatchObject({
    modelUuid,
    modelId: modelUuid,
    modelUri: `models:/${modelUuid}`,
    artifactPath: `mlflow-artifacts:/1/models/${modelUuid}/artifacts`,
    name: "model",
    runId: "r",
    flavors: {
      python_function: { loader_module: "x", python_version: "3.11.7" },
      sklearn: { code: null, nan: "NaN" },
    },
    savedInputExampleInfo: { artifact_path: "input_example.json", type: "dataframe" },
    mlflowVersion: "3.4.0",
    metadata: { list: [1, [2.5, true]], text: "ü" },
    prompts: ["prompts:/greet/1"],
    envVars: ["API_KEY"],
    params: { c: "d" },
    tags: { a: "b" },
    sizeBytes: 7,
  });
  expect(info.utcTimeCreated && timestampMs(info.utcTimeCreated)).toBe(
    Date.UTC(2026, 0, 2, 3, 4, 5, 678),
  );
  expect(info.creationTime && timestampMs(info.creationTime)).toBe(1_800_000_000_123);
  expect(info.signature?.inputs).toBeDefined();
  expect(info.signature?.params).toHaveLength(1);
  expect(info.signature?.mlflowJson?.inputs).toBe(full.signature?.inputs);
  expect(info.signature?.mlflowJson?.outputs).toBeUndefined();
});

test("metrics keep their run, their dataset and a value that is not a number", () => {
  const [loss, accuracy] = captureModelInfo(sources).metrics;
  expect(loss).toMatchObject({ key: "loss", value: Number.NaN, step: 2 ** 40, runId: "r" });
  expect(loss).toMatchObject({ datasetName: "train", datasetDigest: "0a" });
  expect(accuracy).toMatchObject({ value: 0.5, step: 0 });
  expect([accuracy?.runId, accuracy?.datasetName, accuracy?.datasetDigest]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test("files stand in the order of their digest", () => {
  const info = captureModelInfo(sources);
  expect(info.files.map(({ path }) => path)).toEqual(["MLmodel", "b"]);
  expect(info.packageDigest).toBe(packageDigest(sources.files ?? []));
});

test("what is not known is unset, not empty", () => {
  const info = captureModelInfo({
    modelUuid: "0".repeat(32),
    modelUri: "models:/name/1",
    mlmodel: bare,
    loggedModel: undefined,
    runId: undefined,
  });
  const json = toJson(ModelInfoSchema, info);
  expect(json).toEqual({
    modelUuid: "0".repeat(32),
    modelUri: "models:/name/1",
    flavors: { python_function: { loader_module: "x" } },
  });
});

test("a signature that cannot be read is passed on in MLflow's own words", () => {
  const inputs = '[{"type": "quaternion", "required": true}]';
  const mlmodel = { ...bare, signature: { inputs, outputs: undefined, params: undefined } };
  const { signature } = captureModelInfo({ ...sources, mlmodel });
  expect(signature?.inputs).toBeUndefined();
  expect(signature?.mlflowJson).toMatchObject({ inputs });
});

test("what was captured comes back from its bytes, as deep as it may be", () => {
  const deep = "[".repeat(DEEPEST_JSON - 1) + "]".repeat(DEEPEST_JSON - 1);
  const mlmodel = readMlmodel(
    `flavors: {f: {a: ${deep}}}\nmetadata:\n  __proto__: {a: 1}\n  deep: ${deep.replaceAll("[", "{a: ").replaceAll("]", "}").replace("a: }", "}")}\n`,
  );
  const modelInfo = captureModelInfo({ ...sources, mlmodel, loggedModel: undefined });
  const event = create(EventSchema, { modelRegistered: { registration: { modelInfo } } });
  const bytes = toBinary(EventSchema, event);
  expect(toJson(EventSchema, fromBinary(EventSchema, bytes))).toEqual(toJson(EventSchema, event));
  expect(equals(EventSchema, fromJson(EventSchema, toJson(EventSchema, event)), event)).toBe(true);
});

test("a ModelVersion has all that MLflow answered", () => {
  const version: MlflowModelVersion = {
    name: "name",
    version: "3",
    creation_timestamp: 1_800_000_000_001,
    last_updated_timestamp: 1_800_000_000_002,
    current_stage: "None",
    description: "why",
    user_id: "u",
    source: `models:/${modelUuid}`,
    run_id: "r",
    run_link: "http://x",
    status: "READY",
    status_message: "fine",
    tags: { a: "b" },
    aliases: ["production"],
  };
  expect(toJson(ModelVersionSchema, captureModelVersion(version))).toEqual({
    name: "name",
    version: "3",
    creationTime: "2027-01-15T08:00:00.001Z",
    lastUpdatedTime: "2027-01-15T08:00:00.002Z",
    currentStage: "None",
    description: "why",
    userId: "u",
    source: `models:/${modelUuid}`,
    runId: "r",
    runLink: "http://x",
    status: "MODEL_VERSION_STATUS_READY",
    statusMessage: "fine",
    tags: { a: "b" },
    aliases: ["production"],
  });
  const strange = captureModelVersion({ ...version, status: "HALF_READY", run_id: undefined });
  expect(strange.status).toBe(ModelVersionStatus.UNSPECIFIED);
  expect(strange.runId).toBeUndefined();
});
