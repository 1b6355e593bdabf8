import { once } from "node:events";
import { create, fromBinary } from "@bufbuild/protobuf";
import { FileDescriptorProtoSchema } from "@bufbuild/protobuf/wkt";
import { Code, ConnectError, createClient } from "@connectrpc/connect";
import { createGrpcTransport } from "@connectrpc/connect-node";
import { Metadata, status } from "@grpc/grpc-js";
import { service as healthService } from "grpc-health-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ErrorInfoSchema } from "#gen/google/rpc/error_details_pb.js";
import { createGrpcListener, type GrpcListener } from "../src/server/grpc.ts";
import {
  ChatRequestSchema,
  EchoService,
  SumRequestSchema,
} from "./gen/modelwire/test/v1/echo_pb.js";
import { createEchoClient, type EchoClient, errorInfoOf } from "./support/echo-client.ts";
import { createEcho, type Echo } from "./support/echo-service.ts";
import { eventually } from "./support/eventually.ts";
import { askReflection } from "./support/reflection-client.ts";
import { standstill } from "./support/standstill.ts";

const maxMessageBytes = 100_000;

let echo: Echo;
let listener: GrpcListener;
let client: EchoClient;

beforeEach(async () => {
  echo = createEcho();
  listener = await createGrpcListener({
    routes: echo.routes,
    interceptors: [],
    address: "127.0.0.1:0",
    maxMessageBytes,
  });
  client = createEchoClient(listener.address);
});

afterEach(async () => {
  client.raw.close();
  await listener.close(0);
});

describe("calls from grpc-js", () => {
  test("a unary call brings its metadata and gets headers and trailers, binary ones too", async () => {
    const metadata = new Metadata();
    metadata.set("x-in", "text");
    metadata.set("x-in-bin", Buffer.from([0, 255, 1]));
    const { response, headers, status: end } = await client.echo({ text: "hi" }, { metadata });
    expect(response?.text).toBe("hi");
    expect(headers.get("x-header")).toEqual(["text"]);
    expect(headers.get("x-header-bin")).toEqual([Buffer.from([0, 255, 1])]);
    expect(end.metadata.get("x-trailer")).toEqual(["text"]);
    expect(end.metadata.get("x-trailer-bin")).toEqual([Buffer.from([0, 255, 1])]);
  });

  test("an empty request message is a request", async () => {
    expect((await client.echo({})).response?.text).toBe("");
  });

  test("a server stream brings every message in order", async () => {
    const numbers: number[] = [];
    for await (const { number } of client.count({ to: 100 })) numbers.push(number);
    expect(numbers).toEqual(Array.from({ length: 100 }, (_, i) => i + 1));
  });

  test("a client stream is read to its end and answered once", async () => {
    const { call, outcome } = client.sum();
    for (let number = 1; number <= 1000; number++) {
      call.write(create(SumRequestSchema, { number }));
    }
    call.end();
    expect((await outcome).response?.sum).toBe(500_500);
  });

  test("a client stream can be answered before it ends", async () => {
    const { call, outcome } = client.sum();
    call.write(create(SumRequestSchema, { number: 7, stop: true }));
    expect((await outcome).response?.sum).toBe(7);
  });

  test("both sides of a stream talk in turns", async () => {
    const call = client.chat();
    for (const text of ["a", "b", "c"]) {
      call.write(create(ChatRequestSchema, { text }));
      const [answer] = await once(call, "data");
      expect(answer.text).toBe(`${text}!`);
    }
    call.end();
    await once(call, "end");
  });

  test("a handler sees the protocol, the URL and the headers of a call", async () => {
    await client.echo({});
    const [context] = echo.seen.contexts;
    expect(context).toMatchObject({
      protocolName: "grpc",
      requestMethod: "POST",
      url: `http://${listener.address}/modelwire.test.v1.EchoService/Echo`,
    });
    expect(context?.requestHeader.get("user-agent")).toMatch(/^grpc-node-js/);
  });
});

