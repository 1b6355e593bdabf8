import { randomUUID } from "node:crypto";
import { describe, expect, inject, test } from "vitest";
import type { SetTagsResponse } from "#gen/modelwire/registry/v1/changes_pb.js";
import {
  aliasRef,
  byModelwire,
  bySomebody,
  changeSetting,
  eventsUntil,
  refOf,
  twice,
  uuidRef,
} from "./support/changes.ts";
import type { Clients } from "./support/clients.ts";
import { failureOf } from "./support/errors.ts";

const noModel = `m-${"0".repeat(32)}`;
const setting = changeSetting();

test("each change is in MLflow, is answered with the version and announced once, in order", async () => {
  const { modelUuid } = setting;
  const clients = await setting.serve();
  const { registry } = clients;
  const receiver = await setting.receive(clients);
  const name = await setting.versions(clients, 2);
  const etags = new Set<string | undefined>();
  const seen = ({ version }: Pick<SetTagsResponse, "version">) => {
    etags.add(version?.etag);
    return version;
  };
  const prod = { modelName: name, alias: "prod" };

  const first = await twice(() => registry.setAlias({ ...prod, version: "1" }));
  expect(seen(first)).toMatchObject({ modelUuid, modelType: "lead_scoring", isBaseline: true });
  expect(first.version?.modelVersion).toMatchObject({ name, version: "1", aliases: ["prod"] });
  const moved = await twice(() => registry.setAlias({ ...prod, version: "2" }));
  expect(seen(moved)?.modelVersion).toMatchObject({ version: "2", aliases: ["prod"] });
  expect((await setting.mlflow.registeredModels.get(name)).aliases).toEqual({ prod: "2" });

  const ref = aliasRef(name, "prod");
  const tags = { owner: "ü", "a/b: c": "", long: "x".repeat(5000) };
  const tagged = await twice(() => registry.setTags({ ref, tags }));
  expect(seen(tagged)?.modelVersion?.tags).toMatchObject(tags);
  const retagged = await twice(() => registry.setTags({ ref, tags: { owner: "b", "a/b: c": "" } }));
  expect(seen(retagged)?.modelVersion?.tags).toMatchObject({ owner: "b", long: tags.long });
  const untagged = await twice(() => registry.deleteTag({ ref, key: "long" }));
  expect(seen(untagged)?.modelVersion?.tags).not.toHaveProperty("long");
  expect((await setting.mlflow.modelVersions.get(name, "2")).tags).toEqual(
    seen(untagged)?.modelVersion?.tags,
  );

  const described = await twice(() => registry.updateDescription({ ref, description: "ü\n2" }));
  expect(seen(described)?.modelVersion?.description).toBe("ü\n2");
  expect((await setting.mlflow.modelVersions.get(name, "2")).description).toBe("ü\n2");
  const blank = await twice(() => registry.updateDescription({ ref, description: "" }));
  expect(seen(blank)?.modelVersion?.description).toBeUndefined();
  expect((await setting.mlflow.modelVersions.get(name, "2")).description).toBeUndefined();

  await registry.setAlias({ modelName: name, alias: "kept", version: "1" });
  const unset = await twice(() => registry.deleteAlias(prod));
  expect((await setting.mlflow.registeredModels.get(name)).aliases).toEqual({ kept: "1" });
  await registry.setAlias({ ...prod, version: "2" });
  await registry.setAlias({ modelName: name, alias: "b", version: "2" });
  const deleted = await twice(() => registry.deleteModelVersion({ ref: refOf(name, "2") }));
  await expect(setting.mlflow.modelVersions.get(name, "2")).rejects.toThrow(/not found/);
  expect((await setting.mlflow.registeredModels.get(name)).aliases).toEqual({ kept: "1" });
  expect(unset.consistencyToken).not.toBe(deleted.consistencyToken);

  // Without a description again, it is as it was before it had one.
  expect(etags.size).toBe(6);
  const events = await eventsUntil(receiver, deleted.consistencyToken, 2);
  expect(new Set(events.map(({ origin }) => origin))).toEqual(new Set([byModelwire]));
  const [one, two] = [
    { version: "1", modelUuid },
    { version: "2", modelUuid },
  ];
  const from = ({ version }: { version: string }) => ({
    previousVersion: version,
    previousModelUuid: modelUuid,
  });
  const told = events.map((event) => {
    const { eventId: _, time: __, modelName: ___, sequence: ____, origin: _____, ...rest } = event;
    return rest;
  });
  const alias = (aliasChanged: object) => ({ type: "EVENT_TYPE_ALIAS_CHANGED", aliasChanged });
  const tag = (tagsChanged: object) => ({
    type: "EVENT_TYPE_TAGS_CHANGED",
    tagsChanged: { ...two, ...tagsChanged },
  });
  const description = (descriptionChanged: object) => ({
    type: "EVENT_TYPE_DESCRIPTION_CHANGED",
    descriptionChanged: { ...two, ...descriptionChanged },
  });
  expect(told.slice(0, 9)).toEqual([
    alias({ alias: "prod", ...one }),
    alias({ alias: "prod", ...two, ...from(one) }),
    tag({ setTags: tags }),
    tag({ setTags: { owner: "b" } }),
    tag({ deletedKeys: ["long"] }),
    description({ description: "ü\n2" }),
    description({ previousDescription: "ü\n2" }),
    alias({ alias: "kept", ...one }),
    alias({ alias: "prod", ...from(two) }),
  ]);
  expect(told.slice(9, 11)).toEqual([
    alias({ alias: "prod", ...two }),
    alias({ alias: "b", ...two }),
  ]);
  expect(new Set(told.slice(11, 13))).toEqual(
    new Set([alias({ alias: "prod", ...from(two) }), alias({ alias: "b", ...from(two) })]),
  );
  expect(told.slice(13)).toEqual([{ type: "EVENT_TYPE_VERSION_DELETED", versionDeleted: two }]);
});

