import { create, fromJson, type JsonObject, toJson } from "@bufbuild/protobuf";
import type {
  RegisterBaselineRequest,
  RegisterImprovedModelRequest,
} from "#gen/modelwire/registry/v1/registry_service_pb.js";
import { type SiteBinding, SiteBindingSchema } from "#gen/modelwire/registry/v1/site_binding_pb.js";
import { type FieldViolation, invalidFields } from "../error.ts";

/** A SiteBinding as it is kept with a plan: its ProtoJSON. */
export type SiteBindingJson = JsonObject;

/** Tags that say which proposal a model belongs to, the first that is there counts. */
const PROPOSAL_TAGS = [
  "proposal_identifier",
  "proposal_ticker",
  "canonical_identifier",
  "ticker",
] as const;
/** Tags that say on whose behalf a model is registered. */
const USER_TAGS = ["user_id", "fulfilled_by_user_id"] as const;

/** Finds out what a request says of its SiteBinding's unset fields; its values are found later. */
export function planSiteBinding(
  request: RegisterBaselineRequest | RegisterImprovedModelRequest,
): SiteBindingJson | undefined {
  const { siteBinding: given, tags } = request;
  if (!given) return undefined;
  const contributor = "contributor" in request ? request.contributor?.id : undefined;
  const isAddress = /^0x[0-9a-fA-F]{40}$/.test(contributor ?? "");
  const optional = {
    baselineValue: given.baselineValue,
    currentValue: given.currentValue,
    experimentName: given.experimentName || request.experimentName,
    contributorAddress: given.contributorAddress ?? (isAddress ? contributor : undefined),
    userId: given.userId || firstOf(tags, USER_TAGS),
    inputSchema: given.inputSchema,
    outputSchema: given.outputSchema,
    // That nothing is said can be said with null, too.
    evalSpec: given.evalSpec?.kind.case === "nullValue" ? undefined : given.evalSpec,
    scorerRef: given.scorerRef || undefined,
    primaryMetric: given.primaryMetric || undefined,
    benchmarkSpecId: given.benchmarkSpecId || undefined,
  };
  const binding = create(SiteBindingSchema, {
    tokenSymbol: given.tokenSymbol,
    metricName: given.metricName,
    proposalIdentifier:
      given.proposalIdentifier || firstOf(tags, PROPOSAL_TAGS) || given.tokenSymbol,
  });
  // Set one by one: an undefined member would be taken for one that is set.
  for (const [field, value] of Object.entries(optional)) {
    if (value !== undefined) Object.assign(binding, { [field]: value });
  }
  return toJson(SiteBindingSchema, binding) as SiteBindingJson;
}

function firstOf(
  tags: Readonly<Record<string, string>>,
  keys: readonly string[],
): string | undefined {
  return keys.map((key) => (Object.hasOwn(tags, key) ? tags[key] : undefined)).find(Boolean);
}

/** What was measured of the metric of a SiteBinding; undefined where it is not known. */
export interface SiteValues {
  /** Value that the registration records. */
  current: number | undefined;
  /** Value that the baseline of an improved model recorded. */
  baseline: number | undefined;
  isImproved: boolean;
}

/**
 * Puts the values into a SiteBinding that it has not yet.
 * @throws ModelwireError INVALID_FIELD naming each that is not known
 */
export function resolveSiteBinding(json: SiteBindingJson, found: SiteValues): SiteBindingJson {
  const binding = readSiteBinding(json);
  const metric = JSON.stringify(binding.metricName);
  const violations: FieldViolation[] = [];
  binding.currentValue ??= finite(found.current);
  if (binding.currentValue === undefined) {
    const description = `expected the value of ${metric}: the registration records none`;
    violations.push({ field: "site_binding.current_value", description });
  }
  binding.baselineValue ??= finite(found.isImproved ? found.baseline : binding.currentValue);
  if (binding.baselineValue === undefined && found.isImproved) {
    const description = `expected the value of ${metric} that the model is compared with: its baseline recorded none`;
    violations.push({ field: "site_binding.baseline_value", description });
  }
  if (violations.length > 0) throw invalidFields(violations);
  return toJson(SiteBindingSchema, binding) as SiteBindingJson;
}

function finite(value: number | undefined): number | undefined {
  return Number.isFinite(value) ? value : undefined;
}

/** Reads a SiteBinding that was kept. */
export function readSiteBinding(json: SiteBindingJson): SiteBinding {
  return fromJson(SiteBindingSchema, json);
}
