import { once } from "node:events";
import { connect as connectHttp2 } from "node:http2";
import { gzipSync } from "node:zlib";
import { fromBinary } from "@bufbuild/protobuf";
import { encodeEnvelope } from "@connectrpc/connect/protocol";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ErrorInfoSchema } from "#gen/google/rpc/error_details_pb.js";
import { StatusSchema } from "#gen/google/rpc/status_pb.js";
import { createEcho, type Echo } from "./support/echo-service.ts";
import { grpcKind, httpKind, type Listener, maxMessageBytes } from "./support/listener-kinds.ts";

/** A field that no request has, and that says it is longer than the message. */
const cutOff = Uint8Array.of(0x7a, 0xff, 0x01);
const gzipped = gzipSync(Buffer.from([0x12, 2, 0x68, 0x69]));

let echo: Echo;
let grpcListener: Listener;
let httpListener: Listener;

beforeEach(async () => {
  echo = createEcho();
  grpcListener = await grpcKind.start({ echo });
  httpListener = await httpKind.start({ echo });
});
afterEach(() => Promise.all([grpcListener.close(0), httpListener.close(0)]));

/** What an answer says: a status, and the reason in its details. */
interface Answer {
  status: number | string | undefined;
  reason: string | undefined;
}

const refused = { status: 3, reason: "MALFORMED_MESSAGE" };

describe.each(["Echo", "Count", "Sum"])("over gRPC, a request of %s", (method) => {
  test.each<[string, Uint8Array, Record<string, string>?]>([
    ["that is no message", encodeEnvelope(0, cutOff)],
    ["that ends within its prefix", encodeEnvelope(0, cutOff).subarray(0, 3)],
    ["that ends within a message", encodeEnvelope(0, cutOff).subarray(0, 6)],
    ["that is not compressed as it says", encodeEnvelope(1, cutOff), { "grpc-encoding": "gzip" }],
    [
      "whose compression is cut off",
      encodeEnvelope(1, gzipped.subarray(0, 20)),
      { "grpc-encoding": "gzip" },
    ],
  ])("%s", async (_, body, headers) => {
    expect(await callGrpc(method, body, headers)).toEqual(refused);
  });

  test("that unpacks to more than a message may have", async () => {
    const bomb = encodeEnvelope(1, gzipSync(Buffer.alloc(50 * maxMessageBytes)));
    expect(await callGrpc(method, bomb, { "grpc-encoding": "gzip" })).toEqual({
      status: 8,
      reason: "MESSAGE_TOO_LARGE",
    });
  });
});

test("over gRPC, a deadline that is none is refused", async () => {
  expect(await callGrpc("Echo", encodeEnvelope(0, cutOff), { "grpc-timeout": "soon" })).toEqual(
    refused,
  );
});

describe("over HTTP, a request", () => {
  const unary: [string, string, Uint8Array | string, Record<string, string>?][] = [
    ["in binary that is no message", "application/proto", cutOff],
    ["in JSON that is none", "application/json", '{"text": '],
    ["in JSON that has another type", "application/json", '{"text": 1}'],
    ["in JSON that nests without end", "application/json", "[".repeat(100_000)],
    ["that is not compressed as it says", "application/json", "{}", { "content-encoding": "gzip" }],
    [
      "whose compression is cut off",
      "application/proto",
      gzipped.subarray(0, 20),
      { "content-encoding": "gzip" },
    ],
    ["with a deadline that is none", "application/json", "{}", { "connect-timeout-ms": "soon" }],
  ];
  test.each(unary)("%s", async (_, contentType, body, headers) => {
    const response = await post("Echo", contentType, body, headers);
    expect(response.status).toBe(400);
    const { code, details } = (await response.json()) as {
      code: string;
      details: { debug: { reason: string } }[];
    };
    expect([code, details[0]?.debug.reason]).toEqual(["invalid_argument", "MALFORMED_MESSAGE"]);
  });

  const web = "application/grpc-web+proto";
  const enveloped: [string, string, string, Uint8Array, Record<string, string>?][] = [
    ["of gRPC-Web that is no message", "Echo", web, encodeEnvelope(0, cutOff)],
    ["of gRPC-Web that is cut off", "Echo", web, encodeEnvelope(0, cutOff).subarray(0, 6)],
    [
      "of gRPC-Web that is not compressed as it says",
      "Echo",
      web,
      encodeEnvelope(1, cutOff),
      { "grpc-encoding": "gzip" },
    ],
    ["of a stream of gRPC-Web that is no message", "Count", web, encodeEnvelope(0, cutOff)],
    ["of Connect's streams", "Count", "application/connect+proto", encodeEnvelope(0, cutOff)],
    [
      "of Connect's streams that is cut off",
      "Sum",
      "application/connect+proto",
      encodeEnvelope(0, cutOff).subarray(0, 6),
    ],
    [
      "of Connect's streams in JSON",
      "Sum",
      "application/connect+json",
      encodeEnvelope(0, Buffer.from("{")),
    ],
  ];
  test.each(enveloped)("%s", async (_, method, contentType, body, headers) => {
    const response = await post(method, contentType, body, headers);
    expect(response.status).toBe(200);
    const text = await response.text();
    expect(reasonIn(text)).toBe("MALFORMED_MESSAGE");
    expect(text).toMatch(/grpc-status: 3|"code":"invalid_argument"/);
  });

  test.each(["gzip", "br"])("of a stream that unpacks to too much with %s", async (encoding) => {
    const { brotliCompressSync } = await import("node:zlib");
    const large = Buffer.alloc(50 * maxMessageBytes);
    const bomb = encodeEnvelope(
      1,
      encoding === "gzip" ? gzipSync(large) : brotliCompressSync(large),
    );
    const response = await post("Sum", "application/connect+proto", bomb, {
      "connect-content-encoding": encoding,
    });
    expect(reasonIn(await response.text())).toBe("MESSAGE_TOO_LARGE");
  });
});

function post(
  method: string,
  contentType: string,
  body: Uint8Array | string,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(`http://${httpListener.address}/modelwire.test.v1.EchoService/${method}`, {
    method: "POST",
    headers: { "content-type": contentType, ...headers },
    body: typeof body === "string" ? body : Buffer.from(body),
  });
}

/** Finds the reason in what a stream ends with, in JSON or in gRPC-Web's trailers. */
function reasonIn(text: string): string | undefined {
  const details = text.match(/grpc-status-details-bin: (\S+)/)?.[1];
  return details ? reasonOf(details) : text.match(/"reason":"(\w+)"/)?.[1];
}

function reasonOf(details: string): string | undefined {
  const [info] = fromBinary(StatusSchema, Buffer.from(details, "base64")).details;
  return info && fromBinary(ErrorInfoSchema, info.value).reason;
}

async function callGrpc(
  method: string,
  body: Uint8Array,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const session = connectHttp2(`http://${grpcListener.address}`);
  const stream = session.request({
    ":method": "POST",
    ":path": `/modelwire.test.v1.EchoService/${method}`,
    "content-type": "application/grpc",
    te: "trailers",
    ...headers,
  });
  stream.on("error", () => {});
  const [response] = await Promise.all([
    once(stream, "response").then(([given]) => given),
    new Promise<void>((resolve) => stream.end(body, () => resolve())),
  ]);
  const details = response["grpc-status-details-bin"];
  session.destroy();
  return {
    status: Number(response["grpc-status"]),
    reason: typeof details === "string" ? reasonOf(details) : undefined,
  };
}
