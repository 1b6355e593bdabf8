import { invalidField } from "../error.ts";
import { isNotFound } from "../mlflow/error.ts";
import type { RegistryContext } from "./context.ts";

// Asking for the experiment each time would cost every registration a call.
const idsByName = new WeakMap<object, Map<string, string>>();

/**
 * Finds the experiment that a package goes to: its run's, or that of a name, made where it is
 * not there.
 * @throws ModelwireError INVALID_FIELD where the run is not there or was deleted
 */
export async function findExperiment(
  { mlflow }: RegistryContext,
  source: { runId: string | undefined; experimentName: string },
): Promise<string> {
  if (source.runId !== undefined) {
    const run = await mlflow.runs.get(source.runId).catch((error) => {
      throw isNotFound(error) ? invalidField("run_id", "MLflow has no such run") : error;
    });
    if (run.lifecycle_stage === "active") return run.experiment_id;
    throw invalidField("run_id", `the run is ${run.lifecycle_stage}, expected an active one`);
  }
  const known = idsByName.get(mlflow) ?? new Map<string, string>();
  idsByName.set(mlflow, known);
  const id = known.get(source.experimentName);
  if (id !== undefined) return id;
  const experiment = await mlflow.experiments.ensure(source.experimentName);
  if (experiment.lifecycle_stage !== "active") {
    const description = `the experiment "${experiment.name}" was deleted in MLflow; restore it or name another`;
    throw invalidField("experiment_name", description);
  }
  known.set(source.experimentName, experiment.experiment_id);
  return experiment.experiment_id;
}

/** Forgets what is known of experiments: one may have been deleted since. */
export function forgetExperiments({ mlflow }: RegistryContext): void {
  idsByName.delete(mlflow);
}
