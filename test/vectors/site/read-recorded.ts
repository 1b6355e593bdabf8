import { readFileSync } from "node:fs";
import type { JsonObject, JsonValue } from "@bufbuild/protobuf";

/** A request of the Python registry's publisher: README.md says what is in it. */
export interface RecordedRequest {
  shape: "flat-2025-08-15" | "flat-2026-04-07" | "flat-2026-04-18" | "nested";
  case: string;
  registration: RecordedRegistration;
  registered_at: string;
  secret: string;
  headers: { "X-Hokusai-Idempotency-Key": string; "X-Hokusai-Signature": string };
  body: string;
}

/** What the publisher was told. */
export interface RecordedRegistration {
  model_id: string;
  token_symbol: string;
  metric_name: string;
  baseline_value: number;
  current_value: number;
  model_name: string;
  model_version: string;
  mlflow_run_id?: string;
  contributor_address?: string;
  experiment_name?: string;
  tags?: Record<string, string>;
  api_schema?: { inputSchema?: JsonObject; outputSchema?: JsonObject };
  eval_spec?: JsonValue;
  scorer_ref?: string;
  primary_metric?: string;
  benchmark_spec_id?: string;
}

/** Names the endpoint's choice that a recorded generation is the payload of. */
export function choiceOf({ shape }: Pick<RecordedRequest, "shape">): {
  format: "SITE_FLAT" | "SITE_NESTED";
  payload_version: string;
} {
  if (shape === "nested") return { format: "SITE_NESTED", payload_version: "2026-04-30" };
  return { format: "SITE_FLAT", payload_version: shape.slice("flat-".length) };
}

/** Reads the requests in their order. */
export function readRecorded(): RecordedRequest[] {
  const text = readFileSync(new URL("recorded.jsonl", import.meta.url), "utf8");
  return text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as RecordedRequest);
}
