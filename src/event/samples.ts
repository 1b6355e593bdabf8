import {
  type DescField,
  type DescMessage,
  fromJson,
  type JsonObject,
  type JsonValue,
  ScalarType,
} from "@bufbuild/protobuf";
import {
  type Event,
  EventSchema,
  EventType,
  EventTypeSchema,
} from "#gen/modelwire/event/v1/event_pb.js";

/** Makes an event of a type; what it tells is in the field that is named like the type. */
function sampleEvent(type: string, payload: string): Event {
  const json: JsonObject = {};
  for (const field of EventSchema.fields) {
    const isPayload = EventTypeSchema.values.some(
      ({ localName }) => localName.toLowerCase() === field.name,
    );
    if (!isPayload || field.name === payload) json[field.name] = fieldSample(field);
  }
  return fromJson(EventSchema, { ...json, type });
}

/** What ProtoJSON writes in a form of its own; JSON of any type stands for what may be any JSON. */
const ownForms: Record<string, JsonValue> = {
  "google.protobuf.Timestamp": "2026-11-24T18:30:00.250Z",
  "google.protobuf.Duration": "1.5s",
  "google.protobuf.Struct": { text: "text", number: 1.5, flag: true, list: [1], object: { a: 1 } },
  "google.protobuf.Value": "text",
};

function messageSample(desc: DescMessage): JsonValue {
  const ownForm = ownForms[desc.typeName];
  if (ownForm !== undefined) return ownForm;
  // Of a oneof only one can be set.
  const fields = desc.fields.filter((field) => !field.oneof || field.oneof.fields[0] === field);
  return Object.fromEntries(fields.map((field) => [field.name, fieldSample(field)]));
}

function fieldSample(field: DescField): JsonValue {
  switch (field.fieldKind) {
    case "list":
      return [elementSample(field.listKind, field)];
    case "map":
      return { team: elementSample(field.mapKind, field) };
    default:
      return elementSample(field.fieldKind, field);
  }
}

function elementSample(kind: "scalar" | "enum" | "message", field: DescField): JsonValue {
  if (kind === "message" && field.message) return messageSample(field.message);
  if (kind === "enum" && field.enum) return field.enum.values[1]?.name ?? 0;
  switch (field.scalar) {
    case ScalarType.STRING:
      return field.name;
    case ScalarType.BOOL:
      return true;
    default:
      return 1;
  }
}

/** One event of every type, with every field of what it tells set. */
export const sampleEvents: readonly Event[] = EventTypeSchema.values
  .filter(({ number }) => number !== EventType.UNSPECIFIED)
  .map(({ name, localName }) => sampleEvent(name, localName.toLowerCase()));
