import type { Values } from "./settings.ts";

/** Where spans go, as OpenTelemetry's own variables say. */
export interface TracingConfig {
  /** URL that spans are sent to. */
  endpoint: string;
  /** Headers to send with them, `key=value` each, comma-separated. */
  headers: string | undefined;
  serviceName: string | undefined;
  /** Attributes of the resource, `key=value` each, comma-separated. */
  resourceAttributes: string | undefined;
  sampler: NonNullable<Values["OTEL_TRACES_SAMPLER"]>;
  /** Share of the traces that are sampled, for the samplers by ratio. */
  samplerRatio: number;
  /** How long a span waits for others, at most. */
  delayMs: number;
}

/** Reads where spans go; undefined where nothing says so, or something says not to. */
export function readTracing(v: Values): TracingConfig | undefined {
  const base = v.OTEL_EXPORTER_OTLP_ENDPOINT?.replace(/\/+$/, "");
  const endpoint = v.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT ?? (base && `${base}/v1/traces`);
  if (v.OTEL_SDK_DISABLED || v.OTEL_TRACES_EXPORTER === "none" || !endpoint) return undefined;
  return {
    endpoint,
    headers: v.OTEL_EXPORTER_OTLP_TRACES_HEADERS ?? v.OTEL_EXPORTER_OTLP_HEADERS,
    serviceName: v.OTEL_SERVICE_NAME,
    resourceAttributes: v.OTEL_RESOURCE_ATTRIBUTES,
    sampler: v.OTEL_TRACES_SAMPLER,
    samplerRatio: v.OTEL_TRACES_SAMPLER_ARG,
    delayMs: v.OTEL_BSP_SCHEDULE_DELAY,
  };
}
