import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { timestampMs } from "@bufbuild/protobuf/wkt";
import Database from "better-sqlite3";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { EventOrigin, EventType } from "#gen/modelwire/event/v1/event_pb.js";
import { type GetIndexStatusResponse, IndexState } from "#gen/modelwire/registry/v1/reads_pb.js";
import { ContributorKind } from "#gen/modelwire/registry/v1/registration_pb.js";
import { openStore } from "../src/store/store.ts";
import { createClients } from "./support/clients.ts";
import { failureOf } from "./support/errors.ts";
import { readEvents } from "./support/event-log.ts";
import { startFaultProxy } from "./support/fault-proxy.ts";
import { createMlflowRest } from "./support/mlflow-rest.ts";
import { quickstartModel, readModelFiles } from "./support/model-files.ts";
import { startModelwire, type TestModelwire } from "./support/modelwire.ts";
import { type OwnMlflow, startOwnMlflow } from "./support/own-mlflow.ts";
import { newRequest, register } from "./support/registration-fixtures.ts";
import { createTestDatabase } from "./support/services.ts";
import { makeTemporaryDirectory } from "./support/temporary-directory.ts";

const full = { requirement: { case: "fullyConsistent", value: {} } } as const;
const local = { requirement: { case: "local", value: {} } } as const;
const environment = { MODELWIRE_RECONCILE_INTERVAL_MS: "300" };

let mlflow: OwnMlflow;
beforeAll(async () => {
  mlflow = await startOwnMlflow();
});
afterAll(() => mlflow?.stop());

async function withModelwire(
  options: Parameters<typeof startModelwire>[0],
  work: (modelwire: TestModelwire) => Promise<void>,
): Promise<void> {
  const modelwire = await startModelwire({
    mlflowUrl: mlflow.url,
    reconcile: true,
    environment,
    ...options,
  });
  try {
    await work(modelwire);
  } finally {
    await modelwire.stop();
  }
}

test("what others write is announced as observed, and what is done through Modelwire is not", async () => {
  await withModelwire({}, async ({ httpUrl, databaseUrl }) => {
    const clients = createClients(httpUrl);
    const rest = createMlflowRest(mlflow.url);
    const ours = await register(clients, newRequest("observed"));
    const { source = "" } = ours.modelVersion ?? {};
    const modelId = source.slice("models:/".length);
    await rest.createVersion("observed", source, { modelId, tags: { team: "ops" } });
    await rest.setAlias("observed", "champion", "2");
    await rest.setTag("observed", "1", "note", "seen");
    await clients.registry.setAlias({ modelName: "observed", alias: "staging", version: "2" });
    await clients.registry.listModels({ consistency: full });
    const told = readEvents(databaseUrl)
      .filter(({ modelName }) => modelName === "observed")
      .map(({ type, origin, sequence }) => `${sequence} ${EventType[type]} ${EventOrigin[origin]}`);
    expect(told.toSorted()).toEqual([
      "1 MODEL_REGISTERED MODELWIRE",
      expect.stringMatching(/^2 .* OBSERVED$/),
      expect.stringMatching(/^3 /),
      expect.stringMatching(/^4 /),
      expect.stringMatching(/^5 /),
    ]);
    expect(told.map((text) => text.slice(2)).toSorted()).toEqual([
      "ALIAS_CHANGED MODELWIRE",
      "ALIAS_CHANGED OBSERVED",
      "MODEL_REGISTERED MODELWIRE",
      "TAGS_CHANGED OBSERVED",
      "VERSION_OBSERVED OBSERVED",
    ]);
    const event = readEvents(databaseUrl).find(({ type }) => type === EventType.VERSION_OBSERVED);
    expect(event?.versionObserved?.registration).toMatchObject({
      modelId: "observed/2",
      modelInfo: { modelUuid: modelId },
    });
  });
});

test("of replicas on one database, one looks at MLflow, and another takes over where it stops", async () => {
  const database = await createTestDatabase();
  try {
    const { url: databaseUrl } = database;
    await withModelwire({ databaseUrl }, async (second) => {
      const first = await startModelwire({
        mlflowUrl: mlflow.url,
        reconcile: true,
        environment,
        databaseUrl,
      });
      const rest = createMlflowRest(mlflow.url);
      const clients = createClients(second.httpUrl);
      await register(clients, newRequest("taken-over"));
      await rest.setTag("taken-over", "1", "note", "one");
      await clients.registry.listModels({ consistency: full });
      await first.stop();
      await rest.setTag("taken-over", "1", "note", "two");
      const { versions } = await clients.registry.listModelVersions({
        modelName: "taken-over",
        consistency: full,
      });
      expect(versions[0]?.modelVersion?.tags.note).toBe("two");
    });
  } finally {
    await database.drop();
  }
});

