import { EventOrigin } from "#gen/modelwire/event/v1/event_pb.js";
import { ErrorReason } from "#gen/modelwire/registry/v1/error_reason_pb.js";
import type { ModelVersion } from "#gen/modelwire/registry/v1/model_version_pb.js";
import type { VersionSummary } from "#gen/modelwire/registry/v1/registered_model_pb.js";
import { type Change, type OriginOf, observed } from "../catalog/announce.ts";
import { modelNotFound } from "../catalog/describe.ts";
import { consistencyToken } from "../catalog/freshness.ts";
import { type ModelLock, withModelLock } from "../catalog/lock.ts";
import type { VersionName } from "../catalog/look-up.ts";
import { refreshVersion } from "../catalog/refresh-version.ts";
import { registrationOf } from "../catalog/registration-bytes.ts";
import { summaryOf } from "../catalog/summary.ts";
import { ModelwireError } from "../error.ts";
import { requireModel } from "../identity/caller.ts";
import { isNotFound } from "../mlflow/error.ts";
import { type CatalogVersionRow, findDeletionTime } from "../store/catalog-versions.ts";
import { lastSequence } from "../store/events.ts";
import type { RegistryContext } from "./context.ts";
import { until } from "./until.ts";

/** A version as the catalog has it. */
export interface SeenVersion {
  modelVersion: ModelVersion;
  summary: VersionSummary;
}

/**
 * Changes a registered model while nobody else does. Once it has begun it does not end with its
 * caller: where `signal` is aborted, the work goes on and only the answer is not waited for.
 * @throws ModelwireError MODEL_NOT_PERMITTED, MODEL_BUSY, CALL_ENDED
 */
export async function changeModel<T>(
  context: RegistryContext,
  modelName: string,
  signal: AbortSignal,
  work: (lock: ModelLock) => Promise<T>,
): Promise<T> {
  requireModel(context.caller, modelName);
  const running = withModelLock(context, modelName, async (lock) => {
    if (signal.aborted) throw callEnded();
    return work(lock);
  }).finally(() => context.running.delete(running));
  context.running.add(running);
  running.catch((error) => {
    if (signal.aborted) context.log.warn({ err: error, modelName }, "a change without a caller");
  });
  return until(running, signal, callEnded);
}

function callEnded(): ModelwireError {
  const text = "the call ended before the change was made; it may go on, and a repeat tells";
  return new ModelwireError(ErrorReason.CALL_ENDED, text);
}

/** Reads a version from its row. */
export function readVersion(row: CatalogVersionRow): SeenVersion {
  const registration = registrationOf(row);
  const { modelVersion } = registration;
  if (!modelVersion) throw new Error(`${registration.modelId}: its row has no model version`);
  return { modelVersion, summary: summaryOf(registration, row.model_uuid ?? undefined) };
}

/**
 * Looks at a version in MLflow: what others did to it is written down and announced as theirs.
 * @throws ModelwireError MODEL_NOT_FOUND; MlflowError where MLflow could not be asked
 */
export async function seeVersion(
  context: RegistryContext,
  lock: ModelLock,
  version: string,
  originOf?: OriginOf,
): Promise<SeenVersion> {
  const row = await refreshVersion(context, lock, version, originOf);
  if (!row) throw await versionNotFound(context, { name: lock.modelName, version });
  return readVersion(row);
}

/**
 * Refuses a change of what is not as the caller has read it any more.
 * @param etag what the caller has read; undefined where that does not matter
 * @param now what it is now; empty where there is nothing
 * @throws ModelwireError ETAG_MISMATCH
 */
export function checkEtag(etag: string | undefined, now: string): void {
  if (etag === undefined || etag === now) return;
  throw new ModelwireError(
    ErrorReason.ETAG_MISMATCH,
    "etag: expected that of the version as it is now; it has changed since it was read",
    { metadata: { etag: now } },
  );
}

/** What MLflow is told, and how it is seen whether that took effect. */
export interface Telling<T> {
  calls: readonly (() => Promise<void>)[];
  /** Looks at MLflow again, and writes down what it says. */
  look(): Promise<T>;
  isMade(seen: T): boolean;
}

/**
 * Tells MLflow of a change and looks what it has then. This is done also where telling failed: what
 * took effect of it nevertheless is written down as done here, and where that is all of it the
 * change is made.
 * @throws MlflowError where the change is not made, or may be and could not be seen
 */
export async function tellMlflow<T>(
  { store, onStep }: RegistryContext,
  lock: ModelLock,
  { calls, look, isMade }: Telling<T>,
): Promise<T> {
  let failure: { error: unknown } | undefined;
  try {
    for (const call of calls) {
      await lock.guard(store.db);
      await call();
      onStep("change-told");
    }
  } catch (error) {
    failure = { error };
  }
  const seen = await look().catch((error) => {
    throw failure ? failure.error : error;
  });
  onStep("change-written");
  if (failure && !isMade(seen)) throw failure.error;
  return seen;
}

/**
 * Takes the changes that were asked for as made here, by the caller, and others as made in MLflow
 * directly.
 */
export function originBy(
  { caller: { identity: actor } }: RegistryContext,
  isAskedFor: (change: Change) => boolean,
): OriginOf {
  const here = { origin: EventOrigin.MODELWIRE, ...(actor && { actor }) };
  return (change) => (isAskedFor(change) ? here : observed(change));
}

/** Gives the token of reads that must have in them what was just written of a registered model. */
export async function tokenOf({ store }: RegistryContext, modelName: string): Promise<string> {
  return consistencyToken(modelName, await lastSequence(store.db, modelName));
}

/** Creates the error for a version that is not there, with when it was deleted if that is known. */
export async function versionNotFound(
  { store }: RegistryContext,
  { name, version }: VersionName,
): Promise<ModelwireError> {
  const deletedAt = await findDeletionTime(store.db, name, Number(version));
  const text = `there is no version ${version} of ${name}`;
  return modelNotFound(text, `${name}/${version}`, deletedAt);
}

/** Takes MLflow's word that a version is not there for an error that says so. */
export async function orNotFound(
  context: RegistryContext,
  name: VersionName,
  error: unknown,
): Promise<never> {
  throw isNotFound(error) ? await versionNotFound(context, name) : error;
}
