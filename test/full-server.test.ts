import { constants, createServer, type Http2Server } from "node:http2";
import { Code, ConnectError } from "@connectrpc/connect";
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { connect, type Modelwire } from "../clients/typescript/src/connect.ts";
import { retryAfterMs } from "../clients/typescript/src/errors.ts";
import { callUntilAvailable } from "../clients/typescript/src/retry.ts";
import { uploadDirectory } from "../clients/typescript/src/upload.ts";
import { watchEvents } from "../clients/typescript/src/watch.ts";
import { listenOnLoopback, stopListening } from "./support/loopback-server.ts";
import { quickstartModel } from "./support/model-files.ts";
import { startModelwire, type TestModelwire } from "./support/modelwire.ts";

describe("the client of a server that is full", () => {
  let modelwire: TestModelwire;
  beforeAll(async () => {
    // Half of them for one caller.
    modelwire = await startModelwire({ environment: { MODELWIRE_MAX_STREAMS: "2" } });
  });
  afterAll(() => modelwire?.stop());

  const clients = (protocol: "connect" | "grpc") =>
    connect({
      url: protocol === "grpc" ? `http://${modelwire.grpcAddress}` : modelwire.httpUrl,
      protocol,
    });

  /** Takes the only stream that there is, and gives what leaves it. */
  async function fill(client: Modelwire): Promise<() => void> {
    const leave = new AbortController();
    onTestFinished(() => leave.abort());
    const watching = client.events.watchEvents({}, { signal: leave.signal });
    await watching[Symbol.asyncIterator]().next();
    return () => leave.abort();
  }

  test.each(["connect", "grpc"] as const)(
    "watches over %s once there is room",
    async (protocol) => {
      const client = clients(protocol);
      const leave = await fill(client);
      const stop = new AbortController();
      const told: string[] = [];
      const watching = watchEvents(
        client,
        {},
        {
          signal: stop.signal,
          onLost(error) {
            told.push(Code[error.code]);
            leave();
          },
          onWatching() {
            told.push("watching");
            stop.abort();
          },
        },
      );
      expect(await watching.next()).toMatchObject({ done: true });
      expect(told).toEqual(["ResourceExhausted", "watching"]);
    },
  );

  test.each(["connect", "grpc"] as const)(
    "uploads over %s once there is room",
    async (protocol) => {
      const client = clients(protocol);
      const leave = await fill(client);
      const waits: number[] = [];
      const upload = await uploadDirectory(client, quickstartModel, {
        onWait(_, delayMs) {
          waits.push(delayMs);
          leave();
        },
      });
      expect(upload.files.every(({ complete }) => complete)).toBe(true);
      expect(Math.min(...waits)).toBeGreaterThanOrEqual(1000);
    },
  );
});

describe("the client of a server that refuses streams of HTTP/2", () => {
  let server: Http2Server | undefined;
  afterEach(async () => {
    if (server) await stopListening(server);
  });

  test("calls again, as nothing was done", async () => {
    let refused = 0;
    server = createServer().on("stream", (stream) => {
      stream.on("error", () => {});
      refused += 1;
      stream.close(constants.NGHTTP2_REFUSED_STREAM);
    });
    const url = `http://127.0.0.1:${await listenOnLoopback(server)}`;
    const { registry, events } = connect({ url, protocol: "grpc" });
    const stop = new AbortController();
    const call = () => registry.getModelByUuid({ modelUuid: "m-1" });
    const onWait = () => stop.abort();
    const calling = callUntilAvailable(call, { timeoutMs: 60_000, signal: stop.signal, onWait });
    const waited = await calling.catch(ConnectError.from);
    expect(waited).toMatchObject({ code: Code.Unavailable });
    expect(retryAfterMs(waited)).toBe(1000);
    const watching = events.watchEvents({})[Symbol.asyncIterator]();
    await expect(watching.next()).rejects.toMatchObject({ code: Code.Unavailable });
    expect(refused).toBe(2);
  });
});
