import { REGISTRATION_TAG } from "../catalog/describe.ts";
import { allEnded, forEachAtOnce } from "../concurrency.ts";
import { MlflowError } from "../mlflow/error.ts";
import type { MetricValue } from "../mlflow/runs.ts";
import { type FileDigest, sha256, sortByPath } from "../package/digest.ts";
import {
  changeMlmodel,
  MLMODEL,
  type Mlmodel,
  MlmodelError,
  readMlmodel,
} from "../package/mlmodel.ts";
import { READ_MLMODEL_BYTES } from "../package/mlmodel-size.ts";
import { cleanUpPackage } from "./clean-up.ts";
import type { RegistryContext } from "./context.ts";
import { noteParams, runParams } from "./params.ts";
import { makeLoggedModel, makeRun } from "./place.ts";
import { type PackageContent, type Place, type PlacedPackage, without } from "./plan.ts";
import type { RegisteredSource, Registering } from "./registering.ts";

const UPLOADS_AT_ONCE = 8;

/**
 * Brings a package to MLflow: run, logged model, files, READY. It is found again by the
 * registration's id, which run and logged model carry as a tag from their creation on. Of an
 * upload all that is there already.
 */
export async function uploadPackage(
  context: RegistryContext,
  registering: Registering,
  source: PlacedPackage,
  content: PackageContent,
): Promise<RegisteredSource> {
  const { mlflow, onStep } = context;
  const ownParams = source.runId === undefined ? runParams(registering) : {};
  const params = { ...ownParams, ...source.params };
  const place = source.upload?.place ?? (await makePlace(context, registering, source, params));

  const { mlmodel, text: rewritten } = changeMlmodel(content.mlmodel, {
    modelId: place.modelId,
    runId: place.runId,
    artifactUri: place.artifactUri,
    signature: source.signature,
    metadata: source.metadata,
    savedInputExampleInfo: source.savedInputExampleInfo,
    createdAt: registering.createdAt,
  });
  const files = [
    ...without(content.files, [{ path: MLMODEL }]),
    { path: MLMODEL, content: Buffer.from(rewritten) },
  ];
  const noted = source.upload ? await noteParams(context, place, params) : params;
  const written = digestsWith(source.files, rewritten);
  await allEnded([
    putFiles(context, place.artifactUri, files),
    mlflow.runs.logBatch(place.runId, noted, metricsOf(registering, source, place.modelId)),
    source.upload ? undefined : mlflow.runs.logOutput(place.runId, place.modelId),
  ]);
  onStep("files-written");

  const [ready] = await allEnded([
    mlflow.loggedModels.markReady(place.modelId),
    compareSizes(context, place.modelId, written),
  ]);
  onStep("ready");
  return {
    modelUuid: place.modelId,
    modelUri: `models:/${place.modelId}`,
    source: `models:/${place.modelId}`,
    modelId: place.modelId,
    runId: place.runId,
    ownRun: source.runId === undefined,
    mlmodel,
    loggedModel: ready,
    files: written,
  };
}

async function makePlace(
  context: RegistryContext,
  { registrationId, createdAt, plan }: Registering,
  { experimentId, runId }: PlacedPackage,
  params: Record<string, string>,
): Promise<Place> {
  const options = { registrationId, experimentId, name: plan.modelName, startTime: createdAt };
  const run = runId ?? (await makeRun(context, options)).run_id;
  context.onStep("run-created");
  const model = await makeLoggedModel(context, options, run, params);
  context.onStep("logged-model-created");
  return { runId: run, modelId: model.model_id, artifactUri: model.artifact_uri };
}

function metricsOf(
  { plan, createdAt }: Registering,
  source: PlacedPackage,
  modelId: string,
): MetricValue[] {
  const at = { timestamp: createdAt, step: 0 };
  const metrics: MetricValue[] = Object.entries(source.metrics).map(([key, value]) => ({
    key,
    value,
    ...at,
    model_id: modelId,
  }));
  // The Python registry's runs had the changes as metrics; those whose values are not known are
  // kept so, for the run alone: the model's own metrics are values.
  for (const [key, value] of Object.entries(plan.improved?.measured.deltas ?? {})) {
    if (!Object.hasOwn(source.metrics, key)) metrics.push({ key, value, ...at });
  }
  return metrics;
}

