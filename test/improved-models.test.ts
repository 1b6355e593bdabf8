import { randomUUID } from "node:crypto";
import { fromBinary } from "@bufbuild/protobuf";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { EventSchema } from "#gen/modelwire/event/v1/event_pb.js";
import { MetricDirection } from "#gen/modelwire/registry/v1/improvement_pb.js";
import { ContributorKind, type Registration } from "#gen/modelwire/registry/v1/registration_pb.js";
import { openStore } from "../src/store/store.ts";
import { type Clients, createClients } from "./support/clients.ts";
import { failureOf } from "./support/errors.ts";
import { type ModelFile, quickstartModel, readModelFiles } from "./support/model-files.ts";
import { startModelwire, type TestModelwire } from "./support/modelwire.ts";
import { python } from "./support/services.ts";

const ADDRESS = "0x742d35Cc6634C0532925a3b844Bc9e7595f0bEb1";
const contributor = { kind: ContributorKind.ETHEREUM_ADDRESS, id: ADDRESS };

let modelwire: TestModelwire;
let clients: Clients;
let files: ModelFile[];
beforeAll(async () => {
  files = await readModelFiles(quickstartModel);
  modelwire = await startModelwire();
  clients = createClients(modelwire.httpUrl);
});
afterAll(() => modelwire?.stop());

const source = () => ({ case: "package" as const, value: { files } });
const byId = (value: string) => ({ ref: { case: "modelId" as const, value } });

async function baseline(metrics: Record<string, number>): Promise<Registration> {
  const { registration } = await clients.registry.registerBaseline({
    modelType: "lead_scoring",
    modelName: `imp-${randomUUID()}_baseline`,
    source: source(),
    metrics,
  });
  if (!registration) throw new Error("no registration in the answer");
  return registration;
}

type Request = Extract<
  Parameters<Clients["registry"]["registerImprovedModel"]>[0],
  { $typeName?: never }
>;

async function improve(request: Request): Promise<Registration> {
  const { registration } = await clients.registry.registerImprovedModel({
    source: source(),
    contributor,
    ...request,
  });
  if (!registration) throw new Error("no registration in the answer");
  return registration;
}

async function mlflow<T>(path: string, query: Record<string, string>): Promise<T> {
  const url = new URL(`${inject("mlflowUrl")}/api/2.0/mlflow/${path}`);
  url.search = new URLSearchParams(query).toString();
  return (await (await fetch(url)).json()) as T;
}

