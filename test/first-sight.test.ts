import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { MetricDirection } from "#gen/modelwire/registry/v1/improvement_pb.js";
import { IndexState } from "#gen/modelwire/registry/v1/reads_pb.js";
import type { VersionSummary } from "#gen/modelwire/registry/v1/registered_model_pb.js";
import { ContributorKind, type Registration } from "#gen/modelwire/registry/v1/registration_pb.js";
import { drawing } from "./support/catalog-lineages.ts";
import { failureOf } from "./support/errors.ts";
import { type FilledMlflow, startFilledMlflow } from "./support/filled-mlflow.ts";
import { seeFirst } from "./support/first-sight.ts";
import {
  askLocally,
  byId,
  full,
  listModels,
  listVersions,
  local,
} from "./support/local-answers.ts";
import { idOf, modelView, versionView } from "./support/mlflow-view.ts";

const ANN = "0xAbCdEf0123456789aBcDeF0123456789abCDef01";
const BOB = "0x742d35Cc6634C0532925a3b844Bc9e7595f0bEb1";
const ethereum = (address: string) => ({
  kind: ContributorKind.ETHEREUM_ADDRESS,
  id: address.toLowerCase(),
});

/** Gives what a list and a read both tell of a version. */
function shared(of: VersionSummary | Registration) {
  const { modelVersion, modelType, isBaseline, baseline, contributor, improvements } = of;
  return { modelVersion, modelType, isBaseline, baseline, contributor, improvements };
}

let mlflow: FilledMlflow;
beforeAll(async () => {
  mlflow = await startFilledMlflow();
}, 120_000);
afterAll(() => mlflow?.stop());

/** Versions of which the models are gone or cannot be read. */
const unreadable = ["orphan/1", "unreadable/1", "unreadable/2"];

