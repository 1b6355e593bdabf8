import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  type GetIndexStatusResponse,
  IndexState,
  VersionOrder,
} from "#gen/modelwire/registry/v1/reads_pb.js";
import type { VersionSummary } from "#gen/modelwire/registry/v1/registered_model_pb.js";
import { drawVersions, modelName } from "../../bench/read/versions.ts";
import { openStore } from "../../src/store/store.ts";
import { type ChildModelwire, startChildModelwire } from "../support/child-modelwire.ts";
import { type Clients, createClients } from "../support/clients.ts";
import { type CountingProxy, startCountingProxy } from "../support/counting-proxy.ts";
import { failureOf } from "../support/errors.ts";
import { type LargeMlflow, startLargeMlflow } from "../support/large-mlflow.ts";
import { createMlflowRest, type MlflowRest, type RestVersion } from "../support/mlflow-rest.ts";
import { createTestDatabase } from "../support/services.ts";
import { makeTemporaryDirectory } from "../support/temporary-directory.ts";

const VERSIONS = 100_000;
const VERSIONS_A_PAGE = 500;
/** After which share of the versions Modelwire is killed. */
const KILLED_AT = [0.2, 0.6];
/**
 * The heap that Modelwire must do with: one that kept something of each version would not. Without
 * a limit Node collects garbage later, and what it then holds tells nothing.
 */
const HEAP_MIB = 96;
/** How much more memory it may hold than when it had just started: 64 MiB are SQLite's cache. */
const MOST_GROWTH_MIB = 256;
const SAMPLE = 500;
/** How many models the test waits for: reading all takes an hour or so. */
const READ = 500;
const A_WHILE_MS = 250;

let mlflow: LargeMlflow;
let rest: MlflowRest;
beforeAll(async () => {
  mlflow = await startLargeMlflow(VERSIONS);
  rest = createMlflowRest(mlflow.url);
}, 300_000);
afterAll(() => mlflow?.stop());

const tell = (line: string) => process.stderr.write(`${line}\n`);

const residentMib = (pid: number) =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024;

