import { Agent, type Dispatcher } from "undici";
import { readRetryAfter } from "../retry-after.ts";
import { type ConnectorOptions, createConnector } from "./connector.ts";
import { Exchange, type HttpAnswer, LeaseLostError } from "./exchange.ts";
import { explainFailure, explainStatus, type FailureCause } from "./failure.ts";
import { createKeptConnections } from "./kept-connections.ts";
import { type SignedRequest, signatureHeaders } from "./sign.ts";

/** A request to make: the bytes of an event, and who it is for. */
export interface WebhookRequest extends SignedRequest {
  url: string;
  contentType: string;
  /** Headers that belong to these bytes. */
  headers: Record<string, string>;
  /** What it is an attempt of; unset for a test. */
  delivery?: { deliveryId: string; endpointId: string; attempt: number };
}

/** What became of a request. */
export interface WebhookResult {
  startedAt: number;
  latencyMs: number;
  /** HTTP status; undefined where there was no answer. */
  status: number | undefined;
  /** Why it is no success, in words; undefined for a success. */
  error: string | undefined;
  /** What it failed at, where there was no answer. */
  cause?: FailureCause;
  /** The first kilobyte of the answer's body. */
  responseExcerpt: string;
  retryAfterMs: number | undefined;
  /** Whether it failed on our own side, so that it says nothing of the endpoint. */
  serverFault: boolean;
  /** Whether it was not begun, as the lease was lost before. */
  unsent?: boolean;
}

/** The right to make an attempt. */
export interface AttemptLease {
  /** Sets what ends the attempt when it is lost: the result is not wanted any more. */
  onLost(stop: (reason: Error) => void): void;
  /**
   * Tells whether it is still there. Asked again as the request is written: a process can stand
   * still for a long time while it connects.
   */
  mayBegin(): boolean;
}

/** Makes the requests of webhooks. */
export interface WebhookSender {
  /**
   * Signs and makes a request. Never throws: what goes wrong is part of the result.
   *
   * @param lease ends it before its time, for a caller who may lose the right to make it
   */
  send(request: WebhookRequest, lease?: AttemptLease): Promise<WebhookResult>;
  close(): Promise<void>;
}

/** How requests are made. */
export interface WebhookSenderOptions extends Omit<ConnectorOptions, "timeoutMs"> {
  /** Time for a request, from its beginning to the end of the answer. */
  timeoutMs: number;
}

type Answer = Omit<WebhookResult, "startedAt" | "latencyMs">;

const noAnswer = { status: undefined, responseExcerpt: "", retryAfterMs: undefined };

/** Creates a sender. It keeps connections, and never follows a redirect. */
export function createWebhookSender(options: WebhookSenderOptions): WebhookSender {
  const { timeoutMs } = options;
  const kept = createKeptConnections(
    createConnector({ ...options, timeoutMs: Math.min(timeoutMs, 10_000) }),
  );
  // As many connections as there are requests: with fewer, endpoints of one host would wait for
  // each other, and use up their time-outs in the queue.
  const agent = new Agent({ connect: kept.connect, allowH2: false, pipelining: 1 });
  const fresh = new Agent({ connect: kept.connect, allowH2: false, pipelining: 0 });

  return {
    async send(webhook, lease) {
      const startedAt = Date.now();
      const began = performance.now();
      let exchange: Exchange | undefined;
      const take = async (dispatcher: Dispatcher) => {
        exchange = new Exchange(() => lease?.mayBegin() ?? true);
        dispatcher.dispatch(requestOf(webhook, startedAt), exchange);
        return exchange.answer;
      };
      const timer = setTimeout(
        () => exchange?.stop(new DOMException("time is up", "TimeoutError")),
        timeoutMs,
      );
      lease?.onLost((reason) => exchange?.stop(reason));
      const answer: Answer = await take(agent)
        .catch((error) => {
          // The receiver closed a connection that was kept just as it was used. Whether it took the
          // request cannot be known; that it is the same one, it sees from its id.
          if (kept.brokeInUse(error)) return take(fresh);
          throw error;
        })
        .then(toAnswer, (error) => ({
          ...noAnswer,
          ...explainFailure(error, timeoutMs),
          unsent: error instanceof LeaseLostError,
        }));
      clearTimeout(timer);
      return { startedAt, latencyMs: Math.round(performance.now() - began), ...answer };
    },
    async close() {
      kept.close();
      await Promise.all([agent.destroy(), fresh.destroy()]);
    },
  };
}

function requestOf(webhook: WebhookRequest, startedAt: number): Dispatcher.DispatchOptions {
  const { origin, pathname, search } = new URL(webhook.url);
  return {
    origin,
    path: pathname + search,
    method: "POST",
    headers: {
      "content-type": webhook.contentType,
      "content-length": String(webhook.body.byteLength),
      "user-agent": "modelwire",
      ...webhook.headers,
      // Signed anew at each attempt: receivers refuse a time that is minutes old.
      ...signatureHeaders(webhook, startedAt),
    },
    body: webhook.body,
    headersTimeout: 0,
    bodyTimeout: 0,
  };
}

function toAnswer({ status, headers, excerpt }: HttpAnswer): Answer {
  return {
    status,
    error: explainStatus(status),
    responseExcerpt: excerpt,
    retryAfterMs: readRetryAfter(headers["retry-after"]?.toString()),
    serverFault: false,
  };
}
