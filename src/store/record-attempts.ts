import { sql, type Transaction } from "kysely";
import type { ClaimedDelivery } from "./claim-deliveries.ts";
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
  delivery: ClaimedDelivery;
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
    const recorded = await updateDeliveries(store, tx, attempts);
    const counted = attempts.filter((one) => recorded.has(one.delivery.delivery_id));
    if (counted.length === 0) return { recorded, changes: [] };
    await insertAttempts(store, tx, counted);
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
  store: Store,
  tx: Transaction<Database>,
  attempts: readonly EndedAttempt[],
): Promise<Set<string>> {
  const ended = attempts.map(({ delivery, outcome }) => [
    delivery.delivery_id,
    delivery.lease_token,
    delivery.attempt_count,
    outcome.state,
    outcome.nextAttemptAt,
    outcome.state === "PENDING" ? null : outcome.startedAt + outcome.latencyMs,
    outcome.serverFault ? 0 : 1,
  ]);
  const { rows } = await sql<{ delivery_id: string }>`
    update deliveries set state = ended.state, attempt_count = deliveries.attempt_count + 1,
      scheduled_count = deliveries.scheduled_count + ended.scheduled,
      next_attempt_at = ended.next_attempt_at, lease_until = 0, completed_at = ended.completed_at
    from (select value ->> 0 as delivery_id, cast(value ->> 1 as bigint) as lease_token,
        cast(value ->> 2 as bigint) as attempt_count, value ->> 3 as state,
        cast(value ->> 4 as bigint) as next_attempt_at, cast(value ->> 5 as bigint) as completed_at,
        cast(value ->> 6 as bigint) as scheduled
      from ${store.engine.rows(ended)}) as ended
    where deliveries.delivery_id = ended.delivery_id
      and deliveries.lease_token = ended.lease_token
      and deliveries.attempt_count = ended.attempt_count and deliveries.state = 'PENDING'
    returning deliveries.delivery_id`.execute(tx);
  return new Set(rows.map((row) => row.delivery_id));
}

async function insertAttempts(
  store: Store,
  tx: Transaction<Database>,
  attempts: readonly EndedAttempt[],
): Promise<void> {
  const rows = attempts.map(({ delivery, outcome }) => [
    delivery.delivery_id,
    delivery.attempt_count + 1,
    outcome.startedAt,
    outcome.latencyMs,
    outcome.status ?? null,
    outcome.error ?? null,
    outcome.responseExcerpt,
    Number(outcome.serverFault),
  ]);
  await sql`insert into attempts (delivery_id, number, started_at, latency_ms, status, error,
      response_excerpt, server_fault)
    select value ->> 0, cast(value ->> 1 as integer), cast(value ->> 2 as bigint),
      cast(value ->> 3 as bigint), cast(value ->> 4 as integer), value ->> 5, value ->> 6,
      cast(value ->> 7 as integer)
    from ${store.engine.rows(rows)}`.execute(tx);
}

/** Ends deliveries that cannot be sent, with the reason, where they are still held. */
export async function skipDelivery(
  store: Store,
  { delivery_id: id, lease_token: token }: ClaimedDelivery,
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
