import { sql, type Transaction } from "kysely";
import type { DeliveryRow } from "./deliveries.ts";
import { recordHealth } from "./endpoint-health.ts";
import type { Database } from "./schema.ts";
import type { Store } from "./store.ts";

/** What an attempt came to, and what follows from it. */
export interface AttemptOutcome {
  startedAt: number;
  latencyMs: number;
  status: number | undefined;
  error: string | undefined;
  responseExcerpt: string;
  /** Whether it failed on our own side: it then counts neither for the schedule nor the endpoint. */
  serverFault: boolean;
  /** The delivery's state from now on. */
  state: DeliveryRow["state"];
  /** When it is tried next, where `state` is PENDING. */
  nextAttemptAt: number;
  /** Set where the endpoint said that it is gone. */
  disableEndpoint: string | undefined;
}

/** An attempt of a delivery that was claimed. */
export interface EndedAttempt {
  delivery: DeliveryRow;
  outcome: AttemptOutcome;
}

/** What recording attempts changed for an endpoint. */
export interface EndpointChange {
  endpointId: string;
  /** Why it is disabled from now on; undefined where it is not. */
  disabledReason: string | undefined;
  /** The last of 50, 75 and 90 % of the time to being disabled that was passed; or undefined. */
  warnAtPercent: number | undefined;
  failingSince: number | undefined;
  lastError: string | undefined;
}

/** Says what recording attempts did. */
export interface RecordedAttempts {
  /** Deliveries of which the attempt was recorded: the lease of another was lost, or it is gone. */
  recorded: Set<string>;
  changes: EndpointChange[];
}

/**
 * Records attempts and what follows from them, all in one transaction. One whose lease was lost, or
 * whose endpoint was deleted, is left out: another worker, or nobody, answers for its delivery.
 *
 * @param disableAfterMs after how long without a success an endpoint is disabled; 0: never
 */
export function recordAttempts(
  store: Store,
  attempts: readonly EndedAttempt[],
  disableAfterMs: number,
): Promise<RecordedAttempts> {
  const endpointIds = [...new Set(attempts.map((one) => one.delivery.endpoint_id))];
  return store.transaction(async (tx) => {
    // Before the deliveries, as a deletion locks them, and in one order: then nobody can wait for
    // somebody who waits for them.
    const endpoints = await store.engine
      .lockRows(
        tx
          .selectFrom("endpoints")
          .select([
            "endpoint_id",
            "state",
            "consecutive_failures",
            "failing_since",
            "last_failure_at",
            "last_success_at",
            "last_error",
          ])
          .where("endpoint_id", "in", endpointIds)
          .orderBy("endpoint_id"),
      )
      .execute();
    const recorded = await updateDeliveries(tx, attempts);
    const counted = attempts.filter((one) => recorded.has(one.delivery.delivery_id));
    if (counted.length === 0) return { recorded, changes: [] };
    await tx
      .insertInto("attempts")
      .values(
        counted.map(({ delivery, outcome }) => ({
          delivery_id: delivery.delivery_id,
          number: delivery.attempt_count + 1,
          started_at: outcome.startedAt,
          latency_ms: outcome.latencyMs,
          status: outcome.status ?? null,
          error: outcome.error ?? null,
          response_excerpt: outcome.responseExcerpt,
          server_fault: Number(outcome.serverFault),
        })),
      )
      .execute();
    const changes: EndpointChange[] = [];
    for (const endpoint of endpoints) {
      const own = counted.filter((one) => one.delivery.endpoint_id === endpoint.endpoint_id);
      const change = await recordHealth(tx, endpoint, own, disableAfterMs);
      if (change) changes.push(change);
    }
    return { recorded, changes };
  });
}

async function updateDeliveries(
  tx: Transaction<Database>,
  attempts: readonly EndedAttempt[],
): Promise<Set<string>> {
  // The columns of VALUES have these names on both engines, and their types from the casts.
  const values = attempts.map(({ delivery, outcome }) => {
    const { delivery_id: id, lease_token: token, attempt_count: count } = delivery;
    const completedAt = outcome.state === "PENDING" ? null : outcome.startedAt + outcome.latencyMs;
    return sql`(cast(${id} as text), cast(${token} as bigint), cast(${count} as bigint),
      cast(${outcome.state} as text), cast(${outcome.nextAttemptAt} as bigint),
      cast(${completedAt} as bigint), cast(${outcome.serverFault ? 0 : 1} as bigint))`;
  });
  const { rows } = await sql<{ delivery_id: string }>`
    update deliveries set state = ended.column4, attempt_count = deliveries.attempt_count + 1,
      scheduled_count = deliveries.scheduled_count + ended.column7,
      next_attempt_at = ended.column5, lease_until = 0, completed_at = ended.column6
    from (values ${sql.join(values)}) as ended
    where deliveries.delivery_id = ended.column1 and deliveries.lease_token = ended.column2
      and deliveries.attempt_count = ended.column3 and deliveries.state = 'PENDING'
    returning deliveries.delivery_id`.execute(tx);
  return new Set(rows.map((row) => row.delivery_id));
}

/** Ends deliveries that cannot be sent, with the reason, where they are still held. */
export async function skipDelivery(
  store: Store,
  { delivery_id: id, lease_token: token }: DeliveryRow,
  reason: string,
): Promise<void> {
  await store.db
    .updateTable("deliveries")
    .set({ state: "SKIPPED", skipped_reason: reason, lease_until: 0, completed_at: Date.now() })
    .where("delivery_id", "=", id)
    .where("lease_token", "=", token)
    .where("state", "=", "PENDING")
    .execute();
}
