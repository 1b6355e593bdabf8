import { once } from "node:events";
import { connect as connectHttp2, constants } from "node:http2";
import { createClient } from "@connectrpc/connect";
import { status } from "@grpc/grpc-js";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { EchoService } from "./gen/modelwire/test/v1/echo_pb.js";
import { createEchoClient } from "./support/echo-client.ts";
import { createEcho, type Echo } from "./support/echo-service.ts";
import { failureOf } from "./support/errors.ts";
import {
  callHeaders,
  closeOf,
  connectRaw,
  frame,
  frameFlag,
  framesOf,
  frameType,
  headerBlock,
  preface,
  type RawConnection,
} from "./support/http2-frames.ts";
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

const echoPath = "/modelwire.test.v1.EchoService/Echo";
const { endHeaders, endStream } = frameFlag;

let echo: Echo;
let refusals: Refusals;
const closing: (() => unknown)[] = [];

beforeEach(() => {
  echo = createEcho();
  refusals = noteRefusals();
});
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function startOf({ start }: ListenerKind, maxConnections = 100): Promise<Listener> {
  const limits = { maxConnections, stallTimeoutMs: 60_000, observer: refusals.observer };
  const listener = await start({ echo, limits });
  closing.push(() => listener.close(0));
  return listener;
}

async function open(address: string): Promise<RawConnection> {
  const connection = await connectRaw(address);
  closing.push(() => connection.socket.destroy());
  return connection;
}

describe.each(listenerKinds)("$name", (kind) => {
  test("takes no connection that is one too many, and the next when there is room", async () => {
    const { address } = await startOf(kind, 3);
    const connections = [await open(address), await open(address), await open(address)];
    expect(await codeOfCall(kind, address)).toBe("UNAVAILABLE");
    expect(refusals.connections[0]).toBe("limit");
    connections[0]?.socket.destroy();
    const client = createClient(EchoService, kind.transport(address));
    await vi.waitFor(async () => expect((await client.echo({ text: "hi" })).text).toBe("hi"), soon);
  });

  test("answers others while a thousand connections are half open", async () => {
    const { address } = await startOf(kind, 2000);
    const halfOpen = await Promise.all(Array.from({ length: 1000 }, () => open(address)));
    for (const { socket } of halfOpen.slice(0, 500)) socket.write(preface.subarray(0, 10));
    const client = createClient(EchoService, kind.transport(address));
    expect((await client.echo({ text: "hi" })).text).toBe("hi");
  });
});

