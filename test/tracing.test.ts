import { randomBytes } from "node:crypto";
import { fromBinary } from "@bufbuild/protobuf";
import { createGrpcTransport } from "@connectrpc/connect-node";
import { afterEach, describe, expect, inject, test } from "vitest";
import { EventSchema } from "#gen/modelwire/event/v1/event_pb.js";
import { BodyFormat } from "#gen/modelwire/webhook/v1/endpoint_pb.js";
import { clientsOf } from "../clients/typescript/src/connect.ts";
import { startChildModelwire } from "./support/child-modelwire.ts";
import { type Clients, createClients } from "./support/clients.ts";
import { startCountingProxy } from "./support/counting-proxy.ts";
import { engines } from "./support/crash-scenarios.ts";
import { startModelwire, type TestModelwireOptions } from "./support/modelwire.ts";
import {
  type OtlpReceiver,
  type ReceivedSpan,
  startOtlpReceiver,
} from "./support/otlp-receiver.ts";
import { answerWith, type Receiver, startReceiver } from "./support/receiver.ts";
import { newRequest } from "./support/registration-fixtures.ts";
import { createTestDatabase } from "./support/services.ts";

const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

const service = "modelwire.registry.v1.RegistryService";

/** What a caller that is traced sends. */
interface Caller {
  traceId: string;
  spanId: string;
  headers: { traceparent: string };
}

function newCaller(flags = "01"): Caller {
  const [traceId, spanId] = [randomBytes(16).toString("hex"), randomBytes(8).toString("hex")];
  return { traceId, spanId, headers: { traceparent: `00-${traceId}-${spanId}-${flags}` } };
}

async function collect(): Promise<OtlpReceiver> {
  const collector = await startOtlpReceiver();
  open.push(() => collector.close());
  return collector;
}

const exportTo = ({ url }: OtlpReceiver, name = "modelwire") => ({
  OTEL_EXPORTER_OTLP_ENDPOINT: url,
  OTEL_SERVICE_NAME: name,
  OTEL_BSP_SCHEDULE_DELAY: "20",
});

async function serve(options: TestModelwireOptions): Promise<Clients & { httpUrl: string }> {
  const { httpUrl, stop } = await startModelwire(options);
  open.push(stop);
  return { ...createClients(httpUrl), httpUrl };
}

async function receive(): Promise<Receiver> {
  const receiver = await startReceiver();
  open.push(() => receiver.close());
  return receiver;
}

/** Gives the spans of a trace once it has one of each of these names, as often as they are named. */
function traceWith(
  collector: OtlpReceiver,
  { traceId }: Caller,
  ...names: string[]
): Promise<ReceivedSpan[]> {
  return collector.waitFor((spans) => {
    const own = spans.filter((span) => span.traceId === traceId);
    const left = own.map((span) => span.name);
    for (const name of names) {
      const at = left.indexOf(name);
      if (at < 0) return undefined;
      left.splice(at, 1);
    }
    return own;
  });
}

function only(spans: readonly ReceivedSpan[], name: string): ReceivedSpan {
  const found = spans.filter((span) => span.name === name);
  expect(found, name).toHaveLength(1);
  return found[0] as ReceivedSpan;
}

