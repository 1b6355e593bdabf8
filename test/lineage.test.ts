import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { timestampMs } from "@bufbuild/protobuf/wkt";
import { afterAll, beforeAll, expect, test } from "vitest";
import { MetricDirection } from "#gen/modelwire/registry/v1/improvement_pb.js";
import { ContributorKind, type Registration } from "#gen/modelwire/registry/v1/registration_pb.js";
import { drawing } from "./support/catalog-lineages.ts";
import { type Clients, createClients } from "./support/clients.ts";
import { failureOf } from "./support/errors.ts";
import { createMlflowRest, type MlflowRest } from "./support/mlflow-rest.ts";
import { quickstartModel, readModelFiles } from "./support/model-files.ts";
import { startModelwire, type TestModelwire } from "./support/modelwire.ts";
import { type OwnMlflow, startOwnMlflow } from "./support/own-mlflow.ts";

const ADDRESS = "0x742d35Cc6634C0532925a3b844Bc9e7595f0bEb1";
const ethereum = (id: string) => ({ kind: ContributorKind.ETHEREUM_ADDRESS, id });
const byId = (value: string) => ({ ref: { case: "modelId" as const, value } });
const byUuid = (value: string) => ({ ref: { case: "modelUuid" as const, value } });
const full = { requirement: { case: "fullyConsistent" as const, value: {} } };
const files = await readModelFiles(quickstartModel);
const source = { case: "package" as const, value: { files } };

let mlflow: OwnMlflow;
let rest: MlflowRest;
let modelwire: TestModelwire;
let registry: Clients["registry"];
beforeAll(async () => {
  mlflow = await startOwnMlflow();
  rest = createMlflowRest(mlflow.url);
  modelwire = await startModelwire({
    mlflowUrl: mlflow.url,
    reconcile: true,
    // What is written to MLflow directly is seen when a read asks for it, and not before.
    environment: { MODELWIRE_RECONCILE_INTERVAL_MS: "3600000" },
  });
  registry = createClients(modelwire.httpUrl).registry;
  // The first sight of MLflow is over when a list can be told.
  while (
    await registry.listContributions({}).then(
      () => false,
      () => true,
    )
  )
    await sleep(50);
});
afterAll(async () => {
  await modelwire?.stop();
  await mlflow?.stop();
});

async function baseline(modelName: string, accuracy: number): Promise<Registration> {
  const request = { modelType: "ranking", modelName, source, metrics: { accuracy } };
  const { registration } = await registry.registerBaseline(request);
  if (!registration) throw new Error("an answer without a registration");
  return registration;
}

async function improve(
  base: Registration,
  modelName: string,
  accuracy: number,
  contributor = ethereum(ADDRESS),
): Promise<Registration> {
  const { registration } = await registry.registerImprovedModel({
    baseline: byId(base.modelId),
    modelName,
    source,
    metrics: { accuracy },
    contributor,
  });
  if (!registration) throw new Error("an answer without a registration");
  return registration;
}

/** Registers a chain over three registered models, and a branch off its middle. */
async function family() {
  const name = randomUUID();
  const first = await baseline(`${name}_baseline`, 0.5);
  const second = await improve(first, `${name}_improved`, 0.75);
  const third = await improve(second, `${name}_tuned`, 0.875);
  const branch = await improve(second, `${name}_improved`, 0.625, {
    kind: ContributorKind.ACCOUNT,
    id: `account of ${name}`,
  });
  return { name, first, second, third, branch };
}

test("a chain over three registered models is told at once, with what each step came to", async () => {
  const { name, first, second, third } = await family();
  const { nodes, leftOut, asOf } = await registry.getLineage({ ref: byId(third.modelId) });
  expect(drawing({ nodes })).toEqual([
    `${name}_baseline/1 *`,
    `  ${name}_improved/1 *`,
    `    ${name}_tuned/1 *`,
    `    ${name}_improved/2`,
  ]);
  expect(leftOut).toBe(0);
  expect(asOf).toBeDefined();
  const [root, , last] = nodes;
  expect(root).toMatchObject({ modelUuid: first.modelInfo?.modelUuid, isBaseline: true });
  expect(last).toMatchObject({
    modelUuid: third.modelInfo?.modelUuid,
    parentModelId: second.modelId,
    runId: third.runId,
    isBaseline: false,
    contributor: { id: ADDRESS.toLowerCase() },
    improvements: [{ metric: "accuracy", absoluteChange: 0.125 }],
    cumulativeImprovements: [
      {
        metric: "accuracy",
        direction: MetricDirection.HIGHER_IS_BETTER,
        stepCount: 2,
        baselineValue: 0.5,
        value: 0.875,
        absoluteChange: 0.375,
        relativeChange: 0.75,
      },
    ],
  });
  expect(last?.creationTime).toEqual(third.modelVersion?.creationTime);
  const byAnother = await registry.getLineage({ ref: byUuid(first.modelInfo?.modelUuid ?? "") });
  expect(byAnother.nodes.map(({ modelId }) => modelId)).toEqual(nodes.map((node) => node.modelId));
});

