import { type FileRegistry, fromJson } from "@bufbuild/protobuf";
import { filled } from "./fill.ts";
import type { Read } from "./same.ts";

/** What the contract says of an event of which no registered model has part. */
const ofEndpointTest = { model_name: "modelwire-test", sequence: 1 };

/**
 * Makes an event of each type that a contract has, with every field set that such an event has:
 * name of the type → event.
 */
export function sampleEvents(registry: FileRegistry): Map<string, Read> {
  const desc = registry.getMessage("modelwire.event.v1.Event");
  const types = registry.getEnum("modelwire.event.v1.EventType")?.values ?? [];
  const events = new Map<string, Read>();
  for (const { name: type, number } of types) {
    if (desc === undefined || number === 0) continue;
    const json = filled(desc);
    // What an event tells is in the field that is named like its type.
    for (const { name } of types) {
      if (name !== type) delete json[name.replace("EVENT_TYPE_", "").toLowerCase()];
    }
    const more = type === "EVENT_TYPE_ENDPOINT_TEST" ? ofEndpointTest : {};
    events.set(type, { desc, message: fromJson(desc, { ...json, ...more, type }) });
  }
  return events;
}
