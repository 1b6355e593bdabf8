import type { Batch } from "./catalog-lists.ts";
import type { AttemptRow, DeliveryRow } from "./deliveries.ts";
import type { ListPosition } from "./endpoints.ts";
import { firstWithin } from "./first-within.ts";
import type { Queryable } from "./store.ts";

/** So many attempts are read at once: each has an excerpt of an answer. */
const MOST_ATTEMPTS = 1000;

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

/**
 * Reads deliveries with their attempts, newest first, after a position: at most `limit`, in batches
 * that have not too many attempts.
 */
export async function* readDeliveries(
  db: Queryable,
  filter: DeliveryFilter,
  limit: number,
  after: ListPosition | undefined,
): AsyncGenerator<Batch<DeliveryWithAttempts, ListPosition>> {
  let rest = await findDeliveries(db, filter, limit, after);
  do {
    const first = firstWithin(rest, MOST_ATTEMPTS, (row) => row.attempt_count);
    rest = rest.slice(first.length);
    const read = await withAttempts(db, first);
    const rows = read.map((row) => ({ row, position: positionOf(row) }));
    yield { rows, next: rest.length > 0 ? rows.at(-1)?.position : undefined };
  } while (rest.length > 0);
}

function positionOf({ delivery }: DeliveryWithAttempts): ListPosition {
  return { createdAt: delivery.created_at, id: delivery.delivery_id };
}

function findDeliveries(
  db: Queryable,
  filter: DeliveryFilter,
  limit: number,
  after: ListPosition | undefined,
): Promise<DeliveryRow[]> {
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
  return query.orderBy("created_at", "desc").orderBy("delivery_id", "desc").limit(limit).execute();
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
