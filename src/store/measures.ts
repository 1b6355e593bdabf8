import { sql } from "kysely";
import type { Queryable } from "./store.ts";

/** Of one endpoint, and of the registrations, no more are counted: counting must not take long. */
export const MOST_COUNTED = 10_000;

/** What waits for the endpoints of a state. */
export interface QueueMeasure {
  state: string;
  endpoints: number;
  /** Of them, those whose last attempt failed. */
  failing: number;
  /** Deliveries that wait; of each endpoint {@link MOST_COUNTED} at most. */
  waiting: number;
  /** When the event was committed that waits longest; null where none waits. */
  oldestAt: number | null;
  /** Since when the one fails that fails longest; null where none does. */
  failingSince: number | null;
}

/**
 * Measures what waits for endpoints, by their state. A look at the index for each, whatever waits.
 */
export async function measureQueues(db: Queryable): Promise<QueueMeasure[]> {
  const { rows } = await sql<Record<string, string | number | null>>`
    select state, count(*) as endpoints, sum(waiting) as waiting, min(oldest_at) as oldest_at,
      count(failing_since) as failing, min(failing_since) as failing_since
    from (select state, failing_since,
      (select count(*) from (select 1 from deliveries
        where deliveries.endpoint_id = endpoints.endpoint_id and deliveries.state = 'PENDING'
        limit ${MOST_COUNTED}) as counted) as waiting,
      (select min(created_at) from deliveries
        where deliveries.endpoint_id = endpoints.endpoint_id
          and deliveries.state = 'PENDING') as oldest_at
      from endpoints) as queues
    group by state`.execute(db);
  return rows.map((row) => ({
    state: String(row.state),
    endpoints: Number(row.endpoints),
    failing: Number(row.failing),
    waiting: Number(row.waiting),
    oldestAt: numberOrNull(row.oldest_at),
    failingSince: numberOrNull(row.failing_since),
  }));
}

/** Measures the registrations that are under way: how many, and when the oldest was accepted. */
export async function measureRegistrations(
  db: Queryable,
): Promise<{ pending: number; oldestAt: number | null }> {
  const { rows } = await sql<{ pending: number | string; oldest_at: number | string | null }>`
    select count(*) as pending, min(created_at) as oldest_at
    from (select created_at from registrations where state = 'PENDING'
      order by lease_until limit ${MOST_COUNTED}) as pending`.execute(db);
  const [row] = rows;
  return { pending: Number(row?.pending), oldestAt: numberOrNull(row?.oldest_at) };
}

function numberOrNull(value: number | string | null | undefined): number | null {
  return value === null || value === undefined ? null : Number(value);
}
