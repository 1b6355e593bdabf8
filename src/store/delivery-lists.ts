import type { AttemptRow, DeliveryRow } from "./deliveries.ts";
import type { ListPosition } from "./endpoints.ts";
import type { Queryable } from "./store.ts";

/** Which deliveries to list. */
export interface DeliveryFilter {
  endpointId: string | undefined;
  eventId: string | undefined;
  state: DeliveryRow["state"] | undefined;
  modelName?: string | undefined;
}

/** A delivery with its attempts, oldest first. */
export interface DeliveryWithAttempts {
  delivery: DeliveryRow;
  attempts: AttemptRow[];
}

/** Lists deliveries with their attempts, newest first, after a position. */
export async function listDeliveries(
  db: Queryable,
  filter: DeliveryFilter,
  limit: number,
  after: ListPosition | undefined,
): Promise<DeliveryWithAttempts[]> {
  let query = db.selectFrom("deliveries").selectAll();
  if (filter.endpointId !== undefined) query = query.where("endpoint_id", "=", filter.endpointId);
  if (filter.eventId !== undefined) query = query.where("event_id", "=", filter.eventId);
  if (filter.state !== undefined) query = query.where("state", "=", filter.state);
  if (filter.modelName !== undefined) query = query.where("model_name", "=", filter.modelName);
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
  return withAttempts(db, deliveries);
}

/** Gets a delivery with its attempts; undefined where there is none. */
export async function getDelivery(
  db: Queryable,
  deliveryId: string,
): Promise<DeliveryWithAttempts | undefined> {
  const rows = await db
    .selectFrom("deliveries")
    .selectAll()
    .where("delivery_id", "=", deliveryId)
    .execute();
  return (await withAttempts(db, rows))[0];
}

async function withAttempts(
  db: Queryable,
  deliveries: readonly DeliveryRow[],
): Promise<DeliveryWithAttempts[]> {
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
