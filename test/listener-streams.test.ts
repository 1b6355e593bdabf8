import { once } from "node:events";
import { connect as connectHttp2 } from "node:http2";
import { connect as connectSocket } from "node:net";
import type { MessageInitShape } from "@bufbuild/protobuf";
import {
  Code,
  ConnectError,
  createClient,
  type Interceptor,
  type ServiceImpl,
} from "@connectrpc/connect";
import { endStreamFromJson } from "@connectrpc/connect/protocol-connect";
import { findTrailerError } from "@connectrpc/connect/protocol-grpc";
import { createConnectTransport } from "@connectrpc/connect-node";
import { type Logger, pino } from "pino";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { ErrorInfoSchema } from "#gen/google/rpc/error_details_pb.js";
import { invalidField } from "../src/error.ts";
import { createServiceInterceptors } from "../src/server/interceptors/service-interceptors.ts";
import { EchoService, type SumRequestSchema } from "./gen/modelwire/test/v1/echo_pb.js";
import { createEcho, type Echo } from "./support/echo-service.ts";
import { describeFailure, failureOf } from "./support/errors.ts";
import { eventually } from "./support/eventually.ts";
import { type Listener, listenerKinds, maxMessageBytes } from "./support/listener-kinds.ts";
import { standstill } from "./support/standstill.ts";

const padding = new Uint8Array(500_000);

let echo: Echo;
let lines: Record<string, unknown>[];
let interceptors: Interceptor[];
const open: Listener[] = [];

beforeEach(() => {
  echo = createEcho();
  lines = [];
  const log: Logger = pino({}, { write: (line) => void lines.push(JSON.parse(line)) });
  interceptors = createServiceInterceptors(log, () => false);
});
afterEach(async () => {
  vi.useRealTimers();
  for (const listener of open.splice(0)) await listener.close(0);
});

