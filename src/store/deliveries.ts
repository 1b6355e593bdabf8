import { type Selectable, sql } from "kysely";
import type { AttemptTable, DeliveryTable } from "./delivery-tables.ts";
import type { Queryable, Store } from "./store.ts";

/** A row of the deliveries. */
export type DeliveryRow = Selectable<DeliveryTable>;
/** A row of the attempts. */
export type AttemptRow = Selectable<AttemptTable>;

/** A delivery to make. */
export interface NewDelivery {
  deliveryId: string;
  eventId: string;
  endpointId: string;
  modelName: string;
  sequence: number;
  type: string;
  createdAt: number;
  /** Why it is not sent; undefined where it is. */
  skippedReason: string | undefined;
}

/** Makes deliveries, however many, which are due at once, within a transaction. */
export async function insertDeliveries(
  store: Pick<Store, "engine" | "observer" | "afterCommit">,
  tx: Queryable,
  deliveries: readonly NewDelivery[],
): Promise<void> {
  if (deliveries.length === 0) return;
  const rows = deliveries.map((one) => [
    one.deliveryId,
    one.eventId,
    one.endpointId,
    one.modelName,
    one.sequence,
    one.type,
    one.skippedReason === undefined ? "PENDING" : "SKIPPED",
    one.skippedReason ?? null,
    one.createdAt,
    one.skippedReason === undefined ? null : one.createdAt,
  ]);
  await sql`insert into deliveries (delivery_id, event_id, endpoint_id, model_name, sequence, type,
      state, skipped_reason, created_at, next_attempt_at, completed_at, attempt_count,
      scheduled_count, lease_token, lease_until)
    select value ->> 0, value ->> 1, value ->> 2, value ->> 3, cast(value ->> 4 as bigint),
      value ->> 5, value ->> 6, value ->> 7, cast(value ->> 8 as bigint),
      cast(value ->> 8 as bigint), cast(value ->> 9 as bigint), 0, 0, 0, 0
    from ${store.engine.rows(rows)}`.execute(tx);
  const skipped = deliveries.filter((one) => one.skippedReason !== undefined);
  store.afterCommit(tx, () => {
    for (const _ of skipped) store.observer.deliverySkipped();
  });
}
