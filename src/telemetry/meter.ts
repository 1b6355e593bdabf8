import type { IncomingMessage, ServerResponse } from "node:http";
import type { Attributes, Meter, ObservableResult } from "@opentelemetry/api";
import { PrometheusExporter } from "@opentelemetry/exporter-prometheus";
import { MeterProvider } from "@opentelemetry/sdk-metrics";

/** Bounds of durations, in seconds: from a read of the index to a call that nobody waits for. */
export const DURATION_BUCKETS = [
  0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60,
];

/** What measures, and answers with what was measured. Each server of a process has its own. */
export interface Metering {
  meter: Meter;
  /** Answers in Prometheus' text format. */
  handle(request: IncomingMessage, response: ServerResponse): void;
  close(): Promise<void>;
}

/** Creates a meter whose instruments `handle` tells of. */
export function createMetering(): Metering {
  const exporter = new PrometheusExporter({
    preventServerStart: true,
    withoutScopeInfo: true,
    withoutTargetInfo: true,
  });
  const provider = new MeterProvider({ readers: [exporter] });
  return {
    meter: provider.getMeter("modelwire"),
    handle: (request, response) => exporter.getMetricsRequestHandler(request, response),
    close: () => provider.shutdown(),
  };
}

/** Creates a histogram of durations in seconds, which is given milliseconds. */
export function durations(
  meter: Meter,
  name: string,
  description: string,
): (durationMs: number, attributes: Attributes) => void {
  const histogram = meter.createHistogram(name, {
    description,
    unit: "s",
    advice: { explicitBucketBoundaries: DURATION_BUCKETS },
  });
  return (durationMs, attributes) => histogram.record(durationMs / 1000, attributes);
}

/**
 * Creates a counter that is there from the beginning, at 0, for each of some attributes: the first
 * of something is seen as an increase then.
 */
export function counter(
  meter: Meter,
  name: string,
  description: string,
  known: readonly Attributes[] = [],
): (attributes: Attributes) => void {
  const created = meter.createCounter(name, { description });
  for (const attributes of known) created.add(0, attributes);
  return (attributes) => created.add(1, attributes);
}

/** Creates a gauge that is read when it is asked for. */
export function gauge(
  meter: Meter,
  name: string,
  description: string,
  read: (result: ObservableResult) => void,
): void {
  meter.createObservableGauge(name, { description }).addCallback(read);
}
