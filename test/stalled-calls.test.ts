import { once } from "node:events";
import { connect as connectHttp2, constants } from "node:http2";
import { connect as connectSocket } from "node:net";
import type { MessageInitShape } from "@bufbuild/protobuf";
import { Code, ConnectError, createClient, type Interceptor } from "@connectrpc/connect";
import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { ErrorInfoSchema } from "#gen/google/rpc/error_details_pb.js";
import { errorInterceptor } from "../src/rpc/error-interceptor.ts";
import { createLoggingInterceptor } from "../src/server/interceptors/logging.ts";
import { EchoService, type SumRequestSchema } from "./gen/modelwire/test/v1/echo_pb.js";
import { createEcho, type Echo } from "./support/echo-service.ts";
import { failureOf } from "./support/errors.ts";
import { closeOf } from "./support/http2-frames.ts";
import {
  grpcKind,
  httpKind,
  type Listener,
  type ListenerKind,
  listenerKinds,
} from "./support/listener-kinds.ts";
import { noteRefusals, type Refusals } from "./support/refusals.ts";

/** Machines that test are slow. */
const soon = { timeout: 30_000 };

let echo: Echo;
let refusals: Refusals;
let lines: Record<string, unknown>[];
let interceptors: Interceptor[];
const closing: (() => unknown)[] = [];

beforeEach(() => {
  echo = createEcho();
  refusals = noteRefusals();
  lines = [];
  const log = pino({}, { write: (line) => void lines.push(JSON.parse(line)) });
  interceptors = [createLoggingInterceptor(log), errorInterceptor(log, () => false)];
});
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function startOf({ start }: ListenerKind): Promise<Listener> {
  const limits = { maxConnections: 100, stallTimeoutMs: 400, observer: refusals.observer };
  const listener = await start({ echo, interceptors, limits });
  closing.push(() => listener.close(0));
  return listener;
}

describe.each(listenerKinds)("$name", (kind) => {
  test("ends a stream whose caller sends nothing more, and tells both sides why", async () => {
    const { address } = await startOf(kind);
    const client = createClient(EchoService, kind.transport(address));
    expect(await failureOf(client.sum(thenNothing({ number: 1 })))).toMatchObject({
      code: "Aborted",
      reason: "CALLER_TOO_SLOW",
      message: "the caller sent nothing for 400 ms",
    });
    const seen = echo.seen.sumFailures.map((failure) => ConnectError.from(failure));
    expect(seen[0]?.findDetails(ErrorInfoSchema)[0]?.reason).toBe("CALLER_TOO_SLOW");
    await vi.waitFor(() => expect(lines).toMatchObject([{ rpc: /Sum$/, code: "aborted" }]), soon);
    expect((await client.echo({ text: "next" })).text).toBe("next");
  });

  test("ends a stream whose caller takes nothing, and lets go of what it held", async () => {
    const { address } = await startOf(kind);
    const client = createClient(EchoService, kind.transport(address));
    const numbers = client.count({ to: 1_000_000, paddingBytes: 100_000 });
    await numbers[Symbol.asyncIterator]().next();
    await vi.waitFor(() => expect(echo.seen.countLeft).toBe(true), soon);
    await vi.waitFor(() => expect(lines).toMatchObject([{ rpc: /Count$/, code: "aborted" }]), soon);
    const another = createClient(EchoService, kind.transport(address));
    expect((await another.echo({ text: "next" })).text).toBe("next");
  });

  test("leaves a call alone that the server takes its time for", async () => {
    const { address } = await startOf(kind);
    const client = createClient(EchoService, kind.transport(address));
    const stream = client.sum(thenNothing({ number: 1, wait: true }), { timeoutMs: 1200 });
    const failures = await Promise.all([
      failureOf(client.echo({ wait: true }, { timeoutMs: 1200 })),
      failureOf(stream),
    ]);
    // Which of the two sides ends it first, is not said.
    for (const { code } of failures) expect(["DeadlineExceeded", "Canceled"]).toContain(code);
  });
});

test("the HTTP listener ends a call whose message does not come", async () => {
  const { address } = await startOf(httpKind);
  const [host = "", port] = address.split(":");
  const socket = connectSocket(Number(port), host);
  const head = [
    "POST /modelwire.test.v1.EchoService/Echo HTTP/1.1",
    `host: ${address}`,
    "content-type: application/json",
    "content-length: 100",
  ];
  socket.write(`${head.join("\r\n")}\r\n\r\n{"text": `);
  const [answer] = await once(socket.setEncoding("utf8"), "data");
  expect(answer).toMatch(/^HTTP\/1.1 409/);
  expect(answer).toContain("CALLER_TOO_SLOW");
  expect(refusals.stalledCalls).toBe(1);
  socket.destroy();
});

test("the gRPC listener ends a call whose message does not come", async () => {
  const { address } = await startOf(grpcKind);
  const { session, stream } = startEcho(address);
  stream.write(Buffer.from([0, 0, 0]));
  const [headers] = await once(stream, "response");
  expect(headers["grpc-status"]).toBe(String(Code.Aborted));
  expect(refusals.stalledCalls).toBe(1);
  await closeOf(stream);
  session.close();
});

test("the gRPC listener ends a call whose answer is not taken", async () => {
  const { address } = await startOf(grpcKind);
  const { session, stream } = startEcho(address, { initialWindowSize: 0 });
  stream.end(Buffer.from([0, 0, 0, 0, 4, 0x12, 2, 0x68, 0x69]));
  await closeOf(stream);
  expect(stream.rstCode).toBe(constants.NGHTTP2_INTERNAL_ERROR);
  session.close();
});

function startEcho(address: string, settings = {}) {
  const session = connectHttp2(`http://${address}`, { settings });
  const stream = session.request({
    ":method": "POST",
    ":path": "/modelwire.test.v1.EchoService/Echo",
    "content-type": "application/grpc",
    te: "trailers",
  });
  stream.on("error", () => {});
  return { session, stream: stream.resume() };
}

/** Sends a message and then nothing, without an end. */
async function* thenNothing(message: MessageInitShape<typeof SumRequestSchema>) {
  yield message;
  await new Promise(() => {});
}
