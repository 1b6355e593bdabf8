import { once } from "node:events";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { createClient } from "@connectrpc/connect";
import { encodeEnvelope } from "@connectrpc/connect/protocol";
import { createGrpcTransport, Http2SessionManager } from "@connectrpc/connect-node";
import fc from "fast-check";
import { EchoService } from "../gen/modelwire/test/v1/echo_pb.js";
import {
  callHeaders,
  connectRaw,
  frame,
  frameFlag,
  frameType,
  headerBlock,
  preface,
} from "./http2-frames.ts";
import { grpcKind, type Listener, type ListenerKind, maxMessageBytes } from "./listener-kinds.ts";

/** What a client sends that means no good, and what it is called. */
export interface Attack {
  name: string;
  bytes: Uint8Array[];
}

const methods = ["Echo", "Count", "Sum", "Chat", "Nothing", ""];
const path = fc.constantFrom(...methods).map((name) => `/modelwire.test.v1.EchoService/${name}`);
const bytes = fc.uint8Array({ maxLength: 3000 });
const bomb = Buffer.alloc(20 * maxMessageBytes);
const bombs = [gzipSync(bomb), brotliCompressSync(bomb)] as const;
const deepJson = fc
  .tuple(fc.constantFrom("[", '{"a":', '{"text":[', '[{"x":'), fc.integer({ min: 1, max: 50_000 }))
  .map(([open, depth]) => Buffer.from(open.repeat(depth)));

/** Bodies: of messages that are right, cut, too long, packed, or nothing of the kind. */
const body: fc.Arbitrary<Uint8Array> = fc.oneof(
  bytes,
  bytes.map((data) => encodeEnvelope(0, data)),
  fc.tuple(bytes, fc.nat(20)).map(([data, cut]) => encodeEnvelope(0, data).subarray(0, cut)),
  fc.tuple(fc.nat(255), fc.nat(0xffffffff), bytes).map(([flags, length, data]) => {
    const prefix = Buffer.alloc(5);
    prefix.writeUInt8(flags);
    prefix.writeUInt32BE(length, 1);
    return Buffer.concat([prefix, data]);
  }),
  fc.constantFrom(...bombs).map((data) => encodeEnvelope(1, data)),
  fc.constantFrom(...bombs),
  deepJson,
  deepJson.map((data) => encodeEnvelope(0, data)),
);

const contentType = fc.constantFrom(
  "application/grpc",
  "application/grpc+proto",
  "application/grpc-web+proto",
  "application/json",
  "application/proto",
  "application/connect+proto",
  "application/connect+json",
  "text/html",
  "",
);
const timeout = fc.constantFrom("1S", "0n", "-1S", "99999999H", "soon", "1".repeat(5000), "");
const encoding = fc.constantFrom("gzip", "br", "deflate", "identity", "nothing", "");
const text = fc.string({ maxLength: 200, unit: "binary" });
const headers = fc.record(
  {
    "content-type": contentType,
    "grpc-timeout": timeout,
    "connect-timeout-ms": timeout,
    "grpc-encoding": encoding,
    "content-encoding": encoding,
    "connect-content-encoding": encoding,
    te: fc.constantFrom("trailers", "chunked", "nothing", ""),
    host: fc.constantFrom("[", "", "a b", "127.0.0.1", "x".repeat(300)),
    "content-length": fc.constantFrom("0", "5", "99999999999999999999", "-1", "1, 2", "x"),
    "x-large-bin": fc.constantFrom("!", "AAAA", "x".repeat(20_000)),
    "x-any": text,
  },
  { requiredKeys: [] },
);

