import { fromBinary, toBinary } from "@bufbuild/protobuf";
import { type Event, EventSchema, EventType } from "#gen/modelwire/event/v1/event_pb.js";
import { bodiesOf, bodyName, testBodyOf } from "../../../src/event/bodies.ts";
import type { Contract } from "../read-contract.ts";
import { type Payload, payloadsOf } from "./payloads.ts";
import { sampleEvents } from "./sample-event.ts";

/**
 * Makes the golden payloads of a contract: what the service's code makes of an event of each type,
 * by path below the folder of the version.
 *
 * @throws Error where the code does not make a payload that the contract names
 */
export function goldenPayloads(contract: Contract): Map<string, Uint8Array> {
  const payloads = new Map<string, Uint8Array>();
  const samples = sampleEvents(contract.registry);
  for (const payload of payloadsOf(contract)) {
    const sample = samples.get(payload.eventType);
    if (sample === undefined) continue;
    const event = fromBinary(EventSchema, toBinary(sample.desc, sample.message));
    payloads.set(payload.path, bodyOf(event, payload));
  }
  return payloads;
}

function bodyOf(event: Event, { format, payloadVersion }: Payload): Uint8Array {
  if (format === "PROTOBUF") return toBinary(EventSchema, event);
  const choice = { format, payload_version: payloadVersion };
  if (event.type === EventType.ENDPOINT_TEST) return testBodyOf(event, choice).body;
  const found = bodiesOf(event).find((body) => body.format === bodyName(choice));
  if (!found)
    throw new Error(`the code makes no payload ${bodyName(choice)}, which the contract names`);
  return found.body;
}
