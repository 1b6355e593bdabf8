import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { EventType } from "#gen/modelwire/event/v1/event_pb.js";
import { DeliveryState } from "#gen/modelwire/webhook/v1/delivery_pb.js";
import { type BodyFormat, EndpointState } from "#gen/modelwire/webhook/v1/endpoint_pb.js";
import { openStore } from "../src/store/store.ts";
import { type Clients, createClients } from "./support/clients.ts";
import { failureOf } from "./support/errors.ts";
import { startModelwire, type TestModelwire } from "./support/modelwire.ts";
import { type Answer, answerWith, startReceiver, verifyWithNode } from "./support/receiver.ts";
import { registerHeld, registerQuickstart } from "./support/registering.ts";
import { createTestDatabase, type TestDatabase } from "./support/services.ts";

const waiting = { timeout: 30_000 };

describe.for(["SQLite", "PostgreSQL"])("recovery in %s", (engine) => {
  let database: TestDatabase | undefined;
  let modelwire: TestModelwire;
  let clients: Clients;
  let webhooks: Clients["webhooks"];
  let modelUuid: string;
  let modelName: string;
  beforeAll(async () => {
    if (engine === "PostgreSQL") database = await createTestDatabase();
    modelwire = await startModelwire(database && { databaseUrl: database.url });
    clients = createClients(modelwire.httpUrl);
    webhooks = clients.webhooks;
    const registration = await registerQuickstart(clients);
    modelUuid = registration.modelInfo?.modelUuid ?? "";
    modelName = registration.modelName;
  });
  afterAll(async () => {
    await modelwire?.stop();
    await database?.drop();
  });
  const open: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (const close of open.splice(0).reverse()) await close();
  });

  async function listen(answer?: Answer, request: { filter?: string; format?: BodyFormat } = {}) {
    const receiver = await startReceiver(answer);
    open.push(() => receiver.close());
    const { endpoint, secret } = await webhooks.createEndpoint({ url: receiver.url, ...request });
    const endpointId = endpoint?.endpointId ?? "";
    open.push(() => webhooks.deleteEndpoint({ endpointId }));
    return { receiver, secret, endpointId };
  }

  async function register(count: number): Promise<void> {
    for (let i = 0; i < count; i++) await registerHeld(clients, modelUuid, modelName);
  }

  async function deliveriesTo(endpointId: string, state = DeliveryState.UNSPECIFIED) {
    return (await webhooks.listDeliveries({ endpointId, state, pageSize: 1000 })).deliveries;
  }

  /** Waits until so many deliveries are delivered, and gives them, newest first. */
  async function delivered(endpointId: string, count: number) {
    await expect
      .poll(async () => (await deliveriesTo(endpointId, DeliveryState.DELIVERED)).length, waiting)
      .toBe(count);
    return deliveriesTo(endpointId, DeliveryState.DELIVERED);
  }

  /** Makes all deliveries to an endpoint as they are after the last attempt of the schedule. */
  async function failAll(endpointId: string): Promise<void> {
    const store = await openStore(modelwire.databaseUrl);
    try {
      await store.db
        .updateTable("deliveries")
        .set({ state: "FAILED", completed_at: Date.now() })
        .where("endpoint_id", "=", endpointId)
        .execute();
    } finally {
      await store.close();
    }
  }

  test("a pause drops nothing: what was committed meanwhile waits, and comes after it", async () => {
    const { receiver, secret, endpointId } = await listen();
    await webhooks.pauseEndpoint({ endpointId });
    await register(3);
    const { endpoint } = await webhooks.getEndpoint({ endpointId });
    expect(endpoint).toMatchObject({ state: EndpointState.PAUSED, health: { pendingCount: 3 } });
    const pending = await deliveriesTo(endpointId);
    expect(endpoint?.health?.oldestPendingTime).toEqual(pending.at(-1)?.creationTime);
    expect(receiver.received).toEqual([]);
    await webhooks.resumeEndpoint({ endpointId });
    for (const request of await receiver.waitFor(3)) verifyWithNode(secret, request);
    await delivered(endpointId, 3);
    const after = (await webhooks.getEndpoint({ endpointId })).endpoint;
    expect(after?.health).toMatchObject({ pendingCount: 0, lastSuccessTime: expect.anything() });
    expect(after?.health).not.toHaveProperty("oldestPendingTime");
  });

  test("resuming an endpoint that was disabled sends what failed before, at once", async () => {
    let status = 410;
    const { receiver, endpointId } = await listen(
      (response) => void response.writeHead(status).end(),
    );
    await register(1);
    await expect
      .poll(async () => (await webhooks.getEndpoint({ endpointId })).endpoint, waiting)
      .toMatchObject({
        state: EndpointState.DISABLED,
        disabledReason: expect.stringContaining("410"),
      });
    status = 204;
    const { endpoint } = await webhooks.resumeEndpoint({ endpointId });
    expect(endpoint).toMatchObject({
      state: EndpointState.ENABLED,
      health: { consecutiveFailures: 0, lastError: expect.stringContaining("410") },
    });
    expect(endpoint).not.toHaveProperty("disabledReason");
    expect(endpoint?.health).not.toHaveProperty("failingSinceTime");
    await receiver.waitFor(2);
    const [delivery] = await delivered(endpointId, 1);
    expect(delivery?.attempts).toMatchObject([{ status: 410 }, { status: 204 }]);
  });

  test("a delivery is sent again with the same id and bytes, and keeps its attempts", async () => {
    const { receiver, secret, endpointId } = await listen();
    await register(1);
    const [first] = await delivered(endpointId, 1);
    expect(first).toMatchObject({ modelName, eventType: EventType.MODEL_REGISTERED });
    expect(first?.sequence).toBeGreaterThan(0);
    const deliveryId = first?.deliveryId ?? "";
    const { delivery } = await webhooks.redeliver({ deliveryId });
    expect(delivery).toMatchObject({ deliveryId, attempts: [{ number: 1, status: 204 }] });
    const [one, two] = await receiver.waitFor(2);
    if (!one || !two) throw new Error("no requests");
    expect(two.body.equals(one.body)).toBe(true);
    expect(two.headers["webhook-id"]).toBe(one.headers["webhook-id"]);
    verifyWithNode(secret, two);
    await expect
      .poll(async () => (await webhooks.getDelivery({ deliveryId })).delivery, waiting)
      .toMatchObject({
        state: DeliveryState.DELIVERED,
        attempts: [
          { number: 1, status: 204 },
          { number: 2, status: 204 },
        ],
      });
  });

  test("a delivery that waits for its next attempt is tried at once", async () => {
    let status = 500;
    const { receiver, endpointId } = await listen(
      (response) => void response.writeHead(status).end(),
    );
    await register(1);
    await receiver.waitFor(1);
    await expect
      .poll(async () => (await deliveriesTo(endpointId))[0]?.attempts.length, waiting)
      .toBe(1);
    status = 204;
    const [waits] = await deliveriesTo(endpointId);
    await webhooks.redeliver({ deliveryId: waits?.deliveryId ?? "" });
    const [delivery] = await delivered(endpointId, 1);
    expect(delivery?.attempts).toMatchObject([{ status: 500 }, { status: 204 }]);
  });

  test("a delivery that is being sent is not sent beside that, and can be again afterwards", async () => {
    const held = Promise.withResolvers<void>();
    const { receiver, endpointId } = await listen(
      (response) => void held.promise.then(() => response.writeHead(204).end()),
    );
    await register(1);
    await receiver.waitFor(1);
    const deliveryId = (await deliveriesTo(endpointId))[0]?.deliveryId ?? "";
    expect(await failureOf(webhooks.redeliver({ deliveryId }))).toMatchObject({
      code: "FailedPrecondition",
      reason: "DELIVERY_IN_PROGRESS",
      metadata: { delivery_id: deliveryId },
      message: expect.stringMatching(
        /^delivery dlv_.* is being sent just now, or is the next to be/,
      ),
    });
    held.resolve();
    const [delivery] = await delivered(endpointId, 1);
    expect(delivery?.attempts).toHaveLength(1);
    expect(receiver.received).toHaveLength(1);
    await webhooks.redeliver({ deliveryId });
    await receiver.waitFor(2);
    await expect
      .poll(async () => (await webhooks.getDelivery({ deliveryId })).delivery, waiting)
      .toMatchObject({ state: DeliveryState.DELIVERED, attempts: [{}, {}] });
  });

  test("a delivery that was skipped cannot be sent, for the reason it was skipped for", async () => {
    const { endpointId } = await listen(answerWith(204));
    await webhooks.pauseEndpoint({ endpointId });
    await register(1);
    const store = await openStore(modelwire.databaseUrl);
    try {
      const skipped = { state: "SKIPPED" as const, skipped_reason: "nothing to say" };
      const ofEndpoint = store.db.updateTable("deliveries").where("endpoint_id", "=", endpointId);
      await ofEndpoint.set(skipped).execute();
    } finally {
      await store.close();
    }
    const [delivery] = await deliveriesTo(endpointId, DeliveryState.SKIPPED);
    expect(delivery).toMatchObject({ skippedReason: "nothing to say" });
    const deliveryId = delivery?.deliveryId ?? "";
    expect(await failureOf(webhooks.redeliver({ deliveryId }))).toMatchObject({
      code: "FailedPrecondition",
      reason: "DELIVERY_SKIPPED",
      metadata: { delivery_id: deliveryId },
      message: `delivery ${deliveryId} cannot be sent: nothing to say`,
    });
  });

  test("what failed for good is sent again, counted once, with the same bytes", async () => {
    const { receiver, endpointId } = await listen();
    await register(3);
    await delivered(endpointId, 3);
    const before = new Map(
      receiver.received.map(({ headers, body }) => [headers["webhook-id"], body.toString()]),
    );
    await webhooks.pauseEndpoint({ endpointId });
    await failAll(endpointId);
    const all = await deliveriesTo(endpointId, DeliveryState.FAILED);
    const sinceTime = all[1]?.creationTime ?? timestampFromMs(0);
    const recover = () => webhooks.recoverEndpoint({ endpointId, sinceTime });
    expect(await recover()).toMatchObject({ recoveredCount: 2 });
    expect(await recover()).toMatchObject({ recoveredCount: 0 });
    await webhooks.resumeEndpoint({ endpointId });
    const again = (await receiver.waitFor(5)).slice(3);
    for (const { headers, body } of again) {
      expect(body.toString()).toBe(before.get(headers["webhook-id"]));
    }
    await delivered(endpointId, 2);
    expect(await deliveriesTo(endpointId, DeliveryState.FAILED)).toHaveLength(1);
  });

  test("events from before an endpoint was created are sent where they are asked for", async () => {
    await register(2);
    const filter = `event.model_name == "${modelName}"`;
    const { receiver, secret, endpointId } = await listen(undefined, { filter });
    await registerHeld(clients, modelUuid);
    const sinceTime = timestampFromMs(0);
    const recover = (includeMissing: boolean) =>
      webhooks.recoverEndpoint({ endpointId, sinceTime, includeMissing });
    expect(await recover(false)).toMatchObject({ recoveredCount: 0 });
    const { recoveredCount } = await recover(true);
    expect(recoveredCount).toBeGreaterThanOrEqual(3);
    expect(await recover(true)).toMatchObject({ recoveredCount: 0 });
    for (const request of await receiver.waitFor(recoveredCount)) verifyWithNode(secret, request);
    const sent = await delivered(endpointId, recoveredCount);
    expect(sent.map(({ sequence }) => sequence)).toEqual(
      Array.from({ length: recoveredCount }, (_, i) => recoveredCount - i),
    );
    for (const one of sent) expect(one.modelName).toBe(modelName);
    const ofModel = await webhooks.listDeliveries({ modelName, endpointId });
    expect(ofModel.deliveries).toHaveLength(recoveredCount);
    expect((await webhooks.listDeliveries({ modelName: "none\0" })).deliveries).toEqual([]);
  });
});
