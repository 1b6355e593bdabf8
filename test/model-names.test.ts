import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { EventType } from "#gen/modelwire/event/v1/event_pb.js";
import { openStore } from "../src/store/store.ts";
import { fillCatalog } from "./support/catalog-lineages.ts";
import { type Clients, createClients } from "./support/clients.ts";
import { failureOf } from "./support/errors.ts";
import { readEvents } from "./support/event-log.ts";
import { startFaultProxy } from "./support/fault-proxy.ts";
import { createMlflowRest, type MlflowRest } from "./support/mlflow-rest.ts";
import { startModelwire, type TestModelwire } from "./support/modelwire.ts";
import { type OwnMlflow, startOwnMlflow } from "./support/own-mlflow.ts";
import { newRequest, register, registerPersistently } from "./support/registration-fixtures.ts";

const full = { requirement: { case: "fullyConsistent", value: {} } } as const;

let mlflow: OwnMlflow;
let rest: MlflowRest;
let modelwire: TestModelwire;
let clients: Clients;
beforeAll(async () => {
  mlflow = await startOwnMlflow();
  rest = createMlflowRest(mlflow.url);
});
afterAll(() => mlflow?.stop());
beforeEach(async () => {
  modelwire = await startModelwire({
    mlflowUrl: mlflow.url,
    reconcile: true,
    // Only who asks for a look gets one: what happens in MLflow is not known before.
    environment: { MODELWIRE_RECONCILE_INTERVAL_MS: "3600000" },
  });
  clients = createClients(modelwire.httpUrl);
  await look();
});
afterEach(() => modelwire?.stop());

/** Has the catalog compared with MLflow, and gives the models of these names. */
async function look(...names: string[]): Promise<string[]> {
  const { models } = await clients.registry.listModels({ consistency: full });
  return models.map(({ name }) => name).filter((name) => names.includes(name));
}

const versionsOf = async (modelName: string) => {
  const { versions } = await clients.registry.listModelVersions({
    modelName,
    consistency: full,
  });
  return versions
    .map(({ modelVersion }) => `${modelVersion?.name}/${modelVersion?.version}`)
    .sort();
};

/** What was announced of models of these names, in order. */
const told = (...names: string[]) =>
  readEvents(modelwire.databaseUrl)
    .filter(({ modelName }) => names.includes(modelName))
    .map(({ type, modelName, ...event }) => {
      const version = event.modelRegistered?.registration ?? event.versionObserved?.modelVersion;
      const about = event.modelRenamed?.newModelName ?? version?.version ?? "";
      return `${EventType[type]} ${modelName} ${about}`.trim();
    });

test("what is registered under a name that a model has just got is that model's next version", async () => {
  await register(clients, newRequest("fox"));
  await rest.renameModel("fox", "wolf");
  const { modelId } = await register(clients, newRequest("wolf"));
  expect(modelId).toBe("wolf/2");
  expect(await look("fox", "wolf")).toEqual(["wolf"]);
  expect(await versionsOf("wolf")).toEqual(["wolf/1", "wolf/2"]);
  expect(told("fox", "wolf")).toEqual([
    "MODEL_REGISTERED fox 1",
    "MODEL_RENAMED fox wolf",
    "MODEL_REGISTERED wolf 2",
  ]);
});

test.each([
  { count: 1, owl: "owl", hawk: "hawk" },
  { count: 2, owl: "barn owl", hawk: "sea hawk" },
])(
  "what is registered under a name that another model with $count versions has just got is that one's",
  async ({ count, owl, hawk }) => {
    const old = `${owl}-old`;
    const names = [owl, ...Array.from({ length: count }, () => hawk)];
    for (const name of names) await register(clients, newRequest(name));
    await rest.renameModel(owl, old);
    await rest.renameModel(hawk, owl);
    const { version } = await register(clients, newRequest(owl));
    expect(version).toBe(String(count + 1));
    expect(await look(owl, hawk, old)).toEqual([owl, old]);
    expect(await versionsOf(owl)).toHaveLength(count + 1);
    expect(await versionsOf(old)).toEqual([`${old}/1`]);
    expect(told(owl, hawk, old).slice(names.length)).toEqual([
      `MODEL_RENAMED ${owl} ${old}`,
      `MODEL_RENAMED ${hawk} ${owl}`,
      `MODEL_REGISTERED ${owl} ${count + 1}`,
    ]);
  },
);

test("a model whose newest version is gone is still known under its new name", async () => {
  for (const name of ["newt", "newt"]) await register(clients, newRequest(name));
  await rest.deleteVersion("newt", "2");
  await rest.renameModel("newt", "eft");
  await register(clients, newRequest("eft"));
  expect(await look("newt", "eft")).toEqual(["eft"]);
  expect(await versionsOf("eft")).toEqual(["eft/1", "eft/3"]);
  expect(told("newt", "eft").slice(2)).toEqual([
    "MODEL_RENAMED newt eft",
    "MODEL_REGISTERED eft 3",
    "VERSION_DELETED eft",
  ]);
});

