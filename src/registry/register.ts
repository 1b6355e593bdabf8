import { setTimeout as sleep } from "node:timers/promises";
import { fromBinary } from "@bufbuild/protobuf";
import { ErrorReason } from "#gen/modelwire/registry/v1/error_reason_pb.js";
import {
  type Registration,
  RegistrationSchema,
} from "#gen/modelwire/registry/v1/registration_pb.js";
import type {
  RegisterBaselineRequest,
  RegisterImprovedModelRequest,
} from "#gen/modelwire/registry/v1/registry_service_pb.js";
import { ModelwireError } from "../error.ts";
import { MlflowError } from "../mlflow/error.ts";
import {
  claimRegistration,
  findByRequestId,
  type RegistrationRow,
} from "../store/registrations.ts";
import { type Begun, begin, contentAgain } from "./begin.ts";
import type { RegistryContext } from "./context.ts";
import { forgetExperiments } from "./experiment.ts";
import { findHeldModel } from "./held-model.ts";
import { keepLease, settleFailure } from "./lease.ts";
import { removeOthersLeftovers, standBack } from "./leftovers.ts";
import { resumePackage, uploadPackage } from "./package-registration.ts";
import {
  isPlaced,
  type PlannedRegistration,
  planBaseline,
  planImprovedModel,
  type ResolvedPlan,
} from "./plan.ts";
import { finishRegistration, type Registering } from "./registering.ts";
import { until } from "./until.ts";

const WAIT_FOR_OTHER_MS = 100;
const LONGEST_WAIT_MS = 30_000;

/**
 * Registers a baseline: exactly one model version, its event, and the event's deliveries.
 *
 * Once it has begun it does not end with its caller: where `signal` is aborted, the work goes on
 * and only the answer is not waited for.
 *
 * @throws ModelwireError, MlflowError
 */
export async function registerBaseline(
  context: RegistryContext,
  request: RegisterBaselineRequest,
  signal: AbortSignal,
): Promise<Registration> {
  return register(context, planBaseline(request, context.config), signal);
}

/**
 * Registers an improvement of another model, as {@link registerBaseline} registers a baseline.
 *
 * @throws ModelwireError, MlflowError
 */
export async function registerImprovedModel(
  context: RegistryContext,
  request: RegisterImprovedModelRequest,
  signal: AbortSignal,
): Promise<Registration> {
  return register(context, planImprovedModel(request, context.config), signal);
}

async function register(
  context: RegistryContext,
  planned: PlannedRegistration,
  signal: AbortSignal,
): Promise<Registration> {
  let begun: { registration: Registration } | Begun | undefined;
  while (!begun) {
    begun = await findEarlier(context, planned, signal);
    begun ??= await begin(context, planned, signal);
  }
  if ("registration" in begun) return begun.registration;
  const work = carryOut(context, begun, planned).finally(() => context.running.delete(work));
  context.running.add(work);
  // Whoever waits gets the failure from `until`; where nobody does, the log has it.
  work.catch(() => {});
  const { registrationId } = begun.registering;
  return until(work, signal, () => callEnded(registrationId));
}

/** Finds what became of an earlier call with the same request id; undefined where there is none. */
async function findEarlier(
  { store, leaseMs }: RegistryContext,
  { requestId, fingerprint }: PlannedRegistration,
  signal: AbortSignal,
): Promise<{ registration: Registration } | Begun | undefined> {
  if (requestId === undefined) return undefined;
  const giveUpAt = Date.now() + LONGEST_WAIT_MS;
  for (;;) {
    const row = await findByRequestId(store.db, requestId);
    if (!row) return undefined;
    if (row.fingerprint !== fingerprint) throw requestIdReused(row);
    if (row.registration) return { registration: fromBinary(RegistrationSchema, row.registration) };
    const now = Date.now();
    const lease = await claimRegistration(store.db, row.registration_id, now, now + leaseMs);
    if (lease) return { registering: { ...readRow(row), lease }, takenOver: true };
    if (signal.aborted || now > giveUpAt) throw inProgress(row);
    await sleep(WAIT_FOR_OTHER_MS, undefined, { signal }).catch(() => {});
  }
}

async function carryOut(
  context: RegistryContext,
  { registering, takenOver, source: held, content }: Begun,
  planned: PlannedRegistration,
): Promise<Registration> {
  const release = keepLease(context, registering);
  const { source } = registering.plan;
  try {
    let model = held;
    if (isPlaced(source)) {
      if (takenOver) model = await resumePackage(context, registering, source);
      model ??= await uploadPackage(
        context,
        registering,
        source,
        content ?? planned.content ?? (await contentAgain(context, registering, planned)),
      );
    } else if (source.kind === "mlflow") {
      model ??= await findHeldModel(context, source.uri);
    }
    if (!model) throw new Error("a package without an experiment");
    const registration = await finishRegistration(context, registering, model, takenOver);
    if (registration) {
      context.onRegistrationEnd?.("registered");
      if (takenOver) await removeOthersLeftovers(context, registering, registration);
      return registration;
    }
  } catch (error) {
    context.onRegistrationEnd?.("failed");
    if (error instanceof MlflowError) forgetExperiments(context);
    if (await settleFailure(context, registering, error, release)) throw error;
  } finally {
    await release();
  }
  const others = await standBack(context, registering);
  if (others) return others;
  throw takenOverByOther(registering);
}

/** Reads what a row says of a registration, its lease apart. */
export function readRow(row: RegistrationRow): Omit<Registering, "lease"> {
  return {
    registrationId: row.registration_id,
    createdAt: row.created_at,
    plan: JSON.parse(row.plan) as ResolvedPlan,
  };
}

function callEnded(registrationId: string): ModelwireError {
  return new ModelwireError(
    ErrorReason.CALL_ENDED,
    "the call ended before the registration did; it goes on, and the same request_id gives its answer",
    { metadata: { registration_id: registrationId } },
  );
}

function requestIdReused(row: RegistrationRow): ModelwireError {
  return new ModelwireError(
    ErrorReason.REQUEST_ID_REUSED,
    `request_id: ${row.request_id} was used for another request before; make a new UUID for each registration`,
    { metadata: idsOf(row) },
  );
}

function inProgress(row: RegistrationRow): ModelwireError {
  const why = row.last_error ? ` (last: ${row.last_error})` : "";
  return new ModelwireError(
    ErrorReason.REGISTRATION_IN_PROGRESS,
    `the registration under this request_id is still under way${why}; call again with the same request`,
    { metadata: idsOf(row), retryAfterMs: 1000 },
  );
}

function takenOverByOther({ registrationId }: Registering): ModelwireError {
  return new ModelwireError(
    ErrorReason.REGISTRATION_IN_PROGRESS,
    "another replica took the registration over; call again with the same request",
    { metadata: { registration_id: registrationId }, retryAfterMs: 1000 },
  );
}

function idsOf(row: RegistrationRow): Record<string, string> {
  return { request_id: row.request_id ?? "", registration_id: row.registration_id };
}
