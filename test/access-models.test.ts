import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { IdentityKind, Scope } from "#gen/modelwire/access/v1/identity_pb.js";
import { type Event, EventType } from "#gen/modelwire/event/v1/event_pb.js";
import { ContributorKind } from "#gen/modelwire/registry/v1/registration_pb.js";
import {
  clientsAs,
  type GuardedModelwire,
  startGuardedModelwire,
  type TestKey,
} from "./support/access.ts";
import { startChildModelwire } from "./support/child-modelwire.ts";
import type { Clients } from "./support/clients.ts";
import { failureOf } from "./support/errors.ts";
import { quickstartModel, readModelFiles } from "./support/model-files.ts";
import { askMlflow } from "./support/registration-fixtures.ts";
import { fileParts, start, streamOf } from "./support/transfers.ts";

const files = await readModelFiles(quickstartModel);
const modelwireOfTests = `access-${randomUUID()}`;
const ours = `${modelwireOfTests}-ours-`;
const theirs = `${modelwireOfTests}-theirs-`;

let guarded: GuardedModelwire;
let admin: Clients;
let team: Clients;
let teamKey: TestKey;
beforeAll(async () => {
  guarded = await startGuardedModelwire("postgres");
  teamKey = await guarded.create({
    displayName: "the team",
    scope: Scope.REGISTER,
    modelPrefixes: [ours],
  });
  admin = guarded.as(guarded.admin);
  team = guarded.as(teamKey, "gRPC");
});
afterAll(() => guarded?.stop());

const baseline = (modelName: string, more: object = {}) => ({
  requestId: randomUUID(),
  modelType: "lead_scoring",
  modelName,
  metrics: { auc: 0.5 },
  source: { case: "package" as const, value: { files } },
  ...more,
});

async function register(clients: Clients, modelName: string) {
  const { registration } = await clients.registry.registerBaseline(baseline(modelName));
  if (!registration) throw new Error("an answer without a registration");
  return registration;
}

async function eventsOf(modelName: string): Promise<Event[]> {
  return (await admin.events.listEvents({ filter: { modelName } })).events;
}

const theTeam = () => ({
  kind: IdentityKind.API_KEY,
  subject: teamKey.id,
  displayName: "the team",
});

function notPermitted(modelName: string) {
  return {
    code: "PermissionDenied",
    reason: "MODEL_NOT_PERMITTED",
    metadata: { model_name: modelName },
  };
}

describe("who did it", () => {
  test("is in the registration, in every read of it, and in the events of registering and changing", async () => {
    const name = `${ours}${randomUUID()}`;
    const registration = await register(team, name);
    expect(registration.registeredBy).toMatchObject(theTeam());
    const { modelId } = registration;
    const ref = { ref: { case: "modelId" as const, value: modelId } };
    const modelUuid = registration.modelInfo?.modelUuid ?? "";
    const reads = [
      (await admin.registry.getModelVersion({ ref })).registration,
      (await admin.registry.getModelByUuid({ modelUuid })).registration,
      (await admin.registry.batchGetModelVersions({ refs: [ref] })).items[0]?.registration,
    ];
    for (const read of reads) expect(read?.registeredBy).toMatchObject(theTeam());

    await team.registry.setTags({ ref, tags: { a: "1" } });
    await team.registry.setAlias({ modelName: name, alias: "prod", version: "1" });
    await admin.registry.updateDescription({ ref, description: "x" });
    await admin.registry.deleteModelVersion({ ref });
    const events = (await eventsOf(name)).map(({ type, actor }) => [type, actor?.subject]);
    expect(events).toEqual([
      [EventType.MODEL_REGISTERED, teamKey.id],
      [EventType.TAGS_CHANGED, teamKey.id],
      [EventType.ALIAS_CHANGED, teamKey.id],
      [EventType.DESCRIPTION_CHANGED, guarded.admin.id],
      [EventType.ALIAS_CHANGED, guarded.admin.id],
      [EventType.VERSION_DELETED, guarded.admin.id],
    ]);
  });

  test("stays the first caller where another repeats the request", async () => {
    const request = baseline(`${ours}${randomUUID()}`);
    const first = await team.registry.registerBaseline(request);
    const again = await admin.registry.registerBaseline(request);
    expect(again.registration).toEqual(first.registration);
    expect(again.registration?.registeredBy).toMatchObject(theTeam());
  });

  test("is known to another process that finishes the registration", async () => {
    const { databaseUrl } = guarded.modelwire;
    const environment = { MODELWIRE_AUTH: "on" };
    const doomed = await startChildModelwire(databaseUrl, {
      dieAt: "version-created",
      environment,
    });
    onTestFinished(() => doomed.kill());
    const name = `${ours}${randomUUID()}`;
    const { registry } = clientsAs(doomed, teamKey);
    await expect(registry.registerBaseline(baseline(name))).rejects.toThrow();
    expect(await doomed.ended).toBe("SIGKILL");
    await expect.poll(() => eventsOf(name), { timeout: 60_000 }).toHaveLength(1);
    const [event] = await eventsOf(name);
    expect(event?.actor).toMatchObject(theTeam());
    expect(event?.modelRegistered?.registration?.registeredBy).toMatchObject(theTeam());
  });
});

