import type { Meter } from "@opentelemetry/api";
import { durations, gauge } from "./meter.ts";

/** What is known of the calls that were let in, and of those that were not. */
export interface AdmissionState {
  waiting: number;
  streams: number;
  refusedCalls: number;
  refusedStreams: number;
  /** Calls that were ended since the start because there was no room for their requests. */
  refusedBytes: number;
  /** What calls hold of memory. */
  heldBytes: number;
}

/** What measures how calls are let in. */
export interface AdmissionMetrics {
  /** Says how to know how it is. */
  measure(read: () => AdmissionState): void;
  /** Hears how long a call waited for its turn. */
  waited(waitedMs: number): void;
}

/** Creates what measures how calls are let in. */
export function createAdmissionMetrics(meter: Meter): AdmissionMetrics {
  let read = (): AdmissionState => ({
    ...{ waiting: 0, streams: 0, heldBytes: 0 },
    ...{ refusedCalls: 0, refusedStreams: 0, refusedBytes: 0 },
  });
  gauge(meter, "modelwire_rpc_waiting", "Calls that wait until they may run", (result) =>
    result.observe(read().waiting),
  );
  gauge(meter, "modelwire_rpc_streams", "Uploads, downloads and watches that are open", (result) =>
    result.observe(read().streams),
  );
  gauge(
    meter,
    "modelwire_rpc_buffered_bytes",
    "Memory of requests and of answers that are not taken yet",
    (result) => result.observe(read().heldBytes),
  );
  meter
    .createObservableCounter("modelwire_rpc_refused", {
      description: "Calls that there was no room for",
    })
    .addCallback((result) => {
      const { refusedCalls, refusedStreams, refusedBytes } = read();
      result.observe(refusedCalls, { limit: "calls" });
      result.observe(refusedStreams, { limit: "streams" });
      result.observe(refusedBytes, { limit: "bytes" });
    });
  const duration = durations(
    meter,
    "modelwire_rpc_wait_duration_seconds",
    "Time that calls waited until they might run, of those that had to",
  );
  return {
    measure(given) {
      read = given;
    },
    waited: (waitedMs) => duration(waitedMs, {}),
  };
}
