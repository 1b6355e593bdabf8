import { create, fromBinary, type JsonObject } from "@bufbuild/protobuf";
import { timestampMs } from "@bufbuild/protobuf/wkt";
import { ErrorReason } from "#gen/modelwire/registry/v1/error_reason_pb.js";
import {
  type Improvement,
  ImprovementSchema,
  MetricDirection,
} from "#gen/modelwire/registry/v1/improvement_pb.js";
import type { ModelInfo } from "#gen/modelwire/registry/v1/model_info_pb.js";
import {
  BaselineSchema,
  type Contributor,
  ContributorKind,
  ContributorSchema,
  type Registration,
  RegistrationSchema,
} from "#gen/modelwire/registry/v1/registration_pb.js";
import { ModelwireError } from "../error.ts";
import { isNotFound } from "../mlflow/error.ts";
import type { MlflowModelVersion } from "../mlflow/model-versions.ts";
import type { Run } from "../mlflow/runs.ts";
import { sha256 } from "../package/digest.ts";
import { MLMODEL, MlmodelError, readMlmodel } from "../package/mlmodel.ts";
import { READ_MLMODEL_BYTES } from "../package/mlmodel-size.ts";
import { findRegistration } from "../store/registrations.ts";
import { addBaselineUuids } from "./baseline-uuid.ts";
import { captureModelInfo, captureModelVersion, time } from "./capture.ts";
import type { CatalogContext } from "./context.ts";

type DescribeContext = Pick<CatalogContext, "store" | "mlflow">;

/** Tag of everything that a registration makes in MLflow: its id, to find it again. */
export const REGISTRATION_TAG = "modelwire.registration_id";

/** What is known of a version without a look at its model. */
export interface Outline {
  /** Without ModelInfo where that was not captured. */
  registration: Registration;
  modelUuid: string | undefined;
}

/** Gives the id of the logged model that a version is of; undefined for one of MLflow 2. */
function loggedModelOf({ source }: Pick<MlflowModelVersion, "source">): string | undefined {
  return /^models:\/(m-[0-9a-f]{32})$/.exec(source)?.[1];
}

/** Tells whether a version was made from another one, as MLflow's `copy_model_version` does. */
export function isCopy(version: Pick<MlflowModelVersion, "source">): boolean {
  return version.source.startsWith("models:/") && loggedModelOf(version) === undefined;
}

/**
 * Tells what is known of a version without a look at its model: what was captured when it was
 * registered, or what its tags say.
 */
export async function outlineVersion(
  context: Pick<DescribeContext, "store">,
  found: MlflowModelVersion,
): Promise<Outline> {
  const modelUuid = loggedModelOf(found) ?? found.tags.model_uuid;
  const captured = await findCaptured(context, found);
  if (captured) return { registration: captured, modelUuid };
  const { is_baseline: isBaseline, model_type: modelType } = found.tags;
  const registrationTime = time(found.creation_timestamp);
  const registration = create(RegistrationSchema, {
    ...named(found),
    ...(modelType !== undefined && { modelType }),
    ...(isBaseline !== undefined && { isBaseline: isTrue(isBaseline) }),
    ...(found.run_id !== undefined && { runId: found.run_id }),
    ...(registrationTime && { registrationTime }),
    modelVersion: captureModelVersion(found),
  });
  const { baseline_model_id: baselineId, contributor } = found.tags;
  if (baselineId !== undefined) {
    registration.isBaseline ??= false;
    registration.baseline = create(BaselineSchema, { modelId: baselineId });
    await addBaselineUuids(context.store.db, [registration]);
  }
  if (contributor) registration.contributor = readContributorTag(contributor);
  return { registration, modelUuid };
}

/**
 * Tells all that is known of a version: what was captured when it was registered, or what its
 * model and its run say now; and what MLflow says of the version now.
 * @throws ModelwireError MODEL_NOT_FOUND where the model that it names is gone or cannot be read
 */
export async function describeVersion(
  context: DescribeContext,
  found: MlflowModelVersion,
): Promise<Registration> {
  const { registration } = await outlineVersion(context, found);
  if (registration.modelInfo) return registration;
  const [modelInfo, run] = await Promise.all([
    readModelInfo(context, found),
    found.run_id === undefined ? undefined : readRun(context, found.run_id),
  ]);
  registration.modelInfo = modelInfo;
  addWhatPythonWrote(registration, modelInfo, run, found);
  return registration;
}

/** Finds what was captured of a version that was registered here, and puts today's names on it. */
async function findCaptured(
  { store }: Pick<DescribeContext, "store">,
  found: MlflowModelVersion,
): Promise<Registration | undefined> {
  const registrationId = found.tags[REGISTRATION_TAG];
  if (registrationId === undefined) return undefined;
  const row = await findRegistration(store.db, registrationId);
  // The uuid, the number and the time are asked too: anybody can write a tag, and a copy that MLflow
  // makes of a version has all tags of it, and perhaps its number.
  const uuid = loggedModelOf(found) ?? found.tags.model_uuid;
  if (!row?.registration || row.model_uuid !== uuid || row.version !== found.version) {
    return undefined;
  }
  const registration = fromBinary(RegistrationSchema, row.registration);
  const createdAt = registration.modelVersion?.creationTime;
  if (!createdAt || timestampMs(createdAt) !== found.creation_timestamp) return undefined;
  return Object.assign(registration, named(found), { modelVersion: captureModelVersion(found) });
}

