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
  [EventType.VERSION_OBSERVED]: "modelwire.version.observed",
  [EventType.ALIAS_CHANGED]: "modelwire.alias.changed",
  [EventType.TAGS_CHANGED]: "modelwire.tags.changed",
  [EventType.DESCRIPTION_CHANGED]: "modelwire.description.changed",
  [EventType.STAGE_CHANGED]: "modelwire.stage.changed",
  [EventType.VERSION_DELETED]: "modelwire.version.deleted",
  [EventType.MODEL_RENAMED]: "modelwire.model.renamed",
  [EventType.MODEL_DELETED]: "modelwire.model.deleted",
  [EventType.ENDPOINT_TEST]: "modelwire.endpoint.test",
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
    subject: subjectOf(event),
    // CloudEvents' extension for distributed tracing.
    ...(event.traceparent !== undefined && { traceparent: event.traceparent }),
    data: toJson(EventSchema, event),
  };
  return Buffer.from(JSON.stringify(body));
}

/** Names the version that an event is about, as `name/version`, or the registered model. */
export function subjectOf(event: Event): string {
  const version =
    event.modelRegistered?.registration?.version ??
    event.versionObserved?.modelVersion?.version ??
    event.aliasChanged?.version ??
    event.tagsChanged?.version ??
    event.descriptionChanged?.version ??
    event.stageChanged?.version ??
    event.versionDeleted?.version;
  return version === undefined ? event.modelName : `${event.modelName}/${version}`;
}
