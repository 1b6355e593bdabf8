import { setTimeout as sleep } from "node:timers/promises";
import { fromBinary } from "@bufbuild/protobuf";
import { timestampMs } from "@bufbuild/protobuf/wkt";
import {
  type Registration,
  RegistrationSchema,
} from "#gen/modelwire/registry/v1/registration_pb.js";
import { isCopy, REGISTRATION_TAG } from "../catalog/describe.ts";
import type { MlflowModelVersion } from "../mlflow/model-versions.ts";
import { findDiscarded } from "../store/discarded-registrations.ts";
import {
  findRegistration,
  findTakenOverRegistrations,
  type RegistrationRow,
} from "../store/registrations.ts";
import { cleanUpPackage, unlessGone } from "./clean-up.ts";
import type { RegistryContext } from "./context.ts";
import type { RegistrationPlan, ResolvedPlan } from "./plan.ts";
import { isPlaced } from "./plan.ts";
import type { Registering } from "./registering.ts";

const POLL_MS = 100;
const LONGEST_WAIT_MS = 30_000;
/** How long MLflow may be busy with a call that nobody waits for, in times of a call's time-out. */
const LATE_TIMEOUTS = 10;

/**
 * Leaves a registration to whoever took it over while this process slept, waits for what it comes
 * to, and deletes what this process made beside it. Undefined where it came to nothing, or has
 * not come to its end yet.
 */
export async function standBack(
  context: RegistryContext,
  registering: Registering,
): Promise<Registration | undefined> {
  const { registrationId } = registering;
  context.log.warn({ registration_id: registrationId }, "another owner took the registration over");
  const giveUpAt = Date.now() + LONGEST_WAIT_MS;
  for (;;) {
    const row = await findRegistration(context.store.db, registrationId);
    if (row?.state !== "PENDING") {
      const kept = row && registrationOf(row);
      await removeOthersLeftovers(context, registering, kept);
      return kept;
    }
    if (Date.now() > giveUpAt) return undefined;
    await sleep(POLL_MS);
  }
}

/**
 * Deletes what owners of a registration made beside what it came to. Where that fails, as where
 * two of them do it at once, the sweep does it, and the registration stands all the same.
 */
export async function removeOthersLeftovers(
  context: RegistryContext,
  { registrationId, plan }: Pick<Registering, "registrationId" | "plan">,
  kept: Registration | undefined,
): Promise<void> {
  try {
    await removeLeftovers(context, registrationId, plan, kept);
  } catch (error) {
    const about = { err: error, registration_id: registrationId };
    context.log.warn(about, "could not delete what another owner made; the sweep will");
  }
}

/**
 * Looks again at registrations that were taken over, or cleaned up: a call that was made for one
 * can take effect after somebody looked for what there is.
 */
export async function removeLateLeftovers(
  context: RegistryContext,
  signal: AbortSignal,
): Promise<void> {
  const since = Date.now() - LATE_TIMEOUTS * context.config.mlflow.timeoutMs;
  for (const row of await findTakenOverRegistrations(context.store.db, since)) {
    if (signal.aborted) return;
    const plan = JSON.parse(row.plan) as ResolvedPlan;
    const registering = { registrationId: row.registration_id, plan };
    await removeOthersLeftovers(context, registering, registrationOf(row));
  }
  for (const { registrationId, plan } of await findDiscarded(context.store.db, since)) {
    if (signal.aborted) return;
    const registering = { registrationId, plan: JSON.parse(plan) as ResolvedPlan };
    await removeOthersLeftovers(context, registering, undefined);
  }
}

/**
 * Deletes in MLflow what carries a registration's tag, save what the registration came to: all the
 * rest was told to nobody. A copy of a version has its tags too, and is its maker's.
 */
export async function removeLeftovers(
  context: RegistryContext,
  registrationId: string,
  { source }: RegistrationPlan,
  kept: Registration | undefined,
): Promise<void> {
  const { modelVersions } = context.mlflow;
  for (const found of await modelVersions.findByTag(REGISTRATION_TAG, registrationId)) {
    const { name, version } = found;
    // No registration makes a copy.
    if (isCopy(found) || (kept && isKept(found, kept))) continue;
    const about = { registration_id: registrationId, name, version };
    context.log.warn(about, "deleting a version that was told to nobody");
    await unlessGone(modelVersions.delete(name, version));
  }
  if (isPlaced(source)) await cleanUpPackage(context, { registrationId }, source, kept);
}

/** Tells whether a version is the one that a registration came to, by whatever name it goes now. */
function isKept(found: MlflowModelVersion, { modelName, version, modelVersion }: Registration) {
  if (found.version !== version) return false;
  const createdAt = modelVersion?.creationTime && timestampMs(modelVersion.creationTime);
  return found.name === modelName || found.creation_timestamp === createdAt;
}

function registrationOf({ registration }: RegistrationRow): Registration | undefined {
  return registration ? fromBinary(RegistrationSchema, registration) : undefined;
}
