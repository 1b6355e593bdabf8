import { create, type MessageInitShape, toBinary } from "@bufbuild/protobuf";
import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import { type Event, EventSchema } from "#gen/modelwire/event/v1/event_pb.js";
import { BodyFormat } from "#gen/modelwire/webhook/v1/endpoint_pb.js";
import { insertEvent, nextSequence } from "../store/events.ts";
import type { Queryable, Store } from "../store/store.ts";
import { newId } from "./ids.ts";
import { standardBody, typeNames } from "./standard-body.ts";

/** An event without what committing it decides. */
export type EventDraft = Omit<
  MessageInitShape<typeof EventSchema>,
  "$typeName" | "eventId" | "sequence" | "time"
> & { modelName: string; type: Event["type"] };

/**
 * Commits an event, the bytes of its bodies, and a delivery for each endpoint, within the
 * transaction of what the event tells. Call {@link Store.wake} for deliveries afterwards.
 */
export async function commitEvent(
  store: Store,
  tx: Queryable,
  draft: EventDraft,
  now: number,
): Promise<Event> {
  const event = create(EventSchema, {
    ...draft,
    eventId: newId("evt"),
    sequence: await nextSequence(tx, draft.modelName),
    time: timestampFromMs(now),
  });
  await insertEvent(
    store.engine,
    tx,
    {
      eventId: event.eventId,
      modelName: event.modelName,
      sequence: event.sequence,
      type: typeNames[event.type],
      createdAt: now,
      event: toBinary(EventSchema, event),
      bodies: [
        {
          format: BodyFormat[BodyFormat.STANDARD],
          contentType: "application/json",
          body: standardBody(event),
        },
      ],
    },
    () => newId("dlv"),
  );
  return event;
}
