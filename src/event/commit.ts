import { create, type MessageInitShape, toBinary } from "@bufbuild/protobuf";
import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import { type Event, EventSchema } from "#gen/modelwire/event/v1/event_pb.js";
import { insertEvent, nextSequence } from "../store/events.ts";
import type { Queryable, Store } from "../store/store.ts";
import { bodiesOf } from "./bodies.ts";
import { fanOut } from "./fan-out.ts";
import { newId } from "./ids.ts";
import { typeNames } from "./standard-body.ts";

/** An event without what committing it decides. */
export type EventDraft = Omit<
  MessageInitShape<typeof EventSchema>,
  "$typeName" | "eventId" | "sequence" | "time"
> & { modelName: string; type: Event["type"] };

/**
 * Commits an event, the bytes of its bodies, and a delivery for each endpoint that wants it,
 * within the transaction of what the event tells. Call {@link wakeForEvents} afterwards.
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
  await insertEvent(tx, {
    eventId: event.eventId,
    modelName: event.modelName,
    sequence: event.sequence,
    type: typeNames[event.type],
    createdAt: now,
    event: toBinary(EventSchema, event),
    bodies: bodiesOf(event),
  });
  await fanOut(store.engine, tx, event, now);
  return event;
}

/** Wakes whoever waits for events that were committed. */
export function wakeForEvents(store: Store): void {
  store.wake("deliveries");
  store.wake("events");
}
