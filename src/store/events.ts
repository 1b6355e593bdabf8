import type { Queryable } from "./store.ts";

/** The bytes of an event in one format. */
export interface EventBody {
  format: string;
  contentType: string;
  body: Uint8Array;
  /** Headers that come with these bytes, beside those of every request. */
  headers: Record<string, string>;
}

/** An event with its bytes in every format that is sent. */
export interface NewEvent {
  eventId: string;
  modelName: string;
  sequence: number;
  type: string;
  createdAt: number;
  event: Uint8Array;
  bodies: readonly EventBody[];
}

/**
 * Takes the next sequence number of a registered model, from 1. The row stays locked until the
 * transaction ends, so that events are committed in the order of their numbers, without a gap.
 */
export async function nextSequence(tx: Queryable, modelName: string): Promise<number> {
  const row = await tx
    .insertInto("model_sequences")
    .values({ model_name: modelName, last_sequence: 1 })
    .onConflict((conflict) =>
      conflict.column("model_name").doUpdateSet((e) => ({
        last_sequence: e("model_sequences.last_sequence", "+", 1),
      })),
    )
    .returning("last_sequence")
    .executeTakeFirstOrThrow();
  return row.last_sequence;
}

/** Inserts an event and its bodies. It gets its place in the log later. */
export async function insertEvent(tx: Queryable, event: NewEvent): Promise<void> {
  await tx
    .insertInto("events")
    .values({
      event_id: event.eventId,
      model_name: event.modelName,
      sequence: event.sequence,
      type: event.type,
      created_at: event.createdAt,
      event: event.event,
    })
    .execute();
  await tx
    .insertInto("event_bodies")
    .values(
      event.bodies.map((body) => ({
        event_id: event.eventId,
        format: body.format,
        content_type: body.contentType,
        body: body.body,
        headers: JSON.stringify(body.headers),
      })),
    )
    .execute();
}

/** Gives the number of the last event of a registered model; 0 where it has none. */
export async function lastSequence(db: Queryable, modelName: string): Promise<number> {
  const row = await db
    .selectFrom("model_sequences")
    .select("last_sequence")
    .where("model_name", "=", modelName)
    .executeTakeFirst();
  return row?.last_sequence ?? 0;
}