test("another MLflow behind the same database is not taken for one in which all was deleted", async () => {
  const other = await startOwnMlflow();
  const folder = await makeTemporaryDirectory("modelwire-exchanged-");
  const databaseUrl = `sqlite:${join(folder.path, "modelwire.db")}`;
  try {
    await createMlflowRest(mlflow.url).createModel("kept");
    await withModelwire({ databaseUrl }, async ({ httpUrl }) => {
      await createClients(httpUrl).registry.listModels({ consistency: full });
    });
    await withModelwire({ databaseUrl, mlflowUrl: other.url }, async ({ httpUrl }) => {
      const { registry } = createClients(httpUrl);
      const failure = await failureOf(registry.listModels({ consistency: full }));
      expect(failure).toMatchObject({ code: "Unavailable", retries: true });
      expect(failure.message).toMatch(/another one than before/);
      const status = await registry.getIndexStatus({});
      expect(status).toMatchObject({ state: IndexState.COMPLETE, lastError: expect.any(String) });
      const { models } = await registry.listModels({});
      expect(models.map(({ name }) => name)).toContain("kept");
      expect(readEvents(databaseUrl)).toEqual([]);
    });
  } finally {
    await other.stop();
    await folder.remove();
  }
});

test("a look at everything that fails says so until it succeeds, and keeps from nothing else", async () => {
  const proxy = await startFaultProxy(mlflow.url);
  try {
    await withModelwire({ mlflowUrl: proxy.url }, async ({ httpUrl, databaseUrl }) => {
      const clients = createClients(httpUrl);
      await register(clients, newRequest("held-up"));
      await clients.registry.listModels({ consistency: full });
      const store = await openStore(databaseUrl);
      const failing = proxy.inject({
        method: "GET",
        path: /\/registered-models\/search$/,
        fault: { reachesMlflow: false, answer: { status: 500, headers: {}, body: "" } },
      });
      try {
        expect(await failureOf(clients.registry.listModels({ consistency: full }))).toMatchObject({
          code: "Unavailable",
          reason: "MLFLOW_UNAVAILABLE",
        });
        const said = await clients.registry.getIndexStatus({});
        // Models are read between the looks at everything, also after somebody asked for one.
        await store.db.updateTable("catalog_versions").set({ unread: 1 }).execute();
        const statuses: GetIndexStatusResponse[] = [];
        await vi.waitFor(
          async () => {
            const status = await clients.registry.getIndexStatus({});
            statuses.push(status);
            expect(status.unreadVersionCount).toBe(0);
          },
          { timeout: 20_000 },
        );
        const stillFailing = { lastError: said.lastError, asOf: said.asOf };
        for (const status of statuses) expect(status).toMatchObject(stillFailing);
        expect(said.lastError).toBeDefined();
        await createMlflowRest(mlflow.url).createModel("seen-later");
        failing.end();
        const { models, asOf } = await clients.registry.listModels({ consistency: full });
        expect(models.map(({ name }) => name)).toContain("seen-later");
        expect(asOf && timestampMs(asOf)).toBeGreaterThan(said.asOf ? timestampMs(said.asOf) : 0);
        await expect
          .poll(async () => (await clients.registry.getIndexStatus({})).lastError)
          .toBeUndefined();
      } finally {
        await store.close();
      }
    });
  } finally {
    await proxy.close();
  }
});

test("a version that MLflow half deleted is told from the index as MLflow tells it", async () => {
  await withModelwire({}, async ({ httpUrl }) => {
    const clients = createClients(httpUrl);
    const { modelVersion } = await register(clients, newRequest("whole"));
    const source = modelVersion?.source ?? "";
    const modelId = source.slice("models:/".length);
    await createMlflowRest(mlflow.url).createModel("halved");
    await createMlflowRest(mlflow.url).createVersion("halved", source, { modelId });
    await clients.registry.listModels({ consistency: full });
    // What is left where a deletion and a move to another stage happen at the same time.
    const database = new Database(join(mlflow.dataDir, "mlflow.db"));
    const half = `UPDATE model_versions SET source = 'REDACTED-SOURCE-PATH',
      run_id = 'REDACTED-RUN-ID', run_link = 'REDACTED-RUN-LINK' WHERE name = 'halved'`;
    expect(database.prepare(half).run().changes).toBe(1);
    database.close();
    await clients.registry.listModels({ consistency: full });
    const [fromIndex, fromMlflow] = await Promise.all(
      [local, full].map((consistency) =>
        clients.registry.getModelVersion({
          ref: { ref: { case: "nameVersion", value: { name: "halved", version: "1" } } },
          consistency,
        }),
      ),
    );
    expect(fromIndex?.registration?.modelInfo?.runId).toBe("REDACTED-RUN-ID");
    expect(fromIndex?.registration).toEqual(fromMlflow?.registration);
  });
});

