import { BinaryReader } from "@bufbuild/protobuf/wire";
import { EventSchema } from "#gen/modelwire/event/v1/event_pb.js";

const { number: TRACEPARENT } = EventSchema.field.traceparent;

/** Reads the `traceparent` of an event in binary form, and passes over the rest of it. */
export function traceparentOf(event: Uint8Array): string | undefined {
  const reader = new BinaryReader(event);
  while (reader.pos < reader.len) {
    const [number, type] = reader.tag();
    if (number === TRACEPARENT) return reader.string();
    reader.skip(type, number);
  }
  return undefined;
}
