import type { IncomingMessage, ServerResponse } from "node:http";
import type { Tracer } from "@opentelemetry/api";
import type { Logger } from "pino";
import type { CatalogLook } from "../catalog/context.ts";
import type { TracingConfig } from "../config/tracing.ts";
import type { DeliveryObserver } from "../delivery/observer.ts";
import type { MlflowObserver } from "../mlflow/observer.ts";
import type { RegistrationEnd } from "../registry/context.ts";
import type { StoreObserver } from "../store/observer.ts";
import type { Store } from "../store/store.ts";
import { type AdmissionMetrics, createAdmissionMetrics } from "./admission-metrics.ts";
import type { CallListener } from "./calls.ts";
import { measureCertificates, type ShownCertificate } from "./certificate-metrics.ts";
import { createDatabaseMetrics, measurePool } from "./database-metrics.ts";
import { createDeliveryMetrics } from "./delivery-metrics.ts";
import { createListenerMetrics } from "./listener-metrics.ts";
import { createMetering } from "./meter.ts";
import { createMlflowObserver } from "./mlflow-calls.ts";
import { measureProcess } from "./process-metrics.ts";
import { createLookMetrics, createRegistrationMetrics } from "./registration-metrics.ts";
import { createRpcMetrics } from "./rpc-metrics.ts";
import { measureStored } from "./stored-metrics.ts";

/** What one server measures and traces of itself, for the parts that tell it. */
export interface Telemetry {
  /** Makes spans; undefined where nothing is traced. */
  readonly tracer: Tracer | undefined;
  readonly calls: CallListener;
  readonly mlflow: MlflowObserver;
  readonly database: StoreObserver;
  readonly deliveries: DeliveryObserver;
  readonly registrationEnded: (end: RegistrationEnd) => void;
  readonly looked: (look: CatalogLook) => void;
  /** Adds what the database tells, once it is there. */
  measure(store: Store): void;
  readonly admission: AdmissionMetrics;
  /** Counts what a listener refuses. */
  readonly listener: ReturnType<typeof createListenerMetrics>;
  /** Adds the certificate of the listeners. */
  measureCertificates(read: () => ShownCertificate): void;
  /** Answers `/metrics`, in Prometheus' text format. */
  handle(request: IncomingMessage, response: ServerResponse): void;
  /** Sends what spans are left, and measures nothing more. */
  close(): Promise<void>;
}

/** Creates the telemetry of a server. */
export async function createTelemetry(
  config: TracingConfig | undefined,
  log: Logger,
): Promise<Telemetry> {
  const metering = createMetering();
  const { meter } = metering;
  // Imported here, as most of it is for those alone who have a collector.
  const tracing = config && (await import("./tracer.ts")).createTracing(config, meter, log);
  const stopMeasuring = measureProcess(meter);
  const rpc = createRpcMetrics(meter);
  const deliveries = createDeliveryMetrics(meter);
  return {
    tracer: tracing?.tracer,
    calls: rpc.listen,
    mlflow: createMlflowObserver(meter),
    database: createDatabaseMetrics(meter, () => deliveries.ended("SKIPPED")),
    deliveries,
    admission: createAdmissionMetrics(meter),
    listener: createListenerMetrics(meter),
    registrationEnded: createRegistrationMetrics(meter),
    looked: createLookMetrics(meter),
    measure(store) {
      measureStored(meter, store, log);
      measurePool(meter, store);
    },
    measureCertificates: (read) => measureCertificates(meter, read),
    handle: metering.handle,
    async close() {
      stopMeasuring();
      await Promise.all([tracing?.close(), metering.close()]);
    },
  };
}
