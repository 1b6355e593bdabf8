import type { Engine } from "./engine.ts";
import type { Queryable } from "./store.ts";

/** An event with its bytes in every format that is sent. */
export interface NewEvent {
  eventId: string;
  modelName: string;
  sequence: number;
  type: string;
  createdAt: number;
  event: Uint8Array;
  bodies: readonly { format: string; contentType: string; body: Uint8Array }[];
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

/** Inserts an event, its bodies, and a pending delivery for each enabled or disabled endpoint. */
export async function insertEvent(
  engine: Engine,
  tx: Queryable,
  event: NewEvent,
  newDeliveryId: () => string,
): Promise<void> {
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
      })),
    )
    .execute();
  // A disabled endpoint is among them: its events wait, none is dropped.
  // They are kept from being deleted meanwhile, which would fail the registration.
  const endpoints = await engine
    .keepRows(tx.selectFrom("endpoints").select("endpoint_id"))
    .execute();
  if (endpoints.length === 0) return;
  await tx
    .insertInto("deliveries")
    .values(
      endpoints.map(({ endpoint_id }) => ({
        delivery_id: newDeliveryId(),
        event_id: event.eventId,
        endpoint_id,
        model_name: event.modelName,
        state: "PENDING" as const,
        attempt_count: 0,
        next_attempt_at: event.createdAt,
        lease_token: 0,
        lease_until: 0,
        created_at: event.createdAt,
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
