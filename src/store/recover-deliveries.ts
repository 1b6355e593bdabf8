import { setImmediate } from "node:timers/promises";
import type { ExpressionBuilder, Transaction } from "kysely";
import { insertDeliveries, type NewDelivery } from "./deliveries.ts";
import { type EndpointRow, lockEndpoint } from "./endpoints.ts";
import { eventIfSmall, eventSize, withLargeEvents } from "./event-sizes.ts";
import { firstWithin } from "./first-within.ts";
import type { Database } from "./schema.ts";
import type { Store } from "./store.ts";

/** So many at once, that no transaction is in the way of others for long. */
const BATCH = 500;
/** So much of events at once, whatever their number. */
const MOST_BYTES = 1024 ** 2;

/** Which events' deliveries: those that were committed in [since, until). */
export interface TimeRange {
  since: number;
  until: number;
}

interface Batch<Position> {
  /** How many will be sent. */
  count: number;
  /** Where the next batch begins; undefined where this was the last. */
  next: Position | undefined;
}

/**
 * Makes what waits for an endpoint due at once, the oldest first, whenever its next attempt was to
 * be. What was never tried is due already.
 *
 * @returns false where there is no such endpoint
 */
export async function hastenDeliveries(store: Store, endpointId: string): Promise<boolean> {
  const done = await inBatches<number>(
    store,
    endpointId,
    Number.MAX_SAFE_INTEGER,
    async (tx, latest) => {
      const rows = await tx
        .selectFrom("deliveries")
        .select(["delivery_id", "next_attempt_at"])
        .where("endpoint_id", "=", endpointId)
        .where("state", "=", "PENDING")
        .where("next_attempt_at", "<=", latest)
        .whereRef("next_attempt_at", ">", "created_at")
        .orderBy("next_attempt_at", "desc")
        .limit(BATCH)
        .execute();
      if (rows.length > 0) {
        await tx
          .updateTable("deliveries")
          // The queue goes by this time: so they go out as they were committed.
          .set((e) => ({ next_attempt_at: e.ref("created_at") }))
          .where(
            "delivery_id",
            "in",
            rows.map(({ delivery_id: id }) => id),
          )
          .where("state", "=", "PENDING")
          .execute();
      }
      return { count: rows.length, next: lastOf(rows)?.next_attempt_at };
    },
  );
  return done !== undefined;
}

/**
 * Makes the deliveries to an endpoint that failed for good pending again, and due at once.
 *
 * @returns how many; undefined where there is no such endpoint
 */
export function recoverFailed(
  store: Store,
  endpointId: string,
  { since, until }: TimeRange,
): Promise<number | undefined> {
  return inBatches(store, endpointId, { at: since, id: "" }, async (tx, after) => {
    const rows = await tx
      .selectFrom("deliveries")
      .select(["delivery_id", "created_at"])
      .where("endpoint_id", "=", endpointId)
      .where("state", "=", "FAILED")
      .where("created_at", "<", until)
      .where((e) => e(e.refTuple("created_at", "delivery_id"), ">", e.tuple(after.at, after.id)))
      .orderBy("created_at")
      .orderBy("delivery_id")
      .limit(BATCH)
      .execute();
    if (rows.length === 0) return { count: 0, next: undefined };
    const updated = await tx
      .updateTable("deliveries")
      .set(beginAgain)
      .where(
        "delivery_id",
        "in",
        rows.map(({ delivery_id: id }) => id),
      )
      .where("state", "=", "FAILED")
      .executeTakeFirst();
    const last = lastOf(rows);
    return {
      count: Number(updated.numUpdatedRows),
      next: last && { at: last.created_at, id: last.delivery_id },
    };
  });
}

/** Makes the delivery of an event, given as modelwire.event.v1.Event; undefined: it is not wanted. */
export type MakeDelivery = (
  endpoint: EndpointRow,
  event: Uint8Array,
  committedAt: number,
) => NewDelivery | undefined;

/**
 * Makes deliveries of the events that an endpoint has none of, due at once.
 *
 * @returns how many will be sent; undefined where there is no such endpoint
 */
