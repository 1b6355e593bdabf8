import { sql } from "kysely";
import type { Queryable } from "./store.ts";

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
  db: Queryable,
  format: string,
  eventIds: readonly string[],
): Promise<Map<string, number>> {
  if (eventIds.length === 0) return new Map();
  // Of the length alone neither engine reads the bytes.
  const rows =
    format === PROTOBUF
      ? await db
          .selectFrom("events")
          .select(["event_id", sql<number>`octet_length(event)`.as("size")])
          .where("event_id", "in", eventIds)
          .execute()
      : await db
          .selectFrom("event_bodies")
          .select(["event_id", sql<number>`octet_length(body)`.as("size")])
          .where("event_id", "in", eventIds)
          .where("format", "=", format)
          .execute();
  return new Map(rows.map((row) => [row.event_id, row.size]));
}

/** Reads the bodies of events, by event, under the name that `event_bodies.format` has. */
export async function readBodies(
  db: Queryable,
  format: string,
  eventIds: readonly string[],
): Promise<Map<string, DeliveryBody>> {
  if (eventIds.length === 0) return new Map();
  if (format === PROTOBUF) {
    const rows = await db
      .selectFrom("events")
      .select(["event_id", "event"])
      .where("event_id", "in", eventIds)
      .execute();
    const contentType = "application/protobuf";
    return new Map(
      rows.map((row) => [row.event_id, { contentType, body: row.event, headers: {} }]),
    );
  }
  const rows = await db
    .selectFrom("event_bodies")
    .select(["event_id", "content_type", "body", "headers"])
    .where("event_id", "in", eventIds)
    .where("format", "=", format)
    .execute();
  return new Map(
    rows.map((row) => [
      row.event_id,
      { contentType: row.content_type, body: row.body, headers: JSON.parse(row.headers) },
    ]),
  );
}