function named({ name, version }: MlflowModelVersion) {
  return { modelId: `${name}/${version}`, modelName: name, version };
}

function isTrue(text: string): boolean {
  return text.toLowerCase() === "true";
}

/** Reads a contributor as the Python registry wrote it, an address in any case. */
function readContributorTag(id: string): Contributor {
  const isAddress = /^0x[0-9a-f]{40}$/i.test(id);
  return create(ContributorSchema, {
    kind: isAddress ? ContributorKind.ETHEREUM_ADDRESS : ContributorKind.ACCOUNT,
    id: isAddress ? id.toLowerCase() : id,
  });
}

/**
 * Adds what the Python registry wrote where Modelwire writes tags: kind and baseline in the
 * MLmodel's metadata or the run's params, the changes of an improved model as metrics of its run.
 */
function addWhatPythonWrote(
  registration: Registration,
  { metadata = {}, metrics }: ModelInfo,
  run: Run | undefined,
  found: MlflowModelVersion,
): void {
  const said = (key: string) => ownText(metadata, key) ?? run?.params[key];
  const modelType = said("model_type");
  if (modelType !== undefined) registration.modelType ??= modelType;
  const isBaseline = said("is_baseline");
  if (isBaseline !== undefined) registration.isBaseline ??= isTrue(isBaseline);
  if (registration.isBaseline !== false || registration.baseline === undefined) return;
  const told = toldByRun(run, new Set(metrics.map(({ key }) => key)), found);
  registration.improvements = told.sort((a, b) => (a.metric < b.metric ? -1 : 1));
}

/** Tells what the metrics of a run say of an improved model, as far as they can be told apart. */
function toldByRun(
  run: Run | undefined,
  ofModel: ReadonlySet<string>,
  found: MlflowModelVersion,
): Improvement[] {
  const all = Object.entries(run?.metrics ?? {});
  const registrationId = found.tags[REGISTRATION_TAG];
  if (registrationId === undefined) {
    // The Python registry took more for better.
    const direction = MetricDirection.HIGHER_IS_BETTER;
    return all.map(([metric, absoluteChange]) =>
      create(ImprovementSchema, { metric, direction, absoluteChange }),
    );
  }
  // One that another Modelwire registered has its values as the model's own metrics as well. What
  // else a run of the registration's own holds are changes, and a caller's run may hold anything;
  // of a copy, and of a model of MLflow 2, nobody knows. Which way is better, MLflow was not told.
  const hasChanges =
    run?.tags[REGISTRATION_TAG] === registrationId && loggedModelOf(found) !== undefined;
  return all.flatMap(([metric, value]) => {
    if (ofModel.has(metric)) return [create(ImprovementSchema, { metric, value })];
    return hasChanges ? [create(ImprovementSchema, { metric, absoluteChange: value })] : [];
  });
}

function ownText(metadata: JsonObject, key: string): string | undefined {
  const value = Object.hasOwn(metadata, key) ? metadata[key] : undefined;
  return typeof value === "string" || typeof value === "boolean" ? String(value) : undefined;
}

async function readRun({ mlflow }: DescribeContext, runId: string): Promise<Run | undefined> {
  try {
    return await mlflow.runs.get(runId);
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}

async function readModelInfo(
  { mlflow }: DescribeContext,
  found: MlflowModelVersion,
): Promise<ModelInfo> {
  const modelId = loggedModelOf(found);
  const id = `${found.name}/${found.version}`;
  try {
    const [loggedModel, file] = await Promise.all([
      modelId === undefined ? undefined : mlflow.loggedModels.get(modelId),
      modelId === undefined
        ? mlflow.modelVersions.readFile(found, MLMODEL, READ_MLMODEL_BYTES)
        : mlflow.loggedModels.readFile(modelId, MLMODEL, READ_MLMODEL_BYTES),
    ]);
    const mlmodel = readMlmodel(Buffer.from(file).toString("utf8"));
    return captureModelInfo({
      modelUuid: modelId ?? (mlmodel.modelUuid || found.tags.model_uuid || standInUuid(found)),
      modelUri: modelId === undefined ? `models:/${id}` : `models:/${modelId}`,
      mlmodel,
      loggedModel,
      runId: found.run_id ?? loggedModel?.source_run_id ?? mlmodel.runId,
    });
  } catch (error) {
    if (error instanceof MlmodelError) {
      throw modelNotFound(`${id} is there, but its MLmodel cannot be read: ${error.message}`, id);
    }
    if (!isNotFound(error)) throw error;
    throw modelNotFound(`${id} is there, but the model that it names was deleted in MLflow`, id);
  }
}

/**
 * Makes a uuid for a model that has none, as those of early MLflow: the same wherever it is
 * registered, since it is made of where its files are.
 */
function standInUuid({ source }: MlflowModelVersion): string {
  return sha256(source).slice(0, 32);
}

/** Creates the error for a model version that is not there. */
export function modelNotFound(text: string, name: string, deletedAt?: number): ModelwireError {
  return new ModelwireError(ErrorReason.MODEL_NOT_FOUND, text, {
    resource: { type: "model_version", name },
    ...(deletedAt !== undefined && {
      metadata: { deleted_time: new Date(deletedAt).toISOString() },
    }),
  });
}
