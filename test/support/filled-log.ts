import { create, toBinary } from "@bufbuild/protobuf";
import { EventSchema, EventType } from "#gen/modelwire/event/v1/event_pb.js";
import { newId } from "../../src/event/ids.ts";
import { placeEvents } from "../../src/store/event-log.ts";
import type { Store } from "../../src/store/store.ts";
import { NOW } from "./stores.ts";

/** What was read of a database. */
export interface ReadCount {
  reads: number;
  events: number;
  /** The bytes of the events of the read that had the most. */
  mostBytes: number;
}

/** Counts what is read of the database. */
export function counting(store: Store): { store: Store; count: ReadCount } {
  const count = { reads: 0, events: 0, mostBytes: 0 };
  const readPrepared: Store["engine"]["readPrepared"] = async (query) => {
    const rows = await store.engine.readPrepared(query);
    count.reads += 1;
    if (query.sql.includes('"event"')) {
      count.events += rows.length;
      const sizes = rows.map((row) => (row as { event: Uint8Array | null }).event?.length ?? 0);
      const bytes = sizes.reduce((sum, size) => sum + size, 0);
      count.mostBytes = Math.max(count.mostBytes, bytes);
    }
    return rows;
  };
  return { store: { ...store, engine: { ...store.engine, readPrepared } }, count };
}

/** Commits events of such sizes at once, a millisecond apart, and gives their ids. */
export async function fill(
  store: Store,
  sizesBytes: readonly number[],
  modelName = "large",
): Promise<string[]> {
  const rows = sizesBytes.map((sizeBytes, i) => {
    const eventId = newId("evt");
    const event = create(EventSchema, {
      eventId,
      modelName,
      sequence: i + 1,
      type: EventType.DESCRIPTION_CHANGED,
      descriptionChanged: { description: "x".repeat(sizeBytes) },
    });
    return {
      event_id: eventId,
      model_name: modelName,
      sequence: i + 1,
      type: "modelwire.description.changed",
      created_at: NOW + i,
      event: toBinary(EventSchema, event),
    };
  });
  await store.transaction(async (tx) => {
    for (let i = 0; i < rows.length; i += 500) {
      await tx
        .insertInto("events")
        .values(rows.slice(i, i + 500))
        .execute();
    }
  });
  await placeEvents(store);
  return rows.map(({ event_id: id }) => id);
}
