import type { EndpointRow } from "./endpoints.ts";
import type { EndedAttempt, EndpointChange } from "./record-attempts.ts";
import type { Queryable } from "./store.ts";

/** The columns that tell how the deliveries of an endpoint have gone. */
export type EndpointHealth = Pick<
  EndpointRow,
  | "endpoint_id"
  | "state"
  | "consecutive_failures"
  | "failing_since"
  | "last_failure_at"
  | "last_success_at"
  | "last_error"
>;

/** Finds an endpoint. */
export function findEndpoint(db: Queryable, endpointId: string): Promise<EndpointRow | undefined> {
  return db
    .selectFrom("endpoints")
    .selectAll()
    .where("endpoint_id", "=", endpointId)
    .executeTakeFirst();
}

const WARN_AT_PERCENT = [90, 75, 50];

/**
 * Adds attempts to the health of an endpoint, which the transaction has locked, and disables it
 * where it said that it is gone, or has failed for too long. Undefined where nobody has to be told.
 */
export async function recordHealth(
  tx: Queryable,
  before: EndpointHealth,
  attempts: readonly EndedAttempt[],
  disableAfterMs: number,
): Promise<EndpointChange | undefined> {
  const outcomes = attempts.map((one) => one.outcome).filter((one) => !one.serverFault);
  if (outcomes.length === 0) return undefined;
  const after = { ...before };
  for (const outcome of outcomes.toSorted((a, b) => endOf(a) - endOf(b))) {
    const endedAt = endOf(outcome);
    if (outcome.error === undefined) {
      after.consecutive_failures = 0;
      after.failing_since = null;
      after.last_success_at = endedAt;
    } else {
      after.consecutive_failures += 1;
      after.failing_since ??= outcome.startedAt;
      after.last_failure_at = endedAt;
      after.last_error = outcome.error;
    }
  }
  const failedForMs = failingForMs(after);
  const gone = outcomes.find((one) => one.disableEndpoint !== undefined)?.disableEndpoint;
  const tooLong = disableAfterMs > 0 && failedForMs >= disableAfterMs;
  const reason = gone ?? (tooLong ? reasonOf(after) : undefined);
  const disabledReason = before.state === "ENABLED" ? reason : undefined;
  const { endpoint_id: endpointId, state: _, ...health } = after;
  await tx
    .updateTable("endpoints")
    .set({
      ...health,
      ...(disabledReason !== undefined && {
        state: "DISABLED" as const,
        disabled_reason: disabledReason,
      }),
    })
    .where("endpoint_id", "=", endpointId)
    .execute();
  // Told at the attempt that passes the mark: once, whichever replica makes it.
  const beforeMs = after.failing_since === before.failing_since ? failingForMs(before) : 0;
  const warnAtPercent =
    disableAfterMs > 0 && !tooLong
      ? WARN_AT_PERCENT.find((percent) => {
          const mark = (disableAfterMs * percent) / 100;
          return beforeMs < mark && failedForMs >= mark;
        })
      : undefined;
  if (disabledReason === undefined && warnAtPercent === undefined) return undefined;
  return {
    endpointId,
    disabledReason,
    warnAtPercent,
    failingSince: after.failing_since ?? undefined,
    lastError: after.last_error ?? undefined,
  };
}

function endOf({ startedAt, latencyMs }: EndedAttempt["outcome"]): number {
  return startedAt + latencyMs;
}

function failingForMs(health: EndpointHealth): number {
  if (health.failing_since === null || health.last_failure_at === null) return 0;
  return health.last_failure_at - health.failing_since;
}

function reasonOf({ failing_since, consecutive_failures, last_error }: EndpointHealth): string {
  const since = new Date(failing_since ?? 0).toISOString();
  return `all ${consecutive_failures} attempts since ${since} failed, the last one: ${last_error}`;
}
