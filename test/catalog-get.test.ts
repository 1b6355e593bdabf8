import { randomUUID } from "node:crypto";
import { create, type MessageInitShape } from "@bufbuild/protobuf";
import type { Updateable } from "kysely";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { ConsistencySchema } from "#gen/modelwire/registry/v1/consistency_pb.js";
import { ErrorReason } from "#gen/modelwire/registry/v1/error_reason_pb.js";
import {
  type ModelVersionRef,
  ModelVersionRefSchema,
} from "#gen/modelwire/registry/v1/model_version_ref_pb.js";
import { getRegistrations } from "../src/catalog/batch-get.ts";
import { consistencyToken } from "../src/catalog/freshness.ts";
import { getRegistration } from "../src/catalog/get.ts";
import type { VersionReference } from "../src/catalog/reference.ts";
import { registrationOf } from "../src/catalog/registration-bytes.ts";
import { etagOf } from "../src/catalog/summary.ts";
import { readConfig } from "../src/config/config.ts";
import { createMlflowClient, type MlflowClient } from "../src/mlflow/client.ts";
import type { CatalogVersionTable } from "../src/store/catalog-tables.ts";
import type { Store } from "../src/store/store.ts";
import { fillCatalog, type PlainVersion, plainVersion, sawMlflow } from "./support/catalog.ts";
import { commitEvent, describeOnBothEngines, NOW } from "./support/stores.ts";

let mlflow: MlflowClient;
/** One that nobody listens for. */
let noMlflow: MlflowClient;
beforeAll(() => {
  const config = readConfig({}).mlflow;
  mlflow = createMlflowClient({ ...config, trackingUri: inject("mlflowUrl") });
  noMlflow = createMlflowClient({ ...config, trackingUri: "http://127.0.0.1:9" });
});
afterAll(() => Promise.all([mlflow?.close(), noMlflow?.close()]));

const consistency = (requirement: MessageInitShape<typeof ConsistencySchema>["requirement"]) =>
  create(ConsistencySchema, requirement === undefined ? {} : { requirement });
const local = consistency({ case: "local", value: {} });
const { signal } = new AbortController();

const newUuid = () => `m-${randomUUID().replaceAll("-", "")}`;
const uuidOf = (uuid: string): VersionReference => ({ by: "uuid", uuid });

const refs = (...values: ModelVersionRef["ref"][]) =>
  values.map((ref) => create(ModelVersionRefSchema, { ref }));