describe.each(["sqlite", "postgres"] as const)("an MLflow that others filled, on %s", (engine) => {
  const seen = seeFirst(engine, () => mlflow);

  test("is known whole, and nothing of it is announced", async () => {
    const status = await seen.registry.getIndexStatus({});
    expect(status).toMatchObject({
      modelCount: mlflow.models.length,
      versionCount: mlflow.versions.length,
    });
    expect(status.lastError).toBeUndefined();
    expect(await seen.countEvents()).toBe(0);
  });

  test("is only listed again and again where nobody changes it", async () => {
    const fault = { reachesMlflow: true, answer: "mlflow" } as const;
    const listed = seen.proxy.inject({ method: "GET", path: /-(models|versions)\/search$/, fault });
    // Whether it is the same MLflow is asked once a sweep, and whether it is there all the time.
    const path = /^(?!\/version$|.*\/experiments\/get$)/;
    const other = seen.proxy.inject({ method: "GET", path, fault });
    for (let sweep = 0; sweep < 3; sweep++) await listModels(seen.registry, full);
    for (const calls of [listed, other]) calls.end();
    expect({ listed: listed.hits > 0, other: other.hits }).toEqual({ listed: true, other: 0 });
  });

  test("is listed as MLflow has it, without prompts and without what was deleted", () => {
    const models = mlflow.models.map((model) => modelView(model, mlflow.versions));
    expect(seen.answers.models).toEqual(models);
    expect(models.map(({ name }) => name)).not.toContain("greeting");
    expect(seen.answers.versions.map(({ modelVersion }) => modelVersion)).toEqual(
      mlflow.versions.map(versionView),
    );
    for (const summary of seen.answers.versions) {
      const id = summary.modelVersion && idOf(summary.modelVersion);
      if (id && !unreadable.includes(id))
        expect([id, summary.modelUuid]).toEqual([id, mlflow.uuids[id]]);
    }
  });

  test("is read from the index like from MLflow, version by version", async () => {
    for (const id of Object.keys(mlflow.uuids)) {
      const { registration, etag } = await seen.registry.getModelVersion({
        ref: byId(id),
        consistency: full,
      });
      expect(seen.answers.byId[id]).toEqual({ registration, etag });
      const summary = seen.summaryOf(id);
      expect(summary).toMatchObject({ modelUuid: mlflow.uuids[id], etag });
      expect(shared(summary)).toEqual(registration && shared(registration));
    }
    expect(seen.registrationOf("churn/1").modelInfo).toMatchObject({
      params: { depth: "3" },
      metrics: [{ key: "auc", value: 0.75 }],
    });
    const aliased = { case: "nameAlias", value: { name: "churn", alias: "champion" } } as const;
    const { registration } = await seen.registry.getModelVersion({
      ref: { ref: aliased },
      consistency: local,
    });
    expect(registration).toEqual(seen.registrationOf("churn/1"));
  });

  test("has a version of which the model is gone in its lists, and says what is wrong with it", async () => {
    for (const id of unreadable) {
      expect(seen.summaryOf(id).modelVersion).toBeDefined();
      for (const consistency of [local, full]) {
        expect(
          await failureOf(seen.registry.getModelVersion({ ref: byId(id), consistency })),
        ).toMatchObject({
          code: "NotFound",
          reason: "MODEL_NOT_FOUND",
          message: expect.stringMatching(/^\S+ is there, but /),
        });
      }
    }
  });

  test("is found by uuid, of MLflow 3 and 2, and the newest version of several answers", async () => {
    for (const modelUuid of new Set(Object.values(mlflow.uuids))) {
      const newest = mlflow.versions
        .filter((version) => mlflow.uuids[idOf(version)] === modelUuid)
        .toSorted((a, b) => a.creation_timestamp - b.creation_timestamp)
        .at(-1);
      const expected = newest && seen.answers.byId[idOf(newest)];
      expect(seen.answers.byUuid[modelUuid]).toEqual(expected);
      for (const consistency of [{ consistency: full }, {}]) {
        const { registration, etag } = await seen.registry.getModelByUuid({
          modelUuid,
          ...consistency,
        });
        expect({ registration, etag }).toEqual(expected);
      }
    }
    for (const modelUuid of [...Object.values(mlflow.gone), "0".repeat(32)]) {
      for (const consistency of [{ consistency: local }, { consistency: full }, {}]) {
        const failure = await failureOf(
          seen.registry.getModelByUuid({ modelUuid, ...consistency }),
        );
        expect(failure).toMatchObject({ code: "NotFound", reason: "MODEL_NOT_FOUND" });
      }
    }
  });

  test("tells of what the Python seen.registry registered all that it wrote", () => {
    const { ranking, scoring, better, best, other, scored, nothing } = mlflow.registered;
    const baselines = { [ranking.model_id]: "ranking", [scoring.model_id]: "lead_scoring" };
    for (const [id, modelType] of Object.entries(baselines)) {
      expect(seen.registrationOf(id)).toMatchObject({
        modelType,
        isBaseline: true,
        improvements: [],
      });
      expect(seen.registrationOf(id).baseline).toBeUndefined();
    }
    const change = (metric: string, absoluteChange: number) => ({
      metric,
      direction: MetricDirection.HIGHER_IS_BETTER,
      absoluteChange,
    });
    const improved = [
      [better, ranking, ANN, [change("accuracy", 0.1), change("f1", -0.01)]],
      [best, better, BOB, [change("accuracy", 0.2), change("latency", -3)]],
      [other, ranking, ANN, [change("accuracy", 0.7)]],
      [scored, scoring, BOB, [change("accuracy", 0.05)]],
      [nothing, { model_id: "nothing_baseline/9", model_uuid: "" }, BOB, [change("accuracy", 0.1)]],
    ] as const;
    for (const [
      { model_id: id, run_id: runId, model_uuid: uuid },
      on,
      who,
      improvements,
    ] of improved) {
      const said = {
        isBaseline: false,
        baseline: { modelId: on.model_id, modelUuid: on.model_uuid },
        contributor: ethereum(who),
        improvements,
      };
      expect(seen.registrationOf(id)).toMatchObject({
        ...said,
        runId,
        modelInfo: { modelUuid: uuid },
      });
      expect(seen.summaryOf(id)).toMatchObject(said);
      // The other version of the pair has no tags: it counts for nobody.
      const twin = seen.registrationOf(id.replace(/\d+$/, (number) => String(Number(number) - 1)));
      expect(twin.modelInfo?.modelUuid).toBe(uuid);
      expect(twin).toMatchObject({ improvements: [] });
      expect([twin.contributor, twin.baseline]).toEqual([undefined, undefined]);
    }
    expect(seen.registrationOf("legacy_improved/1")).toMatchObject({
      baseline: { modelId: "legacy/4", modelUuid: mlflow.uuids["legacy/4"] },
      contributor: { kind: ContributorKind.ACCOUNT, id: "ann" },
      improvements: [change("ndcg", 0.25)],
    });
  });

  test("has its lineages from the baseline on, with what the steps come to", () => {
    const { ranking, better, best, other, nothing } = mlflow.registered;
    const nodes = seen.answers.lineages[best.model_id] ?? [];
    expect(drawing({ nodes })).toEqual([
      `${ranking.model_id} *`,
      `  ${better.model_id} *`,
      `    ${best.model_id} *`,
      `  ${other.model_id}`,
    ]);
    const [, , last] = nodes;
    const direction = MetricDirection.HIGHER_IS_BETTER;
    expect(last).toMatchObject({
      modelUuid: best.model_uuid,
      parentModelId: better.model_id,
      runId: best.run_id,
      contributor: ethereum(BOB),
      cumulativeImprovements: [
        { metric: "accuracy", direction, stepCount: 2, absoluteChange: expect.closeTo(0.3, 12) },
        { metric: "f1", direction, stepCount: 1, absoluteChange: -0.01 },
        { metric: "latency", direction, stepCount: 1, absoluteChange: -3 },
      ],
    });
    expect(drawing({ nodes: seen.answers.lineages[nothing.model_id] ?? [] })).toEqual([
      "nothing_baseline/9 * ?",
      `  ${nothing.model_id} *`,
    ]);
    expect(drawing({ nodes: seen.answers.lineages["legacy/4"] ?? [] })).toEqual([
      "legacy/4 *",
      "  a_legacy_improved/1",
      "  legacy_improved/1",
    ]);
  });

  test("is summed up by contributor, in whatever case an address is written", async () => {
    const { better, best, other, scored, nothing } = mlflow.registered;
    const timeOf = (modelId: string) => seen.summaryOf(modelId).modelVersion?.creationTime;
    const sum = (of: object, metric: string, change: number, ids: string[]) => ({
      contributor: of,
      metric,
      direction: MetricDirection.HIGHER_IS_BETTER,
      versionCount: ids.length,
      unknownChangeCount: 0,
      absoluteChange: expect.closeTo(change, 12),
      firstTime: timeOf(ids[0] ?? ""),
      lastTime: timeOf(ids.at(-1) ?? ""),
    });
    const [ann, bob] = [ethereum(ANN), ethereum(BOB)];
    const ofBob = [best, scored, nothing].map((one) => one.model_id);
    const legacy = ["a_legacy_improved/1", "legacy_improved/1"];
    expect(seen.answers.contributions).toMatchObject([
      sum(bob, "accuracy", 0.35, ofBob),
      sum(bob, "latency", -3, ofBob.slice(0, 1)),
      sum(ann, "accuracy", 0.8, [better.model_id, other.model_id]),
      sum(ann, "f1", -0.01, [better.model_id]),
      sum({ kind: ContributorKind.ACCOUNT, id: "ann" }, "ndcg", 0.5, legacy),
    ]);
    for (const id of [BOB, BOB.toLowerCase(), `0x${BOB.slice(2).toUpperCase()}`]) {
      const contributor = { kind: ContributorKind.ETHEREUM_ADDRESS, id };
      const found = await listVersions(seen.registry, { contributor });
      const ids = found.map(({ modelVersion }) => modelVersion && idOf(modelVersion));
      expect(ids.toSorted()).toEqual(ofBob.toSorted());
      const { contributions } = await seen.registry.listContributions({ contributor });
      expect(contributions).toEqual(seen.answers.contributions.slice(0, 2));
    }
  });

  test("is answered from the index while MLflow is away, and nothing else is", async () => {
    await seen.proxy.down();
    expect(await askLocally(seen.registry, mlflow.uuids)).toEqual(seen.answers);
    const unavailable = { code: "Unavailable", reason: "MLFLOW_UNAVAILABLE", retries: true };
    const ref = byId("churn/1");
    const modelUuid = mlflow.uuids["churn/1"] ?? "";
    const consistency = full;
    const calls = [
      () => seen.registry.getModelVersion({ ref }),
      () => seen.registry.getModelVersion({ ref, consistency }),
      () => seen.registry.getModelByUuid({ modelUuid }),
      () => seen.registry.getModelByUuid({ modelUuid, consistency }),
      () => seen.registry.batchGetModelVersions({ refs: [ref] }),
      () => seen.registry.getLineage({ ref, consistency }),
      () => seen.registry.listModels({ consistency }),
      () => seen.registry.listModelVersions({ consistency }),
      () => seen.registry.listContributions({ consistency }),
      // What the index does not have may be there meanwhile.
      () => seen.registry.getModelVersion({ ref: byId("churn/99"), consistency: local }),
      () => seen.registry.getModelVersion({ ref: byId("orphan/1"), consistency: local }),
      () =>
        seen.registry.getModelByUuid({
          modelUuid: mlflow.gone["churn/2"] ?? "",
          consistency: local,
        }),
      () => seen.registry.getModelByUuid({ modelUuid: "0".repeat(32), consistency: local }),
    ];
    for (const call of calls) expect(await failureOf(call())).toMatchObject(unavailable);
    const status = await seen.registry.getIndexStatus({});
    expect(status).toMatchObject({ state: IndexState.COMPLETE, lastError: expect.any(String) });
    expect(status.asOf).toBeDefined();
    await seen.proxy.up();
    expect(await listModels(seen.registry, full)).toEqual(seen.answers.models);
    expect(await listVersions(seen.registry, { consistency: full })).toEqual(seen.answers.versions);
    expect(await seen.countEvents()).toBe(0);
  });
});