/**
 * Finds what an earlier owner of a package's registration left in MLflow: the logged model where
 * it was READY, so that all of it is there; nothing where it was not, and is now cleaned up.
 */
export async function resumePackage(
  context: RegistryContext,
  registering: Registering,
  source: PlacedPackage,
): Promise<RegisteredSource | undefined> {
  const { loggedModels } = context.mlflow;
  const ready = await findReady(context, registering, source);
  if (ready === undefined) {
    await cleanUpPackage(context, registering, source);
    return undefined;
  }
  const model = await loggedModels.get(ready);
  const file = await loggedModels.readFile(model.model_id, MLMODEL, READ_MLMODEL_BYTES);
  const text = Buffer.from(file).toString("utf8");
  const files = digestsWith(source.files, text);
  // Whoever made it READY may have died before it looked.
  const wrong = await findWrongSizes(context, model.model_id, files);
  const mlmodel = readWhole(text);
  if (wrong.length > 0 || !mlmodel) {
    context.log.warn({ model_id: model.model_id, wrong }, "MLflow lacks files that it was sent");
    await cleanUpPackage(context, registering, source);
    return undefined;
  }
  return {
    modelUuid: model.model_id,
    modelUri: `models:/${model.model_id}`,
    source: `models:/${model.model_id}`,
    modelId: model.model_id,
    runId: model.source_run_id,
    ownRun: source.runId === undefined,
    mlmodel,
    loggedModel: model,
    files,
  };
}

/** Reads an MLmodel; undefined where that is cut off, or more than it may hold. */
function readWhole(text: string): Mlmodel | undefined {
  try {
    return readMlmodel(text);
  } catch (error) {
    if (error instanceof MlmodelError) return undefined;
    throw error;
  }
}

async function findReady(
  { mlflow }: RegistryContext,
  { registrationId }: Registering,
  { experimentId, upload }: PlacedPackage,
): Promise<string | undefined> {
  const found = upload?.place
    ? [await mlflow.loggedModels.get(upload.place.modelId)]
    : await mlflow.loggedModels.findByTag(experimentId, REGISTRATION_TAG, registrationId);
  return found.find((model) => model.status === "LOGGED_MODEL_READY")?.model_id;
}

async function putFiles(
  { mlflow }: RegistryContext,
  artifactUri: string,
  files: readonly { path: string; content: Uint8Array }[],
): Promise<void> {
  await forEachAtOnce(files, UPLOADS_AT_ONCE, ({ path, content }) =>
    mlflow.artifacts.put(artifactUri, path, content),
  );
}

/** Makes sure that MLflow has files as they were sent. @throws MlflowError `unexpected` */
async function compareSizes(
  context: RegistryContext,
  modelId: string,
  files: readonly FileDigest[],
): Promise<void> {
  const wrong = await findWrongSizes(context, modelId, files);
  if (wrong.length === 0) return;
  throw new MlflowError(
    `MLflow did not store the files as they were sent (${wrong.slice(0, 3).join(", ")})`,
    {
      failure: "unexpected",
      endpoint: "PUT /api/2.0/mlflow-artifacts/artifacts",
      status: 200,
      mayHaveTakenEffect: true,
    },
  );
}

// A 200 for a PUT is no proof: MLflow 3.4 has stored empty files and said so.
async function findWrongSizes(
  { mlflow }: RegistryContext,
  modelId: string,
  files: readonly FileDigest[],
): Promise<string[]> {
  const stored = await mlflow.loggedModels.sizesOf(
    modelId,
    files.map(({ path }) => path),
  );
  return files.flatMap(({ path, sizeBytes }) => {
    const size = stored.get(path);
    return size === sizeBytes ? [] : [`${path}: ${size ?? "none"} of ${sizeBytes} bytes`];
  });
}

/** The files of a package with the MLmodel as it is written. */
function digestsWith(files: readonly FileDigest[], mlmodelText: string): FileDigest[] {
  return sortByPath([
    ...without(files, [{ path: MLMODEL }]),
    { path: MLMODEL, sizeBytes: Buffer.byteLength(mlmodelText), sha256: sha256(mlmodelText) },
  ]);
}
