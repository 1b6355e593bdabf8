import type { JsonObject } from "@bufbuild/protobuf";
import type { Event } from "#gen/modelwire/event/v1/event_pb.js";
import { reservedImprovedTags, reservedTagSpace, reservedTags } from "../mlflow/reserved-tags.ts";
import { type SiteRegistration, siteIdempotencyKey, siteTime } from "./site-text.ts";

/** The versions of the flat payload, oldest first. */
export const flatVersions = ["2025-08-15", "2026-04-07", "2026-04-18", "2026-11-24"] as const;

/** A version of the flat payload. */
export type FlatVersion = (typeof flatVersions)[number];

/**
 * Makes the payload of BODY_FORMAT_SITE_FLAT in one of its versions, with the keys in the order in
 * which the Python registry sent them.
 */
export function flatPayload(
  event: Event,
  registration: SiteRegistration,
  version: FlatVersion,
): JsonObject {
  const { siteBinding: binding } = registration;
  const { tokenSymbol: token, metricName: metric } = binding;
  const baselineValue = binding.baselineValue ?? 0;
  const currentValue = binding.currentValue ?? 0;
  const runId = registration.runId ?? null;
  const proposal = binding.proposalIdentifier ?? token;
  // ISO dates compare as text.
  const since = (first: FlatVersion, keys: JsonObject) => (version >= first ? keys : {});
  return {
    ...since("2026-04-18", { event_type: "model_registered" }),
    model_id: registration.modelId,
    idempotency_key: siteIdempotencyKey(registration),
    ...since("2026-04-07", {
      status: "registered",
      token_id: token,
      token_identifier: token,
      proposal_identifier: proposal,
      model_name: registration.modelName,
    }),
    ...since("2026-04-18", { model_version: registration.version }),
    ...since("2026-04-07", {
      version: registration.version,
      metric_name: metric,
      baseline_value: baselineValue,
      current_value: currentValue,
      mlflow_run_id: runId,
    }),
    registered_version: registration.modelVersion?.version ?? registration.version,
    timestamp: siteTime(event),
    token_symbol: token,
    baseline_metrics: { [metric]: baselineValue },
    metadata: {
      model_name: registration.modelName,
      ...since("2026-04-07", { model_version: registration.version }),
      mlflow_run_id: runId,
      ...since("2026-04-07", {
        metric_name: metric,
        baseline_value: baselineValue,
        current_value: currentValue,
        status: "registered",
        proposal_identifier: proposal,
      }),
      improvement_percentage: improvementPercentage(baselineValue, currentValue),
      contributor_address: binding.contributorAddress ?? null,
      experiment_name: binding.experimentName ?? null,
      tags: givenTags(registration),
    },
    ...since("2026-11-24", optionalKeys(registration)),
  };
}

/** Gives the change in percent of the value before; null where that is not greater than 0. */
function improvementPercentage(before: number, now: number): number | null {
  if (!(before > 0)) return null;
  const percentage = ((now - before) / before) * 100;
  return Number.isFinite(percentage) ? percentage : null;
}

/** Gives the tags that a registration was given: without those that it sets itself. */
function givenTags({ modelVersion, isBaseline }: SiteRegistration): JsonObject | null {
  const own = isBaseline ? reservedTags : reservedImprovedTags;
  const given = Object.entries(modelVersion?.tags ?? {}).filter(
    ([key]) => !own.includes(key) && !reservedTagSpace.test(key),
  );
  return given.length > 0 ? Object.fromEntries(given) : null;
}

function optionalKeys({ modelInfo }: SiteRegistration): JsonObject {
  return {
    ...(modelInfo?.modelUuid && { model_uuid: modelInfo.modelUuid }),
    ...(modelInfo?.modelUri && { model_uri: modelInfo.modelUri }),
    ...(modelInfo?.signature?.text && { signature: modelInfo.signature.text }),
    ...(modelInfo?.metadata && { structured_metadata: modelInfo.metadata }),
  };
}