describe("calls that fail", () => {
  test("an error brings code, message, details and metadata", async () => {
    const { error, status: end } = await client.echo({ failWith: Code.FailedPrecondition });
    expect(error).toMatchObject({
      code: status.FAILED_PRECONDITION,
      details: "it fails, naïvely",
    });
    expect(errorInfoOf(end)).toMatchObject({
      reason: "TEST",
      domain: "modelwire",
      metadata: { key: "väl" },
    });
    expect(end.metadata.get("x-error")).toEqual(["yes"]);
  });

  test("an error after the messages of a stream comes after all of them", async () => {
    const call = client.count({ to: 50, failWith: Code.Aborted });
    const numbers: number[] = [];
    call.on("data", ({ number }) => numbers.push(number));
    const [error] = await once(call, "error");
    expect(numbers).toHaveLength(50);
    expect(error.code).toBe(status.ABORTED);
    expect(errorInfoOf(error)?.reason).toBe("TEST");
  });

  test("a deadline that passes ends the call and aborts the signal of its handler", async () => {
    const { error } = await client.echo({ wait: true }, { deadline: Date.now() + 1000 });
    expect(error?.code).toBe(status.DEADLINE_EXCEEDED);
    await eventually(() => expect(echo.seen.abortReasons).toHaveLength(1));
    // A client whose deadline passes also cancels, and that may come first.
    const { code } = ConnectError.from(echo.seen.abortReasons[0]);
    expect([Code.DeadlineExceeded, Code.Canceled]).toContain(code);
  });

  test("a handler knows how much time is left", async () => {
    const { response } = await client.echo({}, { deadline: Date.now() + 60_000 });
    expect(response?.timeoutMs).toBeGreaterThan(1_000);
    expect(response?.timeoutMs).toBeLessThanOrEqual(60_000);
    expect((await client.echo({})).response?.timeoutMs).toBeUndefined();
  });

  test("a client that cancels aborts the signal of the handler", async () => {
    const call = client.startEcho({ wait: true });
    await eventually(() => expect(echo.seen.waiting).toBe(1));
    call.cancel();
    await eventually(() => expect(echo.seen.abortReasons).toHaveLength(1));
    expect(ConnectError.from(echo.seen.abortReasons[0]).code).toBe(Code.Canceled);
  });

  test("a client that leaves a stream ends the handler's generator", async () => {
    const call = client.count({ to: 1_000_000, paddingBytes: 1000 });
    call.on("error", () => undefined);
    await once(call, "data");
    call.cancel();
    await eventually(() => expect(echo.seen.countLeft).toBe(true));
  });

  test("a message over the limit is refused with a reason, and one at the limit is not", async () => {
    const { error, status: end } = await client.echo({ text: "x".repeat(maxMessageBytes) });
    expect(error?.code).toBe(status.RESOURCE_EXHAUSTED);
    expect(errorInfoOf(end)).toMatchObject({ reason: "MESSAGE_TOO_LARGE", domain: "modelwire" });
    const fits = await client.echo({ text: "x".repeat(maxMessageBytes - 4) });
    expect(fits.response?.text).toHaveLength(maxMessageBytes - 4);
  });

  test("a message that cannot be read ends the call and not the server", async () => {
    const [error] = await new Promise<unknown[]>((resolve) => {
      client.raw.makeUnaryRequest(
        "/modelwire.test.v1.EchoService/Echo",
        (bytes: Buffer) => bytes,
        (bytes: Buffer) => bytes,
        Buffer.from([0x0a, 0xff]),
        (...outcome) => resolve(outcome),
      );
    });
    expect(error).toMatchObject({ code: status.INVALID_ARGUMENT, details: /parse binary/ });
    expect((await client.echo({ text: "still here" })).response?.text).toBe("still here");
  });
});

test("a server stream to a slow reader waits for it", async () => {
  const call = client.count({ to: 10_000, paddingBytes: 1000 });
  await once(call, "readable");
  const numbers: number[] = [(call.read() as { number: number }).number];
  await standstill(() => echo.seen.counted);
  expect(echo.seen.counted).toBeLessThan(1_000);
  for await (const { number } of call) numbers.push(number);
  expect(numbers).toHaveLength(10_000);
  expect(numbers.at(-1)).toBe(10_000);
});