test("a model that is deleted and made anew with as many versions is another one", async () => {
  const { modelVersion } = await register(clients, newRequest("stag"));
  await rest.deleteModel("stag");
  await rest.createModel("stag");
  await rest.createVersion("stag", modelVersion?.source ?? "");
  const { version } = await register(clients, newRequest("stag"));
  expect(version).toBe("2");
  expect(await look("stag")).toEqual(["stag"]);
  expect(await versionsOf("stag")).toEqual(["stag/1", "stag/2"]);
  expect(told("stag").slice(1)).toEqual([
    "VERSION_DELETED stag",
    "MODEL_DELETED stag",
    "MODEL_REGISTERED stag 2",
    "VERSION_OBSERVED stag 1",
  ]);
});

test("a model that is made anew under the name of one that has just got another is a new one", async () => {
  await register(clients, newRequest("elk"));
  await rest.renameModel("elk", "moose");
  const { modelId } = await register(clients, newRequest("elk"));
  expect(modelId).toBe("elk/1");
  expect(await look("elk", "moose")).toEqual(["elk", "moose"]);
  expect(told("elk", "moose")).toEqual([
    "MODEL_REGISTERED elk 1",
    "MODEL_RENAMED elk moose",
    "MODEL_REGISTERED elk 1",
  ]);
});

test("a registration that lost the right to settle its name is not lost itself", async () => {
  const proxy = await startFaultProxy(mlflow.url);
  const own = await startModelwire({ mlflowUrl: proxy.url });
  const answer = Promise.withResolvers<void>();
  try {
    await rest.createModel("crane");
    const asked = proxy.inject({
      method: "GET",
      path: /registered-models\/get$/,
      // The first look is for a prompt.
      nth: 2,
      fault: {
        reachesMlflow: true,
        answer: "mlflow",
        holds: { request: Promise.resolve(), answer: answer.promise },
      },
    });
    const callers = createClients(own.httpUrl);
    const request = newRequest("crane");
    const failing = failureOf(register(callers, request));
    await vi.waitFor(() => expect(asked.hits).toBe(1), { timeout: 30_000, interval: 20 });
    const store = await openStore(own.databaseUrl);
    await store.db.deleteFrom("model_locks").where("model_name", "=", "crane").execute();
    await store.close();
    answer.resolve();
    expect(await failing).toMatchObject({ reason: "MODEL_BUSY", retries: true });
    expect((await registerPersistently(callers, request)).modelId).toBe("crane/1");
    expect((await rest.versions()).filter(({ name }) => name === "crane")).toHaveLength(1);
  } finally {
    answer.resolve();
    await own.stop();
    await proxy.close();
  }
});

test("a name is settled in a few calls among many models of which the index knows no time", async () => {
  const proxy = await startFaultProxy(mlflow.url);
  const own = await startModelwire({ mlflowUrl: proxy.url });
  const store = await openStore(own.databaseUrl);
  try {
    const callers = createClients(own.httpUrl);
    await register(callers, newRequest("lynx"));
    const { modelVersion } = await register(callers, newRequest("puma"));
    // As the first look puts them down before it comes to the registered models.
    await store.db.updateTable("catalog_models").set({ created_at: null }).execute();
    const many = Array.from({ length: 200 }, (_, i) => ({ id: `put-down-${i}/${i + 1}`, at: i }));
    await fillCatalog(store, many);
    await rest.renameModel("lynx", "bobcat");
    await rest.createModel("ocelot");
    await rest.createVersion("ocelot", modelVersion?.source ?? "");
    const asked = proxy.inject({
      method: "GET",
      path: /(registered-models|model-versions)\/get$/,
      fault: { reachesMlflow: true, answer: "mlflow" },
    });
    const known = await register(callers, newRequest("bobcat"));
    const unknown = await register(callers, newRequest("ocelot"));
    expect([known.modelId, unknown.modelId]).toEqual(["bobcat/2", "ocelot/2"]);
    expect(asked.hits).toBeLessThan(20);
    const renamed = readEvents(own.databaseUrl).filter(
      ({ type }) => type === EventType.MODEL_RENAMED,
    );
    expect(renamed.map(({ modelName, modelRenamed: to }) => [modelName, to?.newModelName])).toEqual(
      [["lynx", "bobcat"]],
    );
  } finally {
    await store.close();
    await own.stop();
    await proxy.close();
  }
});

async function createPrompt(name: string): Promise<void> {
  await rest.createModel(name);
  await rest.setModelTag(name, "mlflow.prompt.is_prompt", "true");
}

test("a model is not registered under the name of a prompt", async () => {
  await createPrompt("greeting");
  const failure = await failureOf(register(clients, newRequest("greeting")));
  expect(failure).toMatchObject({ code: "InvalidArgument", reason: "INVALID_FIELD" });
  expect(failure.fields.model_name).toContain("prompt");
  expect((await rest.versions()).filter(({ name }) => name === "greeting")).toEqual([]);
});

test("a version that somebody made of a prompt keeps no look from its end", async () => {
  const { modelVersion } = await register(clients, newRequest("asked"));
  await createPrompt("question");
  await rest.createVersion("question", modelVersion?.source ?? "");
  expect(await look("asked", "question")).toEqual(["asked"]);
});
