import { randomUUID } from "node:crypto";
import type { MessageInitShape } from "@bufbuild/protobuf";
import { timestampMs } from "@bufbuild/protobuf/wkt";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { ConsistencySchema } from "#gen/modelwire/registry/v1/consistency_pb.js";
import {
  IndexState,
  type ListModelVersionsResponse,
  ModelOrder,
  VersionOrder,
} from "#gen/modelwire/registry/v1/reads_pb.js";
import { ContributorKind, type Registration } from "#gen/modelwire/registry/v1/registration_pb.js";
import { readConfig } from "../src/config/config.ts";
import { createMlflowClient, type MlflowClient } from "../src/mlflow/client.ts";
import { type Clients, createClients } from "./support/clients.ts";
import { failureOf } from "./support/errors.ts";
import { eventually } from "./support/eventually.ts";
import { type FaultProxy, startFaultProxy } from "./support/fault-proxy.ts";
import { createMlflowRest, type MlflowRest } from "./support/mlflow-rest.ts";
import { startModelwire, type TestModelwire } from "./support/modelwire.ts";
import { type OwnMlflow, startOwnMlflow } from "./support/own-mlflow.ts";
import { newRequest, register } from "./support/registration-fixtures.ts";

let mlflow: OwnMlflow;
let rest: MlflowRest;
let client: MlflowClient;
let proxy: FaultProxy;
let modelwire: TestModelwire;
let registry: Clients["registry"];
let clients: Clients;
let baseline: Registration;
beforeAll(async () => {
  mlflow = await startOwnMlflow();
  rest = createMlflowRest(mlflow.url);
  client = createMlflowClient({ ...readConfig({}).mlflow, trackingUri: mlflow.url });
  proxy = await startFaultProxy(mlflow.url);
  modelwire = await startModelwire({
    mlflowUrl: proxy.url,
    reconcile: true,
    environment: { MODELWIRE_RECONCILE_INTERVAL_MS: "500" },
  });
  clients = createClients(modelwire.httpUrl);
  registry = clients.registry;
  baseline = await register(clients, newRequest("reads"));
  const { registration } = await registry.registerImprovedModel({
    baseline: { ref: { case: "modelId", value: baseline.modelId } },
    contributor: { kind: ContributorKind.ETHEREUM_ADDRESS, id: `0x${"A".repeat(40)}` },
    source: { case: "mlflowUri", value: baseline.modelInfo?.modelUri ?? "" },
    metrics: { auc: 0.95 },
    tags: { team: "growth" },
  });
  expect(registration?.modelId).toBe("reads_improved/1");
  await complete();
}, 120_000);
afterAll(async () => {
  await modelwire?.stop();
  await proxy?.close();
  await client?.close();
  await mlflow?.stop();
});

type Consistency = MessageInitShape<typeof ConsistencySchema>;
const local: Consistency = { requirement: { case: "local", value: {} } };
const full: Consistency = { requirement: { case: "fullyConsistent", value: {} } };

const byId = (value: string) => ({ ref: { case: "modelId" as const, value } });
const byUuid = (value: string) => ({ ref: { case: "modelUuid" as const, value } });
const idsOf = ({ versions }: ListModelVersionsResponse) =>
  versions.map(({ modelVersion }) => `${modelVersion?.name}/${modelVersion?.version}`);

/** Waits until all that MLflow has was seen. */
async function complete(): Promise<void> {
  await vi.waitFor(
    async () => {
      const status = await registry.getIndexStatus({});
      expect(status).toMatchObject({ state: IndexState.COMPLETE, unreadVersionCount: 0 });
    },
    { timeout: 30_000, interval: 100 },
  );
}

