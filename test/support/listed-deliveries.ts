import {
  type DeliveryFilter,
  type DeliveryWithAttempts,
  readDeliveries,
} from "../../src/store/delivery-lists.ts";
import type { ListPosition } from "../../src/store/endpoints.ts";
import type { Queryable } from "../../src/store/store.ts";

/** Lists deliveries with their attempts, newest first, after a position. */
export async function listDeliveries(
  db: Queryable,
  filter: DeliveryFilter,
  limit: number,
  after: ListPosition | undefined,
): Promise<DeliveryWithAttempts[]> {
  const batches = await Array.fromAsync(readDeliveries(db, filter, limit, after));
  return batches.flatMap(({ rows }) => rows.map(({ row }) => row));
}
