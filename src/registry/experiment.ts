import { withoutPassword } from "../config/masked.ts";
import { invalidField } from "../error.ts";
import { isServed } from "../mlflow/artifacts.ts";
import { isNotFound } from "../mlflow/error.ts";
import type { RegistryContext } from "./context.ts";

/**
 * Asking for the experiment each time would cost every registration a call. Not for long: it may
 * have got another name since, and another one its name.
 */
const BELIEVED_MS = 15_000;
const MOST_BELIEVED = 1000;

interface Known {
  id: string;
  /** Of performance.now(). */
  until: number;
}

const knownByName = new WeakMap<object, Map<string, Known>>();

/**
 * Finds the experiment that a package goes to: its run's, or that of a name, made where it is
 * not there.
 * @throws ModelwireError INVALID_FIELD where the run is not there or was deleted, or where MLflow
 *   does not serve the files
 */
export async function findExperiment(
  { mlflow }: RegistryContext,
  source: { runId: string | undefined; experimentName: string },
): Promise<string> {
  if (source.runId !== undefined) {
    const run = await mlflow.runs.get(source.runId).catch((error) => {
      throw isNotFound(error) ? invalidField("run_id", "MLflow has no such run") : error;
    });
    if (run.lifecycle_stage !== "active") {
      throw invalidField("run_id", `the run is ${run.lifecycle_stage}, expected an active one`);
    }
    // A run's files and its experiment's logged models are in one place.
    requireServed("run_id", "the run", run.artifact_uri);
    return run.experiment_id;
  }
  const all = knownByName.get(mlflow) ?? new Map<string, Known>();
  knownByName.set(mlflow, all);
  const known = all.get(source.experimentName);
  if (known && performance.now() < known.until) return known.id;
  const experiment = await mlflow.experiments.ensure(source.experimentName);
  if (experiment.lifecycle_stage !== "active") {
    const description = `the experiment "${experiment.name}" was deleted in MLflow; restore it or name another`;
    throw invalidField("experiment_name", description);
  }
  requireServed(
    "experiment_name",
    `the experiment "${experiment.name}"`,
    experiment.artifact_location,
  );
  const id = experiment.experiment_id;
  if (all.size >= MOST_BELIEVED) all.clear();
  all.set(source.experimentName, { id, until: performance.now() + BELIEVED_MS });
  return id;
}

/** Refuses what MLflow cannot be sent files for; where it does not say, that shows in the end. */
function requireServed(field: string, what: string, location: string): void {
  if (location === "" || isServed(location)) return;
  throw invalidField(
    field,
    `${what} has its artifacts at ${withoutPassword(location)}, which MLflow does not serve; name one with an artifact location that begins with "mlflow-artifacts:", as those have that are made while MLflow serves artifacts (mlflow server --serve-artifacts)`,
  );
}

/** Forgets what is known of experiments: one may have been deleted since. */
export function forgetExperiments({ mlflow }: RegistryContext): void {
  knownByName.delete(mlflow);
}