describe("reads of one version", () => {
  test("give the same from the index, as fresh as a write, and from MLflow", async () => {
    const { consistencyToken: value } = await registry.setAlias({
      modelName: "reads",
      alias: "prod",
      version: "1",
    });
    const answers = [
      await registry.getModelVersion({ ref: byId("reads/1"), consistency: full }),
      await registry.getModelVersion({ ref: byId("reads/1"), consistency: local }),
      await registry.getModelVersion({
        ref: { ref: { case: "nameAlias", value: { name: "reads", alias: "prod" } } },
        consistency: { requirement: { case: "atLeastAsFresh", value } },
      }),
    ];
    const [fromMlflow] = answers;
    expect(fromMlflow?.registration).toMatchObject({
      modelId: "reads/1",
      modelVersion: { aliases: ["prod"] },
      registrationId: baseline.registrationId,
    });
    for (const answer of answers) {
      expect(answer.registration).toEqual(fromMlflow?.registration);
      expect(answer.etag).toBe(fromMlflow?.etag);
      expect(answer.asOf).toBeDefined();
    }
  });

  test("give what somebody wrote to MLflow, of which the index knows nothing yet", async () => {
    const name = `direct-${randomUUID()}`;
    await rest.createModel(name);
    const uuid = baseline.modelInfo?.modelUuid ?? "";
    await rest.createVersion(name, `models:/${uuid}`, { modelId: uuid });
    const { registration } = await registry.getModelVersion({
      ref: byId(`${name}/1`),
      consistency: local,
    });
    expect(registration?.modelInfo?.modelUuid).toBe(uuid);
    await rest.deleteModel(name);
  });

  test("give a model that says no uuid one of its own, and find it by that", async () => {
    const { experiment_id: experimentId } = await client.experiments.ensure("oldest");
    const run = await client.runs.create({ experimentId, runName: "r", startTime: 1, tags: {} });
    const mlmodel = "flavors:\n  python_function:\n    loader_module: x\n";
    await client.artifacts.put(run.artifact_uri, "model/MLmodel", Buffer.from(mlmodel));
    await rest.createModel("oldest");
    await rest.createVersion("oldest", `${run.artifact_uri}/model`, { runId: run.run_id });
    const { registration } = await registry.getModelVersion({ ref: byId("oldest/1") });
    const modelUuid = registration?.modelInfo?.modelUuid ?? "";
    expect(modelUuid).toMatch(/^[0-9a-f]{32}$/);
    const found = await vi.waitFor(() => registry.getModelByUuid({ modelUuid }), {
      timeout: 20_000,
      interval: 100,
    });
    expect(found.registration?.modelId).toBe("oldest/1");
    await rest.deleteModel("oldest");
  });

  test("say of a model whose MLmodel is too large that it cannot be read", async () => {
    const { experiment_id: experimentId } = await client.experiments.ensure("large");
    const run = await client.runs.create({ experimentId, runName: "r", startTime: 1, tags: {} });
    await rest.createModel("large");
    const bare = "flavors:\n  python_function:\n    loader_module: x\n";
    const files = [
      [`${bare}x: [${"1,".repeat(500_000)}]\n`, "expected at most 250,000 YAML tokens"],
      [`${bare}x: ${"a".repeat(8 * 1024 ** 2)}\n`, "expected at most 4 MiB"],
    ];
    for (const [i, [mlmodel = "", why]] of files.entries()) {
      await client.artifacts.put(run.artifact_uri, `${i}/MLmodel`, Buffer.from(mlmodel));
      await rest.createVersion("large", `${run.artifact_uri}/${i}`, { runId: run.run_id });
      const ref = byId(`large/${i + 1}`);
      const failure = await failureOf(registry.getModelVersion({ ref, consistency: full }));
      expect(failure).toMatchObject({ code: "NotFound", reason: "MODEL_NOT_FOUND" });
      expect(failure.message).toContain(`its MLmodel cannot be read: the file: ${why}`);
    }
    await rest.deleteModel("large");
  });

  test("find a model of MLflow 2 by the uuid that stands in its file alone", async () => {
    const uuid = randomUUID().replaceAll("-", "");
    const missing = await failureOf(registry.getModelByUuid({ modelUuid: uuid }));
    expect(missing).toMatchObject({ code: "NotFound", reason: "MODEL_NOT_FOUND", resource: uuid });
    const { experiment_id: experimentId } = await client.experiments.ensure("old");
    const run = await client.runs.create({ experimentId, runName: "r", startTime: 1, tags: {} });
    const mlmodel = `flavors:\n  python_function:\n    loader_module: x\nmodel_uuid: ${uuid}\n`;
    await client.artifacts.put(run.artifact_uri, "model/MLmodel", Buffer.from(mlmodel));
    await rest.createModel("old");
    await rest.createVersion("old", `${run.artifact_uri}/model`, { runId: run.run_id });
    for (const consistency of [local, full]) {
      const { registration } = await vi.waitFor(
        async () => {
          const call = registry.getModelByUuid({ modelUuid: uuid, consistency });
          // Until its file is read nothing says that there is no such model.
          const failure = await failureOf(call).catch(() => undefined);
          if (failure) expect(failure.reason).toBe("INDEX_INCOMPLETE");
          return call;
        },
        { timeout: 20_000, interval: 100 },
      );
      expect(registration).toMatchObject({ modelId: "old/1", modelInfo: { modelUuid: uuid } });
    }
    // Whatever else takes a reference finds it too.
    const ref = byUuid(uuid);
    const [first] = await Array.fromAsync(registry.downloadPackage({ ref }));
    expect(first?.part).toMatchObject({ case: "start", value: { modelId: "old/1" } });
    const source = { source: { case: "version" as const, value: ref } };
    const compared = await failureOf(registry.compareSignatures({ old: source, next: source }));
    expect(compared.fields).toEqual({ "old.version": "old/1 has no signature" });
    const improves = registry.registerImprovedModel({
      baseline: ref,
      contributor: { kind: ContributorKind.ACCOUNT, id: "alice" },
      source: { case: "mlflowUri", value: baseline.modelInfo?.modelUri ?? "" },
    });
    expect((await failureOf(improves)).fields).toEqual({
      model_type: expect.stringContaining("its baseline does not say one"),
    });
  });

  test("say of a version that was deleted when that was", async () => {
    const gone = await register(clients, newRequest(`gone-${randomUUID()}`));
    const uuid = gone.modelInfo?.modelUuid ?? "";
    await registry.deleteModelVersion({ ref: byId(gone.modelId) });
    for (const consistency of [local, full]) {
      const failure = await failureOf(registry.getModelByUuid({ modelUuid: uuid, consistency }));
      expect(failure).toMatchObject({ code: "NotFound", reason: "MODEL_NOT_FOUND" });
      expect(failure.message).toContain("was deleted at");
      expect(Date.parse(failure.metadata.deleted_time ?? "")).toBeGreaterThan(0);
    }
  });

  test("of several give each in its place, and name the reference that is none", async () => {
    const uuid = baseline.modelInfo?.modelUuid ?? "";
    for (const consistency of [local, full]) {
      const { items, asOf } = await registry.batchGetModelVersions({
        refs: [byId("reads_improved/1"), byId("reads/99"), byUuid(uuid)],
        consistency,
      });
      expect(items.map(({ registration }) => registration?.modelId)).toEqual([
        "reads_improved/1",
        undefined,
        // The newest of its versions.
        "reads_improved/1",
      ]);
      expect(items.map(({ etag }) => etag !== undefined)).toEqual([true, false, true]);
      expect(asOf).toBeDefined();
    }
    const refs = [byId("reads/1"), byUuid("m-1")];
    const failure = await failureOf(registry.batchGetModelVersions({ refs }));
    expect(failure.fields).toEqual({ "refs[1].model_uuid": expect.stringContaining("m-") });
  });
});

