import type { Meter } from "@opentelemetry/api";
import { EventType } from "#gen/modelwire/event/v1/event_pb.js";
import { typeNames } from "../event/standard-body.ts";
import type { StoreObserver } from "../store/observer.ts";
import type { Store } from "../store/store.ts";
import { counter, durations, gauge } from "./meter.ts";

/**
 * Creates what times queries, and counts the events that are committed.
 * @param deliverySkipped told of each delivery that was committed and is not to be sent
 */
export function createDatabaseMetrics(meter: Meter, deliverySkipped: () => void): StoreObserver {
  const duration = durations(
    meter,
    "modelwire_db_query_duration_seconds",
    "Duration of queries, the wait for a connection apart",
  );
  const ok = { outcome: "ok" };
  const error = { outcome: "error" };
  const committed = counter(
    meter,
    "modelwire_events_committed",
    "Events that were committed",
    Object.entries(typeNames)
      .filter(([type]) => ![EventType.UNSPECIFIED, EventType.ENDPOINT_TEST].includes(Number(type)))
      .map(([, type]) => ({ type })),
  );
  return {
    query: (durationMs, failed) => duration(durationMs, failed ? error : ok),
    eventCommitted: (type) => committed({ type }),
    deliverySkipped,
  };
}

/** Measures the connections to the database, where it has several. */
export function measurePool(meter: Meter, { engine }: Pick<Store, "engine">): void {
  const { pool } = engine;
  if (!pool) return;
  gauge(meter, "modelwire_db_connections", "Connections to the database", (result) => {
    const { used, idle } = pool();
    result.observe(used, { state: "used" });
    result.observe(idle, { state: "idle" });
  });
  gauge(
    meter,
    "modelwire_db_waiting_queries",
    "Queries and transactions that wait for a connection",
    (result) => result.observe(pool().waiting),
  );
}