describe("a caller who is held to names", () => {
  test("registers none but those, and nothing is left of what was refused", async () => {
    const name = `${theirs}${randomUUID()}`;
    const request = baseline(name, { experimentName: name });
    expect(await failureOf(team.registry.registerBaseline(request))).toMatchObject(
      notPermitted(name),
    );
    const unnamed = { ...baseline(name), modelName: undefined, modelType: "leads" };
    expect(await failureOf(team.registry.registerBaseline(unnamed))).toMatchObject(
      notPermitted("modelwire_leads_baseline"),
    );
    const { registeredModels, experiments } = await lookInMlflow(name);
    expect({ registeredModels, experiments }).toEqual({ registeredModels: [], experiments: [] });
    expect(await eventsOf(name)).toEqual([]);
    const pending = guarded.store.db
      .selectFrom("registrations")
      .select("registration_id")
      .where("request_id", "=", request.requestId);
    expect(await pending.execute()).toEqual([]);
    // The name was not taken from somebody who may.
    expect((await admin.registry.registerBaseline(request)).registration?.version).toBe("1");
  });

  test("improves others' models under a name of its own, and not under theirs", async () => {
    const { modelId, modelName } = await register(admin, `${theirs}${randomUUID()}_baseline`);
    const improved = (more: object) => ({
      ...baseline("", { metrics: { auc: 0.6 }, ...more }),
      baseline: { ref: { case: "modelId" as const, value: modelId } },
      contributor: { kind: ContributorKind.ACCOUNT, id: "alice" },
    });
    const after = modelName.replace("_baseline", "_improved");
    const experimentName = `access-${randomUUID()}`;
    const refused = improved({ modelName: undefined, experimentName });
    expect(await failureOf(team.registry.registerImprovedModel(refused))).toMatchObject(
      notPermitted(after),
    );
    expect((await lookInMlflow(experimentName)).experiments).toEqual([]);
    const name = `${ours}${randomUUID()}`;
    const { registration } = await team.registry.registerImprovedModel(
      improved({ modelName: name }),
    );
    expect(registration).toMatchObject({ modelName: name, baseline: { modelId } });
  });

  test("registers an upload under those alone, which stays open where it is refused", async () => {
    const uploadId = randomUUID();
    const parts = files.map((file) => [...fileParts(file)]);
    await team.registry.uploadPackage(streamOf([start({ uploadId })], ...parts));
    const source = { case: "uploadedPackage" as const, value: { uploadId } };
    const wrong = `${theirs}${randomUUID()}`;
    const refused = team.registry.registerBaseline(baseline(wrong, { source }));
    expect(await failureOf(refused)).toMatchObject(notPermitted(wrong));
    expect((await team.registry.getUpload({ uploadId })).upload?.files).toHaveLength(files.length);
    const right = `${ours}${randomUUID()}`;
    const { registration } = await team.registry.registerBaseline(baseline(right, { source }));
    expect(registration).toMatchObject({ modelName: right, registeredBy: theTeam() });
  });

  test("changes none but those, by whatever they are referred to", async () => {
    const { modelName, modelId, modelInfo } = await register(admin, `${theirs}${randomUUID()}`);
    await admin.registry.setAlias({ modelName, alias: "prod", version: "1" });
    const modelUuid = modelInfo?.modelUuid ?? "";
    const { registry } = team;
    const refs = [
      { case: "modelId" as const, value: modelId },
      { case: "nameVersion" as const, value: { name: modelName, version: "1" } },
      { case: "nameAlias" as const, value: { name: modelName, alias: "prod" } },
      { case: "modelUuid" as const, value: modelUuid },
    ].map((ref) => ({ ref }));
    const changes = [
      () => registry.setAlias({ modelName, alias: "prod", version: "1" }),
      () => registry.deleteAlias({ modelName, alias: "prod" }),
      ...refs.flatMap((ref) => [
        () => registry.setTags({ ref, tags: { a: "1" } }),
        () => registry.deleteTag({ ref, key: "a" }),
        () => registry.updateDescription({ ref, description: "mine" }),
      ]),
    ];
    for (const change of changes) {
      expect(await failureOf(change())).toMatchObject(notPermitted(modelName));
    }
    expect((await eventsOf(modelName)).map(({ type }) => type)).toEqual([
      EventType.MODEL_REGISTERED,
      EventType.ALIAS_CHANGED,
    ]);
    const [ref] = refs;
    const read = await registry.getModelVersion({ ...(ref && { ref }) });
    expect(read.registration?.modelVersion?.aliases).toEqual(["prod"]);
  });
});

