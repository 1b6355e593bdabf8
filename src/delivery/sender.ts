import { Webhook } from "standardwebhooks";
import { Agent, request } from "undici";
import { messageOf } from "../error.ts";
import { readRetryAfter } from "../retry-after.ts";

const EXCERPT_BYTES = 1024;

/** A request to make: the bytes of an event, and who it is for. */
export interface WebhookRequest {
  url: string;
  secret: string;
  /** `webhook-id`: the same at every attempt. */
  id: string;
  contentType: string;
  body: Uint8Array;
}

/** What became of a request. */
export interface WebhookResult {
  startedAt: number;
  latencyMs: number;
  /** HTTP status; undefined where there was no answer. */
  status: number | undefined;
  /** Why it is no success, in words; undefined for a success. */
  error: string | undefined;
  /** The first kilobyte of the answer's body. */
  responseExcerpt: string;
  retryAfterMs: number | undefined;
}

/** Makes requests of Standard Webhooks. */
export interface WebhookSender {
  /** Never throws: what goes wrong is part of the result. */
  send(request: WebhookRequest): Promise<WebhookResult>;
  close(): Promise<void>;
}

/** Creates a sender. Redirects are never followed. */
export function createWebhookSender(timeoutMs: number): WebhookSender {
  // As many connections as there are requests: with fewer, endpoints of one host would wait for
  // each other, and use up their time-outs in the queue.
  const agent = new Agent({ connect: { timeout: Math.min(timeoutMs, 10_000) } });
  return {
    async send({ url, secret, id, contentType, body }) {
      const startedAt = Date.now();
      const began = performance.now();
      // Signed anew at each attempt: receivers refuse a time that is minutes old.
      const time = new Date(startedAt);
      const text = Buffer.from(body).toString("utf8");
      const finish = (status: number | undefined, error: string | undefined, excerpt = "") => ({
        startedAt,
        latencyMs: Math.round(performance.now() - began),
        status,
        error,
        responseExcerpt: excerpt,
        retryAfterMs: undefined as number | undefined,
      });
      try {
        const response = await request(url, {
          method: "POST",
          dispatcher: agent,
          headers: {
            "content-type": contentType,
            "content-length": String(body.byteLength),
            "user-agent": "modelwire",
            "webhook-id": id,
            "webhook-timestamp": String(Math.floor(startedAt / 1000)),
            "webhook-signature": new Webhook(secret).sign(id, time, text),
          },
          body,
          signal: AbortSignal.timeout(timeoutMs),
          headersTimeout: 0,
          bodyTimeout: 0,
        });
        const excerpt = await readExcerpt(response.body);
        const ok = response.statusCode >= 200 && response.statusCode < 300;
        const result = finish(
          response.statusCode,
          ok ? undefined : words(response.statusCode),
          excerpt,
        );
        result.retryAfterMs = readRetryAfter(response.headers["retry-after"]?.toString());
        return result;
      } catch (error) {
        return finish(undefined, failure(error, timeoutMs));
      }
    },
    close: () => agent.destroy(),
  };
}

async function readExcerpt(body: AsyncIterable<Uint8Array> & { destroy(): void }): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of body) {
      chunks.push(chunk);
      size += chunk.byteLength;
      // The rest is not wanted, however long it is.
      if (size >= EXCERPT_BYTES) break;
    }
  } catch {
    // The status is the answer: a body that breaks off or does not end in time changes nothing.
  }
  // PostgreSQL's text holds no NUL.
  return Buffer.concat(chunks)
    .subarray(0, EXCERPT_BYTES)
    .toString("utf8")
    .replaceAll("\0", "\ufffd");
}

function words(status: number): string {
  if (status >= 300 && status < 400) return `answered ${status}: redirects are not followed`;
  return `answered ${status}, expected 2xx`;
}

function failure(error: unknown, timeoutMs: number): string {
  if (error instanceof Error && error.name === "TimeoutError")
    return `no answer within ${timeoutMs} ms`;
  const cause = error instanceof AggregateError ? error.errors[0] : error;
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  const known: Record<string, string> = {
    ECONNREFUSED: "connection refused",
    ECONNRESET: "connection reset",
    ENOTFOUND: "the host name does not resolve",
    EAI_AGAIN: "the host name could not be resolved",
    UND_ERR_CONNECT_TIMEOUT: "no connection in time",
    UND_ERR_SOCKET: "the connection was closed before an answer",
  };
  return known[code] ?? messageOf(cause);
}
