import type { Selectable } from "kysely";
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

/** Makes deliveries, which are due at once, within a transaction. */
export async function insertDeliveries(
  store: Pick<Store, "observer" | "afterCommit">,
  tx: Queryable,
  deliveries: readonly NewDelivery[],
): Promise<void> {
  if (deliveries.length === 0) return;
  await tx
    .insertInto("deliveries")
    .values(
      deliveries.map((one) => ({
        delivery_id: one.deliveryId,
        event_id: one.eventId,
        endpoint_id: one.endpointId,
        model_name: one.modelName,
        sequence: one.sequence,
        type: one.type,
        state: one.skippedReason === undefined ? ("PENDING" as const) : ("SKIPPED" as const),
        skipped_reason: one.skippedReason ?? null,
        attempt_count: 0,
        scheduled_count: 0,
        next_attempt_at: one.createdAt,
        lease_token: 0,
        lease_until: 0,
        created_at: one.createdAt,
        completed_at: one.skippedReason === undefined ? null : one.createdAt,
      })),
    )
    .execute();
  const skipped = deliveries.filter((one) => one.skippedReason !== undefined);
  store.afterCommit(tx, () => {
    for (const _ of skipped) store.observer.deliverySkipped();
  });
}
