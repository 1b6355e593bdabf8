import { type JsonObject, toJson } from "@bufbuild/protobuf";
import { ValueSchema } from "@bufbuild/protobuf/wkt";
import type { Event } from "#gen/modelwire/event/v1/event_pb.js";
import { jsonSchemaOf } from "./api-schema.ts";
import { type SiteRegistration, siteTime } from "./site-text.ts";

/** The versions of the nested payload, oldest first. */
export const nestedVersions = ["2026-04-30"] as const;

/**
 * Makes the payload of BODY_FORMAT_SITE_NESTED, with the keys in the order in which the Python
 * registry sent them. What is not known is left out.
 */
export function nestedPayload(event: Event, registration: SiteRegistration): JsonObject {
  const { siteBinding: binding, runId } = registration;
  const apiSchema = apiSchemaOf(registration);
  return {
    event_type: "model_registered",
    model: {
      id: binding.tokenSymbol.toLowerCase(),
      name: registration.modelName,
      status: "registered",
      version: registration.version,
      ...(runId !== undefined && { run_id: runId }),
      ...(binding.userId && { user_id: binding.userId }),
      ...(apiSchema && { api_schema: apiSchema }),
      ...(binding.evalSpec && { eval_spec: toJson(ValueSchema, binding.evalSpec) }),
      ...(binding.scorerRef && { scorer_ref: binding.scorerRef }),
      ...(binding.primaryMetric && { primary_metric: binding.primaryMetric }),
      ...(binding.benchmarkSpecId && { benchmark_spec_id: binding.benchmarkSpecId }),
    },
    timestamp: siteTime(event),
    source: "mlflow",
  };
}

/** Gives what a model takes and gives, as its binding says or else its signature. */
function apiSchemaOf({ siteBinding, modelInfo }: SiteRegistration): JsonObject | undefined {
  const inputSchema = siteBinding.inputSchema ?? jsonSchemaOf(modelInfo?.signature?.inputs);
  const outputSchema = siteBinding.outputSchema ?? jsonSchemaOf(modelInfo?.signature?.outputs);
  if (!inputSchema && !outputSchema) return undefined;
  return { ...(inputSchema && { inputSchema }), ...(outputSchema && { outputSchema }) };
}
