import { Code, ConnectError, createClient, type Interceptor } from "@connectrpc/connect";
import { createAsyncIterable } from "@connectrpc/connect/protocol";
import { createConnectTransport, createGrpcTransport } from "@connectrpc/connect-node";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type Admission, createAdmission } from "../src/server/admission.ts";
import { createAdmissionInterceptor } from "../src/server/interceptors/admission.ts";
import { EchoService } from "./gen/modelwire/test/v1/echo_pb.js";
import { createEcho, type Echo } from "./support/echo-service.ts";
import { failureOf } from "./support/errors.ts";
import { type Listener, listenerKinds } from "./support/listener-kinds.ts";

/** Machines that test are slow. */
const soon = { timeout: 30_000 };

const clients = {
  "the gRPC listener": (address: string, localAddress: string) =>
    createClient(
      EchoService,
      createGrpcTransport({
        baseUrl: `http://${address}`,
        // It goes to the socket, which the types of HTTP/2 leave out.
        nodeOptions: { localAddress } as object,
      }),
    ),
  "the HTTP listener": (address: string, localAddress: string) =>
    createClient(
      EchoService,
      createConnectTransport({
        baseUrl: `http://${address}`,
        httpVersion: "1.1",
        nodeOptions: { localAddress },
      }),
    ),
};

/** Begins streams and reads nothing of what they answer, as where a right is lost meanwhile. */
const dropAnswers: Interceptor = (next) => async (request) => {
  const response = await next(request);
  if (!response.stream) return response;
  throw new ConnectError("nobody reads it", Code.Aborted);
};

let echo: Echo;
let admission: Admission;
let listener: Listener;

describe.each(listenerKinds)("$name", ({ name, start }) => {
  const clientFrom = (localAddress: string) =>
    clients[name as keyof typeof clients](listener.address, localAddress);

  beforeEach(async () => {
    echo = createEcho();
    admission = createAdmission({ maxConcurrentCalls: 2, maxQueuedCalls: 20, maxStreams: 4 });
    const interceptors = [createAdmissionInterceptor(admission)];
    listener = await start({ echo, interceptors });
  });
  afterEach(() => listener.close(0));

  test("runs so many calls at once, has others wait, and refuses what is more", async () => {
    const client = clientFrom("127.0.0.1");
    const leave = new AbortController();
    const waiting = Array.from({ length: 22 }, () =>
      failureOf(client.echo({ wait: true }, { signal: leave.signal })),
    );
    await vi.waitFor(
      () => expect(admission.counts).toMatchObject({ running: 2, waiting: 20 }),
      soon,
    );
    expect(echo.seen.waiting).toBe(2);
    expect(await failureOf(client.echo({}))).toMatchObject({
      code: "ResourceExhausted",
      reason: "SERVER_BUSY",
      retries: true,
    });
    leave.abort();
    await Promise.all(waiting);
    await vi.waitFor(
      () => expect(admission.counts).toMatchObject({ running: 0, waiting: 0 }),
      soon,
    );
    expect((await client.echo({ text: "next" })).text).toBe("next");
  });

  test("gives a caller with one call its turn beside one with many", async () => {
    const [many, one] = [clientFrom("127.0.0.1"), clientFrom("127.0.0.2")];
    const leave = new AbortController();
    const calls = Array.from({ length: 22 }, () =>
      failureOf(many.echo({ wait: true }, { signal: leave.signal, timeoutMs: 60_000 })),
    );
    await vi.waitFor(() => expect(admission.counts.waiting).toBe(20), soon);
    const answer = one.echo({ text: "my turn" });
    // The queue was full: the last of the many made room.
    await vi.waitFor(() => expect(admission.counts.refusedCalls).toBe(1), soon);
    leave.abort();
    expect((await answer).text).toBe("my turn");
    await Promise.all(calls);
  });

  test("ends the wait of a call whose deadline passes", async () => {
    const client = clientFrom("127.0.0.1");
    const leave = new AbortController();
    const busy = Array.from({ length: 2 }, () =>
      failureOf(client.echo({ wait: true }, { signal: leave.signal })),
    );
    await vi.waitFor(() => expect(echo.seen.waiting).toBe(2), soon);
    const late = await failureOf(client.echo({}, { timeoutMs: 100 }));
    expect(late.code).toBe("DeadlineExceeded");
    await vi.waitFor(() => expect(admission.counts.waiting).toBe(0), soon);
    expect(echo.seen.contexts).toHaveLength(2);
    leave.abort();
    await Promise.all(busy);
  });

  test("has a share of the streams for each caller, and calls beside them", async () => {
    const [a, b] = [clientFrom("127.0.0.1"), clientFrom("127.0.0.2")];
    const leave = new AbortController();
    const begin = async (client: typeof a) => {
      const stream = client.count(
        { to: 1_000_000, paddingBytes: 100_000 },
        { signal: leave.signal },
      );
      const iterator = stream[Symbol.asyncIterator]();
      await iterator.next();
    };
    await begin(a);
    await begin(a);
    expect(await failureOf(begin(a))).toMatchObject({
      code: "ResourceExhausted",
      reason: "SERVER_BUSY",
      retries: true,
    });
    await begin(b);
    await begin(b);
    expect((await a.echo({ text: "hi" })).text).toBe("hi");
    leave.abort();
    await vi.waitFor(() => expect(admission.counts.streams).toBe(0), soon);
  });

  test("gives the place of a stream back that nobody begins to read", async () => {
    await listener.close(0);
    listener = await start({
      echo,
      interceptors: [dropAnswers, createAdmissionInterceptor(admission)],
    });
    const client = clientFrom("127.0.0.1");
    const count = client.count({ to: 1 })[Symbol.asyncIterator]();
    expect((await failureOf(count.next())).code).toBe("Aborted");
    expect((await failureOf(client.sum(createAsyncIterable([{ number: 1 }])))).code).toBe(
      "Aborted",
    );
    await vi.waitFor(() => expect(admission.counts.streams).toBe(0), soon);
  });
});
