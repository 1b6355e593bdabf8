import { once } from "node:events";
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import { Webhook } from "standardwebhooks";
import { python } from "./services.ts";

/** A request as it arrived. */
export interface ReceivedRequest {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  /** The bytes of the body, untouched. */
  body: Buffer;
}

/** Answers a request; `number` counts the requests of the receiver from 1. */
export type Answer = (response: ServerResponse, number: number, request: ReceivedRequest) => void;

/** A receiver of webhooks that keeps all it was sent. */
export interface Receiver {
  /** Where it listens, with the path `/hook`. */
  readonly url: string;
  readonly port: number;
  readonly received: ReceivedRequest[];
  /** Waits until so many requests have arrived, and gives them. */
  waitFor(count: number): Promise<ReceivedRequest[]>;
  /** Stops it, and cuts off what is under way. */
  close(): Promise<void>;
}

/** Answers with a status and an empty body. */
export const answerWith =
  (status: number, headers: Record<string, string> = {}): Answer =>
  (response) =>
    void response.writeHead(status, headers).end();

/**
 * Starts a receiver on 127.0.0.1.
 *
 * @param port 0 for any that is free
 */
export async function startReceiver(answer: Answer = answerWith(204), port = 0): Promise<Receiver> {
  const received: ReceivedRequest[] = [];
  const arrivals = new Set<() => void>();
  const server = createServer(async (request, response) => {
    const whole = await readRequest(request).catch(() => undefined);
    if (whole === undefined) return;
    received.push(whole);
    answer(response, received.length, whole);
    for (const arrived of arrivals) arrived();
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const bound = (server.address() as AddressInfo).port;
  return {
    url: `http://127.0.0.1:${bound}/hook`,
    port: bound,
    received,
    async waitFor(count) {
      while (received.length < count) {
        const { promise, resolve } = Promise.withResolvers<void>();
        arrivals.add(resolve);
        await promise;
        arrivals.delete(resolve);
      }
      return received;
    },
    close: () => close(server),
  };
}

async function readRequest(request: IncomingMessage): Promise<ReceivedRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return {
    method: request.method ?? "",
    path: request.url ?? "",
    headers: request.headers,
    body: Buffer.concat(chunks),
  };
}

async function close(server: Server): Promise<void> {
  if (!server.listening) return;
  const closed = once(server, "close");
  server.close();
  server.closeAllConnections();
  await closed;
}

/** Verifies a request with the `standardwebhooks` package of npm; throws where it is not signed. */
export function verifyWithNode(secret: string, { headers, body }: ReceivedRequest): unknown {
  return new Webhook(secret).verify(body, headers as Record<string, string>);
}

/**
 * Verifies requests with the `standardwebhooks` package of PyPI, on the bytes as they arrived, and
 * gives for each the `type` of its body; rejects where one is not signed.
 */
export async function verifyWithPython(
  secret: string,
  requests: readonly ReceivedRequest[],
): Promise<string[]> {
  const input = requests.map(({ headers, body }) => ({ headers, body: body.toString("base64") }));
  const script = `
import base64, json, os
from standardwebhooks import Webhook
webhook = Webhook(os.environ["SECRET"])
requests = json.loads(os.environ["REQUESTS"])
bodies = [webhook.verify(base64.b64decode(r["body"]), r["headers"]) for r in requests]
print(json.dumps([body["type"] for body in bodies]))
`;
  return JSON.parse(await python(script, { SECRET: secret, REQUESTS: JSON.stringify(input) }));
}