describe("an etag", () => {
  test("lets a change through where the version is as it was read, and a repeat of it", async () => {
    const { registry } = await setting.serve();
    const name = await setting.versions({ registry } as Clients, 2);
    const ref = refOf(name);
    const etagNow = async () => {
      const { version } = await registry.updateDescription({ ref, description: "same" });
      return version?.etag ?? "";
    };
    let etag = await etagNow();
    const prod = { modelName: name, alias: "prod" };
    const changes = [
      (given: string) => registry.setTags({ ref, tags: { a: "b" }, etag: given }),
      (given: string) => registry.deleteTag({ ref, key: "a", etag: given }),
      (given: string) => registry.updateDescription({ ref, description: "other", etag: given }),
    ];
    for (const change of changes) {
      const stale = { code: "Aborted", reason: "ETAG_MISMATCH", metadata: { etag } };
      expect(await failureOf(change("stale"))).toMatchObject(stale);
      expect(await failureOf(change(""))).toMatchObject(stale);
      const { version } = await change(etag);
      expect(version?.etag).not.toBe(etag);
      expect((await change(etag)).version?.etag).toBe(version?.etag);
      etag = version?.etag ?? "";
    }
    expect(await failureOf(registry.setAlias({ ...prod, version: "1", etag }))).toMatchObject({
      reason: "ETAG_MISMATCH",
      metadata: { etag: "" },
    });
    const set = { ...prod, version: "1", etag: "" };
    const first = (await registry.setAlias(set)).version?.etag ?? "";
    expect((await registry.setAlias(set)).version?.etag).toBe(first);
    const move = { ...prod, version: "2" };
    for (const wrong of ["", etag]) {
      const stale = { reason: "ETAG_MISMATCH", metadata: { etag: first } };
      expect(await failureOf(registry.setAlias({ ...move, etag: wrong }))).toMatchObject(stale);
      expect(await failureOf(registry.deleteAlias({ ...prod, etag: wrong }))).toMatchObject(stale);
      expect(await failureOf(registry.deleteModelVersion({ ref, etag: wrong }))).toMatchObject(
        stale,
      );
    }
    expect((await setting.mlflow.registeredModels.get(name)).aliases).toEqual({ prod: "1" });
    const second = (await registry.setAlias({ ...move, etag: first })).version?.etag ?? "";
    await twice(() => registry.deleteAlias({ ...prod, etag: second }));
    // Its alias went, and so it is as it was.
    await twice(() => registry.deleteModelVersion({ ref, etag }));
  });

  test("is that of what somebody did in MLflow a moment ago", async () => {
    const { registry } = await setting.serve();
    const name = await setting.versions({ registry } as Clients, 1);
    const ref = refOf(name);
    const read = (await registry.updateDescription({ ref, description: "read" })).version?.etag;
    const etag = read ?? "";
    const change = () => registry.setTags({ ref, tags: { a: "b" }, etag });
    await setting.mlflow.registeredModels.setAlias(name, "theirs", "1");
    expect(await failureOf(change())).toMatchObject({ reason: "ETAG_MISMATCH" });
    await setting.mlflow.registeredModels.deleteAlias(name, "theirs");
    await setting.mlflow.modelVersions.setTag(name, "1", "theirs", "x");
    expect(await failureOf(change())).toMatchObject({ reason: "ETAG_MISMATCH" });
    await setting.mlflow.modelVersions.deleteTag(name, "1", "theirs");
    expect((await change()).version?.modelVersion?.tags).toMatchObject({ a: "b" });
  });
});

