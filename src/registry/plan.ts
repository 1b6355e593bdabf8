import type { JsonObject } from "@bufbuild/protobuf";
import type { RegisterBaselineRequest } from "#gen/modelwire/registry/v1/registry_service_pb.js";
import { type FieldViolation, invalidFields } from "../error.ts";
import { canonicalJson } from "../package/canonical-json.ts";
import { type FileDigest, sha256, sortByPath } from "../package/digest.ts";
import type { Mlmodel, SignatureJson } from "../package/mlmodel.ts";
import { completeSignature } from "../signature/complete.ts";
import { SignatureError } from "../signature/error.ts";
import { readPackage } from "./package-content.ts";
import { checkRegisterBaseline } from "./request-rules.ts";

/** What is to be registered, without the contents of files: it is kept with the registration. */
export interface RegistrationPlan {
  modelType: string;
  modelName: string;
  tags: Record<string, string>;
  description: string | undefined;
  source: PackagePlan | HeldPlan;
}

/** A model whose files come with the request. */
export interface PackagePlan {
  kind: "package";
  /** As they came, sorted by path: the MLmodel among them is rewritten later. */
  files: FileDigest[];
  signature: SignatureJson | undefined;
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
  const shared = {
    modelType: request.modelType,
    modelName: request.modelName ?? `${defaults.modelPrefix}_${request.modelType}_baseline`,
    tags: request.tags,
    description: request.description || undefined,
  };
  const requestId = request.requestId?.toLowerCase();
  if (request.source.case === "mlflowUri") {
    refuseForHeldModel(request);
    const source: HeldPlan = { kind: "mlflow", uri: request.source.value };
    return finish(requestId, { ...shared, source }, undefined);
  }
  const { files, content } = readPackage(request.source.value?.files ?? []);
  const source: PackagePlan = {
    kind: "package",
    files: sortByPath(files),
    signature: plannedSignature(request),
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
  plan: RegistrationPlan,
  content: PackageContent | undefined,
): PlannedRegistration {
  return { requestId, fingerprint: sha256(canonicalJson(plan)), plan, content };
}

function plannedSignature(request: RegisterBaselineRequest): SignatureJson | undefined {
  if (!request.signature) return undefined;
  try {
    const { inputs, outputs, params } = completeSignature(request.signature).mlflowJson ?? {};
    return { inputs, outputs, params };
  } catch (error) {
    if (!(error instanceof SignatureError)) throw error;
    throw invalidFields(
      error.violations.map(({ path, reason }) => ({ field: path, description: reason })),
    );
  }
}

function refuseForHeldModel(request: RegisterBaselineRequest): void {
  const given: [string, boolean][] = [
    ["signature", request.signature !== undefined],
    ["metadata", request.metadata !== undefined],
    ["params", Object.keys(request.params).length > 0],
    ["metrics", Object.keys(request.metrics).length > 0],
    ["experiment_name", request.experimentName !== undefined],
    ["run_id", request.runId !== undefined],
  ];
  const violations: FieldViolation[] = given
    .filter(([, isGiven]) => isGiven)
    .map(([field]) => ({
      field,
      description: "only for a package: a model that mlflow_uri names has its own",
    }));
  if (violations.length > 0) throw invalidFields(violations);
}