describe.each(["sqlite", "postgres"] as const)("on %s", (engine) => {
  let database: { url: string; drop(): Promise<void> };
  let proxy: CountingProxy;
  let modelwire: ChildModelwire;
  let clients: Clients;
  beforeAll(async () => {
    proxy = await startCountingProxy(mlflow.url);
    if (engine === "postgres") database = await createTestDatabase();
    else {
      const folder = await makeTemporaryDirectory("modelwire-large-");
      database = { url: `sqlite:${folder.path}/modelwire.db`, drop: () => folder.remove() };
    }
  });
  afterAll(async () => {
    await modelwire?.kill();
    await proxy?.close();
    await database?.drop();
  });

  async function start(): Promise<void> {
    modelwire = await startChildModelwire(database.url, {
      mlflowUrl: proxy.url,
      reconcile: true,
      environment: { NODE_OPTIONS: `--max-old-space-size=${HEAP_MIB}` },
    });
    clients = createClients(modelwire.httpUrl);
  }

  /** Looks at Modelwire and MLflow again and again until something is so. */
  async function watch(isSo: (status: GetIndexStatusResponse) => boolean) {
    const before = residentMib(modelwire.pid);
    const seen = {
      growthMib: 0,
      answersMs: [] as number[],
      status: undefined as never as GetIndexStatusResponse,
    };
    do {
      await sleep(A_WHILE_MS);
      const asked = performance.now();
      await rest.version(modelName(3), "7");
      seen.answersMs.push(performance.now() - asked);
      seen.growthMib = Math.max(seen.growthMib, residentMib(modelwire.pid) - before);
      seen.status = await clients.registry.getIndexStatus({});
    } while (!isSo(seen.status));
    seen.answersMs.sort((a, b) => a - b);
    return seen;
  }

  async function measure<T extends { growthMib: number; answersMs: number[] }>(
    what: string,
    work: () => Promise<T>,
  ): Promise<T> {
    const [at, busyMs, calls] = [performance.now(), proxy.busyMs, proxy.calls];
    const seen = await work();
    const ms = performance.now() - at;
    const share = (proxy.busyMs - busyMs) / ms;
    const { answersMs: of, growthMib } = seen;
    const p = (q: number) => `${of[Math.floor(q * (of.length - 1))]?.toFixed(0)} ms`;
    tell(
      `${engine}: ${what} took ${(ms / 1000).toFixed(0)} s and ${proxy.calls - calls} calls, ` +
        `${(share * 100).toFixed(0)} % of MLflow's time; ${growthMib.toFixed(0)} MiB more; ` +
        `MLflow answered others within ${p(0.5)}, 99 % ${p(0.99)}, at most ${p(1)}`,
    );
    return seen;
  }

  async function eventsOf(): Promise<{ type: string; model_name: string }[]> {
    const store = await openStore(database.url);
    const rows = await store.db
      .selectFrom("events")
      .select(["type", "model_name"])
      .orderBy("type")
      .execute();
    await store.close();
    return rows;
  }

  async function listAll(): Promise<Map<string, VersionSummary>> {
    const found = new Map<string, VersionSummary>();
    for (let pageToken = ""; ; ) {
      const page = await clients.registry.listModelVersions({
        pageSize: 1000,
        pageToken,
        order: VersionOrder.NAME,
      });
      for (const one of page.versions)
        found.set(`${one.modelVersion?.name}/${one.modelVersion?.version}`, one);
      pageToken = page.nextPageToken;
      if (pageToken === "") return found;
    }
  }

  test("a MLflow of 100,000 versions is seen whole and page by page, though Modelwire dies twice", async () => {
    let last = 0;
    const sight = async (until: number) => {
      await start();
      return watch((status) => {
        expect(status.versionCount).toBeGreaterThanOrEqual(last);
        last = status.versionCount;
        return status.state === IndexState.COMPLETE || last >= until;
      });
    };
    for (const share of KILLED_AT) {
      const { status, growthMib } = await measure(`first sight until ${share}`, () =>
        sight(share * VERSIONS),
      );
      expect(status.state).toBe(IndexState.BUILDING);
      expect(status.asOf).toBeUndefined();
      const failure = await failureOf(clients.registry.listModelVersions({}));
      expect(failure).toMatchObject({
        code: "Unavailable",
        reason: "INDEX_INCOMPLETE",
        retries: true,
      });
      expect(Number(failure.metadata.version_count)).toBeGreaterThanOrEqual(last);
      expect(growthMib).toBeLessThan(MOST_GROWTH_MIB);
      await modelwire.kill();
    }
    const { status, growthMib } = await measure("the rest of first sight", () =>
      sight(Number.POSITIVE_INFINITY),
    );
    expect(growthMib).toBeLessThan(MOST_GROWTH_MIB);
    expect(status).toMatchObject({
      modelCount: mlflow.modelCount,
      versionCount: mlflow.versionCount,
    });

    const pagesOf = (verb: string, order: string) =>
      [...proxy.searches].filter(
        ([path]) => path.includes(`/${verb}/search`) && path.includes(order),
      );
    const versionPages = pagesOf("model-versions", "version_number");
    const modelPages = pagesOf("registered-models", "name");
    expect(versionPages.length).toBe(Math.ceil(mlflow.versionCount / VERSIONS_A_PAGE));
    expect(modelPages.length).toBeLessThanOrEqual(mlflow.modelCount);
    // Who dies asks once more for the page that was under way.
    const repeats = [...versionPages, ...modelPages].reduce((sum, [, times]) => sum + times - 1, 0);
    expect(repeats).toBeLessThanOrEqual(KILLED_AT.length);

    const [listed, all] = [await listAll(), await rest.versions()];
    expect(listed.size).toBe(all.length);
    expect(all.length).toBe(mlflow.versionCount);
    for (const version of [
      ...drawVersions(SAMPLE - 20, VERSIONS, 11),
      ...mlflow.readable.map(named),
    ]) {
      const found = await rest.version(version.name, version.version);
      expect(plain(listed.get(`${found.name}/${found.version}`))).toEqual(plainRest(found));
    }
    expect(await eventsOf()).toEqual([]);
  }, 3_600_000);

  test("a version whose model was not read yet is asked of MLflow", async () => {
    const local = { consistency: { requirement: { case: "local" as const, value: {} } } };
    const get = (modelId: string) =>
      clients.registry.getModelVersion({
        ref: { ref: { case: "modelId", value: modelId } },
        ...local,
      });
    for (const modelId of mlflow.readable) {
      const { registration } = await get(modelId);
      expect(registration).toMatchObject({
        modelId,
        modelInfo: { modelUuid: mlflow.readableUuid },
      });
    }
    const [unread] = drawVersions(1, VERSIONS, 12);
    const { unreadVersionCount } = await clients.registry.getIndexStatus({});
    expect(unreadVersionCount).toBeGreaterThan(0);
    const before = proxy.calls;
    expect(await failureOf(get(`${unread?.name}/${unread?.version}`))).toMatchObject({
      code: "NotFound",
      reason: "MODEL_NOT_FOUND",
      message: expect.stringContaining("was deleted in MLflow"),
    });
    expect(proxy.calls).toBeGreaterThan(before);
    const { status } = await measure("reading of unread models", () =>
      watch((now) => now.unreadVersionCount <= unreadVersionCount - READ),
    );
    expect(status.versionCount).toBe(mlflow.versionCount);
    expect(await eventsOf()).toEqual([]);
  }, 1_200_000);

  test("what is changed in MLflow directly is seen by the next sweep", async () => {
    await modelwire.kill();
    const tagged = drawVersions(3, VERSIONS, engine === "sqlite" ? 13 : 14);
    for (const { name, version } of tagged) await rest.setTag(name, version, "reviewed", engine);
    const [first] = tagged;
    if (!first) throw new Error("no version was drawn");
    await rest.setAlias(first.name, `best-${engine}`, first.version);
    const changedAt = Date.now();
    await start();
    const asOfMs = ({ asOf }: GetIndexStatusResponse) => Number(asOf?.seconds ?? 0) * 1000;
    await measure("a sweep", () => watch((status) => asOfMs(status) >= changedAt));

    for (const { name, version } of tagged) {
      const { versions } = await clients.registry.listModelVersions({
        modelName: name,
        tags: [{ key: "reviewed", value: engine }],
      });
      expect(versions.map(({ modelVersion }) => modelVersion?.version)).toContain(version);
    }
    const { versions } = await clients.registry.listModelVersions({ alias: `best-${engine}` });
    expect(versions).toMatchObject([
      { modelVersion: { name: first.name, version: first.version } },
    ]);
    expect(
      (await eventsOf()).map(({ type, model_name }) => `${type} ${model_name}`).sort(),
    ).toEqual(
      [
        `modelwire.alias.changed ${first.name}`,
        ...tagged.map(({ name }) => `modelwire.tags.changed ${name}`),
      ].sort(),
    );
  }, 3_600_000);
});

function named(modelId: string): { name: string; version: string } {
  const [name = "", version = ""] = modelId.split("/");
  return { name, version };
}

function plain(summary: VersionSummary | undefined) {
  const { name, version, source, tags, aliases, description, currentStage, runId } =
    summary?.modelVersion ?? {};
  return {
    name,
    version,
    source,
    tags,
    aliases,
    description,
    currentStage,
    runId,
    uuid: summary?.modelUuid,
  };
}

function plainRest(found: RestVersion) {
  const {
    name,
    version,
    source,
    tags = [],
    aliases = [],
    description,
    current_stage: currentStage,
    run_id: runId,
  } = found;
  return {
    ...{ name, version, source, aliases, description, currentStage, runId },
    tags: Object.fromEntries(tags.map(({ key, value }) => [key, value])),
    uuid: source.replace("models:/", ""),
  };
}