describe.each(engines)("on $engine", (engine) => {
  test("a registration is one trace: the call, what MLflow is asked, the event, its delivery", async () => {
    const collector = await collect();
    const database = await engine.open();
    open.push(() => database.remove());
    const proxy = await startCountingProxy(inject("mlflowUrl"));
    open.push(() => proxy.close());
    const [standard, binary] = [await receive(), await receive()];
    const clients = await serve({
      databaseUrl: database.url,
      mlflowUrl: proxy.url,
      environment: exportTo(collector),
    });
    await clients.webhooks.createEndpoint({ url: standard.url });
    await clients.webhooks.createEndpoint({ url: binary.url, format: BodyFormat.PROTOBUF });

    const caller = newCaller();
    const { headers } = caller;
    await clients.registry.registerBaseline(newRequest(), { headers });
    const name = `${service}/RegisterBaseline`;
    const sent = ["send webhook", "send webhook"];
    const spans = await traceWith(collector, caller, name, "commit event", ...sent);

    const call = only(spans, `${service}/RegisterBaseline`);
    expect(call).toMatchObject({
      service: "modelwire",
      parentSpanId: caller.spanId,
      kind: 2,
      status: 0,
      attributes: {
        "rpc.system.name": "connectrpc",
        "rpc.method": `${service}/RegisterBaseline`,
        "rpc.response.status_code": "ok",
      },
    });
    const calls = spans.filter(({ kind }) => kind === 3);
    expect(calls.map((span) => span.name)).toContain("POST /api/2.0/mlflow/model-versions/create");
    expect(calls.map((span) => span.name)).toContain(
      "PATCH /api/2.0/mlflow/logged-models/{model_id}",
    );
    expect(new Set(calls.map((span) => span.parentSpanId))).toEqual(new Set([call.spanId]));
    const passedOn = new Set(proxy.traceparents);
    for (const { traceId, spanId } of calls) {
      expect(passedOn).toContain(`00-${traceId}-${spanId}-01`);
    }

    const commit = only(spans, "commit event");
    expect(commit).toMatchObject({
      parentSpanId: call.spanId,
      kind: 4,
      attributes: { "modelwire.event.type": "modelwire.model.registered" },
    });
    const committed = `00-${caller.traceId}-${commit.spanId}-01`;
    const [json] = await standard.waitFor(1);
    const body = JSON.parse(String(json?.body));
    expect(body).toMatchObject({ traceparent: committed, data: { traceparent: committed } });
    const [proto] = await binary.waitFor(1);
    const event = fromBinary(EventSchema, proto?.body ?? new Uint8Array());
    expect(event.traceparent).toBe(committed);

    const sends = spans.filter(({ name }) => name === "send webhook");
    expect(sends.map((span) => span.parentSpanId)).toEqual([commit.spanId, commit.spanId]);
    expect(sends[0]).toMatchObject({
      kind: 4,
      status: 0,
      attributes: {
        "messaging.message.id": event.eventId,
        "http.response.status_code": 204,
        "modelwire.delivery.attempt": 1,
      },
    });
    const told = [json, proto].map((request) => request?.headers.traceparent);
    expect(told.toSorted()).toEqual(
      sends.map(({ spanId }) => `00-${caller.traceId}-${spanId}-01`).toSorted(),
    );
  });

  test("a registration that its server did not survive ends in the trace that it began in", async () => {
    const collector = await collect();
    const database = await engine.open();
    open.push(() => database.remove());
    const receiver = await receive();
    const doomed = await startChildModelwire(database.url, {
      dieAt: "version-created",
      environment: exportTo(collector, "doomed"),
    });
    open.push(() => doomed.kill());
    const { webhooks, registry } = createClients(doomed.httpUrl);
    await webhooks.createEndpoint({ url: receiver.url });
    const caller = newCaller();
    await expect(
      registry.registerBaseline(newRequest(), { headers: caller.headers }),
    ).rejects.toThrow();
    await doomed.ended;
    await serve({ databaseUrl: database.url, environment: exportTo(collector, "heir") });

    const names = ["recover registration", "commit event", "send webhook"];
    const spans = await traceWith(collector, caller, ...names);
    const recovery = only(spans, "recover registration");
    expect(recovery).toMatchObject({ service: "heir", status: 0 });
    expect(only(spans, "commit event").parentSpanId).toBe(recovery.spanId);
    const [request] = await receiver.waitFor(1);
    expect(request?.headers.traceparent).toContain(caller.traceId);
  });
});

test("what another process delivers, later, belongs to the same trace", async () => {
  const collector = await collect();
  const database = await createTestDatabase();
  open.push(() => database.drop());
  const receiver = await receive();
  const first = await startModelwire({
    databaseUrl: database.url,
    environment: exportTo(collector, "first"),
  });
  const { webhooks, registry } = createClients(first.httpUrl);
  const { endpoint } = await webhooks.createEndpoint({ url: receiver.url });
  const endpointId = endpoint?.endpointId ?? "";
  await webhooks.pauseEndpoint({ endpointId });
  const caller = newCaller();
  await registry.registerBaseline(newRequest(), { headers: caller.headers });
  await first.stop();

  const second = await startChildModelwire(database.url, {
    environment: exportTo(collector, "second"),
  });
  open.push(() => second.kill());
  await createClients(second.httpUrl).webhooks.resumeEndpoint({ endpointId });
  const spans = await traceWith(collector, caller, "commit event", "send webhook");
  expect(only(spans, "send webhook")).toMatchObject({
    service: "second",
    parentSpanId: only(spans, "commit event").spanId,
  });
  expect(only(spans, "commit event").service).toBe("first");
});

test("a span has the code and the reason of a call that failed, and no text", async () => {
  const collector = await collect();
  const { httpUrl, grpcAddress, stop } = await startModelwire({ environment: exportTo(collector) });
  open.push(stop);
  const grpc = clientsOf(createGrpcTransport({ baseUrl: `http://${grpcAddress}` }));
  const failed = async (clients: Clients, { headers }: Caller) =>
    expect(
      clients.registry.getModelByUuid(
        { modelUuid: `m-${"0123456789abcdef".repeat(2)}` },
        { headers },
      ),
    ).rejects.toThrow();
  for (const [clients, system, code] of [
    [createClients(httpUrl), "connectrpc", "not_found"],
    [grpc, "grpc", "NOT_FOUND"],
  ] as const) {
    const caller = newCaller();
    await failed(clients, caller);
    const spans = await traceWith(collector, caller, `${service}/GetModelByUuid`);
    expect(only(spans, `${service}/GetModelByUuid`)).toMatchObject({
      // What a caller asks for in vain is no fault of the server's.
      status: 0,
      attributes: {
        "rpc.system.name": system,
        "rpc.response.status_code": code,
        "error.type": "not_found",
        "modelwire.error.reason": expect.stringMatching(/NOT_FOUND$/),
      },
    });
  }
  expect(Buffer.concat(collector.bodies).toString("latin1")).not.toContain("0123456789abcdef");
});

