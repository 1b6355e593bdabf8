import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { EventType } from "#gen/modelwire/event/v1/event_pb.js";
import { type Clients, createClients } from "./support/clients.ts";
import { failureOf } from "./support/errors.ts";
import { readEvents } from "./support/event-log.ts";
import { createMlflowRest, type MlflowRest } from "./support/mlflow-rest.ts";
import { startModelwire, type TestModelwire } from "./support/modelwire.ts";
import { type OwnMlflow, startOwnMlflow } from "./support/own-mlflow.ts";
import { newRequest, register } from "./support/registration-fixtures.ts";

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

test("what is registered under a name that another model has just got is that one's", async () => {
  for (const name of ["owl", "hawk", "hawk"]) await register(clients, newRequest(name));
  await rest.renameModel("owl", "owl-old");
  await rest.renameModel("hawk", "owl");
  const { modelId } = await register(clients, newRequest("owl"));
  expect(modelId).toBe("owl/3");
  expect(await look("owl", "hawk", "owl-old")).toEqual(["owl", "owl-old"]);
  expect(await versionsOf("owl")).toEqual(["owl/1", "owl/2", "owl/3"]);
  expect(await versionsOf("owl-old")).toEqual(["owl-old/1"]);
  expect(told("owl", "hawk", "owl-old")).toEqual([
    "MODEL_REGISTERED owl 1",
    "MODEL_REGISTERED hawk 1",
    "MODEL_REGISTERED hawk 2",
    "MODEL_RENAMED owl owl-old",
    "MODEL_RENAMED hawk owl",
    "MODEL_REGISTERED owl 3",
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
