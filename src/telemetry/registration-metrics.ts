import type { Meter } from "@opentelemetry/api";
import type { CatalogLook } from "../catalog/context.ts";
import type { RegistrationEnd } from "../registry/context.ts";
import { counter, durations } from "./meter.ts";

/** Every end that a try can have. A table, so that a new one does not build without. */
const ends: Record<RegistrationEnd, true> = {
  registered: true,
  recovered: true,
  cleaned_up: true,
  failed: true,
};

/** Creates what counts registrations, by their end. */
export function createRegistrationMetrics(meter: Meter): (end: RegistrationEnd) => void {
  const ended = counter(
    meter,
    "modelwire_registrations",
    "Tries to carry out a registration, by their end",
    Object.keys(ends).map((end) => ({ end })),
  );
  return (end) => ended({ end });
}

/** Creates what counts and times looks at MLflow. */
export function createLookMetrics(meter: Meter): (look: CatalogLook) => void {
  const duration = durations(
    meter,
    "modelwire_index_look_duration_seconds",
    "Duration of looks at what MLflow has",
  );
  return ({ work, failed, durationMs }) =>
    duration(durationMs, { work, outcome: failed ? "error" : "ok" });
}
