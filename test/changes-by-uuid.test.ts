import { randomUUID } from "node:crypto";
import { create } from "@bufbuild/protobuf";
import { expect, test } from "vitest";
import { ConsistencySchema } from "#gen/modelwire/registry/v1/consistency_pb.js";
import { sourceOf } from "../src/catalog/freshness.ts";
import { openStore } from "../src/store/store.ts";
import { changeSetting, refOf, sequenceOf, twice, uuidRef } from "./support/changes.ts";
import { failureOf } from "./support/errors.ts";
import { registerHeld, registerQuickstart } from "./support/registering.ts";
import { createTestDatabase } from "./support/services.ts";

const setting = changeSetting();

test("a version that somebody wrote, with a uuid of MLflow 2, is changed by it", async () => {
  const database = await createTestDatabase();
  setting.atEnd(() => database.drop());
  const { registry } = await setting.serve({ databaseUrl: database.url });
  const name = `changes-${randomUUID()}`;
  const uuid = randomUUID().replaceAll("-", "");
  await setting.mlflow.registeredModels.ensure(name);
  const { experiment_id: experimentId } = await setting.mlflow.experiments.ensure(name);
  const run = await setting.mlflow.runs.create({
    experimentId,
    runName: "r",
    startTime: 1,
    tags: {},
  });
  await setting.mlflow.modelVersions.create({
    name,
    source: `${run.artifact_uri}/model`,
    modelId: undefined,
    runId: run.run_id,
    description: undefined,
    tags: { model_uuid: uuid },
  });
  const ref = uuidRef(uuid);
  // Nothing was to be done, and there is no event yet: reads take the token all the same.
  const { consistencyToken: value } = await registry.updateDescription({ ref, description: "" });
  expect(sequenceOf(value)).toBe(0);
  const atLeastAsFresh = { requirement: { case: "atLeastAsFresh" as const, value } };
  const consistency = create(ConsistencySchema, atLeastAsFresh);
  const store = await openStore(database.url);
  setting.atEnd(() => store.close());
  expect(await sourceOf({ store }, consistency, "mlflow")).toBe("catalog");
  const { version } = await twice(() => registry.setTags({ ref, tags: { a: "b" } }));
  expect(version).toMatchObject({ modelUuid: uuid, modelVersion: { name, tags: { a: "b" } } });
  await registry.setAlias({ modelName: name, alias: "prod", version: "1" });
  await twice(() => registry.deleteModelVersion({ ref }));
  await expect(setting.mlflow.modelVersions.get(name, "1")).rejects.toThrow(/not found/);
});

test("a version is deleted by its uuid only where it alone has that", async () => {
  const clients = await setting.serve();
  const { registry } = clients;
  const { modelInfo, modelName: name } = await registerQuickstart(clients);
  const uuid = modelInfo?.modelUuid ?? "";
  await registerHeld(clients, uuid, name);
  const ref = uuidRef(uuid);
  const tagged = await registry.setTags({ ref, tags: { newest: "yes" } });
  expect(tagged.version?.modelVersion?.version).toBe("2");
  const refused = await failureOf(registry.deleteModelVersion({ ref }));
  expect(refused).toMatchObject({ code: "InvalidArgument", reason: "INVALID_FIELD" });
  expect(refused.fields).toEqual({
    "ref.model_uuid": expect.stringContaining(`${name}/2, ${name}/1`),
  });
  const modelId = { ref: { case: "modelId" as const, value: `${name}/1` } };
  await twice(() => registry.deleteModelVersion({ ref: modelId }));
  await twice(() => registry.deleteModelVersion({ ref }));
  expect(await failureOf(registry.setTags({ ref, tags: { a: "b" } }))).toMatchObject({
    reason: "MODEL_NOT_FOUND",
  });
});

test("a change by the uuid of a model that MLflow copied is made to the copy, which reads answer", async () => {
  const clients = await setting.serve();
  const { registry } = clients;
  const { modelInfo, modelName: name } = await registerQuickstart(clients);
  const uuid = modelInfo?.modelUuid ?? "";
  const original = await setting.mlflow.modelVersions.get(name, "1");
  const copy = `changes-${randomUUID()}`;
  await setting.mlflow.registeredModels.ensure(copy);
  // As MLflow's copy_model_version does.
  await setting.mlflow.modelVersions.create({
    name: copy,
    source: `models:/${name}/1`,
    modelId: undefined,
    runId: original.run_id,
    description: undefined,
    tags: original.tags,
  });
  await registry.updateDescription({ ref: refOf(copy), description: "a copy" });
  const ref = uuidRef(uuid);
  const { registration, etag } = await registry.getModelVersion({ ref });
  expect(registration?.modelName).toBe(copy);
  const tags = { by: "uuid" };
  const tagged = await twice(() => registry.setTags({ ref, tags, etag }));
  expect(tagged.version?.modelVersion).toMatchObject({ name: copy, tags });
  expect((await setting.mlflow.modelVersions.get(name, "1")).tags).toEqual(original.tags);
  const refused = await failureOf(registry.deleteModelVersion({ ref }));
  expect(refused.fields["ref.model_uuid"]).toContain(`${copy}/1, ${name}/1`);
  // Not seen by Modelwire.
  await setting.mlflow.modelVersions.delete(copy, "1");
  const left = await twice(() => registry.setTags({ ref, tags }));
  expect(left.version?.modelVersion).toMatchObject({ name, tags });
  await registry.deleteModelVersion({ ref });
  await expect(setting.mlflow.modelVersions.get(name, "1")).rejects.toThrow(/not found/);
});
