import { sql } from "kysely";
import type { Engine } from "./engine.ts";
import type { Store } from "./store.ts";

/** What a request is made of. */
export interface DeliveryBody {
  contentType: string;
  body: Uint8Array;
  /** Headers that belong to these bytes. */
  headers: Record<string, string>;
}

/** The name of the body that is the event itself. */
const PROTOBUF = "PROTOBUF";

/** Tells how many bytes the bodies of events have, by event; one without a body is not in it. */
export async function bodySizes(
  { db, engine }: Store,
  format: string,
  eventIds: readonly string[],
): Promise<Map<string, number>> {
  if (eventIds.length === 0) return new Map();
  // Of the length alone neither engine reads the bytes.
  const query =
    format === PROTOBUF
      ? db
          .selectFrom("events")
          .select(["event_id", sql<number>`octet_length(event)`.as("size")])
          .where("event_id", "in", idsOf(engine, eventIds))
      : db
          .selectFrom("event_bodies")
          .select(["event_id", sql<number>`octet_length(body)`.as("size")])
          .where("event_id", "in", idsOf(engine, eventIds))
          .where("format", "=", format);
  const rows = await engine.readPrepared(query.compile());
  return new Map(rows.map((row) => [row.event_id, row.size]));
}

/** Reads the bodies of events, by event, under the name that `event_bodies.format` has. */
export async function readBodies(
  { db, engine }: Store,
  format: string,
  eventIds: readonly string[],
): Promise<Map<string, DeliveryBody>> {
  if (eventIds.length === 0) return new Map();
  if (format === PROTOBUF) {
    const events = db
      .selectFrom("events")
      .select(["event_id", "event"])
      .where("event_id", "in", idsOf(engine, eventIds));
    const rows = await engine.readPrepared(events.compile());
    const contentType = "application/protobuf";
    return new Map(
      rows.map((row) => [row.event_id, { contentType, body: row.event, headers: {} }]),
    );
  }
  const bodies = db
    .selectFrom("event_bodies")
    .select(["event_id", "content_type", "body", "headers"])
    .where("event_id", "in", idsOf(engine, eventIds))
    .where("format", "=", format);
  const rows = await engine.readPrepared(bodies.compile());
  return new Map(
    rows.map((row) => [
      row.event_id,
      { contentType: row.content_type, body: row.body, headers: JSON.parse(row.headers) },
    ]),
  );
}

function idsOf(engine: Engine, ids: readonly string[]) {
  return sql<string>`(select value ->> 0 from ${engine.rows(ids.map((id) => [id]))})`;
}
