import { ErrorReason } from "#gen/modelwire/registry/v1/error_reason_pb.js";
import { ModelwireError } from "../error.ts";
import { isFinal, MlflowError } from "../mlflow/error.ts";
import { noteDiscarded } from "../store/discarded-registrations.ts";
import { extendRegistrationLease, removeRegistration } from "../store/registrations.ts";
import type { RegistryContext } from "./context.ts";
import { removeLeftovers } from "./leftovers.ts";
import { isUploaded } from "./plan.ts";
import type { Registering } from "./registering.ts";
import { giveBackUpload } from "./uploaded-package.ts";

const RECOVER_AFTER_MS = 1000;
/** A connection that broke, ours or that of a proxy: what MLflow was doing, it has done by then. */
const SETTLE_AFTER_BREAK_MS = 3000;

/**
 * Keeps a registration its owner's while the owner works. Returns how to stop that: once it has,
 * nothing of this moves the end of the lease any more.
 */
export function keepLease(context: RegistryContext, registering: Registering): () => Promise<void> {
  const { store, leaseMs, log } = context;
  const beat = async () => {
    try {
      await extendRegistrationLease(store.db, registering.lease, Date.now() + leaseMs);
    } catch (error) {
      log.warn({ err: error }, "the lease of a registration could not be extended");
    }
  };
  let beating = Promise.resolve();
  const timer = setInterval(() => {
    beating = beat();
  }, leaseMs / 3);
  timer.unref();
  return () => {
    clearInterval(timer);
    return beating;
  };
}

/**
 * Decides what becomes of a registration that failed: where MLflow says no, what was made is
 * cleaned up and the registration forgotten; where MLflow could not be asked, recovery gets it.
 * False where another owner has taken it over meanwhile: then it is for that one to decide.
 *
 * @param release stops keeping the lease, as {@link keepLease} gives it: cleaning up needs it still
 * @param backoffMs the least time until recovery
 */
export async function settleFailure(
  context: RegistryContext,
  registering: Registering,
  error: unknown,
  release: () => Promise<void>,
  backoffMs = RECOVER_AFTER_MS,
): Promise<boolean> {
  const { store, log, leaseMs } = context;
  const { registrationId, lease } = registering;
  try {
    // The same again would fail the same way.
    if (isRefusal(error) || isFinal(error)) {
      if (!(await extendRegistrationLease(store.db, lease, Date.now() + leaseMs))) return false;
      await discard(context, registering);
      return true;
    }
  } catch (cleaning) {
    log.warn(
      { err: cleaning, registration_id: registrationId },
      "could not clean up now; recovery will",
    );
  }
  const waitMs = Math.max(backoffMs, settleMs(error, context.config.mlflow.timeoutMs));
  const text = error instanceof Error ? error.message : String(error);
  log.warn(
    { err: error, registration_id: registrationId, wait_ms: waitMs },
    "registration not complete; recovery will see",
  );
  await release();
  try {
    const leaseUntil = Date.now() + waitMs;
    const isOurs = await extendRegistrationLease(store.db, lease, leaseUntil, text.slice(0, 1000));
    store.wake("registrations");
    return isOurs;
  } catch (released) {
    // It runs out by itself.
    log.warn(
      { err: released, registration_id: registrationId },
      "the lease could not be given back",
    );
    return true;
  }
}

/** Tells whether a registration was refused for what it asks for; others can be busy for a while only. */
function isRefusal(error: unknown): boolean {
  return error instanceof ModelwireError && error.reason !== ErrorReason.MODEL_BUSY;
}

/** Cleans up what a registration made in MLflow, then forgets it. */
export async function discard(context: RegistryContext, registering: Registering): Promise<void> {
  const { registrationId, plan, lease } = registering;
  await removeLeftovers(context, registrationId, plan, undefined);
  if (isUploaded(plan.source)) {
    await giveBackUpload(context, registering, plan.source.upload);
    return;
  }
  await context.store.transaction(async (tx) => {
    if (!(await removeRegistration(tx, lease))) return;
    await noteDiscarded(tx, { registrationId, plan: JSON.stringify(plan) }, Date.now());
  });
}

// A call that was not answered can still take effect: nobody may act on its absence before it
// had as long again as it was given.
function settleMs(error: unknown, mlflowTimeoutMs: number): number {
  if (!(error instanceof MlflowError) || !error.mayHaveTakenEffect) return 0;
  if (error.failure === "timeout" || error.status === 504) return mlflowTimeoutMs;
  const isProxys = error.failure === "unavailable" && error.errorCode === undefined;
  return error.failure === "unreachable" || isProxys ? SETTLE_AFTER_BREAK_MS : 0;
}