describe.each(listenerKinds)("$name", ({ start, transport }) => {
  async function connect(routes = echo.routes) {
    const listener = await start({ echo: { routes }, interceptors });
    open.push(listener);
    return { listener, client: createClient(EchoService, transport(listener.address)) };
  }

  const connectTo = async (service: Partial<ServiceImpl<typeof EchoService>>) =>
    (await connect((router) => router.service(EchoService, service))).client;

  test("gives what a stream fails with, late, the reason and details that a unary call gives it", async () => {
    const fails = invalidField("part.file.path", "expected a path");
    const client = await connectTo({
      echo: () => Promise.reject(fails),
      async *count() {
        yield { number: 1 };
        throw fails;
      },
      async sum(requests) {
        for await (const _ of requests) throw fails;
        return {};
      },
    });
    const unary = await failureOf(client.echo({}));
    expect(unary).toMatchObject({
      code: "InvalidArgument",
      reason: "INVALID_FIELD",
      fields: { "part.file.path": "expected a path" },
    });
    expect(await failureOf(Array.fromAsync(client.count({})))).toEqual(unary);
    expect(await failureOf(client.sum(of({ number: 1 })))).toEqual(unary);
    await eventually(() => expect(lines).toHaveLength(3));
    expect(lines.map(({ code }) => code)).toEqual(Array(3).fill("invalid_argument"));
  });

  test("keeps what nobody foresaw in a stream to its log", async () => {
    const client = await connectTo({
      async *count() {
        yield { number: 1 };
        throw new Error("password=hunter2");
      },
    });
    const failure = await failureOf(Array.fromAsync(client.count({})));
    expect(failure).toMatchObject({ code: "Internal", reason: "INTERNAL" });
    expect(failure.message).not.toContain("hunter2");
    await eventually(() => expect(lines).toHaveLength(2));
    expect(lines[0]).toMatchObject({
      msg: "a call failed as it should not",
      err: { message: "password=hunter2" },
    });
  });

  test("takes a stream that is larger than a message may be, and no message that is", async () => {
    const { client } = await connect();
    expect(await client.sum(of(...Array(10).fill({ number: 1, padding })))).toMatchObject({
      sum: 10,
    });
    const large = new Uint8Array(maxMessageBytes + 1);
    expect(await failureOf(client.sum(of({ number: 1 }, { padding: large })))).toMatchObject({
      code: "ResourceExhausted",
      reason: "MESSAGE_TOO_LARGE",
    });
  });

  test("tells a client that still sends that its call has failed, and it stops", async () => {
    const { client } = await connect();
    const sending = endless({ failWith: Code.InvalidArgument, padding });
    expect(await failureOf(client.sum(sending.messages))).toMatchObject({
      code: "InvalidArgument",
      reason: "TEST",
    });
    await standstill(() => sending.sent);
    // Neither the call nor what it left unread is in the way of the next one.
    expect((await client.sum(of({ number: 3 }))).sum).toBe(3);
  });

  test("answers a client that still sends", async () => {
    const { client } = await connect();
    expect((await client.sum(endless({ number: 7, stop: true, padding }).messages)).sum).toBe(7);
  });

  test("takes work that its call's end ended for that end", async () => {
    const client = await connectTo({
      async sum(requests, { signal }) {
        for await (const _ of requests) {
          echo.seen.waiting++;
          await new Promise((_, reject) => {
            signal.addEventListener("abort", () => reject(new DOMException("", "AbortError")));
          });
        }
        return {};
      },
    });
    const leave = new AbortController();
    const call = client.sum(waiting({ number: 1 }), { signal: leave.signal });
    call.catch(() => {});
    await eventually(() => expect(echo.seen.waiting).toBe(1));
    leave.abort();
    await eventually(() => expect(lines).toHaveLength(1));
    expect(lines).toMatchObject([{ msg: "call", level: 30 }]);
  });

  test("ends streams in both directions when it closes, and says to try elsewhere", async () => {
    const { client, listener } = await connect();
    const sum = failureOf(client.sum(waiting({ number: 1 })));
    const numbers = client.count({ to: 1_000_000_000 });
    const count = failureOf(
      (async () => {
        for await (const _ of numbers);
      })(),
    );
    await eventually(() => expect(echo.seen.counted).toBeGreaterThan(0));
    await eventually(() => expect(echo.seen.summed).toBe(1));
    await listener.close(50);
    expect(await sum).toMatchObject({ code: "Unavailable" });
    expect(sumFailures()).toEqual([[Code.Unavailable, "SHUTTING_DOWN"]]);
    expect(["Unavailable", "Aborted", "Internal"]).toContain((await count).code);
    await eventually(() => expect(echo.seen.countLeft).toBe(true));
  });

  test("closes though nobody takes what it sends", async () => {
    const { client, listener } = await connect();
    const numbers = client.count({ to: 1_000_000, paddingBytes: 100_000 });
    const iterator = numbers[Symbol.asyncIterator]();
    await iterator.next();
    await standstill(() => echo.seen.counted);
    await listener.close(50);
    await eventually(() => expect(echo.seen.countLeft).toBe(true));
  });

  test("holds a client back whose messages a handler does not take", async () => {
    const { client } = await connect();
    const sending = endless({ wait: true, padding });
    const call = client.sum(sending.messages);
    call.catch(() => {});
    await standstill(() => sending.sent);
    expect(sending.sent * padding.byteLength).toBeLessThan(50_000_000);
    sending.stopped = true;
    echo.goOn();
    await call;
    expect(echo.seen.summed).toBe(sending.sent);
  });

  test("holds a handler back whose messages a client does not take", async () => {
    const { client } = await connect();
    const numbers = client.count({ to: 1000, paddingBytes: 100_000 })[Symbol.asyncIterator]();
    await numbers.next();
    await standstill(() => echo.seen.counted);
    expect(echo.seen.counted * 100_000).toBeLessThan(50_000_000);
    let last: number | undefined;
    for (let one = await numbers.next(); !one.done; one = await numbers.next()) {
      last = one.value.number;
    }
    expect(last).toBe(1000);
  });
});