test("a client whose answers nobody reads is held back", async () => {
  const call = client.chat();
  // Until somebody asks for the first message, grpc-js's client takes in what comes without limit.
  call.once("readable", () => undefined);
  let written = 0;
  const writing = (async () => {
    for (; written < 10_000; written++) {
      const full = !call.write(create(ChatRequestSchema, { text: "x".repeat(1000) }));
      if (full) await once(call, "drain");
    }
    call.end();
  })();
  await standstill(() => written);
  expect(written).toBeGreaterThan(0);
  expect(written).toBeLessThan(2_000);
  let answers = 0;
  for await (const _ of call) answers++;
  expect(answers).toBe(10_000);
  await writing;
});

test("connect-node's gRPC transport gets answers, streams and error details", async () => {
  const transport = createGrpcTransport({ baseUrl: `http://${listener.address}` });
  const connect = createClient(EchoService, transport);
  expect((await connect.echo({ text: "hi" }, { timeoutMs: 5000 })).text).toBe("hi");
  const numbers: number[] = [];
  for await (const { number } of connect.count({ to: 3 })) numbers.push(number);
  expect(numbers).toEqual([1, 2, 3]);
  const error = ConnectError.from(
    await connect.echo({ failWith: Code.NotFound }).catch((reason) => reason),
  );
  expect(error).toMatchObject({ code: Code.NotFound, rawMessage: "it fails, naïvely" });
  expect(error.findDetails(ErrorInfoSchema)[0]?.reason).toBe("TEST");
});

describe("health and reflection", () => {
  test("health follows what the server says of itself, and watchers are told", async () => {
    const { Check, Watch } = healthService;
    if (!Check || !Watch) throw new Error("grpc-health-check has no such methods");
    const check = (name: string) =>
      new Promise((resolve, reject) => {
        client.raw.makeUnaryRequest(
          Check.path,
          Check.requestSerialize,
          Check.responseDeserialize,
          { service: name },
          (error, answer) => (error ? reject(error) : resolve(answer)),
        );
      });
    const watch = client.raw.makeServerStreamRequest(
      Watch.path,
      Watch.requestSerialize,
      Watch.responseDeserialize,
      { service: EchoService.typeName },
    );
    const told: unknown[] = [];
    watch.on("data", (answer) => told.push(answer));
    watch.on("error", (error) => told.push(error));
    await eventually(() => expect(told).toEqual([{ status: "NOT_SERVING" }]));
    listener.setServing(true);
    expect(await check("")).toEqual({ status: "SERVING" });
    expect(await check(EchoService.typeName)).toEqual({ status: "SERVING" });
    await expect(check("nobody")).rejects.toMatchObject({ code: status.NOT_FOUND });
    await listener.close(60_000);
    await eventually(() => expect(told).toHaveLength(4));
    expect(told.slice(1, 3)).toEqual([{ status: "SERVING" }, { status: "NOT_SERVING" }]);
    expect(told[3]).toMatchObject({ code: status.UNAVAILABLE });
  });

  test.each(["v1", "v1alpha"])(
    "reflection %s lists services and gives their files",
    async (version) => {
      const services = await askReflection(client.raw, version, { listServices: "*" });
      expect(services.listServicesResponse?.service).toEqual([
        { name: EchoService.typeName },
        { name: "grpc.health.v1.Health" },
      ]);
      const { fileDescriptorResponse } = await askReflection(client.raw, version, {
        fileContainingSymbol: EchoService.typeName,
      });
      const [bytes] = fileDescriptorResponse?.fileDescriptorProto ?? [];
      const file = fromBinary(FileDescriptorProtoSchema, bytes ?? new Uint8Array());
      expect(file.name).toBe("modelwire/test/v1/echo.proto");
      expect(file.service[0]?.method.map((method) => method.name)).toEqual(
        EchoService.methods.map((method) => method.name),
      );
    },
  );

  test("reflection gives what a client needs to read error details", async () => {
    const { fileDescriptorResponse } = await askReflection(client.raw, "v1", {
      fileContainingSymbol: "google.rpc.ErrorInfo",
    });
    const [bytes] = fileDescriptorResponse?.fileDescriptorProto ?? [];
    const file = fromBinary(FileDescriptorProtoSchema, bytes ?? new Uint8Array());
    expect(file.messageType.map((message) => message.name)).toContain("ErrorInfo");
  });
});
