import { randomUUID } from "node:crypto";
import type { Meter, Tracer } from "@opentelemetry/api";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-proto";
import { resourceFromAttributes } from "@opentelemetry/resources";
import {
  AlwaysOffSampler,
  AlwaysOnSampler,
  BatchSpanProcessor,
  ParentBasedSampler,
  type Sampler,
  type SpanExporter,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from "@opentelemetry/sdk-trace";
import type { Logger } from "pino";
import type { TracingConfig } from "../config/tracing.ts";
import { version } from "./version.ts";

/** So long, at most, what is left at the end is tried to be sent. */
const FLUSH_MS = 5000;
/** So often, at most, the log says that spans could not be sent. */
const COMPLAIN_EVERY_MS = 60_000;

/** What makes spans, and sends them. */
export interface Tracing {
  tracer: Tracer;
  /** Sends what is left. */
  close(): Promise<void>;
}

/** Creates what makes spans and sends them to a collector, many at a time. */
export function createTracing(config: TracingConfig, meter: Meter, log: Logger): Tracing {
  const exporter = new OTLPTraceExporter({
    url: config.endpoint,
    ...(config.headers !== undefined && { headers: pairsOf(config.headers) }),
  });
  const provider = new TracerProvider({
    resource: resourceFromAttributes({
      "service.name": "modelwire",
      "service.version": version,
      "service.instance.id": randomUUID(),
      ...pairsOf(config.resourceAttributes ?? ""),
      ...(config.serviceName !== undefined && { "service.name": config.serviceName }),
    }),
    sampler: samplerOf(config),
    spanProcessors: [
      new BatchSpanProcessor({
        exporter: complaining(exporter, meter, log),
        scheduledDelayMillis: config.delayMs,
      }),
    ],
  });
  return {
    tracer: provider.getTracer("modelwire", version),
    async close() {
      await provider.forceFlush({ timeoutMillis: FLUSH_MS }).catch(() => {});
      await provider.shutdown();
    },
  };
}

/** Counts the spans that could not be sent, and says so in the log, now and then. */
function complaining(exporter: SpanExporter, meter: Meter, log: Logger): SpanExporter {
  const lost = meter.createCounter("modelwire_trace_spans_lost", {
    description: "Spans that the collector could not be sent",
  });
  lost.add(0);
  let quietUntil = 0;
  return {
    export(spans, done) {
      exporter.export(spans, (result) => {
        if (result.code !== 0) {
          lost.add(spans.length);
          if (Date.now() >= quietUntil) {
            quietUntil = Date.now() + COMPLAIN_EVERY_MS;
            log.warn({ spans: spans.length }, "spans could not be sent to the collector");
          }
        }
        done(result);
      });
    },
    shutdown: () => exporter.shutdown(),
    forceFlush: async () => exporter.forceFlush?.(),
  };
}

function samplerOf({ sampler, samplerRatio }: TracingConfig): Sampler {
  const [, kind = sampler] = /^parentbased_(.*)$/.exec(sampler) ?? [];
  const root =
    kind === "always_on"
      ? new AlwaysOnSampler()
      : kind === "always_off"
        ? new AlwaysOffSampler()
        : new TraceIdRatioBasedSampler(samplerRatio);
  return kind === sampler ? root : new ParentBasedSampler({ root });
}

/** Reads `key=value,…`, each percent-encoded, as OpenTelemetry's variables have it. */
function pairsOf(text: string): Record<string, string> {
  return Object.fromEntries(
    text.split(",").flatMap((pair) => {
      const [key = "", ...rest] = pair.split("=");
      return key.trim() === "" || rest.length === 0
        ? []
        : [[key.trim(), decoded(rest.join("=").trim())]];
    }),
  );
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
