import type { JsonObject, JsonValue } from "@bufbuild/protobuf";
import type { ContributorKind } from "#gen/modelwire/registry/v1/registration_pb.js";
import type {
  RegisterBaselineRequest,
  RegisterImprovedModelRequest,
} from "#gen/modelwire/registry/v1/registry_service_pb.js";
import { canonicalJson } from "../package/canonical-json.ts";
import { type FileDigest, sha256, sortByPath } from "../package/digest.ts";
import type { Mlmodel, SignatureJson } from "../package/mlmodel.ts";
import { readContributor } from "./contributor.ts";
import type { MeasuredMetrics } from "./improvement.ts";
import { readPackage } from "./package-content.ts";
import { planExamples, plannedSignature } from "./plan-signature.ts";
import { type ReferenceJson, referenceJson } from "./reference.ts";
import {
  checkRegisterBaseline,
  checkRegisterImprovedModel,
  refuseForHeldModel,
} from "./request-rules.ts";

/** What is to be registered, without the contents of files: it is kept with the registration. */
export interface RegistrationPlan {
  /** Undefined for an improved model of its baseline's type, until the baseline is found. */
  modelType: string | undefined;
  /** Undefined for an improved model that is named after its baseline, until that is found. */
  modelName: string | undefined;
  tags: Record<string, string>;
  description: string | undefined;
  source: PackagePlan | HeldPlan;
  /** Version whose callers must be able to call this one. */
  requireCompatibleWith: ReferenceJson | undefined;
  /** Set for an improved model. */
  improved: ImprovedPlan | undefined;
}

/** A plan of which everything that had to be found out is known. */
export type ResolvedPlan = RegistrationPlan & { modelType: string; modelName: string };

/** A model whose files come with the request. */
export interface PackagePlan {
  kind: "package";
  /** As they are written, sorted by path: the MLmodel among them is rewritten later. */
  files: FileDigest[];
  /** Replaces the MLmodel's own. */
  signature: SignatureJson | undefined;
  savedInputExampleInfo: JsonObject | undefined;
  metadata: JsonObject | undefined;
  params: Record<string, string>;
  metrics: Record<string, number>;
  experimentName: string;
  /** Experiment that it goes to: found before anything is made, not part of the request. */
  experimentId?: string;
  /** Run that the model belongs to; undefined where the registration makes one. */
  runId: string | undefined;
}

/** A model that MLflow holds already. */
export interface HeldPlan {
  kind: "mlflow";
  /** `models:/m-…` or `runs:/<run id>/<path>`. */
  uri: string;
}

/** What makes a model an improved one. */
export interface ImprovedPlan {
  baseline: ReferenceJson;
  contributor: { kind: ContributorKind; id: string };
  measured: MeasuredMetrics;
  /** Found before anything is made, not part of the request. */
  found?: { baseline: { modelId: string; modelUuid: string }; improvements: JsonValue[] };
}

/** The files of a package, and the MLmodel among them. */
export interface PackageContent {
  files: readonly { path: string; content: Uint8Array }[];
  mlmodel: Mlmodel;
}

/** A request that was found to be right. */
export interface PlannedRegistration {
  requestId: string | undefined;
  /** SHA-256 of what is asked for: the same for the same request, whatever its byte order. */
  fingerprint: string;
  plan: RegistrationPlan;
  /** Set where `plan.source` is a package. */
  content: PackageContent | undefined;
}

/** Names that a registration gives by itself. */
export interface Defaults {
  modelPrefix: string;
  experimentName: string;
}

/**
 * Checks a request and plans what it asks for.
 * @throws ModelwireError INVALID_FIELD naming every field that is wrong and what would be right
 */
export function planBaseline(
  request: RegisterBaselineRequest,
  defaults: Defaults,
): PlannedRegistration {
  checkRegisterBaseline(request);
  const name = request.modelName ?? `${defaults.modelPrefix}_${request.modelType}_baseline`;
  return plan(request, defaults, request.modelType, name, undefined);
}

/**
 * Checks a request and plans what it asks for, as far as that can be told without its baseline.
 * @throws ModelwireError INVALID_FIELD naming every field that is wrong and what would be right
 */
export function planImprovedModel(
  request: RegisterImprovedModelRequest,
  defaults: Defaults,
): PlannedRegistration {
  checkRegisterImprovedModel(request);
  return plan(request, defaults, request.modelType, request.modelName, {
    baseline: referenceJson(request.baseline, "baseline"),
    contributor: readContributor(request.contributor),
    measured: {
      values: request.metrics,
      deltas: request.deltaMetrics,
      details: Object.fromEntries(
        Object.entries(request.metricDetails).map(
          ([metric, { direction, unit, datasetDigest }]) => [
            metric,
            { direction, unit, datasetDigest },
          ],
        ),
      ),
    },
  });
}

function plan(
  request: RegisterBaselineRequest | RegisterImprovedModelRequest,
  defaults: Defaults,
  modelType: string | undefined,
  modelName: string | undefined,
  improved: ImprovedPlan | undefined,
): PlannedRegistration {
  const shared = {
    modelType,
    modelName,
    tags: request.tags,
    description: request.description || undefined,
    requireCompatibleWith:
      request.requireCompatibleWith &&
      referenceJson(request.requireCompatibleWith, "require_compatible_with"),
    improved,
  };
  const requestId = request.requestId?.toLowerCase();
  if (request.source.case === "mlflowUri") {
    refuseForHeldModel(request);
    const source: HeldPlan = { kind: "mlflow", uri: request.source.value };
    return finish(requestId, { ...shared, source }, undefined);
  }
  if (request.source.case !== "package") throw new Error("not implemented yet");
  const sent = readPackage(request.source.value);
  const examples = planExamples(request);
  const saved = examples?.files ?? [];
  const replaced = new Set(saved.map(({ path }) => path));
  const kept = <T extends { path: string }>(files: readonly T[]) =>
    files.filter(({ path }) => !replaced.has(path));
  const content: PackageContent = {
    files: [...kept(sent.content.files), ...saved],
    mlmodel: sent.content.mlmodel,
  };
  const source: PackagePlan = {
    kind: "package",
    files: sortByPath([
      ...kept(sent.files),
      ...saved.map(({ path, content: bytes }) => ({
        path,
        sizeBytes: bytes.byteLength,
        sha256: sha256(bytes),
      })),
    ]),
    signature:
      plannedSignature(request) ?? (content.mlmodel.signature ? undefined : examples?.signature),
    savedInputExampleInfo: examples?.info,
    metadata: request.metadata,
    params: request.params,
    metrics: request.metrics,
    experimentName: request.experimentName ?? defaults.experimentName,
    runId: request.runId,
  };
  return finish(requestId, { ...shared, source }, content);
}

function finish(
  requestId: string | undefined,
  planned: RegistrationPlan,
  content: PackageContent | undefined,
): PlannedRegistration {
  return { requestId, fingerprint: sha256(canonicalJson(planned)), plan: planned, content };
}
