import type { Logger } from "pino";
import type { DeliveryRow } from "../store/deliveries.ts";
import type { AttemptOutcome } from "../store/record-attempts.ts";

/** An attempt that was made. */
interface Attempt {
  row: Pick<DeliveryRow, "delivery_id" | "endpoint_id" | "event_id" | "attempt_count">;
  outcome: AttemptOutcome;
  /** Whether it counts: not where another process has taken the delivery over. */
  recorded: boolean;
  traceId: string | undefined;
}

/** Tells the log of an attempt. */
export function logAttempt(log: Logger, { row, outcome, recorded, traceId }: Attempt): void {
  log.info(
    {
      delivery_id: row.delivery_id,
      endpoint_id: row.endpoint_id,
      event_id: row.event_id,
      attempt: row.attempt_count + 1,
      status: outcome.status,
      error: outcome.error,
      latency_ms: outcome.latencyMs,
      state: recorded ? outcome.state : "TAKEN_OVER",
      ...(traceId !== undefined && { trace_id: traceId }),
    },
    "delivery attempt",
  );
}
