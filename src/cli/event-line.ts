import { type Event, EventSchema, EventType } from "#gen/modelwire/event/v1/event_pb.js";
import { subjectOf, typeNames } from "../event/standard-body.ts";
import { eventDetail } from "./event-text.ts";
import { dim, plain, print, printJson, time } from "./output.ts";

/** Prints an event: as ProtoJSON, or for people: when, what, about what, sequence, id. */
export function printEvent(event: Event, json: boolean | undefined): void {
  if (json) printJson(EventSchema, event);
  else print(eventLine(event, time(event.time)));
}

/** Shows an event on a line: when, what, about what, sequence, id. */
export function eventLine(event: Event, when: string): string {
  const detail = eventDetail(event);
  return [
    dim(when),
    eventType(event),
    plain(subjectOf(event)),
    ...(detail ? [plain(detail)] : []),
    `sequence ${event.sequence}`,
    dim(plain(event.eventId)),
  ].join("  ");
}

/** Names the type of an event; one that this version does not know by its number. */
export function eventType({ type }: Pick<Event, "type">): string {
  return typeNames[type] ?? `type ${type}`;
}

/** The types that events of a log can have, by the names that the command takes. */
export const eventTypes: Record<string, EventType> = Object.fromEntries(
  Object.entries(typeNames).flatMap(([type, name]) => {
    const inLog = ![EventType.UNSPECIFIED, EventType.ENDPOINT_TEST].includes(Number(type));
    return inLog ? [[name.replace("modelwire.", ""), Number(type) as EventType]] : [];
  }),
);
