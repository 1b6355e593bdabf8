import { toJson } from "@bufbuild/protobuf";
import { ErrorReason } from "#gen/modelwire/registry/v1/error_reason_pb.js";
import { ImprovementSchema } from "#gen/modelwire/registry/v1/improvement_pb.js";
import type { Registration } from "#gen/modelwire/registry/v1/registration_pb.js";
import { getModelVersion } from "../catalog/get.ts";
import { invalidField, ModelwireError } from "../error.ts";
import { requireModel } from "../identity/caller.ts";
import type { RegistryContext } from "./context.ts";
import { findExperiment } from "./experiment.ts";
import { computeImprovements } from "./improvement.ts";
import type { ImprovedPlan, RegistrationPlan, ResolvedPlan } from "./plan.ts";
import { recordedMetrics } from "./recorded-metrics.ts";
import { readReference } from "./reference.ts";
import type { RegisteredSource } from "./registering.ts";
import { readSiteBinding, resolveSiteBinding, type SiteBindingJson } from "./site-binding.ts";

/**
 * Finds out what a plan needs of MLflow before anything is made: the experiment that a package
 * goes to, the baseline of an improved model with what it recorded, and the values that the site
 * is told.
 * @param held the model, where MLflow holds it
 * @throws ModelwireError BASELINE_NOT_FOUND, MODEL_NOT_PERMITTED, INDEX_INCOMPLETE, INVALID_FIELD
 */
export async function resolvePlan(
  context: RegistryContext,
  plan: RegistrationPlan,
  held: RegisteredSource | undefined,
  signal: AbortSignal,
): Promise<ResolvedPlan> {
  const finding = plan.improved && findBaseline(context, plan.improved, signal);
  // These before the experiment: that is made where it is not there.
  if (plan.modelName === undefined) requireModel(context.caller, nameAfter(await finding));
  const site = plan.siteBinding && {
    siteBinding: await resolveSite(context, plan, plan.siteBinding, await finding, held),
  };
  const [source, improved] = await Promise.all([placeSource(context, plan.source), finding]);
  const modelType = plan.modelType ?? improved?.registration.modelType;
  if (modelType === undefined) {
    throw invalidField("model_type", "expected the kind of model: its baseline does not say one");
  }
  const modelName = plan.modelName ?? nameAfter(improved);
  return { ...plan, source, modelType, modelName, improved: improved?.plan, ...site };
}

function nameAfter(baseline: FoundBaseline | undefined): string {
  return improvedName(baseline?.registration.modelName ?? "");
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

/** The baseline of an improved model. */
interface FoundBaseline {
  registration: Registration;
  /** Its metrics by name. */
  recorded: Record<string, number>;
  plan: ImprovedPlan;
}

async function findBaseline(
  context: RegistryContext,
  plan: ImprovedPlan,
  signal: AbortSignal,
): Promise<FoundBaseline> {
  const registration = await getModelVersion(
    context,
    readReference(plan.baseline),
    "baseline",
    signal,
  ).catch((error) => {
    throw error instanceof ModelwireError && error.reason === ErrorReason.MODEL_NOT_FOUND
      ? new ModelwireError(ErrorReason.BASELINE_NOT_FOUND, `baseline: ${error.message}`, {
          ...(error.resource && { resource: error.resource }),
        })
      : error;
  });
  const { modelId, modelInfo } = registration;
  const recorded = await recordedMetrics(context, registration, plan.measured.details);
  const improvements = computeImprovements(recorded, plan.measured);
  return {
    registration,
    recorded,
    plan: {
      ...plan,
      found: {
        baseline: { modelId, modelUuid: modelInfo?.modelUuid ?? "" },
        improvements: improvements.map((improvement) => toJson(ImprovementSchema, improvement)),
      },
    },
  };
}

/** Finds the values that the site is told. */
async function resolveSite(
  context: RegistryContext,
  plan: RegistrationPlan,
  json: SiteBindingJson,
  found: FoundBaseline | undefined,
  held: RegisteredSource | undefined,
): Promise<SiteBindingJson> {
  const { metricName } = readSiteBinding(json);
  const measured = plan.improved?.measured;
  const before = found && own(found.recorded, metricName);
  const delta = measured && own(measured.deltas, metricName);
  // What the site was told of the baseline counts where its metrics do not say.
  const told = found?.registration.siteBinding;
  return resolveSiteBinding(json, {
    isImproved: found !== undefined,
    baseline: before ?? (told?.metricName === metricName ? told.currentValue : undefined),
    current:
      own(measured?.values ?? {}, metricName) ??
      (plan.source.kind === "package" ? own(plan.source.metrics, metricName) : undefined) ??
      (held && own(await metricsOfHeld(context, held), metricName)) ??
      (before !== undefined && delta !== undefined ? before + delta : undefined),
  });
}

/** Reads the metrics of a model that MLflow holds: one of MLflow 2 has them in its run alone. */
async function metricsOfHeld(
  { mlflow }: RegistryContext,
  { loggedModel, runId }: RegisteredSource,
): Promise<Record<string, number>> {
  if (!loggedModel) return runId === undefined ? {} : (await mlflow.runs.get(runId)).metrics;
  const inOrder = loggedModel.metrics.toSorted(
    (a, b) => a.step - b.step || (a.timestamp ?? 0) - (b.timestamp ?? 0),
  );
  return Object.fromEntries(inOrder.map(({ key, value }) => [key, value]));
}

function own<T>(map: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}