test("a delivery that fails has a span for each attempt, with the reason", async () => {
  const collector = await collect();
  const receiver = await startReceiver(answerWith(503));
  open.push(() => receiver.close());
  const { webhooks, registry } = await serve({ environment: exportTo(collector) });
  await webhooks.createEndpoint({ url: `${receiver.url}?token=hunter2` });
  const caller = newCaller();
  await registry.registerBaseline(newRequest(), { headers: caller.headers });
  const spans = await traceWith(collector, caller, "send webhook");
  expect(only(spans, "send webhook")).toMatchObject({
    status: 2,
    attributes: { "error.type": "status_5xx", "http.response.status_code": 503 },
  });
  expect(Buffer.concat(collector.bodies).toString("latin1")).not.toContain("hunter2");
});

test("looks at MLflow are traces of their own", async () => {
  const collector = await collect();
  await serve({ reconcile: true, environment: exportTo(collector) });
  const look = await collector.waitFor((spans) =>
    spans.find((span) => span.name === "reconcile" && span.parentSpanId === ""),
  );
  expect(look.attributes["modelwire.reconcile.work"]).toMatch(/^(look|read|sweep)$/);
});

test("where nothing is set nothing is traced, and a caller's trace is passed on", async () => {
  const proxy = await startCountingProxy(inject("mlflowUrl"));
  open.push(() => proxy.close());
  const [traced, untraced] = [await receive(), await receive()];
  const { webhooks, registry } = await serve({ mlflowUrl: proxy.url });
  await webhooks.createEndpoint({ url: traced.url });
  const caller = newCaller("00");
  await registry.registerBaseline(newRequest(), { headers: caller.headers });
  const [request] = await traced.waitFor(1);
  expect(request?.headers.traceparent).toBe(caller.headers.traceparent);
  expect(JSON.parse(String(request?.body))).toMatchObject(caller.headers);
  expect(new Set(proxy.traceparents)).toEqual(new Set([caller.headers.traceparent]));

  await webhooks.createEndpoint({ url: untraced.url });
  await registry.registerBaseline(newRequest());
  const [plain] = await untraced.waitFor(1);
  expect(plain?.headers.traceparent).toBeUndefined();
  expect(JSON.parse(String(plain?.body))).not.toHaveProperty("traceparent");
  expect(JSON.parse(String(plain?.body)).data).not.toHaveProperty("traceparent");
});

test("OpenTelemetry's own switches turn it off, and a trace that is not sampled is not sent", async () => {
  const collector = await collect();
  const off = { ...exportTo(collector), OTEL_SDK_DISABLED: "true" };
  const none = { ...exportTo(collector), OTEL_TRACES_EXPORTER: "none" };
  const unsampled = exportTo(collector);
  for (const environment of [off, none, unsampled]) {
    const modelwire = await startModelwire({ environment });
    const { headers } = newCaller("00");
    await createClients(modelwire.httpUrl).webhooks.listEndpoints({}, { headers });
    // What is left is sent before it ends.
    await modelwire.stop();
  }
  expect(collector.spans.filter(({ kind }) => kind === 2)).toEqual([]);
});

test("a traceparent that is none is passed over", async () => {
  const collector = await collect();
  const { webhooks } = await serve({ environment: exportTo(collector) });
  const wrong = [
    "x",
    `00-${"0".repeat(32)}-${"1".repeat(16)}-01`,
    `00-${"1".repeat(32)}-${"0".repeat(16)}-01`,
    `ff-${"1".repeat(32)}-${"1".repeat(16)}-01`,
    `00-${"1".repeat(32)}-${"1".repeat(16)}-01-more`,
    `00-${"A".repeat(32)}-${"1".repeat(16)}-01`,
  ];
  for (const traceparent of wrong) {
    await webhooks.listEndpoints({}, { headers: { traceparent } });
  }
  const calls = await collector.waitFor((spans) => {
    const found = spans.filter((span) => span.name.endsWith("/ListEndpoints"));
    return found.length === wrong.length ? found : undefined;
  });
  expect(calls.map((span) => span.parentSpanId)).toEqual(wrong.map(() => ""));
});
