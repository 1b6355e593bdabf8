import { request } from "undici";
import type { Event } from "#gen/modelwire/event/v1/event_pb.js";
import { signatureHeaders } from "../delivery/sign.ts";
import { messageOf } from "../error.ts";
import { standardBody, subjectOf } from "../event/standard-body.ts";
import { eventType } from "./event-line.ts";
import { dim, note, plain, print, styled } from "./output.ts";

/** What a receiver may take, as the server gives it. */
const TIMEOUT_MS = 20_000;

/** What a receiver made of a request. */
interface Answer {
  latencyMs: number;
  /** Unset where there was none. */
  status?: number;
  /** Why it is no success; unset for one. */
  error?: string;
}

/** Where to send events, and signed with what. */
export interface ForwardOptions {
  url: string;
  /** `whsec_…`. */
  secret: string;
  /** Whether to print the body of each, as it was signed. */
  json: boolean | undefined;
}

/** Sends an event as a webhook, once, and tells what became of it. */
export async function forwardEvent(event: Event, options: ForwardOptions): Promise<void> {
  const body = Buffer.from(standardBody(event));
  const answer = await post(event.eventId, body, options);
  const outcome = `${answer.error ?? answer.status} in ${answer.latencyMs} ms`;
  const told = [
    dim(new Date().toTimeString().slice(0, 8)),
    eventType(event),
    plain(subjectOf(event)),
    dim(plain(event.eventId)),
    styled(answer.error === undefined ? "green" : "red", plain(outcome)),
  ].join("  ");
  if (options.json) print(body.toString());
  if (options.json) note(told);
  else print(told);
}

async function post(id: string, body: Buffer, { url, secret }: ForwardOptions): Promise<Answer> {
  const began = performance.now();
  const latencyMs = () => Math.round(performance.now() - began);
  const signed = { format: "STANDARD", secrets: [secret], id, body };
  try {
    const response = await request(url, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "user-agent": "modelwire",
        ...signatureHeaders(signed, Date.now()),
      },
      body,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const status = response.statusCode;
    await response.body.dump();
    const isSuccess = status >= 200 && status < 300;
    return {
      latencyMs: latencyMs(),
      status,
      ...(!isSuccess && { error: `failed with ${status}` }),
    };
  } catch (error) {
    const late = error instanceof Error && error.name === "TimeoutError";
    const why = late ? "no answer in time" : messageOf(error) || "no connection";
    return { latencyMs: latencyMs(), error: `failed: ${why}` };
  }
}