describeOnBothEngines((stores) => {
  /** Makes a registered model that only the catalog has. */
  async function fill(
    store: Store,
    versions: Partial<PlainVersion>[],
    aliases: Record<string, number> = {},
  ): Promise<string> {
    const name = `catalog-get-${randomUUID()}`;
    const model = { name, modelKey: "", createdAt: NOW, isDeleted: false, tags: {}, aliases };
    const plain = versions.map((given, index) => {
      const version = index + 1;
      return { ...plainVersion, name, modelKey: "", version, ...given };
    });
    await fillCatalog(store, [{ ...model, versions: plain }]);
    return name;
  }

  const change = (store: Store, to: Updateable<CatalogVersionTable>) =>
    store.db.updateTable("catalog_versions").set(to).execute();

  test("what the catalog has is answered from it, by any reference, without MLflow", async () => {
    const store = await stores.open();
    const modelUuid = newUuid();
    const name = await fill(store, [{}, { modelUuid, aliases: ["prod"] }], { prod: 2 });
    const references: VersionReference[] = [
      uuidOf(modelUuid),
      { by: "version", name, version: "2" },
      { by: "alias", name, alias: "prod" },
    ];
    for (const reference of references) {
      const found = await getRegistration({ store, mlflow: noMlflow }, reference, local, signal);
      expect(found).toMatchObject({ asOf: NOW, etag: expect.stringMatching(/^[0-9a-f]{32}$/) });
      const registration = registrationOf(found);
      expect(registration).toMatchObject({
        modelId: `${name}/2`,
        modelVersion: { aliases: ["prod"] },
      });
      expect(registration.modelVersion && etagOf(registration.modelVersion)).toBe(found.etag);
    }
    await change(store, { confirmed_at: NOW + 7 });
    const [reference] = references as [VersionReference];
    const later = await getRegistration({ store, mlflow: noMlflow }, reference, local, signal);
    expect(later.asOf).toBe(NOW + 7);
    await sawMlflow(store.db, NOW + 9);
    const latest = await getRegistration({ store, mlflow: noMlflow }, reference, local, signal);
    expect(latest.asOf).toBe(NOW + 9);
  });

  test("of a uuid the newest version that is there answers", async () => {
    const store = await stores.open();
    const modelUuid = newUuid();
    const name = await fill(store, [
      { modelUuid, createdAt: NOW },
      { modelUuid, createdAt: NOW + 1 },
      { modelUuid, createdAt: NOW + 1 },
      { modelUuid, createdAt: NOW + 2, isDeleted: true },
    ]);
    const found = await getRegistration(
      { store, mlflow: noMlflow },
      uuidOf(modelUuid),
      local,
      signal,
    );
    expect(registrationOf(found).modelId).toBe(`${name}/3`);
  });

  test("what the catalog does not have, or has not read, is asked of MLflow", async () => {
    const store = await stores.open();
    const modelUuid = newUuid();
    const name = await fill(store, [{ modelUuid, aliases: ["prod"] }, { isDeleted: true }], {
      prod: 1,
      dangling: 2,
    });
    const context = { store, mlflow: noMlflow };
    const unreachable = (reference: VersionReference) =>
      expect(getRegistration(context, reference, local, signal)).rejects.toMatchObject({
        failure: "unreachable",
      });
    await unreachable(uuidOf(newUuid()));
    await unreachable({ by: "version", name, version: "2" });
    await unreachable({ by: "version", name, version: "3" });
    await unreachable({ by: "alias", name, alias: "dangling" });
    await unreachable({ by: "alias", name, alias: "other" });
    await change(store, { unread: 1 });
    await unreachable(uuidOf(modelUuid));
    await unreachable({ by: "alias", name, alias: "prod" });
    await change(store, { unread: 0, read_error: "its file is gone" });
    await unreachable({ by: "version", name, version: "1" });
  });

  test("a read that says nothing, or wants all, asks MLflow whatever the catalog has", async () => {
    const store = await stores.open();
    const name = await fill(store, [{}]);
    for (const wanted of [undefined, consistency({ case: "fullyConsistent", value: {} })]) {
      const reference: VersionReference = { by: "version", name, version: "1" };
      const read = getRegistration({ store, mlflow }, reference, wanted, signal);
      await expect(read).rejects.toMatchObject({ reason: ErrorReason.MODEL_NOT_FOUND });
    }
  });

  test("a read as fresh as a write asks MLflow only where the catalog lacks the write", async () => {
    const store = await stores.open();
    const name = await fill(store, [{}]);
    const { sequence } = await commitEvent(store, { modelName: name });
    const reference: VersionReference = { by: "version", name, version: "1" };
    const read = (value: string) =>
      getRegistration(
        { store, mlflow: noMlflow },
        reference,
        consistency({ case: "atLeastAsFresh", value }),
        signal,
      );
    const found = await read(consistencyToken(name, sequence));
    expect(registrationOf(found).modelId).toBe(`${name}/1`);
    const ahead = read(consistencyToken(name, sequence + 1));
    await expect(ahead).rejects.toMatchObject({ failure: "unreachable" });
    await expect(read("made up")).rejects.toMatchObject({ reason: ErrorReason.INVALID_FIELD });
  });

  test("what was deleted is said to be, with when, once MLflow has said that it is not there", async () => {
    const store = await stores.open();
    const modelUuid = newUuid();
    const name = await fill(store, [{ modelUuid, isDeleted: true }]);
    const when = new Date(NOW).toISOString();
    for (const [reference, what] of [
      [uuidOf(modelUuid), `the model with the uuid ${modelUuid}`],
      [{ by: "version", name, version: "1" }, `version 1 of ${name}`],
    ] as [VersionReference, string][]) {
      const read = getRegistration({ store, mlflow }, reference, local, signal);
      await expect(read).rejects.toMatchObject({
        reason: ErrorReason.MODEL_NOT_FOUND,
        message: `${what} was deleted at ${when}`,
        metadata: { deleted_time: when },
      });
      const unplugged = getRegistration({ store, mlflow: noMlflow }, reference, local, signal);
      await expect(unplugged).rejects.toMatchObject({ failure: "unreachable" });
    }
    const unknown = getRegistration({ store, mlflow }, uuidOf(newUuid()), local, signal);
    await expect(unknown).rejects.toMatchObject({
      reason: ErrorReason.MODEL_NOT_FOUND,
      metadata: {},
    });
  });

  test("a uuid of MLflow 2 is not said to be unknown before all models were read and a sweep has ended", async () => {
    const store = await stores.open();
    const bare = newUuid().slice(2);
    for (const wanted of [local, undefined]) {
      const read = () => getRegistration({ store, mlflow }, uuidOf(bare), wanted, signal);
      await store.db.updateTable("catalog_state").set({ as_of: null }).execute();
      await expect(read()).rejects.toMatchObject({ reason: ErrorReason.INDEX_INCOMPLETE });
      await fill(store, [{}]);
      await change(store, { unread: 1, model_uuid: null });
      await expect(read()).rejects.toMatchObject({ reason: ErrorReason.INDEX_INCOMPLETE });
      await change(store, { unread: 0 });
      await sawMlflow(store.db, 1);
      let isAnswered = false;
      const reading = read().finally(() => {
        isAnswered = true;
      });
      const woken = Promise.withResolvers<void>();
      const off = store.onWake("catalog", woken.resolve);
      const failing = expect(reading).rejects.toMatchObject({
        reason: ErrorReason.MODEL_NOT_FOUND,
        retryAfterMs: undefined,
      });
      await woken.promise;
      off();
      expect(isAnswered).toBe(false);
      await sawMlflow(store.db, Date.now() + 1);
      await failing;
    }
  });

  test("several are answered in the order of their references, with none where there is none", async () => {
    const store = await stores.open();
    const modelUuid = newUuid();
    const name = await fill(store, [{}, { modelUuid }]);
    const wanted = refs(
      { case: "nameVersion", value: { $typeName: nameVersion, name, version: "1" } },
      { case: "modelId", value: `${name}/7` },
      { case: "modelUuid", value: modelUuid },
      { case: "modelUuid", value: modelUuid },
    );
    await change(store, { confirmed_at: 5 });
    await sawMlflow(store.db, 7);
    const before = Date.now();
    const { found, asOf } = await getRegistrations({ store, mlflow }, wanted, local, signal);
    expect(found.map((one) => one && registrationOf(one).modelId)).toEqual([
      `${name}/1`,
      undefined,
      `${name}/2`,
      `${name}/2`,
    ]);
    expect(asOf).toBe(7);
    const missing = refs({ case: "modelId", value: `${name}/7` });
    const none = await getRegistrations({ store, mlflow }, missing, local, signal);
    expect(none.found).toEqual([undefined]);
    expect(none.asOf).toBeGreaterThanOrEqual(before);
    const unplugged = getRegistrations({ store, mlflow: noMlflow }, wanted, local, signal);
    await expect(unplugged).rejects.toMatchObject({ failure: "unreachable" });
  });

  test("each reference that is none is named, and so is a number of them that is not served", async () => {
    const store = await stores.open();
    const read = (wanted: ModelVersionRef[]) =>
      getRegistrations({ store, mlflow: noMlflow }, wanted, local, signal);
    const wrong = refs(
      { case: "modelUuid", value: newUuid() },
      { case: "modelUuid", value: "m-1" },
      { case: undefined },
      { case: "modelId", value: "x" },
    );
    await expect(read(wrong)).rejects.toMatchObject({
      violations: [
        { field: "refs[1].model_uuid" },
        { field: "refs[2]" },
        { field: "refs[3].model_id" },
      ],
    });
    await expect(read([])).rejects.toMatchObject({ violations: [{ field: "refs" }] });
    const many = Array.from({ length: 101 }, () => wrong[0] as ModelVersionRef);
    await expect(read(many)).rejects.toMatchObject({ violations: [{ field: "refs" }] });
  });
});

const nameVersion = "modelwire.registry.v1.NameAndVersion" as const;
