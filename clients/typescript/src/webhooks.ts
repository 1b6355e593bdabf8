import { createHmac, timingSafeEqual } from "node:crypto";
import { fromBinary, fromJson, type JsonValue } from "@bufbuild/protobuf";
import { type Event, EventSchema } from "#gen/modelwire/event/v1/event_pb.js";

/** Why a request is not taken for a webhook of Modelwire. */
export type WebhookRefusal =
  /** One of the headers `content-type`, `webhook-id`, `-timestamp` and `-signature` is not there. */
  | "MISSING_HEADER"
  /** `webhook-timestamp` is no number of seconds. */
  | "MALFORMED_TIMESTAMP"
  /** It was signed longer ago than is tolerated: by a clock that is wrong, or it is a replay. */
  | "TOO_OLD"
  /** It was signed in the future, by a clock that is wrong. */
  | "TOO_NEW"
  /** None of the signatures is of one of the secrets, for this id, time and body. */
  | "WRONG_SIGNATURE"
  /** It is genuine, and the body is of a format that this is not for. */
  | "UNKNOWN_CONTENT_TYPE"
  /** It is genuine, and the body is no event. */
  | "MALFORMED_BODY";

/** Says that a request is not a webhook of Modelwire, or none that can be read. */
export class WebhookError extends Error {
  override readonly name = "WebhookError";
  readonly reason: WebhookRefusal;

  constructor(reason: WebhookRefusal, message: string) {
    super(message);
    this.reason = reason;
  }
}

/** A request as it came. */
export interface WebhookRequest {
  /** As Node, Express and Fastify have them, or fetch's. Names in any case. */
  headers: Headers | Readonly<Record<string, string | readonly string[] | undefined>>;
  /** The bytes as they came: what a framework has parsed and printed again does not verify. */
  body: Uint8Array;
}

/** How to verify. */
export interface VerifyOptions {
  /** How many seconds the clocks may be apart and a request may be under way. Unset: 300. */
  toleranceSeconds?: number;
  /** The time, in milliseconds since 1970. Unset: now. */
  nowMs?: number;
}

const TOLERANCE_SECONDS = 300;
const PREFIX = "whsec_";

/**
 * Verifies a request of BODY_FORMAT_STANDARD or BODY_FORMAT_PROTOBUF, and gives the event that it
 * carries. Fields, and types of events, that this copy of the contract does not know are left out.
 * The same event can come more than once: keep its `eventId`, and do nothing for one that you have.
 *
 * @param secrets one, or during a rotation both, as `CreateEndpoint` gave them
 * @throws WebhookError where it is not to be taken: answer 401
 * @throws TypeError where there is no secret, or one that is none
 */
export function verifyWebhook(
  { headers, body }: WebhookRequest,
  secrets: string | readonly string[],
  { toleranceSeconds = TOLERANCE_SECONDS, nowMs = Date.now() }: VerifyOptions = {},
): Event {
  const keys = [secrets].flat().map(keyOf);
  if (keys.length === 0) throw new TypeError("expected at least one secret");
  const read = readerOf(headers);
  const id = read("webhook-id");
  const timestamp = read("webhook-timestamp");
  const signatures = read("webhook-signature");
  const contentType = read("content-type");
  checkTime(timestamp, Math.floor(nowMs / 1000), toleranceSeconds);
  checkSignature(keys, `${id}.${timestamp}.`, body, signatures);
  const event = parse(contentType, body);
  if (event.eventId !== id) throw malformed("it is not the event of its webhook-id");
  return event;
}

function keyOf(secret: string): Buffer {
  const base64 = secret.startsWith(PREFIX) ? secret.slice(PREFIX.length) : secret;
  const key = Buffer.from(base64, "base64");
  if (key.length > 0 && key.toString("base64") === base64) return key;
  throw new TypeError(`expected a secret: ${PREFIX} and base64`);
}

function readerOf(headers: WebhookRequest["headers"]): (name: string) => string {
  const entries = headers instanceof Headers ? [...headers] : Object.entries(headers);
  const byName = new Map(entries.map(([name, value]) => [name.toLowerCase(), value]));
  return (name) => {
    const value = byName.get(name);
    const text = typeof value === "string" ? value : value?.[0];
    if (text !== undefined && text !== "") return text;
    throw new WebhookError("MISSING_HEADER", `there is no ${name}`);
  };
}

function checkTime(timestamp: string, now: number, toleranceSeconds: number): void {
  if (!/^\d{1,15}$/.test(timestamp)) {
    throw new WebhookError("MALFORMED_TIMESTAMP", "webhook-timestamp is no number of seconds");
  }
  const age = now - Number(timestamp);
  if (age > toleranceSeconds) throw new WebhookError("TOO_OLD", `it was signed ${age} s ago`);
  if (-age > toleranceSeconds) throw new WebhookError("TOO_NEW", `it is signed in ${-age} s`);
}

function checkSignature(
  keys: Buffer[],
  prefix: string,
  body: Uint8Array,
  signatures: string,
): void {
  const given = signatures
    .split(" ")
    .filter((signature) => signature.startsWith("v1,"))
    .map((signature) => Buffer.from(signature.slice(3), "base64"));
  const isOurs = keys.some((key) => {
    const wanted = createHmac("sha256", key).update(prefix).update(body).digest();
    return given.some((one) => one.length === wanted.length && timingSafeEqual(one, wanted));
  });
  if (!isOurs) throw new WebhookError("WRONG_SIGNATURE", "it is not signed with the secret");
}

function parse(contentType: string, body: Uint8Array): Event {
  const [type = ""] = contentType.split(";");
  switch (type.trim().toLowerCase()) {
    case "application/json":
      return checked(() => {
        const text = new TextDecoder("utf-8", { fatal: true }).decode(body);
        const { data } = JSON.parse(text) as { data?: JsonValue };
        return fromJson(EventSchema, data ?? null, { ignoreUnknownFields: true });
      });
    case "application/protobuf":
      return checked(() => fromBinary(EventSchema, body));
    default:
      throw new WebhookError("UNKNOWN_CONTENT_TYPE", `the body is ${contentType}`);
  }
}

function checked(read: () => Event): Event {
  let event: Event;
  try {
    event = read();
  } catch (cause) {
    throw malformed(cause instanceof Error ? cause.message : String(cause));
  }
  if (event.eventId === "") throw malformed("it is no event");
  return event;
}

function malformed(why: string): WebhookError {
  return new WebhookError("MALFORMED_BODY", `the body cannot be read: ${why}`);
}