test("what others did in MLflow is announced as theirs, before and after", async () => {
  const clients = await setting.serveComplete();
  const { registry } = clients;
  const receiver = await setting.receive(clients);
  const name = await setting.versions(clients, 3);
  const prod = { modelName: name, alias: "prod" };
  await registry.setAlias({ ...prod, version: "1" });
  await setting.mlflow.registeredModels.setAlias(name, "prod", "3");
  await registry.setAlias({ ...prod, version: "2" });
  await setting.mlflow.modelVersions.setTag(name, "2", "theirs", "x");
  const { consistencyToken } = await registry.setTags({
    ref: refOf(name, "2"),
    tags: { our: "y" },
  });
  await setting.mlflow.modelVersions.delete(name, "3");
  const gone = await failureOf(registry.setTags({ ref: refOf(name, "3"), tags: { a: "b" } }));
  expect(gone).toMatchObject({ code: "NotFound", reason: "MODEL_NOT_FOUND" });
  expect(Date.parse(gone.metadata.deleted_time ?? "")).toBeGreaterThan(Date.now() - 60_000);
  const deleted = await twice(() => registry.deleteModelVersion({ ref: refOf(name, "3") }));
  expect(deleted.consistencyToken).not.toBe(consistencyToken);
  const events = await eventsUntil(receiver, deleted.consistencyToken, 3);
  expect(
    events.map(({ origin, aliasChanged, tagsChanged, versionDeleted }) => [
      origin,
      { ...(aliasChanged ?? tagsChanged ?? versionDeleted ?? {}) },
    ]),
  ).toMatchObject([
    [byModelwire, { version: "1" }],
    [bySomebody, { previousVersion: "1", version: "3" }],
    [byModelwire, { previousVersion: "3", version: "2" }],
    [bySomebody, { setTags: { theirs: "x" } }],
    [byModelwire, { setTags: { our: "y" } }],
    [bySomebody, { version: "3" }],
  ]);
});

test("a version of a registered model that was deleted is known to be deleted", async () => {
  const { registry } = await setting.serve();
  const name = await setting.versions({ registry } as Clients, 2);
  await fetch(`${inject("mlflowUrl")}/api/2.0/mlflow/registered-models/delete`, {
    method: "DELETE",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ name }),
  });
  await twice(() => registry.deleteModelVersion({ ref: refOf(name, "2") }));
  await twice(() => registry.deleteModelVersion({ ref: refOf(name, "1") }));
  const never = await failureOf(registry.deleteModelVersion({ ref: refOf(name, "3") }));
  expect(never).toMatchObject({ reason: "MODEL_NOT_FOUND", resource: `${name}/3` });
});

