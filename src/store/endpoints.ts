import type { Selectable } from "kysely";
import type { EndpointTable } from "./schema.ts";
import type { Queryable } from "./store.ts";

/** A row of the endpoints. */
export type EndpointRow = Selectable<EndpointTable>;

/** Inserts an endpoint; false where its request id is taken. */
export async function insertEndpoint(db: Queryable, endpoint: EndpointRow): Promise<boolean> {
  const result = await db
    .insertInto("endpoints")
    .values(endpoint)
    .onConflict((conflict) => conflict.column("request_id").doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

/** Finds an endpoint by the caller's idempotency key. */
export function findEndpointByRequestId(
  db: Queryable,
  requestId: string,
): Promise<EndpointRow | undefined> {
  return db
    .selectFrom("endpoints")
    .selectAll()
    .where("request_id", "=", requestId)
    .executeTakeFirst();
}

/** A place in a list that is ordered by time and id. */
export interface ListPosition {
  createdAt: number;
  id: string;
}

/** Lists endpoints, oldest first, after a position. */
export function listEndpoints(
  db: Queryable,
  limit: number,
  after: ListPosition | undefined,
): Promise<EndpointRow[]> {
  let query = db.selectFrom("endpoints").selectAll();
  if (after) {
    query = query.where((e) =>
      e.or([
        e("created_at", ">", after.createdAt),
        e.and([e("created_at", "=", after.createdAt), e("endpoint_id", ">", after.id)]),
      ]),
    );
  }
  return query.orderBy("created_at").orderBy("endpoint_id").limit(limit).execute();
}

/** Deletes an endpoint with its deliveries; false where there is none. */
export async function deleteEndpoint(db: Queryable, endpointId: string): Promise<boolean> {
  const result = await db
    .deleteFrom("endpoints")
    .where("endpoint_id", "=", endpointId)
    .executeTakeFirst();
  return result.numDeletedRows === 1n;
}

/** Stops sending to an endpoint, with the reason. */
export async function disableEndpoint(
  db: Queryable,
  endpointId: string,
  reason: string,
): Promise<void> {
  await db
    .updateTable("endpoints")
    .set({ state: "DISABLED", disabled_reason: reason })
    .where("endpoint_id", "=", endpointId)
    .execute();
}
