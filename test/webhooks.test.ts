import { randomUUID } from "node:crypto";
import { fromJson, type JsonObject } from "@bufbuild/protobuf";
import { timestampDate } from "@bufbuild/protobuf/wkt";
import { afterAll, afterEach, beforeAll, describe, expect, inject, test, vi } from "vitest";
import {
  type Event,
  EventOrigin,
  EventSchema,
  EventType,
} from "#gen/modelwire/event/v1/event_pb.js";
import type { Registration } from "#gen/modelwire/registry/v1/registration_pb.js";
import { DeliveryState } from "#gen/modelwire/webhook/v1/delivery_pb.js";
import { createEgress } from "../src/delivery/egress.ts";
import { createWebhookSender } from "../src/delivery/sender.ts";
import { type Clients, createClients } from "./support/clients.ts";
import { startModelwire, type TestModelwire } from "./support/modelwire.ts";
import {
  type ReceivedRequest,
  type Receiver,
  startReceiver,
  verifyWithNode,
  verifyWithPython,
} from "./support/receiver.ts";
import { registerHeld, registerQuickstart } from "./support/registering.ts";
import { createTestDatabase, type TestDatabase } from "./support/services.ts";

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close();
});

function eventOf({ body }: ReceivedRequest): Event {
  return fromJson(EventSchema, (JSON.parse(body.toString()) as JsonObject).data ?? null);
}

const registrationOf = (event: Event): Registration | undefined =>
  event.modelRegistered?.registration;

test("the official vector of Standard Webhooks is signed as it says", async () => {
  const receiver = await startReceiver();
  const sender = createWebhookSender({
    egress: createEgress(undefined, true),
    proxy: undefined,
    timeoutMs: 10_000,
  });
  open.push(receiver, sender);
  vi.useFakeTimers({ toFake: ["Date"], now: 1_614_265_330_000 });
  try {
    const result = await sender.send({
      url: receiver.url,
      format: "STANDARD",
      secrets: ["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"],
      id: "msg_p5jXN8AQM9LWM0D4loKWxJek",
      contentType: "application/json",
      headers: {},
      body: Buffer.from('{"test": 2432232314}'),
    });
    expect(result).toMatchObject({ status: 204, error: undefined });
  } finally {
    vi.useRealTimers();
  }
  expect(receiver.received).toMatchObject([
    {
      headers: {
        "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
        "webhook-timestamp": "1614265330",
        "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
      },
    },
  ]);
});

