import type { Meter } from "@opentelemetry/api";
import type { DeliveryObserver } from "../delivery/observer.ts";
import { reasonOf } from "../delivery/reason.ts";
import { counter, durations } from "./meter.ts";

const states = ["DELIVERED", "FAILED", "SKIPPED"] as const;

/** Creates what counts deliveries and times their attempts. */
export function createDeliveryMetrics(meter: Meter): DeliveryObserver {
  const duration = durations(
    meter,
    "modelwire_webhook_attempt_duration_seconds",
    "Duration of attempts to deliver",
  );
  const ended = counter(
    meter,
    "modelwire_webhook_deliveries",
    "Deliveries that came to an end",
    states.map((state) => ({ state: state.toLowerCase() })),
  );
  return {
    attempted(result) {
      const outcome = result.error === undefined ? "ok" : "error";
      duration(result.latencyMs, { outcome, reason: reasonOf(result) });
    },
    ended: (state) => ended({ state: state.toLowerCase() }),
  };
}
