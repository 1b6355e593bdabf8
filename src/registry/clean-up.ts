import type { Registration } from "#gen/modelwire/registry/v1/registration_pb.js";
import { REGISTRATION_TAG } from "../catalog/describe.ts";
import { isNotFound } from "../mlflow/error.ts";
import type { RegistryContext } from "./context.ts";
import type { PlacedPackage } from "./plan.ts";
import type { Registering } from "./registering.ts";

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
  { mlflow }: RegistryContext,
  registrationId: string,
  experimentId: string,
  spared: readonly (string | undefined)[],
): Promise<void> {
  const { loggedModels, runs, artifacts } = mlflow;
  const tag = [experimentId, REGISTRATION_TAG, registrationId] as const;
  for (const model of await loggedModels.findByTag(...tag)) {
    if (spared.includes(model.model_id)) continue;
    await unlessGone(artifacts.deleteAll(model.artifact_uri));
    await unlessGone(loggedModels.delete(model.model_id));
  }
  for (const run of await runs.findByTag(...tag)) {
    if (spared.includes(run.run_id)) continue;
    await unlessGone(runs.end(run.run_id, "FAILED", Date.now()));
    await unlessGone(runs.delete(run.run_id));
  }
}

/** Waits for a deletion; what is not there need not be deleted. */
export async function unlessGone(call: Promise<void>): Promise<void> {
  try {
    await call;
  } catch (error) {
    if (!isNotFound(error)) throw error;
  }
}
