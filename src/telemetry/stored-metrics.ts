import type { Meter, ObservableGauge } from "@opentelemetry/api";
import type { Logger } from "pino";
import type { Store } from "../store/store.ts";
import { createSnapshots, type Snapshot } from "./snapshot.ts";

type Observe = (value: number, attributes?: Record<string, string>) => void;

/** The gauges that are read from the database, with what they are read from it. */
const gauges: Record<string, [description: string, read: (s: Snapshot, observe: Observe) => void]> =
  {
    modelwire_index_complete: [
      "1 where all that MLflow has was seen once, 0 while it is seen for the first time",
      ({ catalog }, observe) => observe(Number(catalog.as_of !== null)),
    ],
    modelwire_index_lag_seconds: [
      "Time since which something that was written to MLflow directly may not be in the index",
      ({ catalog }, observe) => {
        if (catalog.as_of !== null) observe(secondsSince(catalog.as_of));
      },
    ],
    modelwire_index_failing: [
      "1 where the last look at MLflow failed",
      ({ catalog }, observe) => observe(Number(catalog.last_error !== null)),
    ],
    modelwire_index_models: [
      "Registered models in the index",
      ({ counts }, observe) => observe(counts.models),
    ],
    modelwire_index_versions: [
      "Model versions in the index",
      ({ counts }, observe) => observe(counts.versions),
    ],
    modelwire_index_unread_versions: [
      "Model versions in the index whose models were not read yet",
      ({ counts }, observe) => observe(counts.unread),
    ],
    modelwire_registrations_pending: [
      "Registrations that are under way; 10,000 at most are counted",
      ({ registrations }, observe) => observe(registrations.pending),
    ],
    modelwire_registrations_oldest_pending_seconds: [
      "Time since the oldest registration that is under way was accepted; 0 where none is",
      ({ registrations }, observe) => observe(secondsSince(registrations.oldestAt)),
    ],
    modelwire_webhook_endpoints: ["Endpoints", perState((queue) => queue.endpoints)],
    modelwire_webhook_endpoints_failing: [
      "Endpoints whose last attempt failed",
      perState((queue) => queue.failing),
    ],
    modelwire_webhook_failing_seconds: [
      "Time for which the endpoint has failed that has failed longest; 0 where none does",
      perState((queue) => secondsSince(queue.failingSince)),
    ],
    modelwire_webhook_waiting: [
      "Deliveries that wait; of each endpoint, 10,000 at most are counted",
      perState((queue) => queue.waiting),
    ],
    modelwire_webhook_oldest_waiting_seconds: [
      "Time since the event was committed that waits longest; 0 where none waits",
      perState((queue) => secondsSince(queue.oldestAt)),
    ],
  };

/**
 * Measures what the database tells. It is read when it is asked for, so that every replica says
 * the same.
 */
export function measureStored(meter: Meter, store: Store, log: Logger): void {
  const read = createSnapshots(store, log);
  const up = meter.createObservableGauge("modelwire_db_up", {
    description: "1 where the database could be read, 0 where not",
  });
  const created = Object.entries(gauges).map(([name, [description, observe]]) => ({
    gauge: meter.createObservableGauge(name, { description }),
    observe,
  }));
  const all: ObservableGauge[] = [up, ...created.map((one) => one.gauge)];
  meter.addBatchObservableCallback(async (result) => {
    const snapshot = await read();
    result.observe(up, Number(snapshot !== undefined));
    if (!snapshot) return;
    for (const { gauge, observe } of created) {
      observe(snapshot, (value, attributes) => result.observe(gauge, value, attributes));
    }
  }, all);
}

function perState(value: (queue: Snapshot["queues"][number]) => number) {
  return ({ queues }: Snapshot, observe: Observe) => {
    for (const state of ["ENABLED", "PAUSED", "DISABLED"]) {
      const queue = queues.find((one) => one.state === state);
      observe(queue ? value(queue) : 0, { endpoint_state: state.toLowerCase() });
    }
  };
}

function secondsSince(atMs: number | null): number {
  return atMs === null ? 0 : Math.max(0, (Date.now() - atMs) / 1000);
}
