import {
  type DescField,
  type DescMessage,
  type DescOneof,
  type JsonObject,
  type JsonValue,
  ScalarType,
} from "@bufbuild/protobuf";

/** Is where a message is filled: the messages around it, and which members of oneofs it takes. */
interface Place {
  around: DescMessage[];
  /** Counts the siblings of a message, so that together they take every member of a oneof. */
  variant: number;
}

/** How often a message may be within itself. */
const maxNesting = 2;

/**
 * Makes the ProtoJSON of a message with every field set to a value that is not its default, always
 * the same one. Of a oneof one member is set; where messages are repeated, they take turns, so that
 * each member is there.
 */
export function filled(message: DescMessage): JsonObject {
  return fillFields(message, { around: [], variant: 0 });
}

/** What ProtoJSON writes in a form of its own. */
const ownForms: Record<string, (number: number) => JsonValue> = {
  "google.protobuf.Timestamp": (number) => `2026-11-24T18:${30 + (number % 30)}:00.250Z`,
  "google.protobuf.Duration": (number) => `${number}.500s`,
  "google.protobuf.Struct": (number) => ({
    text: "ü ✓ 𝄞",
    number: number + 0.5,
    flag: true,
    list: [number, [], "text"],
    object: { nested: { deep: false } },
  }),
  "google.protobuf.Value": (number) => ["text", { number }],
};

/** What fields of a name hold, where their form means something. */
const knownNames: Record<string, JsonValue> = {
  event_id: "evt_0123456789abcdef0123456789abcdef",
  endpoint_id: "ep_0123456789abcdef0123456789abcdef",
  registration_id: "0c8b3a52-6f0e-4d7a-9b1c-2e5f8a7d4c31",
  model_id: "golden_model/3",
  model_name: "golden_model",
  model_uuid: "m-0123456789abcdef0123456789abcdef",
  run_id: "fedcba9876543210fedcba9876543210",
  version: "3",
  // As large as a double can count.
  size_bytes: 9007199254740991,
  step: 9007199254740991,
};

function fillFields(message: DescMessage, place: Place): JsonObject {
  const within = { ...place, around: [...place.around, message] };
  const json: JsonObject = {};
  for (const [i, member] of message.members.entries()) {
    // Fields that are alike, such as inputs and outputs, do not take the same members of oneofs.
    const next = { ...within, variant: place.variant + i };
    if (member.kind === "field") set(json, member, next);
    else fillOneof(json, member, { ...within, variant: place.variant });
  }
  return json;
}

function set(json: JsonObject, field: DescField, place: Place): boolean {
  const value = fillField(field, place);
  if (value !== undefined) json[field.name] = value;
  return value !== undefined;
}

function fillOneof(json: JsonObject, oneof: DescOneof, place: Place): void {
  const { fields, parent } = oneof;
  const isInnermost = nestingOf(parent, place) >= maxNesting;
  const plain = fields.filter(({ message }) => message === undefined);
  const choices = isInnermost && plain.length > 0 ? plain : fields;
  // What is nested too deep already cannot be set: then the next member is.
  choices.some((_, i) => {
    const field = choices[(place.variant + i) % choices.length];
    return field !== undefined && set(json, field, place);
  });
}

function nestingOf(message: DescMessage, { around }: Place): number {
  return around.filter((one) => one === message).length;
}

/** Gives the value of a field; undefined where it is nested too deep. */
function fillField(field: DescField, place: Place): JsonValue | undefined {
  switch (field.fieldKind) {
    case "list": {
      const count = field.message
        ? variantsOf(field.message)
        : (field.enum?.values.length ?? 3) - 1;
      const list = Array.from({ length: count }, (_, i) =>
        fillValue(field, { ...place, variant: i }),
      ).filter((one) => one !== undefined);
      return list.length > 0 ? list : undefined;
    }
    case "map": {
      const value = fillValue(field, place);
      return value === undefined ? undefined : { [`${field.name} ä`]: value, key: value };
    }
    default:
      return fillValue(field, place);
  }
}

function fillValue(field: DescField, place: Place): JsonValue | undefined {
  const { number, name, scalar = ScalarType.STRING } = field;
  if (field.message) {
    const ownForm = ownForms[field.message.typeName];
    if (ownForm) return ownForm(number);
    const isTooDeep = nestingOf(field.message, place) >= maxNesting;
    return isTooDeep ? undefined : fillFields(field.message, place);
  }
  if (field.enum) {
    const values = field.enum.values.filter((value) => value.number !== 0);
    return values[place.variant % values.length]?.name;
  }
  return knownNames[name] ?? scalarValue(scalar, name, number + 100 * place.variant);
}

function scalarValue(scalar: ScalarType, name: string, number: number): JsonValue {
  switch (scalar) {
    case ScalarType.STRING:
      return `${name} ${number} ü ✓ 𝄞`;
    case ScalarType.BOOL:
      return true;
    case ScalarType.BYTES:
      return Buffer.from([0, 255, number]).toString("base64");
    case ScalarType.DOUBLE:
    case ScalarType.FLOAT:
      return number + 0.5;
    // Beyond what is positive where somebody reads it as signed.
    case ScalarType.UINT32:
    case ScalarType.FIXED32:
      return 3_000_000_000 + number;
    default:
      return -number;
  }
}

/** Counts how many messages it takes until each member of a oneof was set, in it or right below. */
function variantsOf(message: DescMessage): number {
  const below = message.fields.map((field) => field.message ?? message);
  const oneofs = [message, ...below].flatMap(({ oneofs }) => oneofs);
  return Math.max(2, ...oneofs.map(({ fields }) => fields.length));
}
