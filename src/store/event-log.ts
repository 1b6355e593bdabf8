import { sql, type Transaction } from "kysely";
import type { Database } from "./schema.ts";
import type { Store } from "./store.ts";

const BATCH = 1000;

/** How far the log of events goes. */
export interface LogState {
  /** Says which log it is. */
  logId: string;
  /** The last place that was given; 0 where none was. */
  lastPosition: number;
  /** Up to this place, events are not kept any more. */
  expiredPosition: number;
}

/**
 * Gives each committed event that has none a place in the log, and tells how far the log goes then.
 * Places grow by 1; events of one registered model come in the order of their sequence, and
 * otherwise by `created_at`, as far as they are seen together. Where all have a place, nothing is
 * written.
 */
export async function placeEvents(store: Store): Promise<LogState> {
  for (;;) {
    const { unplaced, ...state } = await readLog(store);
    if (!unplaced) return state;
    await store.transaction(placeBatch);
  }
}

async function readLog(store: Store): Promise<LogState & { unplaced: boolean }> {
  const query = sql<{
    log_id: string;
    last_position: number;
    expired_position: number;
    unplaced: boolean | number;
  }>`select log_id, last_position, expired_position,
      exists (select 1 from events where position is null) as unplaced
    from event_log where id = 1`.compile(store.engine.db);
  const [row] = await store.engine.readPrepared(query);
  if (!row) throw new Error("the table event_log has no row");
  return {
    logId: row.log_id,
    lastPosition: row.last_position,
    expiredPosition: row.expired_position,
    unplaced: Boolean(row.unplaced),
  };
}

async function placeBatch(tx: Transaction<Database>): Promise<void> {
  // The lock of the row lets one process number events at a time. It comes first, so that what is
  // read behind it is all that the one before has left.
  const log = await tx
    .updateTable("event_log")
    .set((e) => ({ last_position: e.ref("last_position") }))
    .where("id", "=", 1)
    .returning(["last_position", "last_log_time"])
    .executeTakeFirstOrThrow();
  // A model's events are seen in the order of their sequence, since each holds the counter until it
  // is committed. In this order no batch has one of them without those before it.
  const rows = await tx
    .selectFrom("events")
    .select(["event_id", "model_name", "created_at"])
    .where("position", "is", null)
    .orderBy("model_name")
    .orderBy("sequence")
    .limit(BATCH)
    .execute();
  const placed = inLogOrder(rows, log.last_position, log.last_log_time);
  const last = placed.at(-1);
  if (!last) return;
  const values = placed.map(
    ({ eventId, position, logTime }) =>
      sql`(${eventId}, cast(${position} as bigint), cast(${logTime} as bigint))`,
  );
  await sql`with placed (event_id, position, log_time) as (values ${sql.join(values)})
    update events set position = placed.position, log_time = placed.log_time
    from placed where events.event_id = placed.event_id`.execute(tx);
  await tx
    .updateTable("event_log")
    .set({ last_position: last.position, last_log_time: last.logTime })
    .where("id", "=", 1)
    .execute();
}

interface UnplacedEvent {
  event_id: string;
  model_name: string;
  created_at: number;
}

/** Numbers events that come by model and sequence: by time, but none before its predecessor. */
function inLogOrder(rows: readonly UnplacedEvent[], lastPosition: number, lastLogTime: number) {
  const times = new Map<string, number>();
  const timed = rows.map(({ event_id: eventId, model_name: model, created_at: createdAt }) => {
    const time = Math.max(createdAt, times.get(model) ?? 0);
    times.set(model, time);
    return { eventId, time };
  });
  let logTime = lastLogTime;
  // Sorting is stable: what has the same time stays in the order of its sequence.
  return timed
    .toSorted((a, b) => a.time - b.time)
    .map(({ eventId, time }, index) => {
      logTime = Math.max(logTime, time);
      return { eventId, position: lastPosition + index + 1, logTime };
    });
}
