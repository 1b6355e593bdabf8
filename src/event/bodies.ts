import { type JsonObject, toBinary } from "@bufbuild/protobuf";
import { type Event, EventSchema, EventType } from "#gen/modelwire/event/v1/event_pb.js";
import type { EndpointRow } from "../store/endpoints.ts";
import type { EventBody } from "../store/events.ts";
import { flatPayload, flatVersions } from "./site-flat.ts";
import { nestedPayload, nestedVersions } from "./site-nested.ts";
import { siteTestEvent } from "./site-test.ts";
import { type SiteRegistration, siteIdempotencyKey, siteRegistrationOf } from "./site-text.ts";
import { standardBody } from "./standard-body.ts";

/** The versions of each format's payload, oldest first. */
export const payloadVersions: Record<string, readonly [string, ...string[]]> = {
  STANDARD: ["1"],
  PROTOBUF: ["1"],
  SITE_FLAT: flatVersions,
  SITE_NESTED: nestedVersions,
};

/** Names the body that an endpoint is sent, as the bodies of events are kept. */
export function bodyName({ format, payload_version: version }: BodyChoice): string {
  return isSiteFormat(format) ? `${format}@${version}` : format;
}

/** What an endpoint is sent. */
export type BodyChoice = Pick<EndpointRow, "format" | "payload_version">;

/** Tells whether a format is one of the site's. */
export const isSiteFormat = (format: string) => format.startsWith("SITE_");

/**
 * Writes the bodies of an event that are not its binary form. They are written once, when it is
 * committed, and never again.
 */
export function bodiesOf(event: Event): EventBody[] {
  const registration = siteRegistrationOf(event);
  const bodies = [standardBodyOf(event), ...(registration ? siteBodies(event, registration) : [])];
  const { traceparent } = event;
  if (traceparent === undefined) return bodies;
  return bodies.map((body) => ({ ...body, headers: { ...body.headers, traceparent } }));
}

/** Tells whether endpoints of a format hear of an event: the site's only of registrations. */
export function isToldOf({ format }: BodyChoice, event: Event): boolean {
  return !isSiteFormat(format) || event.type === EventType.MODEL_REGISTERED;
}

/** Says why an event has no body for an endpoint; undefined where it has one. */
export function whyNoBody(event: Event, { format }: BodyChoice): string | undefined {
  if (!isSiteFormat(format) || siteRegistrationOf(event)) return undefined;
  return "the registration has no site_binding, without which the site's formats say nothing";
}

/**
 * Writes the body of an EVENT_TYPE_ENDPOINT_TEST for an endpoint. The site knows no such event: it
 * is told of a registration of the model `modelwire-test`.
 * @throws Error where the format has no such version
 */
export function testBodyOf(event: Event, choice: BodyChoice): EventBody {
  if (choice.format === "STANDARD") return standardBodyOf(event);
  if (choice.format === "PROTOBUF") {
    const body = toBinary(EventSchema, event);
    return { format: "PROTOBUF", contentType: "application/protobuf", body, headers: {} };
  }
  const name = bodyName(choice);
  const body = bodiesOf(siteTestEvent(event)).find(({ format }) => format === name);
  if (!body) throw new Error(`there is no payload ${name}`);
  return body;
}

function standardBodyOf(event: Event): EventBody {
  return jsonBody("STANDARD", standardBody(event), {});
}

function siteBodies(event: Event, registration: SiteRegistration): EventBody[] {
  const headers = { "X-Hokusai-Idempotency-Key": siteIdempotencyKey(registration) };
  const body = (format: string, version: string, payload: JsonObject) =>
    jsonBody(bodyName({ format, payload_version: version }), encode(payload), headers);
  return [
    ...flatVersions.map((version) =>
      body("SITE_FLAT", version, flatPayload(event, registration, version)),
    ),
    ...nestedVersions.map((version) =>
      body("SITE_NESTED", version, nestedPayload(event, registration)),
    ),
  ];
}

function encode(payload: JsonObject): Uint8Array {
  return Buffer.from(JSON.stringify(payload));
}

function jsonBody(format: string, body: Uint8Array, headers: Record<string, string>): EventBody {
  return { format, contentType: "application/json", body, headers };
}
