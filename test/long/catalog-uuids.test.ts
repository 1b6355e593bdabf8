import { afterAll, beforeAll, expect, test } from "vitest";
import type { Registration } from "#gen/modelwire/registry/v1/registration_pb.js";
import { forEachAtOnce } from "../../src/concurrency.ts";
import { type Clients, createClients } from "../support/clients.ts";
import { failureOf } from "../support/errors.ts";
import { createMlflowRest, type MlflowRest } from "../support/mlflow-rest.ts";
import { startModelwire, type TestModelwire } from "../support/modelwire.ts";
import { type OwnMlflow, startOwnMlflow } from "../support/own-mlflow.ts";

const MODELS = 2000;
const AT_ONCE = 4;
const DELETED_EACH_WAY = 20;
const REGISTERING_MS = 1_200_000;

const local = { requirement: { case: "local" as const, value: {} } };
const fullyConsistent = { requirement: { case: "fullyConsistent" as const, value: {} } };
const levels = [local, fullyConsistent];

/** One file: each is a call to MLflow. */
const files = [
  {
    path: "MLmodel",
    content: new TextEncoder().encode("flavors:\n  python_function:\n    loader_module: tiny\n"),
  },
];

let mlflow: OwnMlflow;
let rest: MlflowRest;
let modelwire: TestModelwire;
let registry: Clients["registry"];
/** What was registered, by uuid. */
const registered = new Map<string, Registration>();

beforeAll(async () => {
  mlflow = await startOwnMlflow();
  rest = createMlflowRest(mlflow.url);
  modelwire = await startModelwire({ mlflowUrl: mlflow.url, reconcile: true });
  ({ registry } = createClients(modelwire.httpUrl));
  await forEachAtOnce(
    Array.from({ length: MODELS }, (_, i) => `tiny_${i}`),
    AT_ONCE,
    async (modelName) => {
      const { registration } = await registry.registerBaseline({
        modelType: "tiny",
        modelName,
        experimentName: "tiny",
        source: { case: "package", value: { files } },
      });
      if (registration) registered.set(registration.modelInfo?.modelUuid ?? "", registration);
    },
  );
}, REGISTERING_MS);
afterAll(async () => {
  await modelwire?.stop();
  await mlflow?.stop();
});

const all = () => [...registered];

function get(modelUuid: string, consistency: (typeof levels)[number]) {
  return registry.getModelByUuid({ modelUuid, consistency });
}

async function expectNotFound(modelUuid: string, consistency: (typeof levels)[number]) {
  const failure = await failureOf(get(modelUuid, consistency));
  expect(failure).toMatchObject({ code: "NotFound", reason: "MODEL_NOT_FOUND" });
  return failure.metadata.deleted_time;
}

test("2,000 registered models have a uuid each, in one form", () => {
  expect(registered.size).toBe(MODELS);
  for (const [uuid] of all()) expect(uuid).toMatch(/^m-[0-9a-f]{32}$/);
  expect(new Set(all().map(([, { modelName }]) => modelName)).size).toBe(MODELS);
});

test.each(levels)(
  "each is found by its uuid, by $requirement.case",
  async (consistency) => {
    await forEachAtOnce(all(), AT_ONCE, async ([uuid, registration]) => {
      expect((await get(uuid, consistency)).registration).toEqual(registration);
    });
  },
  600_000,
);

test("MLflow's own search for the tag finds each, and nothing else", async () => {
  await forEachAtOnce(all(), AT_ONCE, async ([uuid, { modelName, version }]) => {
    const query = new URLSearchParams({ filter: `tags.model_uuid = '${uuid}'` });
    const answer = await fetch(`${mlflow.url}/api/2.0/mlflow/model-versions/search?${query}`);
    const { model_versions: found } = (await answer.json()) as { model_versions: unknown };
    expect(found).toMatchObject([{ name: modelName, version, source: `models:/${uuid}` }]);
    expect(found).toHaveLength(1);
  });
}, 600_000);

test("what was deleted through Modelwire is not found, and told to have been deleted", async () => {
  for (const [uuid] of all().slice(0, DELETED_EACH_WAY)) {
    const before = Date.now();
    await registry.deleteModelVersion({ ref: { ref: { case: "modelUuid", value: uuid } } });
    for (const level of levels) {
      expect(Date.parse((await expectNotFound(uuid, level)) ?? "")).toBeGreaterThanOrEqual(before);
    }
    registered.delete(uuid);
  }
});

test("what was deleted in MLflow is not found, and when it is missed, told to have been deleted", async () => {
  const gone = all().slice(0, 2 * DELETED_EACH_WAY);
  for (const [index, [uuid, { modelName, version }]] of gone.entries()) {
    if (index < DELETED_EACH_WAY) await rest.deleteVersion(modelName, version);
    else await rest.deleteModel(modelName);
    await expectNotFound(uuid, fullyConsistent);
    registered.delete(uuid);
  }
  const { asOf } = await registry.listModelVersions({ consistency: fullyConsistent, pageSize: 1 });
  expect(asOf).toBeDefined();
  for (const [uuid] of gone) {
    for (const level of levels) expect(await expectNotFound(uuid, level)).toBeDefined();
  }
}, 120_000);

test("the others are found as before", async () => {
  const left = all();
  expect(left).toHaveLength(MODELS - 3 * DELETED_EACH_WAY);
  await forEachAtOnce(left.slice(0, 100), AT_ONCE, async ([uuid, registration]) => {
    for (const level of levels) {
      expect((await get(uuid, level)).registration).toEqual(registration);
    }
  });
});

test.each([`m-${"0".repeat(32)}`, "0".repeat(32)])("%s is no uuid of any model", async (uuid) => {
  for (const level of levels) expect(await expectNotFound(uuid, level)).toBeUndefined();
});

test.each([
  "",
  "m-",
  "tiny_1/1",
  `m-${"0".repeat(31)}`,
  `m-${"0".repeat(33)}`,
  `m-${"A".repeat(32)}`,
  ` m-${"0".repeat(32)}`,
  `m-${"0".repeat(32)}' OR name = 'tiny_1`,
])("%j is refused as no uuid", async (uuid) => {
  for (const level of levels) {
    const failure = await failureOf(get(uuid, level));
    expect(failure).toMatchObject({ code: "InvalidArgument", reason: "INVALID_FIELD" });
    expect(Object.keys(failure.fields)).toEqual(["model_uuid"]);
  }
});