describe("lists", () => {
  test("of versions are of what was registered, in the order that was asked for", async () => {
    const lists = await registry.listModelVersions({
      modelNamePrefix: "reads",
      order: VersionOrder.NAME,
    });
    expect(idsOf(lists)).toEqual(["reads/1", "reads_improved/1"]);
    const [first, second] = lists.versions;
    expect(first).toMatchObject({ modelType: "lead_scoring", isBaseline: true });
    expect(second).toMatchObject({
      isBaseline: false,
      baseline: { modelId: "reads/1" },
      contributor: { id: `0x${"a".repeat(40)}` },
      improvements: [{ metric: "auc" }],
    });
    const { etag } = await registry.getModelVersion({ ref: byId("reads/1") });
    expect(first?.etag).toBe(etag);
    const improved = ["reads_improved/1"];
    const modelNamePrefix = "reads";
    for (const filter of [
      { contributor: { id: `0x${"A".repeat(40)}` } },
      { isBaseline: false },
      { tags: [{ key: "team", value: "growth" }] },
      { modelName: "reads_improved" },
    ]) {
      expect(idsOf(await registry.listModelVersions({ modelNamePrefix, ...filter }))).toEqual(
        improved,
      );
    }
    const account = { kind: ContributorKind.ACCOUNT, id: `0x${"a".repeat(40)}` };
    expect(idsOf(await registry.listModelVersions({ contributor: account }))).toEqual([]);
  });

  test("of registered models tell their aliases, versions and tags", async () => {
    const { models } = await registry.listModels({
      namePrefix: "reads",
      order: ModelOrder.NEWEST_FIRST,
      consistency: full,
    });
    expect(models.map(({ name }) => name)).toEqual(["reads_improved", "reads"]);
    expect(models[1]).toMatchObject({
      aliases: { prod: "1" },
      versionCount: 1,
      latestVersion: "1",
    });
    expect(models[1]?.creationTime).toBeDefined();
    const production = await registry.listModels({ alias: "prod" });
    expect(production.models.map(({ name }) => name)).toEqual(["reads"]);
  });

  test("that are to be fully consistent have what was just written to MLflow", async () => {
    const name = `fresh-${randomUUID()}`;
    const before = Date.now();
    await rest.createModel(name);
    const uuid = baseline.modelInfo?.modelUuid ?? "";
    await rest.createVersion(name, `models:/${uuid}`, { modelId: uuid });
    const list = await registry.listModelVersions({ modelName: name, consistency: full });
    expect(idsOf(list)).toEqual([`${name}/1`]);
    expect(list.asOf && timestampMs(list.asOf)).toBeGreaterThanOrEqual(before);
    await rest.deleteModel(name);
    const after = await registry.listModels({ namePrefix: name, consistency: full });
    expect(after.models).toEqual([]);
  });

  test("go on where a page ended, whatever the size of the next, and only for the same list", async () => {
    const request = { modelNamePrefix: "reads", pageSize: 1, order: VersionOrder.NAME };
    const { nextPageToken: pageToken, ...first } = await registry.listModelVersions(request);
    expect(idsOf({ ...first, nextPageToken: "" })).toEqual(["reads/1"]);
    const rest = await registry.listModelVersions({ ...request, pageSize: 0, pageToken });
    expect(idsOf(rest)).toEqual(["reads_improved/1"]);
    expect(rest.nextPageToken).toBe("");
    for (const other of [
      { ...request, order: VersionOrder.OLDEST_FIRST },
      { ...request, modelNamePrefix: "read" },
      { ...request, isBaseline: true },
    ]) {
      const failure = await failureOf(registry.listModelVersions({ ...other, pageToken }));
      expect(Object.keys(failure.fields)).toEqual(["page_token"]);
    }
    const models = await failureOf(registry.listModels({ namePrefix: "reads", pageToken }));
    expect(Object.keys(models.fields)).toEqual(["page_token"]);
  });

  test("name the field that is wrong", async () => {
    const tags = Array.from({ length: 6 }, () => ({ key: "a" }));
    const wrong: [string, Parameters<typeof registry.listModelVersions>[0]][] = [
      ["page_size", { pageSize: 1001 }],
      ["page_token", { pageToken: "x" }],
      [
        "consistency.at_least_as_fresh",
        { consistency: { requirement: { case: "atLeastAsFresh", value: "x" } } },
      ],
      ["model_name", { modelName: "" }],
      ["tags", { tags }],
      ["tags[1].key", { tags: [{ key: "a" }, { key: "" }] }],
      ["alias", { alias: "a b" }],
      ["contributor.id", { contributor: { id: "" } }],
      ["contributor.id", { contributor: { kind: ContributorKind.ETHEREUM_ADDRESS, id: "0x1" } }],
      ["created_from", { createdFrom: { seconds: 0n, nanos: -1 } }],
      ["created_before", { createdBefore: { seconds: 1n << 60n, nanos: 0 } }],
      ["order", { order: 99 as VersionOrder }],
    ];
    for (const [field, request] of wrong) {
      const failure = await failureOf(registry.listModelVersions(request));
      expect(failure).toMatchObject({ code: "InvalidArgument", reason: "INVALID_FIELD" });
      expect(Object.keys(failure.fields)).toEqual([field]);
    }
    const failure = await failureOf(registry.listModels({ order: 99 as ModelOrder }));
    expect(Object.keys(failure.fields)).toEqual(["order"]);
  });
});

