import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { cp, writeFile } from "node:fs/promises";
import { createServer, type ServerResponse } from "node:http";
import { createServer as createHttp2Server } from "node:http2";
import { join } from "node:path";
import { create, toBinary } from "@bufbuild/protobuf";
import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import { Code, ConnectError } from "@connectrpc/connect";
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from "vitest";
import { WatchEventsResponseSchema } from "#gen/modelwire/event/v1/event_service_pb.js";
import { connect } from "../../clients/typescript/src/connect.ts";
import { uploadDirectory } from "../../clients/typescript/src/upload.ts";
import { watchEvents } from "../../clients/typescript/src/watch.ts";
import { openStore } from "../../src/store/store.ts";
import { announce, startEventServer } from "../support/event-server.ts";
import { listenOnLoopback, stopListening } from "../support/loopback-server.ts";
import { quickstartModel } from "../support/model-files.ts";
import { startModelwire, type TestModelwire } from "../support/modelwire.ts";
import { noteRefusals } from "../support/refusals.ts";
import { startTcpFront } from "../support/tcp-front.ts";
import { makeTemporaryDirectory, type TemporaryDirectory } from "../support/temporary-directory.ts";

const MIB = 1024 ** 2;

describe("an upload", () => {
  let modelwire: TestModelwire;
  let folder: TemporaryDirectory;
  beforeAll(async () => {
    modelwire = await startModelwire();
    folder = await makeTemporaryDirectory("modelwire-connections-");
    await cp(quickstartModel, folder.path, { recursive: true });
    await writeFile(join(folder.path, "weights.bin"), randomBytes(6 * MIB));
  });
  afterAll(async () => {
    await modelwire?.stop();
    await folder?.remove();
  });

  test.each(["connect", "grpc"] as const)(
    "over %s goes on whenever its connection is reset",
    async (protocol) => {
      const target = protocol === "grpc" ? modelwire.grpcAddress : new URL(modelwire.httpUrl).host;
      const front = await startTcpFront(target, { resetAfterBytes: [2 * MIB, 2 * MIB] });
      onTestFinished(() => front.close());
      const upload = await uploadDirectory(
        connect({ url: `http://${front.address}`, protocol }),
        folder.path,
      );
      expect(front.resets).toBe(2);
      expect(upload.files.filter(({ complete }) => !complete)).toEqual([]);
    },
  );
});

describe("a watch", () => {
  type Answer = (response: ServerResponse) => void;

  /** Watches a server that answers one watch after the other, as what is before Modelwire may. */
  async function watch(...answers: Answer[]) {
    const server = createServer((request, response) => {
      request.resume();
      answers.shift()?.(response);
    });
    const url = `http://127.0.0.1:${await listenOnLoopback(server)}`;
    onTestFinished(() => stopListening(server));
    const stop = new AbortController();
    onTestFinished(() => stop.abort());
    const lost: string[] = [];
    const onLost = (error: ConnectError) => void lost.push(Code[error.code]);
    const watching = watchEvents(connect({ url }), {}, { signal: stop.signal, onLost });
    return { watching, lost };
  }

  const response = toBinary(
    WatchEventsResponseSchema,
    create(WatchEventsResponseSchema, { cursor: "c", event: { eventId: "evt_1" } }),
  );
  const framed = (bytes: Uint8Array, flags = 0) =>
    Buffer.concat([Buffer.from([flags, 0, 0, 0, bytes.byteLength]), bytes]);
  const event = framed(response);
  const begin = (answer: ServerResponse) =>
    answer.writeHead(200, { "content-type": "application/connect+proto" });
  const status = (code: number) => (answer: ServerResponse) => answer.writeHead(code).end();
  const told: Answer = (answer) => begin(answer).write(event);
  const cut: Answer = (answer) => begin(answer).write(event, () => answer.destroy());

  test.each<[string, string, Answer[]]>([
    ["is cut", "Aborted", [cut]],
    ["ends after a message", "InvalidArgument", [(answer) => begin(answer).end(event)]],
    [
      "ends within a message",
      "InvalidArgument",
      [(answer) => begin(answer).end(Buffer.concat([event, event.subarray(0, 7)]))],
    ],
    ["is cut, and a proxy finds no server", "Aborted", [cut, status(502), status(500)]],
  ])("goes on where its connection %s", async (_, code, answers) => {
    const { watching, lost } = await watch(...answers, told);
    for (const _ of [1, 2]) {
      expect(await watching.next()).toMatchObject({ value: { event: { eventId: "evt_1" } } });
    }
    expect(lost).toEqual([code]);
  });

  const quota = Buffer.from('{"error": {"code": "resource_exhausted"}}');
  test.each<[string, Code, Answer]>([
    ["a quota", Code.ResourceExhausted, (answer) => begin(answer).end(framed(quota, 2))],
    ["a refusal", Code.PermissionDenied, status(403)],
    ["the refusal of a caller", Code.Unauthenticated, status(401)],
    ["a server that has no such service", Code.Unimplemented, status(404)],
    [
      "what cannot be read",
      Code.Internal,
      (answer) => begin(answer).write(framed(response.subarray(1))),
    ],
  ])("ends with %s, also after a loss", async (_, code, answer) => {
    const { watching } = await watch(cut, answer);
    await watching.next();
    await expect(watching.next()).rejects.toMatchObject({ code });
  });
});

test("a watch over gRPC that is read too slowly is ended, and goes on after its last cursor", async () => {
  const folder = await makeTemporaryDirectory("modelwire-slow-");
  onTestFinished(() => folder.remove());
  const store = await openStore(`sqlite:${join(folder.path, "modelwire.db")}`);
  onTestFinished(() => store.close());
  const refusals = noteRefusals();
  const limits = { maxConnections: 10, stallTimeoutMs: 400, observer: refusals.observer };
  const server = await startEventServer(store, limits);
  onTestFinished(() => server.close());
  // More than what lies in buffers on the way.
  const alias = "a".repeat(8000);
  const told: string[] = [];
  while (told.length < 60) {
    const event = await announce(store, { aliasChanged: { alias, version: "1" } });
    told.push(event.eventId);
  }
  const client = connect({ url: `http://${server.grpcAddress}`, protocol: "grpc" });
  const lost: string[] = [];
  const onLost = (error: ConnectError) => void lost.push(Code[error.code]);
  const taken: string[] = [];
  for await (const { event } of watchEvents(
    client,
    { startTime: timestampFromMs(0) },
    { onLost },
  )) {
    taken.push(event.eventId);
    if (taken.length === 1) await expect.poll(() => refusals.stalledCalls).toBe(1);
    if (taken.length === told.length) break;
  }
  expect(taken).toEqual(told);
  expect(lost).toEqual(["Internal"]);
});

test("a call over gRPC ends where its connection has died without a word", async () => {
  const server = createHttp2Server();
  const port = await listenOnLoopback(server);
  const front = await startTcpFront(`127.0.0.1:${port}`, {});
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  try {
    const { registry } = connect({ url: `http://${front.address}`, protocol: "grpc" });
    const called = once(server, "stream");
    const call = registry.getModelByUuid({ modelUuid: "m-1" }, { timeoutMs: 0 });
    const ended = call.catch(ConnectError.from);
    await called;
    front.silence();
    await vi.advanceTimersByTimeAsync(80_000);
    expect(await ended).toMatchObject({ code: Code.Unavailable });
  } finally {
    vi.useRealTimers();
    await front.close();
    await stopListening(server);
  }
});
