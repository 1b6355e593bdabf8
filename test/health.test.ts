import { sql } from "kysely";
import { afterAll, afterEach, beforeAll, describe, expect, inject, test, vi } from "vitest";
import type { Readiness } from "../src/server/http.ts";
import { openStore } from "../src/store/store.ts";
import { type FaultProxy, startFaultProxy } from "./support/fault-proxy.ts";
import { createHealthClient, type HealthClient } from "./support/health-client.ts";
import { startModelwire, type TestModelwire } from "./support/modelwire.ts";
import { type Postgres, startPostgres } from "./support/postgres.ts";
import { describeOnBothEngines } from "./support/stores.ts";

const registry = "modelwire.registry.v1.RegistryService";
const services = [
  "",
  registry,
  "modelwire.webhook.v1.WebhookService",
  "modelwire.event.v1.EventService",
];
/** Three looks that fail, or two that do not, with time for a busy machine. */
const LOOKS = { timeout: 40_000, interval: 100 };

let modelwire: TestModelwire | undefined;
let health: HealthClient | undefined;
afterEach(async () => {
  health?.close();
  await modelwire?.stop();
  health = modelwire = undefined;
});

async function start(options: Parameters<typeof startModelwire>[0]) {
  modelwire = await startModelwire(options);
  health = createHealthClient(modelwire.grpcAddress);
  return { modelwire, health };
}

/** Waits until MLflow was found to serve: whoever watches from then on is told nothing else first. */
const untilMlflowServes = ({ check }: HealthClient) =>
  vi.waitFor(async () => expect(await check("modelwire.mlflow")).toBe("SERVING"), LOOKS);

async function readyz({ httpUrl }: TestModelwire): Promise<[number, Readiness]> {
  const response = await fetch(`${httpUrl}/readyz?verbose`);
  return [response.status, (await response.json()) as Readiness];
}

describe("with a PostgreSQL of its own", () => {
  let postgres: Postgres;
  beforeAll(async () => {
    postgres = await startPostgres();
  });
  afterAll(() => postgres?.stop());

  test("a server serves only while its database answers, and says so to all who ask or watch", async () => {
    const { modelwire, health } = await start({ databaseUrl: postgres.url });
    const told = health.watch(registry);
    for (const service of services) expect(await health.check(service)).toBe("SERVING");
    expect(await readyz(modelwire)).toMatchObject([200, { ready: true, reasons: [] }]);

    await postgres.halt();
    await vi.waitFor(() => expect(told).toEqual(["SERVING", "NOT_SERVING"]), LOOKS);
    for (const service of services) expect(await health.check(service)).toBe("NOT_SERVING");
    const [status, readiness] = await readyz(modelwire);
    expect(status).toBe(503);
    expect(readiness).toMatchObject({
      ready: false,
      reasons: [expect.stringMatching(/^database: ./)],
      checks: [
        { name: "database", ok: false, reason: expect.any(String) },
        { name: "mlflow", ok: true },
      ],
    });
    expect(await health.check("modelwire.mlflow")).toBe("SERVING");
    expect((await fetch(`${modelwire.httpUrl}/healthz`)).status).toBe(200);

    await postgres.resume();
    await vi.waitFor(() => expect(told).toEqual(["SERVING", "NOT_SERVING", "SERVING"]), LOOKS);
    expect(await readyz(modelwire)).toMatchObject([200, { ready: true, reasons: [] }]);
  });
});

describe("with an MLflow that can be unplugged", () => {
  let proxy: FaultProxy;
  beforeAll(async () => {
    proxy = await startFaultProxy(inject("mlflowUrl"));
  });
  afterAll(() => proxy?.close());

  test("MLflow's health is told apart: without it the services serve, and say why at /readyz", async () => {
    const { modelwire, health } = await start({ mlflowUrl: proxy.url });
    await untilMlflowServes(health);
    const told = health.watch("modelwire.mlflow");
    await vi.waitFor(() => expect(told).toEqual(["SERVING"]), LOOKS);
    await proxy.down();
    await vi.waitFor(() => expect(told).toEqual(["SERVING", "NOT_SERVING"]), LOOKS);
    for (const service of services) expect(await health.check(service)).toBe("SERVING");
    expect(await readyz(modelwire)).toMatchObject([
      200,
      { ready: true, reasons: [expect.stringMatching(/^mlflow: .*ECONNREFUSED/)] },
    ]);
    await proxy.up();
    await vi.waitFor(() => expect(told).toEqual(["SERVING", "NOT_SERVING", "SERVING"]), LOOKS);
    expect(await readyz(modelwire)).toMatchObject([200, { ready: true, reasons: [] }]);
  });
});

describeOnBothEngines((stores) => {
  test("a database that a newer build has migrated is no longer served, and none starts on it", async () => {
    const { modelwire, health } = await start({ databaseUrl: stores.url });
    const store = await stores.open();
    await sql`insert into modelwire_migrations (name, timestamp) values ('9999-later', 'x')`.execute(
      store.db,
    );
    await vi.waitFor(async () => expect(await health.check("")).toBe("NOT_SERVING"), LOOKS);
    expect(await readyz(modelwire)).toMatchObject([
      503,
      { reasons: [expect.stringMatching(/^database: .*a newer build, which made 9999-later/)] },
    ]);
    await expect(openStore(stores.url)).rejects.toThrow(
      /^it is that of a newer build, which made 9999-later: run that build or a later one/,
    );
    await expect(startModelwire({ databaseUrl: stores.url })).rejects.toThrow(
      /^DATABASE_URL: the database cannot be opened: it is that of a newer build/,
    );
  });
});

test("a server that stops says so before it takes no more calls", async () => {
  const { modelwire: running, health } = await start({});
  await untilMlflowServes(health);
  const told = { all: health.watch(""), mlflow: health.watch("modelwire.mlflow") };
  const both = { all: ["SERVING"], mlflow: ["SERVING"] };
  await vi.waitFor(() => expect(told).toEqual(both), LOOKS);
  await running.stop();
  modelwire = undefined;
  await vi.waitFor(() => {
    expect(told.all).toEqual(["SERVING", "NOT_SERVING", "ended"]);
    expect(told.mlflow).toEqual(["SERVING", "NOT_SERVING", "ended"]);
  }, LOOKS);
});
