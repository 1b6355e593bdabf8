import { sql } from "kysely";
import type { Queryable } from "./store.ts";

/**
 * The state of what waits, as a part of the text of a query: SQLite takes an index of a part of a
 * table only where it sees that it has all that is asked for.
 */
export const PENDING = sql.lit<"PENDING">("PENDING");

/** The delivery of a registered model that all later ones of it wait for. */
export interface PendingHead {
  deliveryId: string;
  modelName: string;
  sequence: number;
}

/**
 * Lists what may be sent next to an ordered endpoint: of each registered model the pending delivery
 * with the least sequence, where that is due and nobody holds it. It goes from model to model in
 * the index, so that what waits behind a head costs nothing.
 */
export async function listHeads(
  db: Queryable,
  endpointId: string,
  now: number,
  limit: number,
): Promise<PendingHead[]> {
  const { rows } = await sql<{ delivery_id: string; model_name: string; sequence: number }>`
    with recursive waiting(model_name) as (
      select (select min(model_name) from deliveries
        where endpoint_id = ${endpointId} and state = 'PENDING')
      union all
      select (select min(next.model_name) from deliveries next
        where next.endpoint_id = ${endpointId} and next.state = 'PENDING'
          and next.model_name > waiting.model_name)
      from waiting where waiting.model_name is not null
    )
    select head.delivery_id, head.model_name, head.sequence
    from waiting join deliveries head
      on head.endpoint_id = ${endpointId} and head.model_name = waiting.model_name
        and head.state = 'PENDING'
        and head.sequence = (select min(first.sequence) from deliveries first
          where first.endpoint_id = ${endpointId} and first.model_name = waiting.model_name
            and first.state = 'PENDING')
    where head.next_attempt_at <= ${now} and head.lease_until <= ${now}
      and not exists (select 1 from deliveries held
        where held.endpoint_id = ${endpointId} and held.model_name = waiting.model_name
          and held.state = 'PENDING' and held.lease_until > ${now})
    order by head.next_attempt_at limit ${limit}`.execute(db);
  return rows.map((row) => ({
    deliveryId: row.delivery_id,
    modelName: row.model_name,
    sequence: row.sequence,
  }));
}

/** Lists what waits behind a head and can be sent after it without a pause, in order. */
export async function listFollowers(
  db: Queryable,
  endpointId: string,
  head: PendingHead,
  now: number,
  limit: number,
): Promise<string[]> {
  if (limit <= 0) return [];
  const rows = await db
    .selectFrom("deliveries")
    .select(["delivery_id", "next_attempt_at", "lease_until"])
    .where("endpoint_id", "=", endpointId)
    .where("model_name", "=", head.modelName)
    .where("state", "=", PENDING)
    .where("sequence", ">", head.sequence)
    .orderBy("sequence")
    .limit(limit)
    .execute();
  const end = rows.findIndex((row) => row.next_attempt_at > now || row.lease_until > now);
  return (end < 0 ? rows : rows.slice(0, end)).map((row) => row.delivery_id);
}