describe("the gRPC listener", () => {
  test("says how many calls a connection carries", async () => {
    const { address } = await startOf(grpcKind);
    const session = connectHttp2(`http://${address}`);
    closing.push(() => session.destroy());
    await once(session, "remoteSettings");
    expect(session.remoteSettings.maxConcurrentStreams).toBe(1000);
  });

  test("takes no more calls than that", async () => {
    const { address } = await startOf(grpcKind);
    const { socket, received } = await open(address);
    const waiting = Buffer.from([0, 0, 0, 0, 2, 0x20, 1]);
    socket.write(preface);
    for (let i = 0; i < 1100; i++) {
      socket.write(frame(frameType.headers, endHeaders, 2 * i + 1, callHeaders(echoPath)));
      socket.write(frame(frameType.data, endStream, 2 * i + 1, waiting));
    }
    await vi.waitFor(
      () =>
        expect(framesOf(received(), frameType.reset).length).toBeGreaterThanOrEqual(1100 - 1000),
      soon,
    );
    expect(echo.seen.waiting).toBeLessThanOrEqual(1000);
    const [first] = framesOf(received(), frameType.reset);
    expect(first?.payload.readUInt32BE()).toBe(constants.NGHTTP2_REFUSED_STREAM);
  });

  test("closes a connection that opens and resets calls without end", async () => {
    const { address } = await startOf(grpcKind);
    const { socket, closed } = await open(address);
    socket.write(preface);
    const flood = async () => {
      const cancel = Buffer.from([0, 0, 0, 8]);
      for (let i = 0; i < 100_000 && !socket.destroyed; i++) {
        socket.write(frame(frameType.headers, endHeaders, 2 * i + 1, callHeaders(echoPath)));
        socket.write(frame(frameType.reset, 0, 2 * i + 1, cancel));
        if (i % 100 === 0) await new Promise(setImmediate);
      }
    };
    await Promise.all([closed, flood()]);
    await stillAnswers(address);
  });

  test("closes a connection whose headers go on without end", async () => {
    const { address } = await startOf(grpcKind);
    const { socket, closed } = await open(address);
    socket.write(preface);
    socket.write(frame(frameType.headers, 0, 1, callHeaders(echoPath)));
    const flood = async () => {
      const more = headerBlock({ "x-more": "x".repeat(1000) });
      for (let i = 0; i < 10_000 && !socket.destroyed; i++) {
        socket.write(frame(frameType.continuation, 0, 1, more));
        if (i % 100 === 0) await new Promise(setImmediate);
      }
    };
    await Promise.all([closed, flood()]);
    await stillAnswers(address);
  });

  test("refuses a call whose headers are too large, and not the next", async () => {
    const { address } = await startOf(grpcKind);
    const session = connectHttp2(`http://${address}`, { maxSendHeaderBlockLength: 10_000_000 });
    closing.push(() => session.destroy());
    const large = session.request({
      ":method": "POST",
      ":path": echoPath,
      "content-type": "application/grpc",
      te: "trailers",
      "x-large": "x".repeat(100_000),
    });
    await Promise.all([closeOf(large), closeOf(session)]);
    expect(echo.seen.contexts).toEqual([]);
    await stillAnswers(address);
  });

  test("refuses a call with more values of binary headers than it takes", async () => {
    const { address } = await startOf(grpcKind);
    const client = createClient(EchoService, grpcKind.transport(address));
    const call = (values: number, more = {}) =>
      client.echo({}, { headers: { "x-a-bin": Array(values).fill("AQ").join(), ...more } });
    expect(await failureOf(call(15_000))).toMatchObject({
      code: "InvalidArgument",
      reason: "MALFORMED_MESSAGE",
      message: expect.stringContaining("100 values of binary headers"),
    });
    expect((await failureOf(call(100, { "x-b-bin": "AQ" }))).reason).toBe("MALFORMED_MESSAGE");
    await call(99, { "x-b-bin": "AQ" });
    expect(echo.seen.contexts).toHaveLength(1);
  });

  test("takes much before it is read of a few connections at a time, and little of others", async () => {
    const { address } = await startOf(grpcKind);
    const windows: (number | undefined)[] = [];
    for (let i = 0; i < 40; i++) {
      const session = connectHttp2(`http://${address}`);
      closing.push(() => session.destroy());
      const headers = { te: "trailers", "content-type": "application/grpc" };
      const call = session.request({ ":method": "POST", ":path": echoPath, ...headers });
      call.resume().end(Buffer.from([0, 0, 0, 0, 0]));
      await closeOf(call);
      windows.push(session.remoteSettings.initialWindowSize);
    }
    expect(windows[0]).toBe(1024 ** 2);
    expect(windows.filter((bytes) => bytes === 1024 ** 2).length).toBeLessThanOrEqual(32);
    expect(windows.at(-1)).toBe(65_535);
  });

  test("closes a connection that pings too often, and says so", async () => {
    const { address } = await startOf(grpcKind);
    const session = connectHttp2(`http://${address}`);
    closing.push(() => session.destroy());
    const goAway = once(session, "goaway");
    session.on("error", () => {});
    const call = session.request({
      ":method": "POST",
      ":path": echoPath,
      te: "trailers",
      "content-type": "application/grpc",
    });
    call.resume().end(Buffer.from([0, 0, 0, 0, 0]));
    await closeOf(call);
    const ping = () => new Promise((resolve) => session.ping(resolve));
    for (let i = 0; i < 100 && !session.closed && !session.destroyed; i++) await ping();
    const [code, , data] = await goAway;
    expect([code, data.toString()]).toEqual([
      constants.NGHTTP2_ENHANCE_YOUR_CALM,
      "too_many_pings",
    ]);
    expect(refusals.connections).toEqual(["pings"]);
  });
});

test("the HTTP listener answers probes on a connection that is one too many", async () => {
  const { address } = await startOf(httpKind, 3);
  for (let i = 0; i < 3; i++) await open(address);
  for (const path of ["/healthz", "/readyz"]) {
    const answer = await fetch(`http://${address}${path}`);
    expect([answer.status, answer.headers.get("connection")]).toEqual([200, "close"]);
  }
  const other = await fetch(`http://${address}/other`);
  expect([other.status, other.headers.get("connection")]).toEqual([503, "close"]);
});

test("the HTTP listener refuses a request whose headers are too large", async () => {
  const { address } = await startOf(httpKind);
  const { socket, received, closed } = await open(address);
  socket.write(`GET /healthz HTTP/1.1\r\nhost: x\r\nx-large: ${"x".repeat(20_000)}\r\n\r\n`);
  await closed;
  expect(received().toString()).toMatch(/^HTTP\/1.1 431/);
  await stillAnswersHttp(address);
});

test("the HTTP listener waits for no body that nobody reads", async () => {
  const { address } = await startOf(httpKind);
  const { socket, received, closed } = await open(address);
  socket.write("POST /nothing HTTP/1.1\r\nhost: x\r\ncontent-length: 1000\r\n\r\nbegun");
  await closed;
  expect(received().toString()).toMatch(/^HTTP\/1.1 404/);
});

async function stillAnswers(address: string): Promise<void> {
  const client = createClient(EchoService, grpcKind.transport(address));
  expect((await client.echo({ text: "hi" })).text).toBe("hi");
}

async function stillAnswersHttp(address: string): Promise<void> {
  expect((await fetch(`http://${address}/healthz`)).status).toBe(200);
}

/** Calls with gRPC's own client, or by HTTP, and gives the code that it has in the end. */
async function codeOfCall(kind: ListenerKind, address: string): Promise<string | undefined> {
  if (kind === httpKind) {
    const client = createClient(EchoService, kind.transport(address));
    return (await failureOf(client.echo({}))).code.toUpperCase();
  }
  const client = createEchoClient(address);
  const { error } = await client.echo({});
  client.raw.close();
  return error ? status[error.code] : undefined;
}