test("what is in MLflow and was not seen yet is asked for, with all that it came from", async () => {
  const { name, second } = await family();
  await rest.createModel(`${name}-python`);
  const model = second.modelVersion?.source ?? "";
  const write = (baselineId: string) =>
    rest.createVersion(`${name}-python`, model, {
      modelId: model.slice("models:/".length),
      tags: { baseline_model_id: baselineId },
    });
  await write(second.modelId);
  await write(`${name}-python/1`);
  const { nodes } = await registry.getLineage({ ref: byId(`${name}-python/2`) });
  expect(drawing({ nodes })).toEqual([
    `${name}_baseline/1 *`,
    `  ${name}_improved/1 *`,
    `    ${name}_tuned/1`,
    `    ${name}_improved/2`,
    `    ${name}-python/1 *`,
    `      ${name}-python/2 *`,
  ]);
  const seen = await registry.getLineage({ ref: byId(`${name}-python/2`), consistency: full });
  expect(drawing(seen)).toEqual(drawing({ nodes }));
});

test("what was deleted in MLflow is missing as soon as the answer is to be what MLflow has now", async () => {
  const { name, second, third, branch } = await family();
  await rest.deleteVersion(second.modelName, second.version);
  await rest.deleteVersion(branch.modelName, branch.version);
  const before = Date.now();
  const { nodes, asOf } = await registry.getLineage({
    ref: byId(third.modelId),
    consistency: full,
  });
  expect(asOf && timestampMs(asOf)).toBeGreaterThanOrEqual(before);
  expect(drawing({ nodes })).toEqual([
    `${name}_baseline/1 *`,
    `  ${name}_improved/1 * ?`,
    `    ${name}_tuned/1 *`,
  ]);
  expect(nodes[2]?.cumulativeImprovements).toMatchObject([{ stepCount: 2, absoluteChange: 0.375 }]);
  const failure = await failureOf(registry.getLineage({ ref: byId(second.modelId) }));
  expect(failure).toMatchObject({ code: "NotFound", reason: "MODEL_NOT_FOUND" });
});

test("a lineage of nothing is not found, or refused with the field", async () => {
  const ask = (ref?: ReturnType<typeof byId>) =>
    failureOf(registry.getLineage({ ...(ref && { ref }) }));
  expect(await ask(byId("nobody/1"))).toMatchObject({ reason: "MODEL_NOT_FOUND" });
  expect(await ask(byId("nobody"))).toMatchObject({
    reason: "INVALID_FIELD",
    fields: { "ref.model_id": expect.any(String) },
  });
  expect(await ask()).toMatchObject({ fields: { ref: expect.any(String) } });
});

test("a contributor's contributions are the sums of the improvements, however an address is spelt", async () => {
  const address = `0x${randomUUID().replaceAll("-", "")}ABCDEF01`;
  const first = await baseline(`${randomUUID()}_baseline`, 0.5);
  const second = await improve(first, "contributed", 0.75, ethereum(address));
  const third = await improve(second, "contributed", 0.625, ethereum(address.toLowerCase()));
  const { contributions, nextPageToken } = await registry.listContributions({
    contributor: ethereum(`0x${address.slice(2).toUpperCase()}`),
  });
  expect(nextPageToken).toBe("");
  expect(contributions).toMatchObject([
    {
      contributor: { kind: ContributorKind.ETHEREUM_ADDRESS, id: address.toLowerCase() },
      metric: "accuracy",
      direction: MetricDirection.HIGHER_IS_BETTER,
      versionCount: 2,
      unknownChangeCount: 0,
      absoluteChange: 0.125,
      firstTime: second.modelVersion?.creationTime,
      lastTime: third.modelVersion?.creationTime,
    },
  ]);
  await rest.deleteVersion(third.modelName, third.version);
  const now = await registry.listContributions({
    contributor: ethereum(address),
    metric: "accuracy",
    consistency: full,
  });
  expect(now.contributions).toMatchObject([{ versionCount: 1, absoluteChange: 0.25 }]);
});

test("contributions come in pages, and a token goes on with its own list only", async () => {
  const metric = `metric ${randomUUID()}`;
  const first = await baseline(`${randomUUID()}_baseline`, 0.5);
  const accounts = ["c", "a", "b"].map((name) => `${name} of ${metric}`);
  for (const id of accounts) {
    await registry.registerImprovedModel({
      baseline: byId(first.modelId),
      source: { case: "mlflowUri", value: first.modelInfo?.modelUri ?? "" },
      deltaMetrics: { [metric]: 1 },
      contributor: { kind: ContributorKind.ACCOUNT, id },
    });
  }
  const told: (string | undefined)[] = [];
  let pageToken = "";
  do {
    const page = await registry.listContributions({ metric, pageSize: 1, pageToken });
    told.push(...page.contributions.map(({ contributor }) => contributor?.id));
    pageToken = page.nextPageToken;
    if (pageToken === "") break;
    const other = await failureOf(registry.listContributions({ pageSize: 1, pageToken }));
    expect(other).toMatchObject({
      reason: "INVALID_FIELD",
      fields: { page_token: expect.any(String) },
    });
  } while (pageToken !== "");
  expect(told).toEqual(accounts.toSorted());
});

test("what cannot be asked for is refused with the field", async () => {
  const ask = async (request: Parameters<typeof registry.listContributions>[0]) =>
    Object.keys((await failureOf(registry.listContributions(request))).fields);
  expect(await ask({ pageSize: 1001 })).toEqual(["page_size"]);
  expect(await ask({ pageToken: "x" })).toEqual(["page_token"]);
  expect(await ask({ contributor: ethereum("0x1") })).toEqual(["contributor.id"]);
});
