import type { Client } from "@connectrpc/connect";
import { afterAll, beforeAll, expect, vi } from "vitest";
import { IndexState } from "#gen/modelwire/registry/v1/reads_pb.js";
import type { VersionSummary } from "#gen/modelwire/registry/v1/registered_model_pb.js";
import type { Registration } from "#gen/modelwire/registry/v1/registration_pb.js";
import type { RegistryService } from "#gen/modelwire/registry/v1/registry_service_pb.js";
import { openStore, type Store } from "../../src/store/store.ts";
import { createClients } from "./clients.ts";
import { type FaultProxy, startFaultProxy } from "./fault-proxy.ts";
import type { FilledMlflow } from "./filled-mlflow.ts";
import { askLocally, type LocalAnswers } from "./local-answers.ts";
import { idOf } from "./mlflow-view.ts";
import { startModelwire, type TestModelwire } from "./modelwire.ts";
import { createTestDatabase, type TestDatabase } from "./services.ts";

/** A Modelwire that has seen all of an MLflow, once. */
export interface FirstSight {
  readonly registry: Client<typeof RegistryService>;
  /** Between Modelwire and MLflow. */
  readonly proxy: FaultProxy;
  /** What the index answered as soon as it was complete. */
  readonly answers: LocalAnswers;
  /** Gives a version as it was listed, by its `name/version`. */
  summaryOf(modelId: string): VersionSummary;
  /** Gives a version as it was got from the index. */
  registrationOf(modelId: string): Registration;
  countEvents(): Promise<number>;
}

/** Starts a Modelwire with an empty database before a suite's tests, and waits until it has seen all. */
export function seeFirst(
  engine: "sqlite" | "postgres",
  mlflow: () => FilledMlflow,
): Readonly<FirstSight> {
  let database: TestDatabase | undefined;
  let proxy: FaultProxy;
  let modelwire: TestModelwire;
  let store: Store;
  let registry: FirstSight["registry"];
  let answers: LocalAnswers;
  beforeAll(async () => {
    if (engine === "postgres") database = await createTestDatabase();
    proxy = await startFaultProxy(mlflow().url);
    modelwire = await startModelwire({
      mlflowUrl: proxy.url,
      reconcile: true,
      environment: { MODELWIRE_RECONCILE_INTERVAL_MS: "200" },
      ...(database && { databaseUrl: database.url }),
    });
    store = await openStore(modelwire.databaseUrl);
    ({ registry } = createClients(modelwire.httpUrl));
    await vi.waitFor(
      async () => {
        const { state, unreadVersionCount } = await registry.getIndexStatus({});
        const complete = { state: IndexState.COMPLETE, unreadVersionCount: 0 };
        expect({ state, unreadVersionCount }).toEqual(complete);
      },
      { timeout: 60_000, interval: 50 },
    );
    answers = await askLocally(registry, mlflow().uuids);
  }, 120_000);
  afterAll(async () => {
    await store?.close();
    await modelwire?.stop();
    await proxy?.close();
    await database?.drop();
  });
  return {
    get registry() {
      return registry;
    },
    get proxy() {
      return proxy;
    },
    get answers() {
      return answers;
    },
    summaryOf(modelId) {
      const found = answers.versions.find(({ modelVersion: one }) => one && idOf(one) === modelId);
      if (!found) throw new Error(`${modelId} was not listed`);
      return found;
    },
    registrationOf(modelId) {
      const { registration } = answers.byId[modelId] ?? {};
      if (!registration) throw new Error(`${modelId} was not found`);
      return registration;
    },
    countEvents: async () =>
      (await store.db.selectFrom("events").select("event_id").execute()).length,
  };
}