describe("a handler that reads from a client", () => {
  const ends: [string, string, (listener: Listener) => () => void, ...Code[]][] = [
    ["goes away", "the HTTP listener", (listener) => callOverHttp(listener), Code.Canceled],
    ["goes away", "the gRPC listener", (listener) => callOverHttp2(listener), Code.Canceled],
    [
      "let its deadline pass",
      "the HTTP listener",
      (listener) => callOverHttp(listener, 2000),
      Code.DeadlineExceeded,
      Code.Canceled,
    ],
    [
      "let its deadline pass",
      "the gRPC listener",
      (listener) => callOverHttp2(listener, 2000),
      Code.DeadlineExceeded,
    ],
  ];
  test.each(ends)(
    "which %s is told so by %s, and that is no failure",
    async (why, name, call, ...codes) => {
      const leave = call(await startOf(name));
      await eventually(() => expect(echo.seen.summed).toBe(1));
      if (why === "goes away") leave();
      await eventually(() => expect(lines).toMatchObject([{ msg: "call", level: 30 }]));
      const [[code, reason] = []] = sumFailures();
      expect(codes).toContain(code);
      expect(reason).toBe("CALL_ENDED");
      leave();
    },
  );
});

/** Calls Sum, sends one message, and goes away when it is told to. */
function callOverHttp({ address }: Listener, timeoutMs?: number): () => void {
  const leave = new AbortController();
  const transport = createConnectTransport({ baseUrl: `http://${address}`, httpVersion: "1.1" });
  const call = createClient(EchoService, transport).sum(waiting({ number: 1 }), {
    signal: leave.signal,
    ...(timeoutMs !== undefined && { timeoutMs }),
  });
  call.catch(() => {});
  return () => leave.abort();
}

/** Does the same in raw HTTP/2: Node's clients end a request before they break it off. */
function callOverHttp2({ address }: Listener, timeoutMs?: number): () => void {
  const { session, stream } = startSum(address, timeoutMs);
  stream.write(message([0x08, 1]));
  return () => session.destroy();
}

function startSum(address: string, timeoutMs?: number) {
  const session = connectHttp2(`http://${address}`);
  const stream = session.request({
    ":method": "POST",
    ":path": "/modelwire.test.v1.EchoService/Sum",
    "content-type": "application/grpc",
    te: "trailers",
    ...(timeoutMs !== undefined && { "grpc-timeout": `${timeoutMs}m` }),
  });
  stream.on("error", () => {});
  return { session, stream: stream.resume() };
}

/** Puts the bytes of a message behind their prefix. */
function message(bytes: readonly number[]): Buffer {
  return Buffer.from([0, 0, 0, 0, bytes.length, ...bytes]);
}

/** A SumRequest that is answered at once: `number` 7 and `stop`. */
const stop = message([0x08, 7, 0x10, 1]);

test("the gRPC listener resets a stream that goes on after its status", async () => {
  const { address } = await startOf("the gRPC listener");
  const { session, stream } = startSum(address);
  const trailers = once(stream, "trailers");
  stream.write(stop);
  const [headers] = await trailers;
  expect(headers["grpc-status"]).toBe("0");
  await once(stream, "close");
  expect(stream.rstCode).toBe(0);
  session.close();
});

/** What a caller learns whose stream ended within a message. */
const endedWithin = { code: "InvalidArgument", reason: "MALFORMED_MESSAGE" };

test("the gRPC listener refuses a stream that ends within a message, with a reason", async () => {
  const { address } = await startOf("the gRPC listener");
  for (const part of [message([0x08, 1]).subarray(0, 3), message([0x08, 1]).subarray(0, 6)]) {
    const { session, stream } = startSum(address);
    const response = once(stream, "response");
    stream.write(message([0x08, 1]));
    stream.end(part);
    const [headers] = await response;
    const trailers = new Headers();
    for (const [name, value] of Object.entries(headers)) {
      if (name.startsWith("grpc-")) trailers.set(name, String(value));
    }
    expect(describeFailure(findTrailerError(trailers))).toMatchObject(endedWithin);
    session.close();
  }
  await eventually(() =>
    expect(sumFailures().map(([code]) => code)).toEqual(Array(2).fill(Code.Canceled)),
  );
});

