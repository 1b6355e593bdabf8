import { isFinal } from "../mlflow/error.ts";
import { claimOpenRuns, noteRunEnded, type OpenRun, postponeRunEnd } from "../store/open-runs.ts";
import type { RegistryContext } from "./context.ts";

const AT_ONCE = 8;
const SHORTEST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 600_000;

/**
 * Ends the run of a registration that is complete. Its caller has the answer: where MLflow cannot
 * do it now, {@link endOpenRuns} does it later. Never fails.
 */
export async function endRun(context: RegistryContext, run: OpenRun): Promise<void> {
  const { store, log } = context;
  const about = { registration_id: run.registrationId, run_id: run.runId };
  try {
    if (await tryToEnd(context, run)) {
      await noteRunEnded(store.db, run.registrationId);
      return;
    }
    // The longer it could not be done, the longer nobody tries.
    const now = Date.now();
    const waitMs = Math.max(now - run.completedAt, SHORTEST_WAIT_MS);
    await postponeRunEnd(store.db, run.registrationId, now + Math.min(waitMs, LONGEST_WAIT_MS));
  } catch (error) {
    log.warn({ err: error, ...about }, "could not note what became of a run");
  }
}

/** Tries it once; false where it may work later. */
async function tryToEnd(
  { mlflow, log, onStep }: RegistryContext,
  { registrationId, runId }: OpenRun,
): Promise<boolean> {
  try {
    await mlflow.runs.end(runId, "FINISHED", Date.now());
    onStep("run-ended");
    return true;
  } catch (error) {
    const about = { err: error, registration_id: registrationId, run_id: runId };
    log.warn(about, "could not end the run of a registration");
    // What MLflow refuses, such as to end a run that somebody has deleted, it refuses again.
    return isFinal(error);
  }
}

/** Ends runs whose owner could not. */
export async function endOpenRuns(context: RegistryContext): Promise<void> {
  const now = Date.now();
  const leaseUntil = now + context.leaseMs;
  const found = await claimOpenRuns(context.store.db, now, leaseUntil, AT_ONCE);
  await Promise.all(found.map((openRun) => endRun(context, openRun)));
}