/** Looks in MLflow for a registered model and an experiment of a name. */
async function lookInMlflow(name: string) {
  const filter = encodeURIComponent(`name = '${name}'`);
  const [{ experiments = [] }, { registered_models: registeredModels = [] }] = await Promise.all([
    askMlflow<{ experiments?: object[] }>(
      `mlflow/experiments/search?max_results=10&filter=${filter}`,
    ),
    askMlflow<{ registered_models?: object[] }>(`mlflow/registered-models/search?filter=${filter}`),
  ]);
  return { experiments, registeredModels };
}

describe.each(["gRPC", "HTTP"] as const)("an upload, over %s", (listener) => {
  test("is for whoever began it, and for an administrator, and not there for others", async () => {
    const other = guarded.as(await guarded.create({ scope: Scope.REGISTER }), listener);
    const owner = guarded.as(teamKey, listener);
    const uploadId = randomUUID();
    const parts = () => streamOf([start({ uploadId })], ...files.map((file) => fileParts(file)));
    await owner.registry.uploadPackage(parts());
    const source = { case: "uploadedPackage" as const, value: { uploadId } };
    const tries = [
      () => other.registry.uploadPackage(parts()),
      () => other.registry.getUpload({ uploadId }),
      () => other.registry.deleteUpload({ uploadId }),
      () => other.registry.registerBaseline(baseline(`${theirs}${randomUUID()}`, { source })),
    ];
    for (const attempt of tries) {
      expect(await failureOf(attempt())).toMatchObject({
        code: "NotFound",
        reason: "UPLOAD_NOT_FOUND",
      });
    }
    expect((await admin.registry.getUpload({ uploadId })).upload?.files).toHaveLength(files.length);
    const name = `${ours}${randomUUID()}`;
    const { registration } = await owner.registry.registerBaseline(baseline(name, { source }));
    expect(registration?.modelName).toBe(name);
  });

  test("stays its owner's when the key is rotated, and an administrator may delete it", async () => {
    const key = await guarded.create({ scope: Scope.REGISTER });
    const uploadId = randomUUID();
    await guarded.as(key, listener).registry.uploadPackage(streamOf([start({ uploadId })]));
    const { key: rotated } = await admin.access.rotateApiKey({ apiKeyId: key.id });
    const { upload } = await guarded.as(rotated, listener).registry.getUpload({ uploadId });
    expect(upload?.uploadId).toBe(uploadId);
    await admin.registry.deleteUpload({ uploadId });
  });
});
