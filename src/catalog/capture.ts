import { create, type MessageInitShape } from "@bufbuild/protobuf";
import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import {
  type ModelInfo,
  ModelInfoSchema,
  type PackageFileSchema,
  type PackageSignatureSchema,
} from "#gen/modelwire/registry/v1/model_info_pb.js";
import {
  type ModelVersion,
  ModelVersionSchema,
  ModelVersionStatus,
} from "#gen/modelwire/registry/v1/model_version_pb.js";
import { type Signature, SignatureSchema } from "#gen/modelwire/registry/v1/signature_pb.js";
import type { LoggedModel } from "../mlflow/logged-models.ts";
import type { MlflowModelVersion } from "../mlflow/model-versions.ts";
import { type FileDigest, packageDigest, sortByPath } from "../package/digest.ts";
import type { Mlmodel, SignatureJson } from "../package/mlmodel.ts";
import { SignatureError } from "../signature/error.ts";
import { parseSignature } from "../signature/parse.ts";

/** What a ModelInfo is captured from. */
export interface ModelSources {
  modelUuid: string;
  modelUri: string;
  mlmodel: Mlmodel;
  /** Unset for a model that MLflow 2 wrote. */
  loggedModel: LoggedModel | undefined;
  runId: string | undefined;
  /** Unset for a model whose files Modelwire did not carry. */
  files?: readonly FileDigest[] | undefined;
  /** Sum of the sizes of all files; unset where it is not known. */
  sizeBytes?: number | undefined;
  /** Unset for a model that was registered without a signature bundle. */
  packageSignature?: MessageInitShape<typeof PackageSignatureSchema> | undefined;
}

/** Captures a ModelInfo from the MLmodel file and the logged model. */
export function captureModelInfo(sources: ModelSources): ModelInfo {
  const { mlmodel, loggedModel } = sources;
  const files = sources.files && sortByPath(sources.files);
  return create(ModelInfoSchema, {
    modelUuid: sources.modelUuid,
    modelUri: sources.modelUri,
    artifactPath: mlmodel.artifactPath ?? loggedModel?.artifact_uri ?? "",
    flavors: mlmodel.flavors,
    mlflowVersion: mlmodel.mlflowVersion,
    prompts: mlmodel.prompts,
    envVars: mlmodel.envVars,
    params: loggedModel?.params ?? {},
    tags: loggedModel?.tags ?? {},
    metrics: (loggedModel?.metrics ?? []).map((metric) => ({
      key: metric.key,
      value: metric.value,
      ...given("timestamp", time(metric.timestamp)),
      step: metric.step,
      ...given("runId", metric.run_id),
      ...given("datasetName", metric.dataset_name),
      ...given("datasetDigest", metric.dataset_digest),
    })),
    files: (files ?? []).map(
      ({ path, sizeBytes, sha256 }): MessageInitShape<typeof PackageFileSchema> => ({
        path,
        sizeBytes,
        sha256,
      }),
    ),
    ...given("modelId", loggedModel?.model_id ?? mlmodel.modelId),
    ...given("name", loggedModel?.name || undefined),
    ...given("runId", sources.runId),
    ...given("signature", mlmodel.signature && readSignature(mlmodel.signature)),
    ...given("savedInputExampleInfo", mlmodel.savedInputExampleInfo),
    ...given("utcTimeCreated", time(mlmodel.createdAt)),
    ...given("metadata", mlmodel.metadata),
    ...given("creationTime", time(loggedModel?.creation_timestamp_ms)),
    ...given("packageDigest", files && packageDigest(files)),
    ...given("sizeBytes", sources.sizeBytes),
    ...given("packageSignature", sources.packageSignature),
  });
}

/** Captures a ModelVersion from MLflow's answer. */
export function captureModelVersion(version: MlflowModelVersion): ModelVersion {
  return create(ModelVersionSchema, {
    name: version.name,
    version: version.version,
    source: version.source,
    status: statuses[version.status] ?? ModelVersionStatus.UNSPECIFIED,
    currentStage: version.current_stage,
    aliases: version.aliases.toSorted(),
    tags: version.tags,
    ...given("runId", version.run_id),
    ...given("runLink", version.run_link),
    ...given("statusMessage", version.status_message),
    ...given("description", version.description),
    ...given("userId", version.user_id),
    ...given("creationTime", time(version.creation_timestamp)),
    ...given("lastUpdatedTime", time(version.last_updated_timestamp)),
  });
}

const statuses: Record<string, ModelVersionStatus> = {
  PENDING_REGISTRATION: ModelVersionStatus.PENDING_REGISTRATION,
  FAILED_REGISTRATION: ModelVersionStatus.FAILED_REGISTRATION,
  READY: ModelVersionStatus.READY,
};

// A model that is in MLflow can be looked up whatever its signature: one that cannot be read
// is passed on in MLflow's own JSON alone.
function readSignature(json: SignatureJson): Signature {
  try {
    return parseSignature(json);
  } catch (error) {
    if (!(error instanceof SignatureError)) throw error;
    return create(SignatureSchema, { mlflowJson: given3(json) });
  }
}

function given3({ inputs, outputs, params }: SignatureJson) {
  return { ...given("inputs", inputs), ...given("outputs", outputs), ...given("params", params) };
}

/** Makes a member of an object where there is a value, and none where there is not. */
function given<K extends string, T>(key: K, value: T | undefined): { [key in K]?: T } {
  return (value === undefined ? {} : { [key]: value }) as { [key in K]?: T };
}

// What a Timestamp can be, 0001-01-01 to 9999-12-31. MLflow takes any number, such as microseconds
// by mistake; beyond this an answer or an event could not be written as JSON.
const EARLIEST_MS = -62_135_596_800_000;
const LATEST_MS = 253_402_300_799_999;

/** Makes a Timestamp of MLflow's milliseconds; undefined where none can be made of them. */
export function time(ms: number | undefined) {
  if (ms === undefined || ms < EARLIEST_MS || ms > LATEST_MS) return undefined;
  return timestampFromMs(ms);
}
