import { sql } from "kysely";
import type { Queryable } from "./store.ts";

/** An enabled endpoint, and what waits for it. */
export interface EndpointQueue {
  endpointId: string;
  /** Whether a delivery is due that nobody holds. */
  due: boolean;
  /** When the next falls due that is not yet; undefined where none does. */
  nextAt: number | undefined;
}

/**
 * Lists the enabled endpoints with what waits for them: two looks at the index for each, however
 * much waits, and none at what waits for a paused or disabled one.
 */
export async function listQueues(db: Queryable, now: number): Promise<EndpointQueue[]> {
  const { rows } = await sql<{ endpoint_id: string; due: string | null; next_at: number | null }>`
    select endpoint_id,
      (select delivery_id from deliveries
        where deliveries.endpoint_id = endpoints.endpoint_id and deliveries.state = 'PENDING'
          and next_attempt_at <= ${now} and lease_until <= ${now} limit 1) as due,
      (select min(next_attempt_at) from deliveries
        where deliveries.endpoint_id = endpoints.endpoint_id and deliveries.state = 'PENDING'
          and next_attempt_at > ${now}) as next_at
    from endpoints where endpoints.state = 'ENABLED'`.execute(db);
  return rows.map((row) => ({
    endpointId: row.endpoint_id,
    due: row.due !== null,
    nextAt: row.next_at ?? undefined,
  }));
}
