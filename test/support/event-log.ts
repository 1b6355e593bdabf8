import { fromBinary } from "@bufbuild/protobuf";
import SqliteDatabase from "better-sqlite3";
import { type Event, EventSchema } from "#gen/modelwire/event/v1/event_pb.js";

/** Reads all events of a SQLite database, in the order in which they were committed. */
export function readEvents(databaseUrl: string): Event[] {
  const db = new SqliteDatabase(databaseUrl.slice("sqlite:".length), { readonly: true });
  try {
    const rows = db.prepare("select event from events order by rowid").all();
    return (rows as { event: Uint8Array }[]).map(({ event }) => fromBinary(EventSchema, event));
  } finally {
    db.close();
  }
}
