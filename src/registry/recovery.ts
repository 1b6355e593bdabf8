import { setTimeout as sleep } from "node:timers/promises";
import { claimExpiredRegistrations, type RegistrationRow } from "../store/registrations.ts";
import { type OpenSpan, traced } from "../tracing.ts";
import type { RegistryContext } from "./context.ts";
import { findHeldModel } from "./held-model.ts";
import { discard, keepLease, settleFailure } from "./lease.ts";
import { removeLateLeftovers, removeOthersLeftovers, standBack } from "./leftovers.ts";
import { endOpenRuns } from "./open-runs.ts";
import { resumePackage } from "./package-registration.ts";
import { isPlaced } from "./plan.ts";
import { readRow } from "./register.ts";
import { finishRegistration, type RegisteredSource, type Registering } from "./registering.ts";
import { removeExpiredUploads } from "./upload-expiry.ts";

const AT_ONCE = 4;
const POLL_MS = 1000;
const FIRST_BACKOFF_MS = 1000;
const LONGEST_BACKOFF_MS = 60_000;

/** A worker that completes or cleans up registrations whose owner died or gave up. */
export interface RecoveryWorker {
  /** Stops claiming, and waits for what is under way. */
  stop(): Promise<void>;
}

/** Starts the recovery worker. */
export function startRecovery(context: RegistryContext): RecoveryWorker {
  let stopped = false;
  let wake = () => {};
  const offWake = context.store.onWake("registrations", () => wake());
  const loop = async () => {
    while (!stopped) {
      let found = 0;
      try {
        found = await recoverOnce(context);
        await endOpenRuns(context);
      } catch (error) {
        context.log.warn({ err: error }, "recovery could not look for registrations");
      }
      if (found === AT_ONCE || stopped) continue;
      await new Promise<void>((resolve) => {
        wake = resolve;
        setTimeout(resolve, POLL_MS).unref();
      });
    }
  };
  const stopping = new AbortController();
  const running = Promise.all([
    loop(),
    sweep(context, stopping.signal),
    removeExpiredUploads(context, stopping.signal),
  ]);
  return {
    async stop() {
      stopped = true;
      stopping.abort();
      offWake();
      wake();
      await running;
    },
  };
}

async function sweep(context: RegistryContext, signal: AbortSignal): Promise<void> {
  const { timeoutMs } = context.config.mlflow;
  for (;;) {
    await sleep(timeoutMs, undefined, { signal, ref: false }).catch(() => {});
    if (signal.aborted) return;
    try {
      await removeLateLeftovers(context, signal);
    } catch (error) {
      context.log.warn({ err: error }, "could not look for what came late");
    }
  }
}

async function recoverOnce(context: RegistryContext): Promise<number> {
  const now = Date.now();
  const rows = await claimExpiredRegistrations(context.store, now, now + context.leaseMs, AT_ONCE);
  await Promise.all(rows.map((row) => recoverTraced(context, row)));
  return rows.length;
}

/** Recovers a registration in the trace of the call that asked for it. */
function recoverTraced(context: RegistryContext, row: RegistrationRow): Promise<void> {
  const lease = { registrationId: row.registration_id, token: row.lease_token };
  const registering: Registering = { ...readRow(row), lease };
  const description = {
    parent: registering.plan.traceparent,
    attributes: {
      "modelwire.registration.id": lease.registrationId,
      "modelwire.registration.recoveries": row.recoveries,
    },
  };
  return traced("recover registration", description, (span) =>
    recover(context, row, registering, span),
  );
}

async function recover(
  context: RegistryContext,
  row: RegistrationRow,
  registering: Registering,
  span: OpenSpan,
): Promise<void> {
  const { lease } = registering;
  const known = { registration_id: lease.registrationId, recoveries: row.recoveries };
  const release = keepLease(context, registering);
  let isOurs = true;
  try {
    const source = await findSource(context, registering);
    if (source) {
      const done = await finishRegistration(context, registering, source, true);
      isOurs = done !== undefined;
      if (done) await removeOthersLeftovers(context, registering, done);
      if (done) {
        context.onRegistrationEnd?.("recovered");
        context.log.info({ ...known, model_id: done.modelId }, "registration recovered");
      }
    } else {
      await discard(context, registering);
      context.onRegistrationEnd?.("cleaned_up");
      context.log.info(known, "registration cleaned up");
    }
  } catch (error) {
    span.fail(error instanceof Error ? error.name : "unknown");
    context.onRegistrationEnd?.("failed");
    const backoffMs = Math.min(FIRST_BACKOFF_MS * 2 ** row.recoveries, LONGEST_BACKOFF_MS);
    isOurs = await settleFailure(context, registering, error, release, backoffMs);
  } finally {
    await release();
  }
  if (isOurs) return;
  await standBack(context, registering).catch((error) => {
    context.log.warn({ err: error, ...known }, "could not delete what was made beside it");
  });
}

/** Finds the model where it is whole; undefined where it is not, and only its caller could go on. */
async function findSource(
  context: RegistryContext,
  registering: Registering,
): Promise<RegisteredSource | undefined> {
  const { source } = registering.plan;
  if (isPlaced(source)) return resumePackage(context, registering, source);
  return source.kind === "mlflow" ? findHeldModel(context, source.uri) : undefined;
}