test("tags that are too long to find a version by keep no look from its end", async () => {
  const database = await createTestDatabase();
  const rest = createMlflowRest(mlflow.url);
  const long = () => randomBytes(7500).toString("base64");
  const tags = {
    model_type: long(),
    contributor: long(),
    baseline_model_id: long(),
    model_uuid: long(),
  };
  try {
    await rest.createModel("long");
    // Its model cannot be read: the tag alone says the uuid.
    await rest.createVersion("long", "mlflow-artifacts:/nowhere", { tags });
    await withModelwire({ databaseUrl: database.url }, async ({ httpUrl }) => {
      const clients = createClients(httpUrl);
      await clients.registry.listModels({ consistency: full });
      const { modelVersion } = await register(clients, newRequest("short"));
      const { source = "", runId } = modelVersion ?? {};
      await rest.createVersion("long", source, { tags, ...(runId && { runId }) });
      await rest.createVersion("short", source);
      const asked = { consistency: full };
      const { versions } = await clients.registry.listModelVersions(asked);
      const ids = versions.map(({ modelVersion: one }) => `${one?.name}/${one?.version}`);
      expect(ids).toEqual(expect.arrayContaining(["long/1", "long/2", "short/1", "short/2"]));
      const ref = { ref: { case: "modelId" as const, value: "long/2" } };
      const found = await clients.registry.getModelVersion({ ref, consistency: local });
      expect(found.registration).toMatchObject({
        modelType: tags.model_type,
        contributor: { id: tags.contributor },
        baseline: { modelId: tags.baseline_model_id },
        improvements: [{ metric: "auc" }],
      });
      const { contributions } = await clients.registry.listContributions(asked);
      expect(contributions).toEqual([]);
    });
  } finally {
    await rest.deleteModel("long");
    await database.drop();
  }
});

test("a copy that MLflow makes is no second contribution, whatever its number", async () => {
  await withModelwire({}, async ({ httpUrl }) => {
    const clients = createClients(httpUrl);
    const { registry } = clients;
    const { modelId } = await register(clients, newRequest("base"));
    const contributor = { kind: ContributorKind.ACCOUNT, id: "ann" };
    const { registration: original } = await registry.registerImprovedModel({
      modelName: "staging",
      source: { case: "package", value: { files: await readModelFiles(quickstartModel) } },
      baseline: { ref: { case: "modelId", value: modelId } },
      contributor,
      metrics: { auc: 0.93 },
    });
    const { runId = "", tags = {} } = original?.modelVersion ?? {};
    const rest = createMlflowRest(mlflow.url);
    await rest.createModel("prod");
    // As MLflow's copy_model_version does.
    const copy = () => rest.createVersion("prod", "models:/staging/1", { runId, tags });
    expect([(await copy()).version, (await copy()).version]).toEqual(["1", "2"]);
    const asked = { contributor, consistency: full };
    const { contributions } = await registry.listContributions(asked);
    const absoluteChange = expect.closeTo(0.02, 12);
    const sum = { metric: "auc", versionCount: 1, unknownChangeCount: 0, absoluteChange };
    expect(contributions).toMatchObject([sum]);
    const [first, second] = await Promise.all(
      ["prod/1", "prod/2"].map(async (value) => {
        const ref = { ref: { case: "modelId" as const, value } };
        return (await registry.getModelVersion({ ref, consistency: local })).registration;
      }),
    );
    const modelInfo = { modelUuid: original?.modelInfo?.modelUuid };
    expect(first).toMatchObject({ contributor, baseline: original?.baseline, modelInfo });
    expect(first?.registrationId).toBeUndefined();
    // Whether a metric of its run is a value or a change nobody knows.
    expect(first?.improvements).toEqual([]);
    expect(second?.improvements).toEqual([]);
  });
});

test("what the index knows is told at /metrics", async () => {
  await withModelwire({}, async ({ httpUrl }) => {
    const { registry } = createClients(httpUrl);
    const { models } = await registry.listModels({ consistency: full });
    const text = await (await fetch(`${httpUrl}/metrics`)).text();
    const value = (name: string) =>
      Number(new RegExp(`^${name}(?:\\{[^}]*\\})? ([\\d.e+-]+)`, "m").exec(text)?.[1]);
    expect(value("modelwire_index_complete")).toBe(1);
    expect(value("modelwire_index_models")).toBe(models.length);
    expect(value("modelwire_index_failing")).toBe(0);
    expect(value("modelwire_index_lag_seconds"), text).toBeLessThan(60);
  });
});