describe("with MLflow out of reach", () => {
  beforeAll(async () => {
    await complete();
    await proxy.down();
  });
  afterAll(() => proxy.up());

  const unavailable = { code: "Unavailable", reason: "MLFLOW_UNAVAILABLE", retries: true };

  test("the index answers what it knows, and says as of when", async () => {
    const uuid = baseline.modelInfo?.modelUuid ?? "";
    const one = await registry.getModelByUuid({ modelUuid: uuid, consistency: local });
    const versions = await registry.listModelVersions({ modelName: "reads" });
    const models = await registry.listModels({ namePrefix: "reads" });
    const some = await registry.batchGetModelVersions({
      refs: [byId("reads/1")],
      consistency: local,
    });
    expect(one.registration?.modelInfo?.modelUuid).toBe(uuid);
    expect(idsOf(versions)).toEqual(["reads/1"]);
    expect(models.models.length).toBe(2);
    expect(some.items[0]?.registration?.modelId).toBe("reads/1");
    for (const { asOf } of [one, versions, models, some]) {
      expect(asOf && timestampMs(asOf)).toBeLessThanOrEqual(Date.now());
    }
    await eventually(async () => {
      const status = await registry.getIndexStatus({});
      expect(status).toMatchObject({ state: IndexState.COMPLETE });
      expect(status.lastError).toContain("MLflow");
    });
  });

  test("what must be consistent, or is not known, is unavailable and neither missing nor empty", async () => {
    const uuid = baseline.modelInfo?.modelUuid ?? "";
    for (const call of [
      () => registry.getModelByUuid({ modelUuid: uuid }),
      () => registry.getModelVersion({ ref: byId("reads/1"), consistency: full }),
      () => registry.getModelVersion({ ref: byId("reads/99"), consistency: local }),
      () => registry.getModelByUuid({ modelUuid: `m-${"0".repeat(32)}`, consistency: local }),
      () => registry.getModelByUuid({ modelUuid: "0".repeat(32), consistency: local }),
      () => registry.batchGetModelVersions({ refs: [byId("reads/1")] }),
      () => registry.batchGetModelVersions({ refs: [byId("reads/99")], consistency: local }),
      () => registry.listModels({ consistency: full }),
      () => registry.listModelVersions({ modelName: "reads", consistency: full }),
    ]) {
      expect(await failureOf(call()), String(call)).toMatchObject(unavailable);
    }
  });

  test("an index that has seen nothing yet lists nothing, and says so", async () => {
    const unseeing = await startModelwire({ mlflowUrl: proxy.url, reconcile: true });
    try {
      const { registry } = createClients(unseeing.httpUrl);
      for (const call of [() => registry.listModels({}), () => registry.listModelVersions({})]) {
        const failure = await failureOf(call());
        expect(failure).toMatchObject({
          code: "Unavailable",
          reason: "INDEX_INCOMPLETE",
          retries: true,
        });
      }
      expect(await failureOf(registry.listModels({ consistency: full }))).toMatchObject(
        unavailable,
      );
      const status = await registry.getIndexStatus({});
      expect(status).toMatchObject({ state: IndexState.BUILDING, versionCount: 0 });
      expect(status.asOf).toBeUndefined();
    } finally {
      await unseeing.stop();
    }
  });
});
