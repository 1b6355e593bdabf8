import type { Selectable, Updateable } from "kysely";
import type { EndpointTable } from "./delivery-tables.ts";
import type { Engine } from "./engine.ts";
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

/** What decides whether an event is sent to an endpoint. */
export type EndpointTarget = Pick<
  EndpointRow,
  "endpoint_id" | "format" | "payload_version" | "filter"
>;

/**
 * Lists what every endpoint is sent, also a paused or disabled one, whose events wait. They are
 * kept from being deleted until the transaction ends, which would fail a registration.
 */
export function keepTargets(engine: Engine, tx: Queryable): Promise<EndpointTarget[]> {
  return engine
    .keepRows(
      tx.selectFrom("endpoints").select(["endpoint_id", "format", "payload_version", "filter"]),
    )
    .execute();
}

/**
 * Waits until no event is being committed that goes by what the endpoints were: from then on, each
 * goes by what they are now.
 */
export function targetsHold(engine: Engine): Promise<void> {
  return engine.keepersEnded("endpoints");
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

/** Changes an endpoint and gives it as it is then; undefined where there is none. */
export function updateEndpoint(
  db: Queryable,
  endpointId: string,
  change: Updateable<EndpointTable>,
): Promise<EndpointRow | undefined> {
  return db
    .updateTable("endpoints")
    .set(change)
    .where("endpoint_id", "=", endpointId)
    .returningAll()
    .executeTakeFirst();
}

/**
 * Gets an endpoint that nobody else changes or deletes until the transaction ends; undefined where
 * there is none. Take it before its deliveries, as a deletion does: then none waits for the other.
 */
export function lockEndpoint(
  engine: Engine,
  tx: Queryable,
  endpointId: string,
): Promise<EndpointRow | undefined> {
  return engine
    .lockRows(tx.selectFrom("endpoints").selectAll().where("endpoint_id", "=", endpointId))
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
