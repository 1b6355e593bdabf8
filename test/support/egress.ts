import { once } from "node:events";
import { type AddressInfo, createServer as createTcpServer } from "node:net";
import { afterEach } from "vitest";
import { createEgress, type Resolve } from "../../src/delivery/egress.ts";
import {
  createWebhookSender,
  type WebhookRequest,
  type WebhookResult,
} from "../../src/delivery/sender.ts";

/** What is closed after each test. */
export const open: { close(): Promise<unknown> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close();
});

/** A server that counts who comes. */
export interface Listener {
  port: number;
  /** How many connections were accepted. */
  connections(): number;
}

/** Listens on every address of this machine, and counts who comes. */
export async function listen(): Promise<Listener> {
  let count = 0;
  const server = createTcpServer((socket) => {
    count++;
    socket.on("error", () => {});
    socket.end("HTTP/1.1 204 No Content\r\ncontent-length: 0\r\n\r\n");
  });
  server.listen(0, "::");
  await once(server, "listening");
  open.push({ close: async () => void server.close() });
  return { port: (server.address() as AddressInfo).port, connections: () => count };
}

/** How a request is made. */
export interface Given {
  allow?: string | undefined;
  resolve?: Resolve;
  proxy?: string;
  timeoutMs?: number;
}

/** Posts to a URL with a sender of its own. */
export async function post(url: string, given: Given = {}): Promise<WebhookResult> {
  const sender = createWebhookSender({
    egress: createEgress(given.allow, false, given.resolve),
    proxy: given.proxy,
    timeoutMs: given.timeoutMs ?? 5000,
  });
  open.push(sender);
  return sender.send(requestTo(url));
}

/** Makes a request to a URL. */
export function requestTo(url: string): WebhookRequest {
  return {
    url,
    format: "STANDARD",
    secrets: [`whsec_${"a".repeat(32)}`],
    id: "evt_1",
    contentType: "application/json",
    headers: {},
    body: Buffer.from("{}"),
  };
}

/** A resolver that gives these addresses, one list after the other, the last for ever. */
export function resolveTo(...answers: string[][]): Resolve {
  return (_, callback) => {
    const addresses = (answers.length > 1 ? answers.shift() : answers[0]) ?? [];
    callback(
      null,
      addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })),
    );
  };
}