test("the HTTP listener refuses a stream that ends within a message, with a reason", async () => {
  const { address } = await startOf("the HTTP listener");
  for (const lengthBytes of [3, 6]) {
    const answer = await fetch(`http://${address}/modelwire.test.v1.EchoService/Sum`, {
      method: "POST",
      headers: { "content-type": "application/connect+proto" },
      body: Buffer.concat([message([0x08, 1]), message([0x08, 1]).subarray(0, lengthBytes)]),
    });
    const end = endStreamFromJson(new Uint8Array(await answer.arrayBuffer()).subarray(5));
    expect(describeFailure(end.error)).toMatchObject(endedWithin);
  }
});

test("the gRPC listener lets a client that is far away send a megabyte ahead", async () => {
  const { address } = await startOf("the gRPC listener");
  const { session, stream } = startSum(address);
  await eventually(() => expect(session.remoteSettings.initialWindowSize).toBe(1024 ** 2));
  expect(session.remoteSettings.maxFrameSize).toBe(256 * 1024);
  stream.close();
  session.close();
});

test("the gRPC listener closes though a client leaves its end of the connection open", async () => {
  const listener = await startOf("the gRPC listener");
  const [host = "", port] = listener.address.split(":");
  const socket = connectSocket({ host, port: Number(port), allowHalfOpen: true });
  // The beginning of HTTP/2 and empty settings.
  socket.write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\u0004\0\0\0\0\0");
  await once(socket, "data");
  await listener.close(50);
  socket.destroy();
});

test("the HTTP listener closes a connection whose request goes on long after its answer", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const listener = await startOf("the HTTP listener");
  const [host = "", port] = listener.address.split(":");
  const socket = connectSocket(Number(port), host);
  let text = "";
  socket.setEncoding("latin1").on("data", (data) => {
    text += data;
  });
  const head = [
    "POST /modelwire.test.v1.EchoService/Sum HTTP/1.1",
    `host: ${listener.address}`,
    "content-type: application/connect+proto",
    "content-length: 1000000000",
  ];
  socket.write(`${head.join("\r\n")}\r\n\r\n`);
  socket.write(stop);
  const closed = once(socket, "close");
  const drop = Buffer.alloc(1000);
  const answered = async () => {
    while (!text.endsWith("0\r\n\r\n")) {
      socket.write(drop);
      await new Promise(setImmediate);
    }
  };
  await answered();
  expect(text).toContain("HTTP/1.1 200");
  expect(socket.destroyed).toBe(false);
  vi.advanceTimersByTime(10_000);
  await closed;
});

async function startOf(name: string): Promise<Listener> {
  const kind = listenerKinds.find((one) => one.name === name);
  if (!kind) throw new Error(`no listener is called ${name}`);
  const listener = await kind.start({ echo, interceptors });
  open.push(listener);
  return listener;
}

type SumMessage = MessageInitShape<typeof SumRequestSchema>;

async function* of(...messages: SumMessage[]) {
  yield* messages;
}

/** Sends a message and then nothing, without an end. */
async function* waiting(message: SumMessage) {
  yield message;
  await new Promise(() => {});
}

/** Sends one message over and over until it is stopped, and counts. */
function endless(message: SumMessage) {
  const sending = { sent: 0, stopped: false, messages: messages() };
  async function* messages() {
    for (; !sending.stopped; sending.sent++) {
      await new Promise(setImmediate);
      yield message;
    }
  }
  return sending;
}

function sumFailures(): [Code, string | undefined][] {
  return echo.seen.sumFailures.map((failure) => {
    const error = ConnectError.from(failure);
    return [error.code, error.findDetails(ErrorInfoSchema)[0]?.reason];
  });
}