describe("an improved model", () => {
  test("has its baseline, its contributor, and an improvement for each metric", async () => {
    const old = await baseline({ auc: 0.8, latency: 200, lift: 0 });
    const improved = await improve({
      baseline: byId(old.modelId),
      metrics: { auc: 0.9, latency: 150, lift: 0.25, fresh: 1 },
      metricDetails: {
        latency: { direction: MetricDirection.LOWER_IS_BETTER, unit: "ms" },
        auc: { direction: MetricDirection.HIGHER_IS_BETTER, datasetDigest: "d1" },
      },
    });
    expect(improved).toMatchObject({
      modelName: old.modelName.replace(/_baseline$/, "_improved"),
      version: "1",
      modelType: "lead_scoring",
      isBaseline: false,
      baseline: { modelId: old.modelId, modelUuid: old.modelInfo?.modelUuid },
      contributor: { kind: ContributorKind.ETHEREUM_ADDRESS, id: ADDRESS.toLowerCase() },
    });
    expect(improved.improvements.map(({ metric }) => metric)).toEqual([
      "auc",
      "fresh",
      "latency",
      "lift",
    ]);
    const [auc, fresh, latency, lift] = improved.improvements;
    expect(auc).toMatchObject({ baselineValue: 0.8, value: 0.9, datasetDigest: "d1" });
    expect(auc?.relativeChange).toBeCloseTo(0.125, 12);
    expect(fresh?.baselineValue).toBeUndefined();
    expect(latency).toMatchObject({
      direction: MetricDirection.LOWER_IS_BETTER,
      unit: "ms",
      absoluteChange: -50,
      relativeChange: -0.25,
    });
    expect(lift?.absoluteChange).toBe(0.25);
    expect(lift?.relativeChange).toBeUndefined();
    expect(improved.modelVersion?.tags).toMatchObject({
      baseline_model_id: old.modelId,
      contributor: ADDRESS.toLowerCase(),
      is_baseline: "false",
      model_uuid: improved.modelInfo?.modelUuid,
    });
    expect(improved.modelInfo?.modelUuid).toMatch(/^m-/);

    const { registration } = await clients.registry.getModelByUuid({
      modelUuid: improved.modelInfo?.modelUuid ?? "",
    });
    expect(registration).toEqual(improved);
  });

  test("is what its event tells, and loads in plain MLflow", async () => {
    const old = await baseline({ auc: 0.8 });
    const improved = await improve({ baseline: byId(old.modelId), metrics: { auc: 0.85 } });
    const store = await openStore(modelwire.databaseUrl);
    try {
      const row = await store.db
        .selectFrom("events")
        .select("event")
        .where("model_name", "=", improved.modelName)
        .executeTakeFirstOrThrow();
      const event = fromBinary(EventSchema, row.event);
      expect(event.modelRegistered?.registration).toEqual(improved);
    } finally {
      await store.close();
    }
    const printed = await python(
      `
import mlflow, os
model = mlflow.pyfunc.load_model(f"models:/{os.environ['NAME']}/1")
print(model.metadata.run_id, end="")`,
      { NAME: improved.modelName },
    );
    expect(printed).toBe(improved.runId);
  });

  test("of a caller that knows the changes alone keeps them, as the Python registry's runs did", async () => {
    const old = await baseline({});
    const improved = await improve({
      baseline: byId(old.modelId),
      deltaMetrics: { accuracy: 0.05, f1: -0.01 },
    });
    expect(improved.improvements).toMatchObject([
      { metric: "accuracy", absoluteChange: 0.05 },
      { metric: "f1", absoluteChange: -0.01 },
    ]);
    expect(improved.modelInfo?.metrics).toEqual([]);
    type Pairs = { key: string; value: number | string }[];
    const { run } = await mlflow<{ run: { data: { metrics: Pairs; params: Pairs } } }>("runs/get", {
      run_id: improved.runId ?? "",
    });
    const asMap = (pairs: Pairs) => Object.fromEntries(pairs.map(({ key, value }) => [key, value]));
    expect(asMap(run.data.metrics)).toEqual({ accuracy: 0.05, f1: -0.01 });
    expect(asMap(run.data.params)).toMatchObject({
      is_baseline: "False",
      model_type: "lead_scoring",
      baseline_model_id: old.modelId,
      contributor_address: ADDRESS.toLowerCase(),
      improvement_count: "2",
    });
  });

  test("can itself be improved, and the next is measured against it", async () => {
    const old = await baseline({ auc: 0.7 });
    const first = await improve({ baseline: byId(old.modelId), metrics: { auc: 0.8 } });
    const second = await improve({
      baseline: { ref: { case: "modelUuid", value: first.modelInfo?.modelUuid ?? "" } },
      metrics: { auc: 0.9 },
    });
    expect(second).toMatchObject({ modelName: first.modelName, version: "2" });
    expect(second.improvements[0]).toMatchObject({ baselineValue: 0.8, value: 0.9 });
    expect(second.baseline?.modelId).toBe(first.modelId);
  });

  test("of a model that was logged in MLflow directly is measured by what its run recorded", async () => {
    const name = `imp-${randomUUID()}`;
    await python(
      `
import mlflow, os
class Model(mlflow.pyfunc.PythonModel):
    def predict(self, context, model_input, params=None):
        return model_input
with mlflow.start_run():
    mlflow.log_metric("auc", 0.6)
    mlflow.pyfunc.log_model(python_model=Model(), name="m", registered_model_name=os.environ["NAME"])`,
      { NAME: name },
    );
    const unnamed = await failureOf(
      improve({ baseline: byId(`${name}/1`), metrics: { auc: 0.9 } }),
    );
    expect(Object.keys(unnamed.fields)).toEqual(["model_type"]);
    const improved = await improve({
      baseline: byId(`${name}/1`),
      modelType: "ranking",
      metrics: { auc: 0.9 },
    });
    expect(improved.modelName).toBe(`${name}_improved`);
    expect(improved.improvements[0]).toMatchObject({ baselineValue: 0.6, value: 0.9 });
  });

  test("is measured against what a model that MLflow held was said to reach", async () => {
    const held = await baseline({ auc: 0.7 });
    const better = await improve({
      baseline: byId((await baseline({ auc: 0.8 })).modelId),
      source: { case: "mlflowUri", value: held.modelInfo?.modelUri ?? "" },
      metrics: { auc: 0.93, f1: 0.5 },
    });
    const next = await improve({
      baseline: byId(better.modelId),
      metrics: { auc: 0.95, f1: 0.75 },
    });
    expect(next.improvements).toMatchObject([
      { metric: "auc", baselineValue: 0.93, value: 0.95 },
      { metric: "f1", baselineValue: 0.5, value: 0.75 },
    ]);
  });

  test("is measured against what its baseline reached on the same dataset", async () => {
    const name = `imp-${randomUUID()}`;
    const said = await python(
      `
import mlflow, os, pandas as pd
class Model(mlflow.pyfunc.PythonModel):
    def predict(self, context, model_input, params=None):
        return model_input
with mlflow.start_run():
    model = mlflow.pyfunc.log_model(python_model=Model(), name="m", registered_model_name=os.environ["NAME"])
    for value, rows in ((0.9, [1]), (0.95, [2])):
        dataset = mlflow.data.from_pandas(pd.DataFrame({"x": rows}))
        mlflow.log_metric("auc", value, dataset=dataset, model_id=model.model_id)
        print(dataset.digest)`,
      { NAME: name },
    );
    const [test = "", train = ""] = said.trim().split("\n").slice(-2);
    expect(test).not.toBe(train);
    const measuredOn = async (datasetDigest: string | undefined) => {
      const { improvements } = await improve({
        baseline: byId(`${name}/1`),
        modelType: "ranking",
        metrics: { auc: 0.92 },
        metricDetails: { auc: { ...(datasetDigest && { datasetDigest }) } },
      });
      return improvements[0]?.baselineValue;
    };
    expect(await measuredOn(test)).toBe(0.9);
    expect(await measuredOn(train)).toBe(0.95);
    expect(await measuredOn("of-nothing-that-is-there")).toBeUndefined();
    expect(await measuredOn(undefined)).toBe(0.95);

    const on = (modelId: string, auc: number, datasetDigest: string) =>
      improve({
        baseline: byId(modelId),
        metrics: { auc },
        metricDetails: { auc: { datasetDigest } },
      });
    const first = await on((await baseline({ auc: 0.7 })).modelId, 0.9, "d1");
    expect((await on(first.modelId, 0.8, "d2")).improvements[0]?.baselineValue).toBeUndefined();
    expect((await on(first.modelId, 0.95, "d1")).improvements[0]?.baselineValue).toBe(0.9);
  });

  test("is not measured against a change that a copy of its baseline has in its run", async () => {
    const old = await baseline({ auc: 0.7 });
    const changed = await improve({ baseline: byId(old.modelId), deltaMetrics: { f1: 0.05 } });
    const name = `imp-${randomUUID()}`;
    await python(
      `
import mlflow, os
mlflow.MlflowClient().copy_model_version(os.environ["SOURCE"], os.environ["NAME"])`,
      { SOURCE: `models:/${changed.modelId}`, NAME: name },
    );
    const next = await improve({
      baseline: byId(`${name}/1`),
      modelType: "ranking",
      metrics: { f1: 0.9 },
      deltaMetrics: { f1: 0.03 },
    });
    expect(next.improvements).toMatchObject([{ metric: "f1", value: 0.9, absoluteChange: 0.03 }]);
    expect(next.improvements[0]?.baselineValue).toBeUndefined();
  });

  test("is told by another Modelwire with its changes as changes, and its values as values", async () => {
    const old = await baseline({ auc: 0.7 });
    const improved = await improve({
      baseline: byId(old.modelId),
      deltaMetrics: { latency: -5 },
      metrics: { auc: 0.8 },
      metricDetails: { latency: { direction: MetricDirection.LOWER_IS_BETTER } },
    });
    const another = await startModelwire();
    try {
      const { registration } = await createClients(another.httpUrl).registry.getModelVersion({
        ref: byId(improved.modelId),
      });
      const direction = MetricDirection.UNSPECIFIED;
      const [auc, latency] = registration?.improvements ?? [];
      expect(auc).toMatchObject({ metric: "auc", direction, value: 0.8 });
      expect(latency).toMatchObject({ metric: "latency", direction, absoluteChange: -5 });
      expect(latency?.value).toBeUndefined();
    } finally {
      await another.stop();
    }
  });

  test("is registered once under a request id, also where the baseline has changed since", async () => {
    const old = await baseline({ auc: 0.7 });
    const request = {
      requestId: randomUUID(),
      baseline: byId(old.modelId),
      metrics: { auc: 0.8 },
    };
    const answers = await Promise.all([improve(request), improve(request), improve(request)]);
    expect(new Set(answers.map(({ registrationId }) => registrationId)).size).toBe(1);
    const other = await failureOf(improve({ ...request, metrics: { auc: 0.81 } }));
    expect(other).toMatchObject({ code: "AlreadyExists", reason: "REQUEST_ID_REUSED" });
  });

  test("of a baseline that is not there, or with changes that do not add up, is refused", async () => {
    const missing = await failureOf(improve({ baseline: byId("nowhere/1"), metrics: { a: 1 } }));
    expect(missing).toMatchObject({
      code: "NotFound",
      reason: "BASELINE_NOT_FOUND",
      resource: "nowhere/1",
    });
    const old = await baseline({ auc: 0.7 });
    const wrong = await failureOf(
      improve({
        baseline: byId(old.modelId),
        metrics: { auc: 0.8 },
        deltaMetrics: { auc: 0.2 },
      }),
    );
    expect(wrong.fields.delta_metrics).toMatch(/"auc": expected 0\.1000.* not 0\.2/);
    const address = await failureOf(
      improve({
        baseline: byId(old.modelId),
        contributor: { kind: ContributorKind.ETHEREUM_ADDRESS, id: "0x1" },
      }),
    );
    expect(address.fields["contributor.id"]).toContain("0x and 40 hexadecimal digits");
    const reserved = await failureOf(
      improve({ baseline: byId(old.modelId), tags: { contributor: "me" } }),
    );
    expect(Object.keys(reserved.fields)).toEqual(["tags"]);
    const nobody = await failureOf(
      clients.registry.registerImprovedModel({ source: source(), baseline: byId(old.modelId) }),
    );
    expect(Object.keys(nobody.fields)).toEqual(["contributor"]);
  });
});
