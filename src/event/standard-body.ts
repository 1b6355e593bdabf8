import { toJson } from "@bufbuild/protobuf";
import { timestampDate } from "@bufbuild/protobuf/wkt";
import { type Event, EventSchema, EventType } from "#gen/modelwire/event/v1/event_pb.js";

/**
 * The name of an event's type, as `type` of a Standard Webhooks body and of a CloudEvent has it.
 * A table, so that a new type does not build without a name.
 */
export const typeNames: Record<EventType, string> = {
  [EventType.UNSPECIFIED]: "modelwire.unspecified",
  [EventType.MODEL_REGISTERED]: "modelwire.model.registered",
};

/**
 * Writes the body of BODY_FORMAT_STANDARD: Standard Webhooks 1.0.0 (`type`, `timestamp`, `data`)
 * and CloudEvents 1.0 (structured JSON) at once, with the ProtoJSON of the event as `data`.
 */
export function standardBody(event: Event): Uint8Array {
  const time = (event.time ? timestampDate(event.time) : new Date(0)).toISOString();
  const body = {
    specversion: "1.0",
    id: event.eventId,
    source: "urn:modelwire",
    type: typeNames[event.type],
    time,
    timestamp: time,
    dataschema: "urn:modelwire:schema:modelwire.event.v1.Event",
    datacontenttype: "application/json",
    subject: event.modelRegistered?.registration?.modelId ?? event.modelName,
    data: toJson(EventSchema, event),
  };
  return Buffer.from(JSON.stringify(body));
}
