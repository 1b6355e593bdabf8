import type { Registration } from "#gen/modelwire/registry/v1/registration_pb.js";
import { isAmbiguous, isNotFound, MlflowError } from "../mlflow/error.ts";
import type { LoggedModel } from "../mlflow/logged-models.ts";
import type { MetricValue, Run } from "../mlflow/runs.ts";
import { type FileDigest, sha256 } from "../package/digest.ts";
import { MLMODEL, readMlmodel, rewriteMlmodel } from "../package/mlmodel.ts";
import type { RegistryContext } from "./context.ts";
import { REGISTRATION_TAG } from "./model-version.ts";
import type { PackageContent, PackagePlan, RegistrationPlan } from "./plan.ts";
import type { RegisteredSource, Registering } from "./registering.ts";

const UPLOADS_AT_ONCE = 8;

/** Tells whether a plan is for a package, and says where in MLflow it goes. */
export function isPlaced(source: RegistrationPlan["source"]): source is PlacedPackage {
  return source.kind === "package" && source.experimentId !== undefined;
}

/** A package of which it is known where in MLflow it goes. */
export type PlacedPackage = PackagePlan & { experimentId: string };

/**
 * Brings a package to MLflow: run, logged model, files, READY. It is found again by the
 * registration's id, which run and logged model carry as a tag from their creation on.
 */
export async function uploadPackage(
  context: RegistryContext,
  registering: Registering,
  source: PlacedPackage,
  content: PackageContent,
): Promise<RegisteredSource> {
  const { mlflow, onStep } = context;
  const { plan } = registering;
  const ownParams = source.runId === undefined ? runParams(registering) : {};
  const run = source.runId ?? (await createRun(context, registering, source.experimentId)).run_id;
  onStep("run-created");
  const model = await createLoggedModel(context, registering, source, run, ownParams);
  onStep("logged-model-created");

  const rewritten = rewriteMlmodel(content.mlmodel, {
    modelId: model.model_id,
    runId: run,
    artifactUri: model.artifact_uri,
    signature: source.signature,
    metadata: source.metadata,
    savedInputExampleInfo: source.savedInputExampleInfo,
    createdAt: registering.createdAt,
  });
  const files = content.files.map((file) =>
    file.path === MLMODEL ? { path: MLMODEL, content: Buffer.from(rewritten) } : file,
  );
  const metrics: MetricValue[] = Object.entries(source.metrics).map(([key, value]) => ({
    key,
    value,
    timestamp: registering.createdAt,
    step: 0,
    model_id: model.model_id,
  }));
  // The Python registry's runs had the changes as metrics; those whose values are not known are
  // kept so, for the run alone: the model's own metrics are values.
  for (const [key, value] of Object.entries(plan.improved?.measured.deltas ?? {})) {
    if (Object.hasOwn(source.metrics, key)) continue;
    metrics.push({ key, value, timestamp: registering.createdAt, step: 0 });
  }
  const params = { ...ownParams, ...source.params };
  await Promise.all([
    putFiles(context, model.artifact_uri, files),
    mlflow.runs.logBatch(run, params, metrics),
    mlflow.runs.logOutput(run, model.model_id),
  ]);
  await compareSizes(context, model.model_id, files);
  onStep("files-written");

  const ready = await mlflow.loggedModels.markReady(model.model_id);
  onStep("ready");
  return {
    modelUuid: model.model_id,
    modelUri: `models:/${model.model_id}`,
    source: `models:/${model.model_id}`,
    modelId: model.model_id,
    runId: run,
    ownRun: source.runId === undefined,
    mlmodel: readMlmodel(rewritten),
    loggedModel: ready,
    files: digestsOf(plan.source.kind === "package" ? plan.source.files : [], rewritten),
  };
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
  const id = registering.registrationId;
  const found = await loggedModels.findByTag(source.experimentId, REGISTRATION_TAG, id);
  const ready = found.find((model) => model.status === "LOGGED_MODEL_READY");
  if (!ready) {
    await cleanUpPackage(context, registering, source);
    return undefined;
  }
  const model = await loggedModels.get(ready.model_id);
  const text = Buffer.from(await loggedModels.readFile(model.model_id, MLMODEL)).toString("utf8");
  return {
    modelUuid: model.model_id,
    modelUri: `models:/${model.model_id}`,
    source: `models:/${model.model_id}`,
    modelId: model.model_id,
    runId: model.source_run_id,
    ownRun: source.runId === undefined,
    mlmodel: readMlmodel(text),
    loggedModel: model,
    files: digestsOf(source.files, text),
  };
}

