import type { IncomingMessage, ServerResponse } from "node:http";
import { PrometheusExporter } from "@opentelemetry/exporter-prometheus";
import { MeterProvider } from "@opentelemetry/sdk-metrics";
import type { Logger } from "pino";
import { countCatalog, readCatalogState } from "../store/catalog-state.ts";
import type { Store } from "../store/store.ts";

/** Serves what Modelwire measures of itself. */
export interface Metrics {
  /** Answers in Prometheus' text format. */
  handle(request: IncomingMessage, response: ServerResponse): void;
  close(): Promise<void>;
}

/**
 * Creates what answers `/metrics`: how far the index knows what MLflow has. It is read from the
 * database when it is asked for, so that every replica says the same.
 */
export function createMetrics(store: Store, log: Logger): Metrics {
  const exporter = new PrometheusExporter({
    preventServerStart: true,
    withoutScopeInfo: true,
    withoutTargetInfo: true,
  });
  const provider = new MeterProvider({ readers: [exporter] });
  const meter = provider.getMeter("modelwire");
  const gauge = (name: string, description: string) =>
    meter.createObservableGauge(name, { description });
  const gauges = {
    complete: gauge(
      "modelwire_index_complete",
      "1 where all that MLflow has was seen once, 0 while it is seen for the first time",
    ),
    lag: gauge(
      "modelwire_index_lag_seconds",
      "Time since which something that was written to MLflow directly may not be in the index",
    ),
    failing: gauge("modelwire_index_failing", "1 where the last look at MLflow failed"),
    models: gauge("modelwire_index_models", "Registered models in the index"),
    versions: gauge("modelwire_index_versions", "Model versions in the index"),
    unread: gauge(
      "modelwire_index_unread_versions",
      "Model versions in the index whose models were not read yet",
    ),
  };
  meter.addBatchObservableCallback(async (result) => {
    try {
      const [state, counts] = await Promise.all([
        readCatalogState(store.db),
        countCatalog(store.db),
      ]);
      result.observe(gauges.complete, Number(state.as_of !== null));
      if (state.as_of !== null) result.observe(gauges.lag, (Date.now() - state.as_of) / 1000);
      result.observe(gauges.failing, Number(state.last_error !== null));
      result.observe(gauges.models, counts.models);
      result.observe(gauges.versions, counts.versions);
      result.observe(gauges.unread, counts.unread);
    } catch (error) {
      log.warn({ err: error }, "the index could not be measured");
    }
  }, Object.values(gauges));
  return {
    handle: (request, response) => exporter.getMetricsRequestHandler(request, response),
    close: () => provider.shutdown(),
  };
}
