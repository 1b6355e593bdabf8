import { type JsonObject, type JsonValue, toJson } from "@bufbuild/protobuf";
import { ModelDescriptionSchema } from "#gen/modelwire/registry/v1/model_description_pb.js";
import type { ContributorKind } from "#gen/modelwire/registry/v1/registration_pb.js";
import type {
  RegisterBaselineRequest,
  RegisterImprovedModelRequest,
} from "#gen/modelwire/registry/v1/registry_service_pb.js";
import { canonicalJson } from "../package/canonical-json.ts";
import {
  digestsOf,
  type FileContent,
  type FileDigest,
  sha256,
  sortByPath,
} from "../package/digest.ts";
import type { Mlmodel, SignatureJson } from "../package/mlmodel.ts";
import type { SignatureBundle } from "../package/signature-bundle.ts";
import { readContributor } from "./contributor.ts";
import type { MeasuredMetrics } from "./improvement.ts";
import { requireRoom } from "./mlmodel-room.ts";
import { readPackage, requireOnePackage } from "./package-content.ts";
import { type PackageSignaturePlan, readRequestBundle } from "./package-signature.ts";
import { planExamples, plannedSignature } from "./plan-signature.ts";
import { type ReferenceJson, referenceJson } from "./reference.ts";
import {
  checkRegisterBaseline,
  checkRegisterImprovedModel,
  refuseForHeldModel,
  refuseForUpload,
} from "./request-rules.ts";
import { planSiteBinding, type SiteBindingJson } from "./site-binding.ts";

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
  /** Set where the site is told of the registration. Its values are found before anything is made. */
  siteBinding?: SiteBindingJson;
  /** ProtoJSON of the Identity that asked for it, where it is known: not part of the request. */
  registeredBy?: JsonValue;
}

/** A plan of which everything that had to be found out is known. */
export type ResolvedPlan = RegistrationPlan & {
  modelType: string;
  modelName: string;
  /** Of the call that asked for it, so that a recovery belongs to the same trace. */
  traceparent?: string;
};

/** A model whose files come with the request, or were uploaded before. */
export interface PackagePlan {
  kind: "package";
  /**
   * As they are written, sorted by path: the MLmodel among them is rewritten later. Of an upload,
   * those that come with the request until the upload is found, and then all.
   */
  files: FileDigest[];
  /** Set where the files were uploaded. */
  upload?: UploadPlan;
  /** Replaces the MLmodel's own. */
  signature: SignatureJson | undefined;
  savedInputExampleInfo: JsonObject | undefined;
  metadata: JsonObject | undefined;
  params: Record<string, string>;
  metrics: Record<string, number>;
  experimentName: string;
  /** Set where the request has a signature bundle. */
  packageSignature: PackageSignaturePlan | undefined;
  /** Experiment that it goes to: found before anything is made, not part of the request. */
  experimentId?: string;
  /** Run that the model belongs to; undefined where the registration makes one. */
  runId: string | undefined;
}

/** An upload that a registration takes. */
export interface UploadPlan {
  uploadId: string;
  /** ProtoJSON of the ModelDescription, where there is one. */
  description: JsonValue | undefined;
  /** The signature that follows from the examples, where the MLmodel says none. */
  inferred: SignatureJson | undefined;
  /** Found before anything is made, not part of the request. */
  place?: Place;
}

/** Where in MLflow a package's files are. */
export interface Place {
  modelId: string;
  artifactUri: string;
  runId: string;
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

/** The files of a package that are to be written, and the MLmodel among them. */
export interface PackageContent {
  files: readonly FileContent[];
  mlmodel: Mlmodel;
}

/** A request that was found to be right. */
export interface PlannedRegistration {
  requestId: string | undefined;
  /** SHA-256 of what is asked for: the same for the same request, whatever its byte order. */
  fingerprint: string;
  plan: RegistrationPlan;
  /** Set where `plan.source` is a package that is not uploaded. */
  content: PackageContent | undefined;
  /** Files that the server writes beside those of a package. */
  saved: readonly FileContent[];
  /** The signature bundle of the request. */
  bundle: SignatureBundle | undefined;
  /** The files that came with the request, as they were sent. */
  sent: readonly FileDigest[];
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
  const siteBinding = planSiteBinding(request);
  const shared = {
    modelType,
    modelName,
    tags: request.tags,
    description: request.description || undefined,
    requireCompatibleWith:
      request.requireCompatibleWith &&
      referenceJson(request.requireCompatibleWith, "require_compatible_with"),
    improved,
    ...(siteBinding && { siteBinding }),
  };
  const requestId = request.requestId?.toLowerCase();
  if (request.source.case === "mlflowUri") {
    refuseForHeldModel(request);
    const source: HeldPlan = { kind: "mlflow", uri: request.source.value };
    return finish(requestId, { ...shared, source });
  }
  const bundle = readRequestBundle(request.signatureBundle);
  const examples = planExamples(request);
  const saved = examples?.files ?? [];
  const source: PackagePlan = {
    kind: "package",
    files: digestsOf(saved),
    signature: plannedSignature(request),
    savedInputExampleInfo: examples?.info,
    metadata: request.metadata,
    params: request.params,
    metrics: request.metrics,
    experimentName: request.experimentName ?? defaults.experimentName,
    runId: request.runId,
    packageSignature: bundle && { bundleSha256: bundle.sha256 },
  };
  if (request.source.case === "uploadedPackage") {
    refuseForUpload(request);
    const { uploadId, modelDescription } = request.source.value;
    source.upload = {
      uploadId: uploadId.toLowerCase(),
      description: modelDescription && toJson(ModelDescriptionSchema, modelDescription),
      inferred: examples?.signature,
    };
    return finish(requestId, { ...shared, source }, { saved, bundle });
  }
  if (request.source.case !== "package") throw new Error("the rules let a source pass");
  const sent = readPackage(request.source.value);
  const content = { ...sent.content, files: [...without(sent.content.files, saved), ...saved] };
  source.files = sortByPath([...without(sent.files, saved), ...source.files]);
  requireOnePackage(
    source.files.map(({ path }) => path),
    "package.files",
  );
  source.signature ??= content.mlmodel.signature ? undefined : examples?.signature;
  requireRoom(content.mlmodel, source, "package");
  return finish(requestId, { ...shared, source }, { content, saved, bundle, sent: sent.files });
}

/** Tells whether a plan is for a package, and says where in MLflow it goes. */
export function isPlaced(source: RegistrationPlan["source"]): source is PlacedPackage {
  return source.kind === "package" && source.experimentId !== undefined;
}

/** A package of which it is known where in MLflow it goes. */
export type PlacedPackage = PackagePlan & { experimentId: string };

/** Tells whether a plan is for a package that was uploaded. */
export function isUploaded(
  source: RegistrationPlan["source"],
): source is PackagePlan & { upload: UploadPlan } {
  return source.kind === "package" && source.upload !== undefined;
}

/** Leaves out the files that others replace. */
export function without<T extends { path: string }>(
  files: readonly T[],
  replacing: readonly { path: string }[],
): T[] {
  const replaced = new Set(replacing.map(({ path }) => path));
  return files.filter(({ path }) => !replaced.has(path));
}

function finish(
  requestId: string | undefined,
  planned: RegistrationPlan,
  { content, saved = [], bundle, sent = [] }: Partial<PlannedRegistration> = {},
): PlannedRegistration {
  const fingerprint = sha256(canonicalJson(planned));
  return { requestId, fingerprint, plan: planned, content, saved, bundle, sent };
}
