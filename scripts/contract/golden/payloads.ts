import type { Contract } from "../read-contract.ts";

/** Is one payload that a contract has: an event of a type, in a format and its version. */
export interface Payload {
  /** Value of EventType, such as `EVENT_TYPE_ALIAS_CHANGED`. */
  eventType: string;
  /** Value of BodyFormat without its prefix, such as `SITE_FLAT`. */
  format: string;
  /** Version of the format's payload. Empty where the contract names none. */
  payloadVersion: string;
  /** Path below the folder of its version: `alias-changed/standard.json`. */
  path: string;
}

const eventTypes = "modelwire.event.v1.EventType";
/** Names the enum of the formats. */
export const bodyFormats = "modelwire.webhook.v1.BodyFormat";
/** The site is told of registrations, and of one that is made up where an endpoint is tried out. */
const toldToSite = ["EVENT_TYPE_MODEL_REGISTERED", "EVENT_TYPE_ENDPOINT_TEST"];

/**
 * Lists the payloads that a contract has: for each EventType those of each BodyFormat, in the
 * versions that the format's comment names.
 */
export function payloadsOf({ registry, elements }: Contract): Payload[] {
  const types = registry.getEnum(eventTypes)?.values ?? [];
  const formats = registry.getEnum(bodyFormats)?.values ?? [];
  return types.flatMap(({ name: eventType, number }) =>
    formats.flatMap((format): Payload[] => {
      const name = format.name.replace("BODY_FORMAT_", "");
      const isTold = !name.startsWith("SITE_") || toldToSite.includes(eventType);
      if (number === 0 || format.number === 0 || !isTold) return [];
      const versions = versionsIn(elements.get(`${bodyFormats}.${format.name}`)?.comment ?? "");
      const folder = kebab(eventType.replace("EVENT_TYPE_", ""));
      return versions.map((payloadVersion) => {
        const file = versions.length > 1 ? `${kebab(name)}.${payloadVersion}` : kebab(name);
        const path = `${folder}/${file}.${name === "PROTOBUF" ? "binpb" : "json"}`;
        return { eventType, format: name, payloadVersion, path };
      });
    }),
  );
}

function versionsIn(comment: string): string[] {
  const [, listed = ""] = /\bPayload versions?: (.*)/.exec(comment) ?? [];
  const versions = [...listed.matchAll(/`([^`]+)`/g)].map(([, version = ""]) => version);
  return versions.length > 0 ? versions : [""];
}

function kebab(name: string): string {
  return name.toLowerCase().replaceAll("_", "-");
}
