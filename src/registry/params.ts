import { ErrorReason } from "#gen/modelwire/registry/v1/error_reason_pb.js";
import { ModelwireError } from "../error.ts";
import type { RegistryContext } from "./context.ts";
import type { Place } from "./plan.ts";
import type { Registering } from "./registering.ts";

/** Gives what readers of the Python registry's runs look for, in its spelling. */
export function runParams({ plan, createdAt }: Registering): Record<string, string> {
  const { improved } = plan;
  return {
    model_type: plan.modelType,
    is_baseline: improved ? "False" : "True",
    registration_time: new Date(createdAt).toISOString().replace("Z", "+00:00"),
    ...(improved && {
      baseline_model_id: improved.found?.baseline.modelId ?? "",
      contributor_address: improved.contributor.id,
      improvement_count: String(improved.found?.improvements.length ?? 0),
    }),
  };
}

/**
 * Notes for an upload's logged model and run what a place that is made anew is made with; gives
 * the params that the run has not yet. An earlier registration may have begun that.
 */
export async function noteParams(
  { mlflow }: RegistryContext,
  { modelId, runId }: Place,
  params: Record<string, string>,
): Promise<Record<string, string>> {
  const [model, run] = await Promise.all([
    mlflow.loggedModels.get(modelId),
    mlflow.runs.get(runId),
  ]);
  const missing = missingParams(model.params, params);
  if (Object.keys(missing).length > 0) await mlflow.loggedModels.logParams(modelId, missing);
  if (!run.model_ids.includes(modelId)) await mlflow.runs.logOutput(runId, modelId);
  return missingParams(run.params, params);
}

function missingParams(
  noted: Record<string, string>,
  params: Record<string, string>,
): Record<string, string> {
  const missing = Object.entries(params).filter(([key, value]) => {
    const before = Object.hasOwn(noted, key) ? noted[key] : undefined;
    // Of an earlier attempt the time stays.
    if (before === undefined || before === value || key === "registration_time") {
      return before === undefined;
    }
    throw new ModelwireError(
      ErrorReason.SOURCE_NOT_REGISTRABLE,
      `uploaded_package: MLflow has the param ${key} with the value "${before}" from an earlier registration of this upload, and does not change params; upload it again, or register it with that value`,
    );
  });
  return Object.fromEntries(missing);
}
