import { afterAll, beforeAll, describe, expect, inject, test, vi } from "vitest";
import type { Registration } from "#gen/modelwire/registry/v1/registration_pb.js";
import { type Clients, createClients } from "./support/clients.ts";
import { failureOf } from "./support/errors.ts";
import { scrape } from "./support/exposition.ts";
import { type FaultProxy, startFaultProxy } from "./support/fault-proxy.ts";
import { startModelwire, type TestModelwire } from "./support/modelwire.ts";
import { newRequest, register } from "./support/registration-fixtures.ts";
import { createTestDatabase } from "./support/services.ts";

/** Machines that test are slow. */
const soon = { timeout: 30_000, interval: 50 };
const local = { requirement: { case: "local" as const, value: {} } };
/** Of four places three, and of eight calls that wait six, are for what goes to MLflow. */
const environment = {
  MODELWIRE_MAX_CONCURRENT_CALLS: "4",
  MODELWIRE_MAX_QUEUED_CALLS: "8",
  MODELWIRE_MLFLOW_TIMEOUT_MS: "60000",
};

describe.each(["sqlite", "postgres"] as const)("on %s, while MLflow hangs", (engine) => {
  const closing: (() => Promise<unknown>)[] = [];
  const hanging = Promise.withResolvers<void>();
  let proxy: FaultProxy;
  let modelwire: TestModelwire;
  let clients: Clients;
  let known: Registration;
  let calls: Promise<unknown>[];

  beforeAll(async () => {
    proxy = await startFaultProxy(inject("mlflowUrl"));
    closing.push(() => proxy.close());
    const database = engine === "postgres" ? await createTestDatabase() : undefined;
    if (database) closing.push(() => database.drop());
    modelwire = await startModelwire({
      mlflowUrl: proxy.url,
      environment,
      ...(database && { databaseUrl: database.url }),
    });
    closing.push(() => modelwire.stop());
    clients = createClients(modelwire.httpUrl);
    known = await register(clients, newRequest());
    for (const method of ["GET", "POST"]) {
      const fault = {
        reachesMlflow: true,
        answer: "mlflow" as const,
        holds: { request: hanging.promise, answer: hanging.promise },
      };
      proxy.inject({ method, path: /model-versions/, fault });
    }
    const ref = { ref: { case: "modelId" as const, value: known.modelId } };
    calls = Array.from({ length: 9 }, () =>
      clients.registry.getModelVersion({ ref }, { timeoutMs: 60_000 }).catch(() => {}),
    );
    await vi.waitFor(async () => {
      const { sum } = await scrape(modelwire.httpUrl);
      expect(sum("modelwire_rpc_waiting")).toBe(6);
    }, soon);
  });
  afterAll(async () => {
    hanging.resolve();
    await Promise.all(calls);
    for (const close of closing.reverse()) await close();
  });

  test("another call that needs it is told that the queue is full", async () => {
    const ref = { ref: { case: "modelId" as const, value: known.modelId } };
    expect(await failureOf(clients.registry.getModelVersion({ ref }))).toMatchObject({
      reason: "SERVER_BUSY",
      retries: true,
    });
    const { sum } = await scrape(modelwire.httpUrl);
    // The nine before it run or wait.
    expect(sum("modelwire_rpc_refused_total", { limit: "calls" })).toBe(1);
  });

  test("reads that the database answers have their places", async () => {
    const ref = { ref: { case: "modelId" as const, value: known.modelId } };
    const limit = { timeoutMs: 9000 };
    for (let i = 0; i < 3; i++) {
      const [{ registration }, { events }] = await Promise.all([
        clients.registry.getModelVersion({ ref, consistency: local }, limit),
        clients.events.listEvents({}, limit),
        clients.access.whoAmI({}, limit),
      ]);
      expect(registration?.modelId).toBe(known.modelId);
      expect(events).toHaveLength(1);
    }
  });
});
