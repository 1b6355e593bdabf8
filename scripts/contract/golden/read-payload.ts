import { isDeepStrictEqual } from "node:util";
import {
  type DescMessage,
  fromBinary,
  fromJson,
  type JsonObject,
  type JsonValue,
  type Message,
  type Registry,
  toBinary,
  toJson,
} from "@bufbuild/protobuf";
import type { Read } from "./same.ts";

/** Names the message that each format carries. */
const messages: Record<string, string> = {
  STANDARD: "modelwire.event.v1.Event",
  PROTOBUF: "modelwire.event.v1.Event",
  SITE_FLAT: "modelwire.event.v1.SiteFlatPayload",
  SITE_NESTED: "modelwire.event.v1.SiteNestedPayload",
};

/**
 * Reads a payload with the descriptors of a contract, all of it: what the contract does not know,
 * or would not write as it stands there, is an error.
 *
 * @throws Error that says what is wrong
 */
export function readPayload(registry: Registry, format: string, content: Uint8Array): Read {
  const desc = registry.getMessage(messages[format] ?? "");
  if (desc === undefined) throw new Error(`the contract has no message for the format ${format}`);
  if (format === "PROTOBUF") return { desc, message: readBinary(desc, content) };
  const body = JSON.parse(Buffer.from(content).toString()) as JsonObject;
  const json = format === "STANDARD" ? (body.data ?? null) : withoutNulls(body);
  const message = fromJson(desc, json);
  if (!isDeepStrictEqual(toJson(desc, message), json)) {
    throw new Error("it is written otherwise than it was read");
  }
  return { desc, message };
}

function readBinary(desc: DescMessage, content: Uint8Array): Message {
  const message = fromBinary(desc, content);
  const known = toBinary(desc, message, { writeUnknownFields: false });
  if (known.length !== content.length) throw new Error("it has fields that are not known");
  return message;
}

/** Leaves out what is null, as the site's formats write what is unset. */
function withoutNulls(json: JsonValue): JsonValue {
  if (Array.isArray(json)) return json.map(withoutNulls);
  if (typeof json !== "object" || json === null) return json;
  const kept = Object.entries(json).filter(([, value]) => value !== null);
  return Object.fromEntries(kept.map(([key, value]) => [key, withoutNulls(value)]));
}
