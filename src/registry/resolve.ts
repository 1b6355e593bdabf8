import { toJson } from "@bufbuild/protobuf";
import { ErrorReason } from "#gen/modelwire/registry/v1/error_reason_pb.js";
import { ImprovementSchema } from "#gen/modelwire/registry/v1/improvement_pb.js";
import type { Registration } from "#gen/modelwire/registry/v1/registration_pb.js";
import { getModelVersion } from "../catalog/look-up.ts";
import { invalidField, ModelwireError } from "../error.ts";
import type { RegistryContext } from "./context.ts";
import { findExperiment } from "./experiment.ts";
import { computeImprovements } from "./improvement.ts";
import type { ImprovedPlan, RegistrationPlan, ResolvedPlan } from "./plan.ts";
import { readReference } from "./reference.ts";

/**
 * Finds out what a plan needs of MLflow before anything is made: the experiment that a package
 * goes to, and the baseline of an improved model with what it recorded.
 * @throws ModelwireError BASELINE_NOT_FOUND, INVALID_FIELD
 */
export async function resolvePlan(
  context: RegistryContext,
  plan: RegistrationPlan,
): Promise<ResolvedPlan> {
  const [source, improved] = await Promise.all([
    placeSource(context, plan.source),
    plan.improved && findBaseline(context, plan.improved),
  ]);
  const modelType = plan.modelType ?? improved?.registration.modelType;
  if (modelType === undefined) {
    throw invalidField("model_type", "expected the kind of model: its baseline does not say one");
  }
  const modelName = plan.modelName ?? improvedName(improved?.registration.modelName ?? "");
  return { ...plan, source, modelType, modelName, improved: improved?.plan };
}

/** Names an improved model after its baseline, as the Python registry did. */
export function improvedName(baseline: string): string {
  return baseline.endsWith("_improved")
    ? baseline
    : `${baseline.replace(/_baseline$/, "")}_improved`;
}

async function placeSource(
  context: RegistryContext,
  source: RegistrationPlan["source"],
): Promise<RegistrationPlan["source"]> {
  if (source.kind === "mlflow" || source.experimentId !== undefined) return source;
  return { ...source, experimentId: await findExperiment(context, source) };
}

async function findBaseline(
  context: RegistryContext,
  plan: ImprovedPlan,
): Promise<{ registration: Registration; plan: ImprovedPlan }> {
  const registration = await getModelVersion(
    context,
    readReference(plan.baseline),
    "baseline",
  ).catch((error) => {
    throw error instanceof ModelwireError && error.reason === ErrorReason.MODEL_NOT_FOUND
      ? new ModelwireError(ErrorReason.BASELINE_NOT_FOUND, `baseline: ${error.message}`, {
          ...(error.resource && { resource: error.resource }),
        })
      : error;
  });
  const { modelId, modelInfo } = registration;
  const recorded = await recordedMetrics(context, registration);
  const improvements = computeImprovements(recorded, plan.measured);
  return {
    registration,
    plan: {
      ...plan,
      found: {
        baseline: { modelId, modelUuid: modelInfo?.modelUuid ?? "" },
        improvements: improvements.map((improvement) => toJson(ImprovementSchema, improvement)),
      },
    },
  };
}

/**
 * Reads the metrics that a model recorded, the newest value of each. Where somebody wrote it to
 * MLflow directly, its run has those that the model itself has not, unless it is an improved model
 * of the Python registry: the run of such a one holds changes, not values.
 */
async function recordedMetrics(
  { mlflow }: RegistryContext,
  { registrationId, modelInfo, modelVersion, runId }: Registration,
): Promise<Record<string, number>> {
  const ofRun =
    registrationId === undefined &&
    runId !== undefined &&
    modelVersion?.tags.baseline_model_id === undefined
      ? (await mlflow.runs.get(runId)).metrics
      : {};
  const recorded = new Map(Object.entries(ofRun));
  const inOrder = (modelInfo?.metrics ?? []).toSorted(
    (a, b) =>
      a.step - b.step || Number((a.timestamp?.seconds ?? 0n) - (b.timestamp?.seconds ?? 0n)),
  );
  for (const { key, value } of inOrder) recorded.set(key, value);
  return Object.fromEntries(recorded);
}
