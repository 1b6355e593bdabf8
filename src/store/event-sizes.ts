import { type RawBuilder, sql } from "kysely";
import type { Queryable } from "./store.ts";

/** What one query reads of events, which can have a megabyte each. */
const MOST_BYTES_AT_ONCE = 8 * 1024 ** 2;

/** An event whose bytes are left out where it is large. */
export interface SizedEvent {
  event_id: string;
  size: number;
  event: Uint8Array | null;
}

/** Gives how large an event is. */
export const eventSize: RawBuilder<number> = sql<number>`length(event)`;

/** Gives the bytes of an event, unless it is so large that as many as `limit` were too much. */
export function eventIfSmall(limit: number): RawBuilder<Uint8Array | null> {
  const most = Math.floor(MOST_BYTES_AT_ONCE / limit);
  return sql`case when length(event) <= ${most} then event end`;
}

/** Reads the bytes that were left out. An event that was removed meanwhile is not given. */
export async function withLargeEvents<Row extends SizedEvent>(
  db: Queryable,
  rows: readonly Row[],
): Promise<(Row & { event: Uint8Array })[]> {
  const ids = rows.filter(({ event }) => event === null).map(({ event_id: id }) => id);
  const found =
    ids.length === 0
      ? []
      : await db
          .selectFrom("events")
          .select(["event_id", "event"])
          .where("event_id", "in", ids)
          .execute();
  const large = new Map(found.map(({ event_id: id, event }) => [id, event]));
  return rows.flatMap((row) => {
    const event = row.event ?? large.get(row.event_id);
    return event ? [{ ...row, event }] : [];
  });
}