test("what is not there is not found, and fields that are wrong are named", async () => {
  const { registry } = await setting.serve();
  const name = await setting.versions({ registry } as Clients, 1);
  const none = `changes-${randomUUID()}`;
  const ref = refOf(name);
  const tags = { a: "b" };
  const alias = "prod";
  for (const missing of [
    () => registry.setAlias({ modelName: name, alias, version: "2" }),
    () => registry.setAlias({ modelName: none, alias, version: "1" }),
    () => registry.deleteAlias({ modelName: none, alias }),
    () => registry.setTags({ ref: refOf(name, "2"), tags }),
    () => registry.setTags({ ref: refOf(none), tags }),
    () => registry.setTags({ ref: uuidRef(noModel), tags }),
    () => registry.deleteTag({ ref: aliasRef(name, alias), key: "a" }),
    () => registry.updateDescription({ ref: refOf(none), description: "" }),
    () => registry.deleteModelVersion({ ref: refOf(name, "2") }),
    () => registry.deleteModelVersion({ ref: refOf(none) }),
    () => registry.deleteModelVersion({ ref: uuidRef(noModel) }),
  ]) {
    const failure = await failureOf(missing());
    expect(failure).toMatchObject({ code: "NotFound", reason: "MODEL_NOT_FOUND", metadata: {} });
  }
  const many = Object.fromEntries(Array.from({ length: 101 }, (_, i) => [`t${i}`, ""]));
  const setAlias = (given: object) =>
    registry.setAlias({ modelName: name, alias, version: "1", ...given });
  for (const [field, wrong] of [
    ["model_name", () => setAlias({ modelName: "a/b" })],
    ["alias", () => setAlias({ alias: "" })],
    ["alias", () => setAlias({ alias: "no space" })],
    ["alias", () => setAlias({ alias: "Latest" })],
    ["alias", () => setAlias({ alias: "v12" })],
    ["version", () => setAlias({ version: "newest" })],
    ["model_name", () => registry.deleteAlias({ alias })],
    ["alias", () => registry.deleteAlias({ modelName: name, alias: "a:b" })],
    ["ref", () => registry.setTags({ tags })],
    ["ref.name_version.version", () => registry.setTags({ ref: refOf(name, "0"), tags })],
    ["ref.name_alias.alias", () => registry.setTags({ ref: aliasRef(name, "?"), tags })],
    ["ref.model_uuid", () => registry.setTags({ ref: uuidRef("m-1"), tags })],
    ["tags", () => registry.setTags({ ref, tags: {} })],
    ["tags", () => registry.setTags({ ref, tags: many })],
    ["tags", () => registry.setTags({ ref, tags: { "a?": "" } })],
    ["tags", () => registry.setTags({ ref, tags: { a: "x".repeat(5001) } })],
    ["tags", () => registry.setTags({ ref, tags: { "modelwire.registration_id": "" } })],
    ["tags", () => registry.setTags({ ref, tags: { contributor: "" } })],
    ["key", () => registry.deleteTag({ ref, key: "" })],
    ["key", () => registry.deleteTag({ ref, key: "model_uuid" })],
    ["description", () => registry.updateDescription({ ref, description: "x".repeat(5001) })],
    [
      "ref.model_id",
      () => registry.deleteModelVersion({ ref: { ref: { case: "modelId", value: name } } }),
    ],
  ] as const) {
    const failure = await failureOf(wrong());
    expect(failure).toMatchObject({ code: "InvalidArgument", reason: "INVALID_FIELD" });
    expect(Object.keys(failure.fields)).toEqual([field]);
  }
  expect((await setting.mlflow.registeredModels.get(name)).aliases).toEqual({});
});
