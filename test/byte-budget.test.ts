import { once } from "node:events";
import { connect as connectHttp2 } from "node:http2";
import { connect as connectSocket } from "node:net";
import { createClient } from "@connectrpc/connect";
import { afterEach, describe, expect, test, vi } from "vitest";
import { type ByteBudget, createByteBudget } from "../src/server/byte-budget.ts";
import { EchoService } from "./gen/modelwire/test/v1/echo_pb.js";
import { createEcho } from "./support/echo-service.ts";
import {
  grpcKind,
  httpKind,
  type Listener,
  type ListenerKind,
  listenerKinds,
} from "./support/listener-kinds.ts";

/** Machines that test are slow. */
const soon = { timeout: 30_000 };
const path = "/modelwire.test.v1.EchoService/Echo";
/** Of a message of 900,000 bytes, what is sent at once; the rest never comes. */
const begun = Buffer.alloc(800_000);
const BUDGET_BYTES = 2_000_000;

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function startOf(kind: ListenerKind): Promise<{ listener: Listener; budget: ByteBudget }> {
  const budget = createByteBudget(BUDGET_BYTES);
  const limits = { maxConnections: 100, stallTimeoutMs: 60_000, budget };
  const listener = await kind.start({ echo: createEcho(), limits });
  closing.push(() => listener.close(0));
  return { listener, budget };
}

/** Begins a call whose message does not come whole; gives what it is answered, if it is. */
const begin = {
  [grpcKind.name](address: string) {
    const session = connectHttp2(`http://${address}`);
    closing.push(() => session.destroy());
    const headers = { "content-type": "application/grpc", te: "trailers" };
    const stream = session.request({ ":method": "POST", ":path": path, ...headers });
    const prefix = Buffer.alloc(5);
    prefix.writeUInt32BE(900_000, 1);
    stream.on("error", () => {});
    stream.resume().write(Buffer.concat([prefix, begun]));
    const busy = "8";
    return once(stream, "response").then(([got]) => got["grpc-status"] === busy);
  },
  [httpKind.name](address: string) {
    const [host = "", port] = address.split(":");
    const socket = connectSocket(Number(port), host);
    closing.push(() => socket.destroy());
    socket.on("error", () => {});
    const head = [
      `POST ${path} HTTP/1.1`,
      `host: ${address}`,
      "content-type: application/proto",
      "content-length: 900000",
    ];
    socket.write(`${head.join("\r\n")}\r\n\r\n`);
    socket.write(begun);
    return once(socket.setEncoding("utf8"), "data").then(
      ([got]) => /^HTTP\/1.1 429/.test(got) && got.includes("SERVER_BUSY"),
    );
  },
};

describe.each(listenerKinds)("$name", (kind) => {
  test("ends the calls that hold the most where requests are more than it takes, and serves on", async () => {
    const { listener, budget } = await startOf(kind);
    const answers = Array.from({ length: 4 }, () => begin[kind.name]?.(listener.address));
    for (const answer of answers) answer?.catch(() => {});
    expect(await Promise.race(answers)).toBe(true);
    await vi.waitFor(() => expect(budget.refused).toBe(2), soon);
    expect(budget.heldBytes).toBeLessThanOrEqual(BUDGET_BYTES);
    const client = createClient(EchoService, kind.transport(listener.address));
    expect((await client.echo({ text: "hi" })).text).toBe("hi");
  });

  test("holds nothing of calls that have ended, however they did", async () => {
    const { listener, budget } = await startOf(kind);
    const client = createClient(EchoService, kind.transport(listener.address));
    const padding = "x".repeat(500_000);
    for (let i = 0; i < 5; i++) expect((await client.echo({ text: padding })).text).toBe(padding);
    const leave = new AbortController();
    const count = client.count({ to: 100, paddingBytes: 100_000 }, { signal: leave.signal });
    await count[Symbol.asyncIterator]().next();
    leave.abort();
    const numbers = (async function* () {
      for (let number = 1; number <= 100; number++) yield { number };
    })();
    expect((await client.sum(numbers)).sum).toBe(5050);
    await vi.waitFor(() => expect(budget.heldBytes).toBe(0), soon);
    expect(budget.refused).toBe(0);
  });

  test("counts a stream by what is not read of it", async () => {
    const { listener, budget } = await startOf(kind);
    const client = createClient(EchoService, kind.transport(listener.address));
    const texts = (async function* () {
      for (let i = 0; i < 50; i++) yield { number: 1, padding: new Uint8Array(100_000) };
    })();
    expect((await client.sum(texts)).sum).toBe(50);
    expect(budget.refused).toBe(0);
  });
});
