import { type SelectQueryBuilder, sql } from "kysely";
import { eventIfSmall, eventSize, type SizedEvent, withLargeEvents } from "./event-sizes.ts";
import { firstWithin } from "./first-within.ts";
import type { Database } from "./schema.ts";
import type { Queryable, Store } from "./store.ts";

/** An event that has its place in the log. */
export interface PlacedEventRow {
  position: number;
  model_name: string;
  type: string;
  created_at: number;
  /** modelwire.event.v1.Event. */
  event: Uint8Array;
}

/** Which events are wanted. */
export interface EventConditions {
  modelName: string | undefined;
  /** Names of types; empty for any. */
  types: readonly string[];
  /** The earliest `created_at`. */
  createdFrom: number | undefined;
}

/** A part of the log. */
export interface LogRange {
  /** The place before the first. */
  after: number;
  /** The last place: one that was given already. */
  until: number;
  limit: number;
  /** One event is read, however large it is. */
  mostBytes: number;
}

/** Events of a part of the log. */
export interface PlacedEvents {
  rows: PlacedEventRow[];
  /** Whether these are all. */
  isAll: boolean;
}

type SizedRow = Omit<PlacedEventRow, "event"> & SizedEvent;
type PlacedQuery = SelectQueryBuilder<Database, "events", SizedRow>;

/** Reads events in the order of the log, up to a number and a size of them together. */
export async function readPlacedEvents(
  { engine }: Store,
  conditions: EventConditions,
  range: LogRange,
): Promise<PlacedEvents> {
  // One more than is wanted tells whether there are more.
  const query = placedEvents(engine.db, conditions, { ...range, limit: range.limit + 1 });
  const found = await engine.readPrepared(query.compile());
  const wanted = found.slice(0, range.limit);
  const first = firstWithin(wanted, range.mostBytes, ({ size }) => size);
  const rows = await withLargeEvents(engine.db, first);
  return { rows, isAll: rows.length === found.length };
}

function placedEvents(
  db: Queryable,
  { modelName, types, createdFrom }: EventConditions,
  { after, until, limit }: LogRange,
): PlacedQuery {
  const all = db
    .selectFrom("events")
    .select(["event_id", "position", "model_name", "type", "created_at"])
    .select([eventSize.as("size"), eventIfSmall(limit).as("event")])
    .$narrowType<{ position: number }>()
    .where("position", ">", after)
    .where("position", "<=", until)
    .$if(createdFrom !== undefined, (q) => q.where("created_at", ">=", createdFrom ?? 0))
    .orderBy("position")
    .limit(limit);
  if (modelName !== undefined) {
    const ofModel = all.where("model_name", "=", modelName);
    return types.length > 0 ? ofModel.where("type", "in", types) : ofModel;
  }
  // One index serves one type in order: several are merged.
  const [first, ...rest] = types.map((type) =>
    db.selectFrom(all.where("type", "=", type).as("of_type")).selectAll(),
  );
  if (!first) return all;
  if (rest.length === 0) return all.where("type", "=", types[0] ?? "");
  const merged = rest.reduce((union, one) => union.unionAll(one), first);
  return db
    .selectFrom(merged.as("events"))
    .select(["event_id", "position", "model_name", "type", "created_at", "size", "event"])
    .orderBy("position")
    .limit(limit) as PlacedQuery;
}

/** Gives the place before the first event that was committed at a time or later, if there is one. */
export async function placeBefore(store: Store, timeMs: number): Promise<number | undefined> {
  // The first whose `log_time` is that late is the first whose `created_at` is.
  const query = sql<{ position: number }>`select position from events
    where log_time >= ${timeMs} and position is not null
    order by log_time, position limit 1`.compile(store.engine.db);
  const [row] = await store.engine.readPrepared(query);
  return row && row.position - 1;
}

/** Gives the place up to which events are not kept any more. */
export async function expiredPosition({ engine }: Store): Promise<number> {
  const query = engine.db.selectFrom("event_log").select("expired_position").where("id", "=", 1);
  const [row] = await engine.readPrepared(query.compile());
  return row?.expired_position ?? 0;
}

/** Finds the bytes of an event, modelwire.event.v1.Event, whether it has a place yet or not. */
export async function findEvent(db: Queryable, eventId: string): Promise<Uint8Array | undefined> {
  const row = await db
    .selectFrom("events")
    .select("event")
    .where("event_id", "=", eventId)
    .executeTakeFirst();
  return row?.event;
}
