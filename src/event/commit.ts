import { create, type MessageInitShape, toBinary } from "@bufbuild/protobuf";
import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import { SpanKind } from "@opentelemetry/api";
import { type Event, EventSchema } from "#gen/modelwire/event/v1/event_pb.js";
import { insertEvent, nextSequence } from "../store/events.ts";
import type { Queryable, Store } from "../store/store.ts";
import { currentTraceparent, traced } from "../tracing.ts";
import { bodiesOf } from "./bodies.ts";
import { fanOut } from "./fan-out.ts";
import { newId } from "./ids.ts";
import { typeNames } from "./standard-body.ts";

/** An event without what committing it decides. */
export type EventDraft = Omit<
  MessageInitShape<typeof EventSchema>,
  "$typeName" | "eventId" | "sequence" | "time" | "traceparent"
> & { modelName: string; type: Event["type"] };

/**
 * Commits an event, the bytes of its bodies, and a delivery for each endpoint that wants it,
 * within the transaction of what the event tells. Call {@link wakeForEvents} afterwards.
 */
export function commitEvent(
  store: Store,
  tx: Queryable,
  draft: EventDraft,
  now: number,
): Promise<Event> {
  const eventId = newId("evt");
  const attributes = {
    "messaging.system": "modelwire",
    "messaging.operation.name": "commit",
    "messaging.operation.type": "create",
    "messaging.message.id": eventId,
    "modelwire.event.type": typeNames[draft.type],
  };
  return traced("commit event", { kind: SpanKind.PRODUCER, attributes }, () =>
    write(store, tx, draft, eventId, now),
  );
}

async function write(
  store: Store,
  tx: Queryable,
  draft: EventDraft,
  eventId: string,
  now: number,
): Promise<Event> {
  const traceparent = currentTraceparent();
  const event = create(EventSchema, {
    ...draft,
    eventId,
    sequence: await nextSequence(tx, draft.modelName),
    time: timestampFromMs(now),
    // What is told later, by whichever process, belongs to the same trace.
    ...(traceparent !== undefined && { traceparent }),
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
  await fanOut(store, tx, event, now);
  store.afterCommit(tx, () => store.observer.eventCommitted(typeNames[event.type]));
  return event;
}

/** Wakes whoever waits for events that were committed. */
export function wakeForEvents(store: Store): void {
  store.wake("deliveries");
  store.wake("events");
}
