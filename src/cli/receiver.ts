import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Event } from "#gen/modelwire/event/v1/event_pb.js";
import { verifyWebhook } from "../../clients/typescript/src/webhooks.ts";
import { messageOf } from "../error.ts";
import { CliError, exitCodes } from "./error.ts";

/** What a receiver needs. */
export interface ReceiverOptions {
  /** Port on 127.0.0.1; 0 for any that is free. */
  port: number;
  /** Path that requests come to; others are answered with 404. */
  path: string;
  /** Secret that requests are signed with: `whsec_…`. */
  secret: string;
  /** Takes the event of each request that verifies and its body as it came, once it is answered. */
  onVerified: (event: Event, body: string) => void;
  /** Takes why a request was not taken, and the HTTP status that it was answered with. */
  onRefused: (status: number, reason: string) => void;
}

/** A local receiver of webhooks. */
export interface Receiver {
  /** Where it listens. */
  url: string;
  /** Stops it; requests that are under way are cut off. */
  close(): Promise<void>;
}

const maxBodyBytes = 16 * 1024 ** 2;

/**
 * Starts a receiver that verifies what comes as any user of the client does: an event is answered
 * with 204, anything else with 401.
 *
 * @throws CliError where the port is taken.
 */
export async function startReceiver(options: ReceiverOptions): Promise<Receiver> {
  const server = createServer((request, response) => {
    receive(options, request, response).catch((error: unknown) => {
      options.onRefused(400, messageOf(error));
      response.writeHead(400).end();
    });
  });
  await listen(server, options.port);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${options.path}`,
    async close() {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function receive(
  options: ReceiverOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.url?.split("?")[0] !== options.path) return answer(response, 404);
  if (request.method !== "POST") return answer(response, 405);
  const body = await readBody(request);
  if (body === undefined) {
    options.onRefused(413, `a body of more than ${maxBodyBytes} bytes`);
    return answer(response, 413);
  }
  let event: Event;
  try {
    event = verifyWebhook({ headers: request.headers, body }, options.secret);
  } catch (error) {
    options.onRefused(401, messageOf(error));
    return answer(response, 401);
  }
  await answer(response, 204);
  options.onVerified(event, body.toString());
}

async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let sizeBytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    sizeBytes += chunk.length;
    if (sizeBytes <= maxBodyBytes) chunks.push(chunk);
  }
  return sizeBytes <= maxBodyBytes ? Buffer.concat(chunks) : undefined;
}

async function answer(response: ServerResponse, status: number): Promise<void> {
  const done = once(response, "close");
  response.writeHead(status).end();
  await done;
}

async function listen(server: Server, port: number): Promise<void> {
  server.listen(port, "127.0.0.1");
  await once(server, "listening").catch((error: NodeJS.ErrnoException) => {
    const taken = error.code === "EADDRINUSE";
    const text = taken ? `port ${port} is taken; --port 0 finds one that is free` : error.message;
    throw new CliError(text, exitCodes.failed);
  });
}
