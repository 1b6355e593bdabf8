import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { EventType } from "#gen/modelwire/event/v1/event_pb.js";
import { verifyWebhook, WebhookError } from "./webhooks.ts";

interface Vector {
  name: string;
  secrets: string[];
  headers: Record<string, string>;
  body_base64: string;
  event_id?: string;
  event_type?: string;
  reason?: string;
}

const path = new URL("../../webhook-vectors.json", import.meta.url);
const { now, cases }: { now: number; cases: Vector[] } = JSON.parse(readFileSync(path, "utf8"));

/** What comes of a request: the id and type of its event, or the reason why it is none. */
function outcome({ secrets, headers, body_base64 }: Vector): Partial<Vector> {
  try {
    const request = { headers, body: Buffer.from(body_base64, "base64") };
    const event = verifyWebhook(request, secrets, { nowMs: now * 1000 });
    return { event_id: event.eventId, event_type: `EVENT_TYPE_${EventType[event.type]}` };
  } catch (error) {
    if (!(error instanceof WebhookError)) throw error;
    return { reason: error.reason };
  }
}

test.for(cases)("$name", (vector) => {
  const { event_id, event_type, reason } = vector;
  expect(outcome(vector)).toEqual(reason === undefined ? { event_id, event_type } : { reason });
});

describe("headers and secrets", () => {
  const [first] = cases;
  if (!first) throw new Error("no vectors");
  const body = Buffer.from(first.body_base64, "base64");
  const at = { nowMs: now * 1000 };

  test("are taken as fetch has them", () => {
    const request = { headers: new Headers(first.headers), body };
    expect(verifyWebhook(request, first.secrets, at).eventId).toBe(first.event_id);
  });

  test("are taken as Node has those that came twice", () => {
    const entries = Object.entries(first.headers).map(([name, value]) => [name, [value]]);
    const request = { headers: Object.fromEntries(entries), body };
    expect(verifyWebhook(request, first.secrets, at).eventId).toBe(first.event_id);
  });

  test.for(["", "whsec_", "whsec_not base64", "whsec_AQ"])("a secret %o is refused", (secret) => {
    expect(() => verifyWebhook({ headers: first.headers, body }, secret, at)).toThrow(TypeError);
  });

  test("no secret at all is refused", () => {
    expect(() => verifyWebhook({ headers: first.headers, body }, [], at)).toThrow(TypeError);
  });

  test("the clocks may be apart as far as the caller says", () => {
    const later = { nowMs: (now + 1000) * 1000, toleranceSeconds: 1000 };
    const request = { headers: first.headers, body };
    expect(verifyWebhook(request, first.secrets, later).eventId).toBe(first.event_id);
  });
});
