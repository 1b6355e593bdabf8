import { connect as connectHttp2, constants } from "node:http2";
import { Code, createClient } from "@connectrpc/connect";
import { findTrailerError } from "@connectrpc/connect/protocol-grpc";
import { afterEach, beforeEach, expect, test } from "vitest";
import { ErrorInfoSchema, RetryInfoSchema } from "#gen/google/rpc/error_details_pb.js";
import { EchoService } from "./gen/modelwire/test/v1/echo_pb.js";
import { createEcho } from "./support/echo-service.ts";
import { eventually } from "./support/eventually.ts";
import { createHealthClient } from "./support/health-client.ts";
import { grpcKind } from "./support/listener-kinds.ts";

const echoPath = "/modelwire.test.v1.EchoService/Echo";
const watchPath = "/grpc.health.v1.Health/Watch";
const emptyMessage = Buffer.from([0, 0, 0, 0, 0]);

/** What a listener for few connections takes. */
const most = 1000;

let address: string;
const closing: (() => unknown)[] = [];

beforeEach(async () => {
  const limits = { maxConnections: 100, stallTimeoutMs: 600_000 };
  const listener = await grpcKind.start({ echo: createEcho(), limits });
  closing.push(() => listener.close(0));
  address = listener.address;
});
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

test("calls that nobody admits are bounded over all connections, and keep out no one who has few", async () => {
  const health = createHealthClient(address);
  closing.push(() => health.close());
  const told = health.watch("");
  await eventually(() => expect(told).toEqual(["NOT_SERVING"]));
  const watches = connect();
  for (let i = 0; i < 700; i++) watches.open(watchPath).end(emptyMessage);
  await eventually(() => expect(watches.begun).toBe(700));
  // Of these, no message comes.
  const begun = connect();
  for (let i = 0; i < 700; i++) begun.open(echoPath);
  await eventually(() =>
    expect(watches.ends.length + begun.ends.length).toBe(1 + 700 + 700 - most),
  );
  for (const error of [...watches.ends, ...begun.ends].map(findTrailerError)) {
    expect(error?.code).toBe(Code.ResourceExhausted);
    expect(error?.findDetails(ErrorInfoSchema)[0]?.reason).toBe("SERVER_BUSY");
    expect(error?.findDetails(RetryInfoSchema)).toHaveLength(1);
  }
  const client = createClient(EchoService, grpcKind.transport(address));
  expect((await client.echo({ text: "hi" })).text).toBe("hi");
  expect(await health.check("")).toBe("NOT_SERVING");
  expect(told).toEqual(["NOT_SERVING"]);
});

test("a call that makes room and takes nothing is reset", async () => {
  const deaf = connect({ initialWindowSize: 0 });
  const [first] = Array.from({ length: most }, () => deaf.open(watchPath).end(emptyMessage));
  await eventually(() => expect(deaf.begun).toBe(most));
  connect().open(watchPath).end(emptyMessage);
  await eventually(() => expect(first?.rstCode).toBe(constants.NGHTTP2_ENHANCE_YOUR_CALM));
});

/** A connection and what came of its calls: how many have an answer's headers, and how they ended. */
function connect(settings = {}) {
  const session = connectHttp2(`http://${address}`, { settings });
  session.on("error", () => {});
  closing.push(() => session.destroy());
  const ends: Headers[] = [];
  const connection = { begun: 0, ends, open };
  function open(path: string) {
    const headers = { te: "trailers", "content-type": "application/grpc" };
    const stream = session.request({ ":method": "POST", ":path": path, ...headers });
    const noteEnd = (trailers: object) => {
      if ("grpc-status" in trailers) ends.push(headersOf(trailers));
    };
    stream.on("error", () => {});
    stream.on("response", (response) => {
      connection.begun += 1;
      noteEnd(response);
    });
    stream.on("trailers", noteEnd);
    return stream.resume();
  }
  return connection;
}

function headersOf(trailers: object): Headers {
  return new Headers(Object.entries(trailers).filter(([name]) => !name.startsWith(":")));
}