describe.for(["SQLite", "PostgreSQL"])("events in %s", (engine) => {
  let database: TestDatabase | undefined;
  let modelwire: TestModelwire;
  let clients: Clients;
  beforeAll(async () => {
    if (engine === "PostgreSQL") database = await createTestDatabase();
    modelwire = await startModelwire(database && { databaseUrl: database.url });
    clients = createClients(modelwire.httpUrl);
  });
  afterAll(async () => {
    await modelwire?.stop();
    await database?.drop();
  });

  async function listen(): Promise<{ receiver: Receiver; secret: string; endpointId: string }> {
    const receiver = await startReceiver();
    open.push(receiver);
    const { endpoint, secret } = await clients.webhooks.createEndpoint({ url: receiver.url });
    const endpointId = endpoint?.endpointId ?? "";
    open.push({ close: async () => void (await clients.webhooks.deleteEndpoint({ endpointId })) });
    return { receiver, secret, endpointId };
  }

  test("a registration arrives as a signed request that npm's and PyPI's standardwebhooks verify", async () => {
    const { receiver, secret } = await listen();
    const registration = await registerQuickstart(clients);
    const [request] = await receiver.waitFor(1);
    if (!request) throw new Error("no request");
    expect(request).toMatchObject({ method: "POST", path: "/hook" });
    expect(request.headers["content-type"]).toBe("application/json");
    expect(verifyWithNode(secret, request)).toMatchObject({ type: "modelwire.model.registered" });
    expect(await verifyWithPython(secret, [request])).toEqual(["modelwire.model.registered"]);
    expect(registrationOf(eventOf(request))).toEqual(registration);

    const forged = { ...request, body: Buffer.from(`${request.body} `) };
    expect(() => verifyWithNode(secret, forged)).toThrow(/signature/i);
    await expect(verifyWithPython(secret, [forged])).rejects.toThrow(/WebhookVerificationError/);
  });

  test("the body is a Standard Webhooks body and a CloudEvent 1.0 at once", async () => {
    const { receiver } = await listen();
    const registration = await registerQuickstart(clients);
    const [request] = await receiver.waitFor(1);
    if (!request) throw new Error("no request");
    const { data, ...attributes } = JSON.parse(request.body.toString()) as JsonObject;
    const event = fromJson(EventSchema, data ?? null);
    const time = event.time && timestampDate(event.time).toISOString();
    expect(attributes).toEqual({
      specversion: "1.0",
      id: request.headers["webhook-id"],
      source: "urn:modelwire",
      type: "modelwire.model.registered",
      time,
      timestamp: time,
      dataschema: "urn:modelwire:schema:modelwire.event.v1.Event",
      datacontenttype: "application/json",
      subject: registration.modelId,
    });
    expect(event).toMatchObject({
      eventId: request.headers["webhook-id"],
      type: EventType.MODEL_REGISTERED,
      origin: EventOrigin.MODELWIRE,
      modelName: registration.modelName,
      sequence: 1,
    });
    expect(request.headers["webhook-id"]).toMatch(/^evt_[0-9a-f]{32}$/);
    // Receivers that follow the specification take up to 20 kB.
    expect(request.body.byteLength).toBeLessThan(20_000);
  });

  test("the version in an event is the one that MLflow has", async () => {
    const { receiver } = await listen();
    const { modelName } = await registerQuickstart(clients);
    const [request] = await receiver.waitFor(1);
    if (!request) throw new Error("no request");
    const registration = registrationOf(eventOf(request));
    const query = new URLSearchParams({ name: modelName, version: registration?.version ?? "" });
    const answer = await fetch(`${inject("mlflowUrl")}/api/2.0/mlflow/model-versions/get?${query}`);
    const { model_version } = (await answer.json()) as {
      model_version: {
        name: string;
        version: string;
        source: string;
        run_id: string;
        creation_timestamp: number;
      };
    };
    expect(registration?.modelVersion).toMatchObject({
      name: model_version.name,
      version: String(model_version.version),
      source: model_version.source,
      runId: model_version.run_id,
    });
    const created = registration?.modelVersion?.creationTime;
    expect(created && timestampDate(created).getTime()).toBe(
      Number(model_version.creation_timestamp),
    );
    expect(registration?.version).toBe(registration?.modelVersion?.version);
    expect(registration?.modelInfo?.modelUri).toBe(model_version.source);
  });

  test("events of a model are numbered without a gap, each model for itself", async () => {
    const { receiver } = await listen();
    const names = [`webhooks-${randomUUID()}`, `webhooks-${randomUUID()}`] as const;
    const first = await registerQuickstart(clients, names[0]);
    const uuid = first.modelInfo?.modelUuid ?? "";
    await registerHeld(clients, uuid, names[1]);
    await registerHeld(clients, uuid, names[0]);
    await registerHeld(clients, uuid, names[1]);
    await registerHeld(clients, uuid, names[0]);
    const events = (await receiver.waitFor(5)).map(eventOf);
    for (const [name, count] of [
      [names[0], 3],
      [names[1], 2],
    ] as const) {
      const own = events.filter((event) => event.modelName === name);
      own.sort((a, b) => a.sequence - b.sequence);
      const expected = Array.from({ length: count }, (_, i) => ({
        sequence: i + 1,
        version: String(i + 1),
      }));
      expect(
        own.map((event) => ({ sequence: event.sequence, version: registrationOf(event)?.version })),
      ).toEqual(expected);
    }
  });

  test("twenty registrations of one model at once give twenty versions and twenty numbers", async () => {
    const { receiver, secret, endpointId } = await listen();
    const first = await registerQuickstart(clients);
    const uuid = first.modelInfo?.modelUuid ?? "";
    const others = await Promise.all(
      Array.from({ length: 20 }, () => registerHeld(clients, uuid, first.modelName)),
    );
    const requests = await receiver.waitFor(21);
    const events = requests.map(eventOf);
    const numbers = Array.from({ length: 21 }, (_, i) => i + 1);
    expect(events.map(({ sequence }) => sequence).sort((a, b) => a - b)).toEqual(numbers);
    const byVersion = (registration: Registration | undefined) => Number(registration?.version);
    const answers = [first, ...others].sort((a, b) => byVersion(a) - byVersion(b));
    expect(answers.map(byVersion)).toEqual(numbers);
    const told = events.map(registrationOf).sort((a, b) => byVersion(a) - byVersion(b));
    expect(told).toEqual(answers);
    for (const request of requests) verifyWithNode(secret, request);
    expect(new Set(requests.map(({ headers }) => headers["webhook-id"])).size).toBe(21);
    await expect
      .poll(async () => {
        const query = { endpointId, state: DeliveryState.DELIVERED };
        return (await clients.webhooks.listDeliveries(query)).deliveries.length;
      })
      .toBe(21);
    expect(receiver.received).toHaveLength(21);
  });

  test("each endpoint gets the same bytes, signed with its own secret", async () => {
    const [a, b] = [await listen(), await listen()];
    await registerQuickstart(clients);
    const [[atA], [atB]] = await Promise.all([a.receiver.waitFor(1), b.receiver.waitFor(1)]);
    if (!atA || !atB) throw new Error("no request");
    expect(atB.body.equals(atA.body)).toBe(true);
    expect(atB.headers["webhook-id"]).toBe(atA.headers["webhook-id"]);
    verifyWithNode(a.secret, atA);
    verifyWithNode(b.secret, atB);
    expect(() => verifyWithNode(a.secret, atB)).toThrow(/signature/i);
  });
});
