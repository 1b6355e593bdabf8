import { z } from "zod";
import { httpUrl, type Setting, wholeNumber } from "./values.ts";

const onlyProtobuf = z.literal("http/protobuf", {
  error: "expected http/protobuf: spans are sent in no other form",
});

const ratio = "expected a number from 0 to 1";

/** Where spans go: OpenTelemetry's own variables, as far as they count here. */
export const otelSettings = {
  OTEL_EXPORTER_OTLP_ENDPOINT: {
    schema: httpUrl.optional(),
    says: "base URL of a collector that spans are sent to, by OTLP over HTTP, below `/v1/traces`",
    byDefault: "nothing is traced",
    secret: true,
  },
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: {
    schema: httpUrl.optional(),
    says: "the whole URL, in place of that",
    byDefault: "that of OTEL_EXPORTER_OTLP_ENDPOINT",
    secret: true,
  },
  OTEL_EXPORTER_OTLP_HEADERS: {
    schema: z.string().optional(),
    says: "headers to send with spans, `key=value` each, comma-separated",
    byDefault: "none",
    secret: true,
  },
  OTEL_EXPORTER_OTLP_TRACES_HEADERS: {
    schema: z.string().optional(),
    says: "the same, in place of OTEL_EXPORTER_OTLP_HEADERS",
    byDefault: "those of OTEL_EXPORTER_OTLP_HEADERS",
    secret: true,
  },
  OTEL_EXPORTER_OTLP_PROTOCOL: {
    schema: onlyProtobuf.default("http/protobuf"),
    says: "form of what is sent: `http/protobuf`, and no other",
  },
  OTEL_EXPORTER_OTLP_TRACES_PROTOCOL: {
    schema: onlyProtobuf.default("http/protobuf"),
    says: "the same",
  },
  OTEL_TRACES_EXPORTER: {
    schema: z.enum(["otlp", "none"]).default("otlp"),
    says: "`none`: nothing is traced",
  },
  OTEL_SDK_DISABLED: {
    schema: z
      .string()
      .transform((text) => text.toLowerCase() === "true")
      .default(false),
    says: "`true`: nothing is traced",
  },
  OTEL_SERVICE_NAME: {
    schema: z.string().optional(),
    says: "name of the service in traces",
    byDefault: "`modelwire`",
  },
  OTEL_RESOURCE_ATTRIBUTES: {
    schema: z.string().optional(),
    says: "what else to say of it, `key=value` each, comma-separated",
    byDefault: "nothing",
  },
  OTEL_TRACES_SAMPLER: {
    schema: z
      .enum([
        "always_on",
        "always_off",
        "traceidratio",
        "parentbased_always_on",
        "parentbased_always_off",
        "parentbased_traceidratio",
      ])
      .default("parentbased_always_on"),
    says: "which traces are sampled",
  },
  OTEL_TRACES_SAMPLER_ARG: {
    schema: z
      .string()
      // What is blank is no number: JavaScript itself takes it for 0.
      .regex(/\S/, ratio)
      .transform(Number)
      .pipe(z.number(ratio).min(0, ratio).max(1, ratio))
      .default(1),
    says: "share of traces that a sampler by ratio takes, from 0 to 1",
  },
  OTEL_BSP_SCHEDULE_DELAY: {
    schema: wholeNumber(0, 600_000).default(5000),
    says: "how long a span waits for others before they are sent, in milliseconds",
  },
} satisfies Record<string, Setting>;
