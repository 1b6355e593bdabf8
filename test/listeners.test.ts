import { once } from "node:events";
import { createServer } from "node:net";
import { create } from "@bufbuild/protobuf";
import { Code, ConnectError, createClient, type Interceptor } from "@connectrpc/connect";
import { pino } from "pino";
import { afterEach, describe, expect, test } from "vitest";
import { createLoggingInterceptor } from "../src/server/interceptors/logging.ts";
import { EchoService, SumRequestSchema } from "./gen/modelwire/test/v1/echo_pb.js";
import { createEcho } from "./support/echo-service.ts";
import { eventually } from "./support/eventually.ts";
import { type Listener, listenerKinds } from "./support/listener-kinds.ts";

const open: Listener[] = [];
afterEach(async () => {
  for (const listener of open.splice(0)) await listener.close(0);
});

describe.each(listenerKinds)("$name", ({ start, transport }) => {
  test("runs an interceptor once a call, around unary calls and streams alike", async () => {
    const events: string[] = [];
    const interceptor: Interceptor = (next) => async (request) => {
      events.push(`begin ${request.method.name} for ${request.header.get("x-who")}`);
      const response = await next(request);
      response.header.set("x-seen", "yes");
      events.push(`end ${request.method.name}`);
      return response;
    };
    const listener = await start({ echo: createEcho(), interceptors: [interceptor] });
    open.push(listener);
    const client = createClient(EchoService, transport(listener.address));
    const seen: (string | null)[] = [];
    const options = {
      headers: { "x-who": "me" },
      onHeader: (headers: Headers) => seen.push(headers.get("x-seen")),
    };
    await client.echo({}, options);
    for await (const _ of client.count({ to: 2 }, options));
    await client.sum(oneNumber(), options);
    expect(events).toEqual(
      ["Echo", "Count", "Sum"].flatMap((name) => [`begin ${name} for me`, `end ${name}`]),
    );
    expect(seen).toEqual(["yes", "yes", "yes"]);
  });

  test("an interceptor's refusal reaches the caller and keeps the handler from running", async () => {
    const echo = createEcho();
    const refuse: Interceptor = () => () => {
      throw new ConnectError("no", Code.PermissionDenied);
    };
    const listener = await start({ echo, interceptors: [refuse] });
    open.push(listener);
    const client = createClient(EchoService, transport(listener.address));
    await expect(client.echo({})).rejects.toMatchObject({ code: Code.PermissionDenied });
    await expect(client.sum(oneNumber())).rejects.toMatchObject({ code: Code.PermissionDenied });
    expect(echo.seen.contexts).toEqual([]);
  });

  test("keeps the text of an unforeseen error from the caller", async () => {
    const leak: Interceptor = () => () => Promise.reject(new Error("password=hunter2"));
    const listener = await start({ echo: createEcho(), interceptors: [leak] });
    open.push(listener);
    const client = createClient(EchoService, transport(listener.address));
    await expect(client.echo({})).rejects.toMatchObject({
      code: Code.Internal,
      rawMessage: "internal error",
    });
  });

  test("ends the generator of a stream whose caller left, and logs the call as canceled", async () => {
    const lines: unknown[] = [];
    const logger = pino({}, { write: (line) => void lines.push(JSON.parse(line)) });
    const echo = createEcho();
    const listener = await start({ echo, interceptors: [createLoggingInterceptor(logger)] });
    open.push(listener);
    const client = createClient(EchoService, transport(listener.address));
    const leave = new AbortController();
    const numbers = client.count({ to: 1_000_000, paddingBytes: 1000 }, { signal: leave.signal });
    await numbers[Symbol.asyncIterator]().next();
    leave.abort();
    await eventually(() => expect(lines).toMatchObject([{ code: "canceled" }]));
    expect(echo.seen.countLeft).toBe(true);
  });

  test("takes no deadline that is far away for one that has passed", async () => {
    const listener = await start({ echo: createEcho() });
    open.push(listener);
    const client = createClient(EchoService, transport(listener.address));
    const monthMs = String(30 * 24 * 3_600_000);
    const month = { "grpc-timeout": "720H", "connect-timeout-ms": monthMs };
    expect(await client.echo({ text: "hi" }, { headers: month })).not.toHaveProperty("timeoutMs");
    const hour = { "grpc-timeout": "1H", "connect-timeout-ms": "3600000" };
    expect((await client.echo({}, { headers: hour })).timeoutMs).toBeGreaterThan(0);
    const malformed = { "grpc-timeout": "a month", "connect-timeout-ms": "a month" };
    await expect(client.echo({}, { headers: malformed })).rejects.toMatchObject({
      code: Code.InvalidArgument,
    });
  });

  test("says which address is in use", async () => {
    const occupant = createServer().listen(0, "127.0.0.1");
    await once(occupant, "listening");
    const bound = occupant.address();
    const address = `127.0.0.1:${typeof bound === "object" ? bound?.port : bound}`;
    await expect(start({ echo: createEcho(), address })).rejects.toMatchObject({
      code: "EADDRINUSE",
      message: `cannot listen on ${address}: the address is in use (EADDRINUSE)`,
    });
    occupant.close();
  });

  test("lets a call that runs finish when it closes, and takes no new one", async () => {
    const echo = createEcho();
    const hold = Promise.withResolvers<void>();
    const wait: Interceptor = (next) => async (request) => {
      echo.seen.waiting++;
      await hold.promise;
      return next(request);
    };
    const listener = await start({ echo, interceptors: [wait] });
    const client = createClient(EchoService, transport(listener.address));
    const answer = client.echo({ text: "late" });
    await eventually(() => expect(echo.seen.waiting).toBe(1));
    const closed = listener.close(60_000);
    const late = createClient(EchoService, transport(listener.address));
    await expect(late.echo({})).rejects.toMatchObject({ code: Code.Unavailable });
    hold.resolve();
    expect((await answer).text).toBe("late");
    await closed;
  });

  test("tells a call that outlives the grace time to stop, and to try elsewhere", async () => {
    const echo = createEcho();
    const listener = await start({ echo });
    const client = createClient(EchoService, transport(listener.address));
    const failure = client.echo({ wait: true }).catch(ConnectError.from);
    await eventually(() => expect(echo.seen.waiting).toBe(1));
    await listener.close(50);
    expect(await failure).toMatchObject({ code: Code.Unavailable });
  });

  test("closes a call that does not listen to its signal", async () => {
    const echo = createEcho();
    const deaf: Interceptor = () => () => {
      echo.seen.waiting++;
      return new Promise(() => undefined);
    };
    const listener = await start({ echo, interceptors: [deaf] });
    const client = createClient(EchoService, transport(listener.address));
    const failure = client.echo({}).catch(ConnectError.from);
    await eventually(() => expect(echo.seen.waiting).toBe(1));
    await listener.close(50);
    expect(await failure).toBeInstanceOf(ConnectError);
  });
});

async function* oneNumber() {
  yield create(SumRequestSchema, { number: 1 });
}
