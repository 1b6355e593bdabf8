import type { Queryable } from "./store.ts";

/** What waits to be sent to an endpoint. */
export interface Waiting {
  count: number;
  /** When the event was committed that waits longest. */
  oldestAt: number;
}

/** Counts what waits for each of some endpoints; one that nothing waits for is not in the answer. */
export async function countWaiting(
  db: Queryable,
  endpointIds: readonly string[],
): Promise<Map<string, Waiting>> {
  if (endpointIds.length === 0) return new Map();
  const rows = await db
    .selectFrom("deliveries")
    .select((e) => [
      "endpoint_id",
      e.fn.countAll().as("count"),
      e.fn.min("created_at").as("oldest_at"),
    ])
    .where("endpoint_id", "in", endpointIds)
    .where("state", "=", "PENDING")
    .groupBy("endpoint_id")
    .execute();
  // PostgreSQL's driver gives counts as text.
  return new Map(
    rows.map((row) => [
      row.endpoint_id,
      { count: Number(row.count), oldestAt: Number(row.oldest_at) },
    ]),
  );
}
