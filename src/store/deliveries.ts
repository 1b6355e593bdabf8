import type { Selectable } from "kysely";
import type { ListPosition } from "./endpoints.ts";
import { disableEndpoint } from "./endpoints.ts";
import type { AttemptTable, DeliveryTable } from "./schema.ts";
import type { Queryable, Store } from "./store.ts";

/** A row of the deliveries. */
export type DeliveryRow = Selectable<DeliveryTable>;
/** A row of the attempts. */
export type AttemptRow = Selectable<AttemptTable>;

/** A delivery that was claimed, with what its request needs. */
export interface ClaimedDelivery extends DeliveryRow {
  url: string;
  secret: string;
  content_type: string;
  body: Uint8Array;
}

/** Says what may be claimed. */
export interface DeliveryClaim {
  now: number;
  leaseUntil: number;
  limit: number;
  /** Endpoints that are busy enough: a hanging one must not take every place. */
  exceptEndpoints: readonly string[];
}

/** Claims deliveries that are due, the longest waiting first. */
export async function claimDueDeliveries(
  store: Store,
  claim: DeliveryClaim,
): Promise<ClaimedDelivery[]> {
  return store.transaction(async (tx) => {
    let due = tx
      .selectFrom("deliveries")
      .select("delivery_id")
      .where("state", "=", "PENDING")
      .where("next_attempt_at", "<=", claim.now)
      .where("lease_until", "<=", claim.now)
      .where("endpoint_id", "in", (e) =>
        e.selectFrom("endpoints").select("endpoint_id").where("state", "=", "ENABLED"),
      );
    if (claim.exceptEndpoints.length > 0) {
      due = due.where("endpoint_id", "not in", claim.exceptEndpoints);
    }
    const ids = await store.engine
      .skipLocked(due.orderBy("next_attempt_at").limit(claim.limit))
      .execute();
    if (ids.length === 0) return [];
    const claimed = ids.map((row) => row.delivery_id);
    await tx
      .updateTable("deliveries")
      .set((e) => ({ lease_token: e("lease_token", "+", 1), lease_until: claim.leaseUntil }))
      .where("delivery_id", "in", claimed)
      .execute();
    return tx
      .selectFrom("deliveries")
      .innerJoin("endpoints", "endpoints.endpoint_id", "deliveries.endpoint_id")
      .innerJoin("event_bodies", (join) =>
        join
          .onRef("event_bodies.event_id", "=", "deliveries.event_id")
          .onRef("event_bodies.format", "=", "endpoints.format"),
      )
      .selectAll("deliveries")
      .select([
        "endpoints.url",
        "endpoints.secret",
        "event_bodies.content_type",
        "event_bodies.body",
      ])
      .where("deliveries.delivery_id", "in", claimed)
      .orderBy("deliveries.next_attempt_at")
      .execute();
  });
}

/** What an attempt came to, and what follows from it. */
export interface AttemptOutcome {
  startedAt: number;
  latencyMs: number;
  status: number | undefined;
  error: string | undefined;
  responseExcerpt: string;
  /** The delivery's state from now on. */
  state: DeliveryRow["state"];
  /** When it is tried next, where `state` is PENDING. */
  nextAttemptAt: number;
  /** Set where the endpoint said that it is gone. */
  disableEndpoint: string | undefined;
}

/**
 * Records an attempt and what follows from it; false where the lease was lost or the endpoint
 * deleted: another worker, or nobody, then answers for the delivery.
 */
export async function recordAttempt(
  store: Store,
  delivery: DeliveryRow,
  outcome: AttemptOutcome,
): Promise<boolean> {
  return store.transaction(async (tx) => {
    if (outcome.disableEndpoint !== undefined) {
      // Before the delivery, as a deletion locks them: neither can wait for the other then.
      await store.engine
        .keepRows(
          tx
            .selectFrom("endpoints")
            .select("endpoint_id")
            .where("endpoint_id", "=", delivery.endpoint_id),
        )
        .execute();
    }
    const number = delivery.attempt_count + 1;
    const ended = outcome.startedAt + outcome.latencyMs;
    const updated = await tx
      .updateTable("deliveries")
      .set({
        state: outcome.state,
        attempt_count: number,
        next_attempt_at: outcome.nextAttemptAt,
        lease_until: 0,
        completed_at: outcome.state === "PENDING" ? null : ended,
      })
      .where("delivery_id", "=", delivery.delivery_id)
      .where("lease_token", "=", delivery.lease_token)
      .where("attempt_count", "=", delivery.attempt_count)
      .executeTakeFirst();
    if (updated.numUpdatedRows !== 1n) return false;
    await tx
      .insertInto("attempts")
      .values({
        delivery_id: delivery.delivery_id,
        number,
        started_at: outcome.startedAt,
        latency_ms: outcome.latencyMs,
        status: outcome.status ?? null,
        error: outcome.error ?? null,
        response_excerpt: outcome.responseExcerpt,
      })
      .execute();
    if (outcome.disableEndpoint !== undefined) {
      await disableEndpoint(tx, delivery.endpoint_id, outcome.disableEndpoint);
    }
    return true;
  });
}

/** Tells when the next delivery falls due; undefined where none waits. */
export async function nextDeliveryAt(db: Queryable): Promise<number | undefined> {
  const row = await db
    .selectFrom("deliveries")
    .select("next_attempt_at")
    .where("state", "=", "PENDING")
    .where("endpoint_id", "in", (e) =>
      e.selectFrom("endpoints").select("endpoint_id").where("state", "=", "ENABLED"),
    )
    .orderBy("next_attempt_at")
    .limit(1)
    .executeTakeFirst();
  return row?.next_attempt_at;
}

/** Which deliveries to list. */
export interface DeliveryFilter {
  endpointId: string | undefined;
  eventId: string | undefined;
  state: DeliveryRow["state"] | undefined;
}

/** Lists deliveries with their attempts, newest first, after a position. */
export async function listDeliveries(
  db: Queryable,
  filter: DeliveryFilter,
  limit: number,
  after: ListPosition | undefined,
): Promise<{ delivery: DeliveryRow; attempts: AttemptRow[] }[]> {
  let query = db.selectFrom("deliveries").selectAll();
  if (filter.endpointId !== undefined) query = query.where("endpoint_id", "=", filter.endpointId);
  if (filter.eventId !== undefined) query = query.where("event_id", "=", filter.eventId);
  if (filter.state !== undefined) query = query.where("state", "=", filter.state);
  if (after) {
    query = query.where((e) =>
      e.or([
        e("created_at", "<", after.createdAt),
        e.and([e("created_at", "=", after.createdAt), e("delivery_id", "<", after.id)]),
      ]),
    );
  }
  const deliveries = await query
    .orderBy("created_at", "desc")
    .orderBy("delivery_id", "desc")
    .limit(limit)
    .execute();
  if (deliveries.length === 0) return [];
  const attempts = await db
    .selectFrom("attempts")
    .selectAll()
    .where(
      "delivery_id",
      "in",
      deliveries.map((row) => row.delivery_id),
    )
    .orderBy("number")
    .execute();
  const byDelivery = Map.groupBy(attempts, (attempt) => attempt.delivery_id);
  return deliveries.map((delivery) => ({
    delivery,
    attempts: byDelivery.get(delivery.delivery_id) ?? [],
  }));
}
