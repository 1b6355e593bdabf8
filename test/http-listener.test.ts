import { once } from "node:events";
import { connect as connectSocket } from "node:net";
import { gzipSync } from "node:zlib";
import { Code, ConnectError, createClient, type Transport } from "@connectrpc/connect";
import { createConnectTransport, createGrpcWebTransport } from "@connectrpc/connect-node";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ErrorInfoSchema } from "#gen/google/rpc/error_details_pb.js";
import { createHttpListener, type HttpListener, type Readiness } from "../src/server/http.ts";
import { EchoService } from "./gen/modelwire/test/v1/echo_pb.js";
import { createEcho, type Echo } from "./support/echo-service.ts";
import { eventually } from "./support/eventually.ts";

const maxMessageBytes = 100_000;
const echoPath = "/modelwire.test.v1.EchoService/Echo";

let echo: Echo;
let listener: HttpListener;
let baseUrl: string;
let ready: () => Promise<Readiness>;

beforeEach(async () => {
  echo = createEcho();
  ready = async () => ({ ready: true, reasons: [] });
  listener = await createHttpListener({
    routes: echo.routes,
    interceptors: [],
    address: "127.0.0.1:0",
    maxMessageBytes,
    ready: () => ready(),
  });
  baseUrl = `http://${listener.address}`;
});

afterEach(() => listener.close(0));

const transports: [string, () => Transport][] = [
  ["Connect", () => createConnectTransport({ baseUrl, httpVersion: "1.1" })],
  ["Connect in JSON", () => connectJson()],
  ["gRPC-Web", () => createGrpcWebTransport({ baseUrl, httpVersion: "1.1" })],
];

describe.each(transports)("%s over HTTP/1.1", (_, createTransport) => {
  test("carries the kinds of calls that HTTP/1.1 can", async () => {
    const client = createClient(EchoService, createTransport());
    expect((await client.echo({ text: "hi" })).text).toBe("hi");
    const numbers: number[] = [];
    for await (const { number } of client.count({ to: 3 })) numbers.push(number);
    expect(numbers).toEqual([1, 2, 3]);
    expect((await client.sum(numbersTo(1000))).sum).toBe(500_500);
  });

  test("brings an error's code, message, details and metadata", async () => {
    const client = createClient(EchoService, createTransport());
    const error = await failureOf(client.echo({ failWith: Code.FailedPrecondition }));
    expect(error).toMatchObject({
      code: Code.FailedPrecondition,
      rawMessage: "it fails, naïvely",
    });
    expect(error.findDetails(ErrorInfoSchema)[0]?.reason).toBe("TEST");
    expect(error.metadata.get("x-error")).toBe("yes");
  });

  test("refuses a message over the limit with a reason, and takes one at the limit", async () => {
    const client = createClient(EchoService, createTransport());
    const error = await failureOf(client.echo({ text: "x".repeat(maxMessageBytes) }));
    expect(error.code).toBe(Code.ResourceExhausted);
    expect(error.findDetails(ErrorInfoSchema)[0]).toMatchObject({
      reason: "MESSAGE_TOO_LARGE",
      domain: "modelwire",
    });
    const fits = await client.echo({ text: "x".repeat(maxMessageBytes - 20) });
    expect(fits.text).toHaveLength(maxMessageBytes - 20);
  });

  test("aborts the signal of a handler whose caller's deadline passed", async () => {
    const client = createClient(EchoService, createTransport());
    const error = await failureOf(client.echo({ wait: true }, { timeoutMs: 1000 }));
    expect(error.code).toBe(Code.DeadlineExceeded);
    await eventually(() => expect(echo.seen.abortReasons).toHaveLength(1));
  });

  test("aborts the signal of a handler whose caller is gone", async () => {
    const client = createClient(EchoService, createTransport());
    const controller = new AbortController();
    const failure = failureOf(client.echo({ wait: true }, { signal: controller.signal }));
    await eventually(() => expect(echo.seen.waiting).toBe(1));
    controller.abort();
    expect((await failure).code).toBe(Code.Canceled);
    await eventually(() => expect(echo.seen.abortReasons).toHaveLength(1));
  });
});

