import type { Registration } from "#gen/modelwire/registry/v1/registration_pb.js";
import { REGISTRATION_TAG } from "../catalog/describe.ts";
import { isServed } from "../mlflow/artifacts.ts";
import { isFinal, isNotFound } from "../mlflow/error.ts";
import type { LoggedModel } from "../mlflow/logged-models.ts";
import type { RegistryContext } from "./context.ts";
import type { PlacedPackage } from "./plan.ts";
import type { Registering } from "./registering.ts";

/** How long it is tried to delete files, in times of a call's time-out. */
const FILES_TIMEOUTS = 5;

/** When the files of a logged model could not be deleted first, of performance.now(). */
const failedSince = new Map<string, number>();

/**
 * Deletes what a package's registration made in MLflow, as far as it got, save what it came to. An
 * upload's own logged model and run are not its to delete.
 */
export async function cleanUpPackage(
  context: RegistryContext,
  { registrationId }: Pick<Registering, "registrationId">,
  { experimentId, upload }: PlacedPackage,
  kept?: Registration,
): Promise<void> {
  const spared = [
    kept?.modelInfo?.modelUuid,
    kept?.runId,
    upload?.place?.modelId,
    upload?.place?.runId,
  ];
  await deleteMade(context, registrationId, experimentId, spared);
}

/** Deletes the logged models, with their files, and the runs that carry a registration's tag. */
export async function deleteMade(
  context: RegistryContext,
  registrationId: string,
  experimentId: string,
  spared: readonly (string | undefined)[],
): Promise<void> {
  const { loggedModels, runs } = context.mlflow;
  const tag = [experimentId, REGISTRATION_TAG, registrationId] as const;
  for (const model of await loggedModels.findByTag(...tag)) {
    if (spared.includes(model.model_id)) continue;
    await deleteFiles(context, model);
    await unlessGone(loggedModels.delete(model.model_id));
  }
  for (const run of await runs.findByTag(...tag)) {
    if (spared.includes(run.run_id)) continue;
    await unlessGone(runs.end(run.run_id, "FAILED", Date.now()));
    await unlessGone(runs.delete(run.run_id));
  }
}

/**
 * Deletes the files of a logged model that is to be deleted: nobody finds them after that. Where
 * the store lets nobody delete they are left in the end, and the log says where.
 */
async function deleteFiles(
  { mlflow, config, log }: RegistryContext,
  { model_id, artifact_uri }: LoggedModel,
): Promise<void> {
  // Elsewhere nothing could be written.
  if (!isServed(artifact_uri)) return;
  try {
    await unlessGone(mlflow.artifacts.deleteAll(artifact_uri));
  } catch (error) {
    const since = failedSince.get(model_id) ?? performance.now();
    failedSince.set(model_id, since);
    const mayWorkLater = performance.now() - since < FILES_TIMEOUTS * config.mlflow.timeoutMs;
    if (mayWorkLater && !isFinal(error)) throw error;
    log.error({ err: error, model_id, artifact_uri }, "MLflow does not delete files: they stay");
  }
  failedSince.delete(model_id);
}

/** Waits for a deletion; what is not there need not be deleted. */
export async function unlessGone(call: Promise<void>): Promise<void> {
  try {
    await call;
  } catch (error) {
    if (!isNotFound(error)) throw error;
  }
}