/** Attacks on an HTTP/1.1 server. */
const http1: fc.Arbitrary<Attack> = fc
  .tuple(
    fc.constantFrom("POST", "GET", "PUT", "PRI", "NOT A METHOD"),
    fc.oneof(path, fc.constantFrom("*", "http://[", "/%", `/${"x".repeat(20_000)}`)),
    headers,
    fc.array(fc.tuple(text, text), { maxLength: 3 }),
    body,
    fc.boolean(),
  )
  .map(([method, target, given, more, content, chunked]) => {
    const lines = [...Object.entries(given), ...more].map(([name, value]) => `${name}: ${value}`);
    const framing = chunked
      ? ["transfer-encoding: chunked"]
      : [`content-length: ${content.length}`];
    const own = "content-length" in given ? [] : framing;
    const head = [`${method} ${target} HTTP/1.1`, "host: x", ...own, ...lines].join("\r\n");
    return { name: "HTTP/1.1", bytes: [Buffer.from(`${head}\r\n\r\n`, "latin1"), content] };
  });

const flags = fc.constantFrom(0, 1, 4, 5, 0x2d, 0xff);
const streamId = fc.constantFrom(0, 1, 2, 3, 5, 0x7fffffff, 0xffffffff);

/** Attacks on an HTTP/2 server: frames in any order, of any length, and calls that are almost right. */
const http2: fc.Arbitrary<Attack> = fc
  .array(
    fc.oneof(
      fc
        .tuple(fc.nat(12), flags, streamId, bytes, fc.option(fc.nat(0xffffff)))
        .map(([type, flag, id, payload, length]) =>
          frame(type, flag, id, payload, length ?? payload.byteLength),
        ),
      fc
        .tuple(path, headers, flags)
        .map(([target, given, flag]) =>
          frame(frameType.headers, flag, 1, callHeaders(target, given as Record<string, string>)),
        ),
      fc
        .tuple(path, headers, body)
        .map(([target, given, content]) =>
          Buffer.concat([
            frame(
              frameType.headers,
              frameFlag.endHeaders,
              1,
              callHeaders(target, given as Record<string, string>),
            ),
            frame(frameType.data, frameFlag.endStream, 1, content.subarray(0, 16_384)),
          ]),
        ),
      fc.constant(frame(frameType.headers, 4, 1, headerBlock({ ":path": "x", "A B": "\0" }))),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((frames) => ({ name: "HTTP/2", bytes: [preface, ...frames] }));

const noise: fc.Arbitrary<Attack> = fc
  .array(bytes, { minLength: 1, maxLength: 4 })
  .map((chunks) => ({ name: "noise", bytes: chunks }));

/** Everything that is sent to either listener, also what is meant for the other. */
export const attacks: fc.Arbitrary<Attack> = fc.oneof(http1, http2, noise);

/**
 * Sends an attack, and gives what came back until the server closed the connection or had nothing
 * more to say for a moment.
 */
export async function attack(address: string, { bytes: chunks }: Attack): Promise<Buffer> {
  const { socket, received, closed } = await connectRaw(address);
  for (const chunk of chunks) if (!socket.destroyed) socket.write(chunk);
  // Half of them leave the connection open, and half go without a word.
  if (chunks.length % 2 === 0) socket.end();
  const answered = socket.destroyed ? closed : Promise.race([once(socket, "data"), closed]);
  await Promise.race([answered, new Promise((resolve) => setTimeout(resolve, 30))]).catch(() => {});
  socket.destroy();
  await closed;
  return received();
}

/** Makes a good call over a connection of its own. @throws Error where it is not answered */
export async function goodCall(kind: ListenerKind, listener: Listener): Promise<void> {
  const { transport, close } = connectionOf(kind, listener.address);
  const client = createClient(EchoService, transport);
  const { text: answer } = await client
    .echo({ text: "still here" }, { timeoutMs: 30_000 })
    .finally(close);
  if (answer !== "still here") throw new Error(`another answer: ${answer}`);
}

/** Thousands of good calls must not hold as many connections. */
function connectionOf(kind: ListenerKind, address: string) {
  // Node itself ends those over HTTP/1.1, or uses them again.
  if (kind !== grpcKind) return { transport: kind.transport(address), close() {} };
  const baseUrl = `http://${address}`;
  const sessionManager = new Http2SessionManager(baseUrl);
  return {
    transport: createGrpcTransport({ baseUrl, sessionManager }),
    close: () => sessionManager.abort(),
  };
}