describe("JSON by plain HTTP", () => {
  test("a call is a POST of JSON", async () => {
    const response = await post(JSON.stringify({ text: "hi" }));
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ text: "hi" });
  });

  test("an error is JSON with a status and details", async () => {
    const response = await post(JSON.stringify({ failWith: Code.NotFound }));
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({
      code: "not_found",
      message: "it fails, naïvely",
      details: [{ type: "google.rpc.ErrorInfo", debug: { reason: "TEST" } }],
    });
  });

  test("a small body that unpacks to more than the limit is refused with a reason", async () => {
    const body = gzipSync(JSON.stringify({ text: "x".repeat(maxMessageBytes * 10) }));
    expect(body.byteLength).toBeLessThan(maxMessageBytes);
    const response = await post(body, { "content-encoding": "gzip" });
    expect(response.status).toBe(429);
    expect(await response.json()).toMatchObject({
      code: "resource_exhausted",
      details: [{ debug: { reason: "MESSAGE_TOO_LARGE" } }],
    });
  });

  test("a connection goes on after a message that was refused unread", async () => {
    const large = JSON.stringify({ text: "x".repeat(5_000_000) });
    const small = JSON.stringify({ text: "hi" });
    const text = await exchange(rawPost(large), rawPost(small, "connection: close"));
    expect(text.match(/HTTP\/1\.1 \d+/g)).toEqual(["HTTP/1.1 429", "HTTP/1.1 200"]);
  });

  test("a connection that is kept open is told with its last answer that the server stops", async () => {
    const url = new URL(baseUrl);
    const socket = connectSocket(Number(url.port), url.hostname);
    let text = "";
    socket.setEncoding("utf8").on("data", (data) => {
      text += data;
    });
    socket.write(rawPost('{"text": "first"}'));
    await eventually(() => expect(text).toContain("first"));
    expect(text.toLowerCase()).toContain("connection: keep-alive");
    const closed = listener.close(60_000);
    text = "";
    socket.write(rawPost('{"text": "last"}'));
    await once(socket, "close");
    expect(text).toContain("last");
    expect(text.toLowerCase()).toContain("connection: close");
    await closed;
  });

  test.each([
    ["a host that is none", `POST ${echoPath} HTTP/1.1\r\nhost: [\r\nconnection: close\r\n\r\n`],
    ["no host", `POST ${echoPath} HTTP/1.0\r\n\r\n`],
  ])("a request with %s is refused and does not end the server", async (_, request) => {
    expect(await exchange(request)).toContain("HTTP/1.1 400");
    expect((await post("{}")).status).toBe(200);
  });
});

describe("beside the RPCs", () => {
  test("/healthz answers while the server runs", async () => {
    const response = await fetch(`${baseUrl}/healthz`);
    expect([response.status, await response.json()]).toEqual([200, { status: "ok" }]);
  });

  test("/readyz says whether the service can work, and why not", async () => {
    expect((await fetch(`${baseUrl}/readyz`)).status).toBe(200);
    ready = async () => ({ ready: false, reasons: ["mlflow does not answer"] });
    const unready = await fetch(`${baseUrl}/readyz`);
    expect(unready.status).toBe(503);
    expect(await unready.json()).toEqual({ ready: false, reasons: ["mlflow does not answer"] });
    ready = () => Promise.reject(new Error("the check itself fails"));
    const failed = await fetch(`${baseUrl}/readyz`);
    expect(failed.status).toBe(503);
    expect(await failed.json()).toEqual({ ready: false, reasons: ["the check itself fails"] });
  });

  test("any other path is a 404 in JSON", async () => {
    const response = await fetch(`${baseUrl}/modelwire.test.v1.EchoService/Other`, {
      method: "POST",
    });
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ code: "unimplemented" });
  });

  test("any other path is a status in headers to gRPC-Web", async () => {
    const contentType = "application/grpc-web+proto";
    const response = await fetch(`${baseUrl}/modelwire.test.v1.EchoService/Other`, {
      method: "POST",
      headers: { "content-type": contentType },
    });
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": contentType,
      "grpc-status": String(Code.Unimplemented),
      "grpc-message": "no such path: /modelwire.test.v1.EchoService/Other".replaceAll(" ", "%20"),
    });
  });
});

function connectJson(): Transport {
  return createConnectTransport({ baseUrl, httpVersion: "1.1", useBinaryFormat: false });
}

async function* numbersTo(last: number) {
  for (let number = 1; number <= last; number++) yield { number };
}

async function failureOf(promise: Promise<unknown>): Promise<ConnectError> {
  return promise.then(
    () => expect.unreachable("the call should have failed"),
    (reason) => ConnectError.from(reason),
  );
}

function post(body: string | Buffer<ArrayBuffer>, headers = {}): Promise<Response> {
  const type = { "content-type": "application/json" };
  return fetch(`${baseUrl}${echoPath}`, { method: "POST", body, headers: { ...type, ...headers } });
}

function rawPost(body: string, header = "x-nothing: more"): string {
  const head = [
    `POST ${echoPath} HTTP/1.1`,
    `host: ${listener.address}`,
    "content-type: application/json",
    `content-length: ${body.length}`,
    header,
  ];
  return `${head.join("\r\n")}\r\n\r\n${body}`;
}

/** Sends requests over one connection and gives everything that came back until it closed. */
async function exchange(...requests: string[]): Promise<string> {
  const url = new URL(baseUrl);
  const socket = connectSocket(Number(url.port), url.hostname);
  let text = "";
  socket.setEncoding("utf8").on("data", (data) => {
    text += data;
  });
  for (const request of requests) socket.write(request);
  await once(socket, "close");
  return text;
}