export function addMissingDeliveries(
  store: Store,
  endpointId: string,
  { since, until }: TimeRange,
  make: MakeDelivery,
): Promise<number | undefined> {
  return inBatches(store, endpointId, { at: since, id: "" }, async (tx, after, endpoint) => {
    const found = await tx
      .selectFrom("events")
      .select(["event_id", "created_at"])
      .select([eventSize.as("size"), eventIfSmall(BATCH).as("event")])
      .where("created_at", "<", until)
      .where((e) => e(e.refTuple("created_at", "event_id"), ">", e.tuple(after.at, after.id)))
      .orderBy("created_at")
      .orderBy("event_id")
      .limit(BATCH)
      .execute();
    const events = firstWithin(found, MOST_BYTES, ({ size }) => size);
    if (events.length === 0) return { count: 0, next: undefined };
    const there = await tx
      .selectFrom("deliveries")
      .select("event_id")
      .where("endpoint_id", "=", endpointId)
      .where(
        "event_id",
        "in",
        events.map(({ event_id: id }) => id),
      )
      .execute();
    const known = new Set(there.map(({ event_id: id }) => id));
    const missing = events.filter(({ event_id: id }) => !known.has(id));
    const deliveries = (await withLargeEvents(tx, missing)).flatMap(
      (row) => make(endpoint, row.event, row.created_at) ?? [],
    );
    await insertDeliveries(store, tx, deliveries);
    const count = deliveries.filter((one) => one.skippedReason === undefined).length;
    const last = events.length < found.length ? events.at(-1) : lastOf(found);
    return { count, next: last && { at: last.created_at, id: last.event_id } };
  });
}

/** What becomes of a delivery that is to be sent as if it never had been. */
export type Redelivery = "made" | "not found" | "skipped" | "in progress";

/**
 * Sends a delivery again, at once and then by the schedule from its beginning; one that a sender
 * holds is left to it.
 */
export function redeliver(store: Store, deliveryId: string, now: number): Promise<Redelivery> {
  return store.transaction(async (tx) => {
    const found = await tx
      .selectFrom("deliveries")
      .select("endpoint_id")
      .where("delivery_id", "=", deliveryId)
      .executeTakeFirst();
    if (!found || !(await lockEndpoint(store.engine, tx, found.endpoint_id))) return "not found";
    const updated = await tx
      .updateTable("deliveries")
      .set((e) => ({ ...beginAgain(e), next_attempt_at: now }))
      .where("delivery_id", "=", deliveryId)
      .where("state", "!=", "SKIPPED")
      // Of one that came to its end, the lease says nothing any more.
      .where((e) => e.or([e("state", "!=", "PENDING"), e("lease_until", "<=", now)]))
      .executeTakeFirst();
    if (updated.numUpdatedRows === 1n) return "made";
    const row = await tx
      .selectFrom("deliveries")
      .select("state")
      .where("delivery_id", "=", deliveryId)
      .executeTakeFirst();
    if (!row) return "not found";
    return row.state === "SKIPPED" ? "skipped" : "in progress";
  });
}

function beginAgain(e: ExpressionBuilder<Database, "deliveries">) {
  return {
    state: "PENDING" as const,
    scheduled_count: 0,
    next_attempt_at: e.ref("created_at"),
    completed_at: null,
    // So that an attempt that is under way cannot write over this.
    lease_token: e("lease_token", "+", 1),
    lease_until: 0,
  };
}

/** Works through what an endpoint has, a transaction a batch, and sums the counts up. */
async function inBatches<Position>(
  store: Store,
  endpointId: string,
  first: Position,
  work: (
    tx: Transaction<Database>,
    from: Position,
    endpoint: EndpointRow,
  ) => Promise<Batch<Position>>,
): Promise<number | undefined> {
  let count = 0;
  let next: Position | undefined = first;
  while (next !== undefined) {
    const from: Position = next;
    const batch: Batch<Position> | undefined = await store.transaction(async (tx) => {
      const endpoint = await lockEndpoint(store.engine, tx, endpointId);
      return endpoint && work(tx, from, endpoint);
    });
    if (!batch) return undefined;
    count += batch.count;
    next = batch.next;
    // SQLite answers without a turn of the event loop: everybody else would wait for the last batch.
    await setImmediate();
  }
  return count;
}

/** Gives the last row of a batch, where more can follow. */
function lastOf<Row>(rows: readonly Row[]): Row | undefined {
  return rows.length < BATCH ? undefined : rows.at(-1);
}