/** Deletes what a package's registration made in MLflow, as far as it got, save what it came to. */
export async function cleanUpPackage(
  context: RegistryContext,
  { registrationId: id }: Pick<Registering, "registrationId">,
  source: PlacedPackage,
  kept?: Registration,
): Promise<void> {
  const { loggedModels, runs } = context.mlflow;
  for (const model of await loggedModels.findByTag(source.experimentId, REGISTRATION_TAG, id)) {
    if (model.model_id === kept?.modelInfo?.modelUuid) continue;
    await unlessGone(loggedModels.delete(model.model_id));
  }
  for (const run of await runs.findByTag(source.experimentId, REGISTRATION_TAG, id)) {
    if (run.run_id === kept?.runId) continue;
    await unlessGone(runs.end(run.run_id, "FAILED", Date.now()));
    await unlessGone(runs.delete(run.run_id));
  }
}

/** What readers of the Python registry's runs look for, in its spelling. */
function runParams({ plan, createdAt }: Registering): Record<string, string> {
  const { improved } = plan;
  return {
    model_type: plan.modelType,
    is_baseline: improved ? "False" : "True",
    registration_time: new Date(createdAt).toISOString().replace("Z", "+00:00"),
    ...(improved && {
      baseline_model_id: improved.found?.baseline.modelId ?? "",
      contributor_address: improved.contributor.id,
      improvement_count: String(improved.found?.improvements.length ?? 0),
    }),
  };
}

async function createRun(
  { mlflow }: RegistryContext,
  { registrationId, plan, createdAt }: Registering,
  experimentId: string,
): Promise<Run> {
  return orFind(
    () =>
      mlflow.runs.create({
        experimentId,
        runName: plan.modelName,
        startTime: createdAt,
        tags: { [REGISTRATION_TAG]: registrationId, "mlflow.source.name": "modelwire" },
      }),
    () => mlflow.runs.findByTag(experimentId, REGISTRATION_TAG, registrationId),
  );
}

async function createLoggedModel(
  { mlflow }: RegistryContext,
  { registrationId, plan }: Registering,
  source: PlacedPackage,
  sourceRunId: string,
  ownParams: Record<string, string>,
): Promise<LoggedModel> {
  return orFind(
    () =>
      mlflow.loggedModels.create({
        experimentId: source.experimentId,
        // MLflow refuses these in the name of a logged model, though not in a registered one's.
        name: plan.modelName.replace(/[/:.%"']/g, "-"),
        sourceRunId,
        params: { ...ownParams, ...source.params },
        tags: { [REGISTRATION_TAG]: registrationId },
      }),
    () => mlflow.loggedModels.findByTag(source.experimentId, REGISTRATION_TAG, registrationId),
  );
}

/** Creates something, and where the answer was lost finds what was created. */
async function orFind<T>(create: () => Promise<T>, find: () => Promise<T[]>): Promise<T> {
  try {
    return await create();
  } catch (error) {
    if (!isAmbiguous(error)) throw error;
    const [found] = await find();
    if (found === undefined) throw error;
    return found;
  }
}

async function putFiles(
  { mlflow }: RegistryContext,
  artifactUri: string,
  files: readonly { path: string; content: Uint8Array }[],
): Promise<void> {
  const queue = files.values();
  const worker = async () => {
    for (const file of queue) await mlflow.artifacts.put(artifactUri, file.path, file.content);
  };
  await Promise.all(Array.from({ length: UPLOADS_AT_ONCE }, worker));
}

// A 200 for a PUT is no proof: MLflow 3.4 has stored empty files and said so.
async function compareSizes(
  { mlflow }: RegistryContext,
  modelId: string,
  files: readonly { path: string; content: Uint8Array }[],
): Promise<void> {
  const stored = await mlflow.loggedModels.listFiles(modelId);
  const wrong = files.filter((file) => stored.get(file.path) !== file.content.byteLength);
  if (wrong.length === 0) return;
  const list = wrong
    .slice(0, 3)
    .map((f) => `${f.path}: ${stored.get(f.path) ?? "none"} of ${f.content.byteLength} bytes`);
  throw new MlflowError(`MLflow did not store the files as they were sent (${list.join(", ")})`, {
    failure: "unexpected",
    endpoint: "PUT /api/2.0/mlflow-artifacts/artifacts",
    status: 200,
    mayHaveTakenEffect: true,
  });
}

function digestsOf(files: readonly FileDigest[], mlmodelText: string): FileDigest[] {
  return files.map((file) =>
    file.path === MLMODEL
      ? { path: MLMODEL, sizeBytes: Buffer.byteLength(mlmodelText), sha256: sha256(mlmodelText) }
      : file,
  );
}

/** Waits for a deletion; what is not there need not be deleted. */
export async function unlessGone(call: Promise<void>): Promise<void> {
  try {
    await call;
  } catch (error) {
    if (!isNotFound(error)) throw error;
  }
}
