import { randomUUID } from "node:crypto";
import SqliteDatabase from "better-sqlite3";
import { beforeAll, expect, inject, test, vi } from "vitest";
import { ready, refusal, registrationCalls } from "./mlflow-faults.testdata.ts";
import { failureOf } from "./support/errors.ts";
import { eventually } from "./support/eventually.ts";
import { withModelwire } from "./support/fault-setting.ts";
import { createMlflowRest } from "./support/mlflow-rest.ts";
import { quickstartModel, readModelFiles } from "./support/model-files.ts";
import {
  askMlflow,
  newRequest,
  readMlflow,
  readRun,
  register,
  registerPersistently,
} from "./support/registration-fixtures.ts";
import { python } from "./support/services.ts";
import { upload } from "./support/transfers.ts";

// Most of what these tests do is to wait, each for a recovery or a sweep of its own.
vi.setConfig({ maxConcurrency: 8, testTimeout: 120_000 });

// MLflow fails at the first calls that a fresh worker gets at once, which is no fault of ours.
beforeAll(() => readMlflow(newRequest()));

const nothing = { versions: [], loggedModels: [], runs: [] };
/** Not a fault: it counts calls. */
const passedOn = { reachesMlflow: true, answer: "mlflow" } as const;
const deleteFiles = { method: "DELETE", path: /^\/api\/2\.0\/mlflow-artifacts\/artifacts\// };
const getExperiment = { method: "GET", path: /\/experiments\/get-by-name$/ };

/** Makes an experiment whose files MLflow does not serve. */
async function makeUnserved(name: string, location: string): Promise<string> {
  const made = await askMlflow<{ experiment_id: string }>("mlflow/experiments/create", {
    name,
    artifact_location: location,
  });
  return made.experiment_id;
}

const experimentNamed = async (name: string) =>
  (
    await askMlflow<{ experiment: { experiment_id: string } }>(
      `mlflow/experiments/get-by-name?experiment_name=${name}`,
    )
  ).experiment;

/** Lists the files of an experiment's logged models, those of deleted ones too. */
async function filesOf(experimentName: string): Promise<string[]> {
  const { experiment_id: id } = await experimentNamed(experimentName);
  const below = async (folder: string): Promise<string[]> => {
    const { files = [] } = await askMlflow<{ files?: { path: string; is_dir?: boolean }[] }>(
      `mlflow-artifacts/artifacts?path=${encodeURIComponent(folder)}`,
    );
    const found = files.map(async ({ path, is_dir: isFolder }) =>
      isFolder ? await below(`${folder}/${path}`) : [`${folder}/${path}`],
    );
    return (await Promise.all(found)).flat();
  };
  return below(`${id}/models`);
}

test.concurrent("a copy of a version stays whose registration was taken over", async () => {
  await withModelwire({ mlflowTimeoutMs: 5000 }, async ({ proxy, clients, settled }) => {
    const request = newRequest();
    // The model is whole by then, so that whoever takes over goes on with it.
    const create = { method: "POST", path: /\/registered-models\/create$/ };
    const lost = proxy.inject({ ...create, fault: { reachesMlflow: false, answer: "break" } });
    expect(await failureOf(register(clients, request))).toMatchObject({ retries: true });
    lost.end();
    const { modelName, version } = await registerPersistently(clients, request);
    const copy = `${modelName}-copy`;
    await python(
      `import mlflow; mlflow.MlflowClient().copy_model_version("models:/${modelName}/${version}", "${copy}")`,
    );
    const sweeps = proxy.inject({
      method: "GET",
      path: /\/model-versions\/search$/,
      fault: passedOn,
    });
    await vi.waitUntil(() => sweeps.hits > 1, { timeout: 40_000, interval: 100 });
    await proxy.idle();
    const copied = await createMlflowRest(inject("mlflowUrl")).version(copy, "1");
    expect(copied).toMatchObject({ source: `models:/${modelName}/${version}` });
    expect(copied.tags?.map(({ key }) => key)).toContain("modelwire.registration_id");
    expect(await settled(request)).toBe(1);
  });
});

test.concurrent.for(["file:///nowhere/models", "s3://bucket/models"])(
  "an experiment is refused whose files are at %s, and nothing is made",
  async (location) => {
    await withModelwire({}, async ({ clients }) => {
      const request = newRequest();
      const { experimentName, ...elsewhere } = request;
      const experimentId = await makeUnserved(experimentName, location);
      const refused = await failureOf(register(clients, request));
      expect(refused).toMatchObject({ code: "InvalidArgument", reason: "INVALID_FIELD" });
      expect(refused.fields.experiment_name).toContain(experimentName);
      expect(refused.fields.experiment_name).toContain(location);
      const begin = { uploadId: randomUUID(), name: "u", experimentName };
      const files = await readModelFiles(quickstartModel);
      const notUploaded = await failureOf(upload(clients.registry, begin, files));
      expect(notUploaded.fields.experiment_name).toContain(location);
      expect((await failureOf(clients.registry.getUpload(begin))).reason).toBe("UPLOAD_NOT_FOUND");
      expect(await readMlflow(request)).toEqual(nothing);

      const { run } = await askMlflow<{ run: { info: { run_id: string } } }>("mlflow/runs/create", {
        experiment_id: experimentId,
      });
      const { run_id: runId } = run.info;
      const ofRun = await failureOf(register(clients, { ...elsewhere, runId }));
      expect(ofRun.fields.run_id).toContain(location);
      expect((await readRun(runId)).lifecycle_stage).toBe("active");
      // The request id is free: for another request, too.
      const served = { ...request, experimentName: `${experimentName}-served` };
      expect((await register(clients, served)).version).toBe("1");
    });
  },
);

test.concurrent("what was made where MLflow does not serve files does not stay", async () => {
  await withModelwire({}, async ({ proxy, clients, settled }) => {
    const request = newRequest();
    const { experimentName } = request;
    await makeUnserved(experimentName, "s3://bucket/models");
    // MLflow does not say where, so that it shows only when the first file is sent.
    const experiment = { ...(await experimentNamed(experimentName)), artifact_location: "" };
    const body = JSON.stringify({ experiment });
    const headers = { "content-type": "application/json" };
    const answer = { status: 200, headers, body };
    proxy.inject({ ...getExperiment, fault: { reachesMlflow: false, answer } });
    const refused = await failureOf(register(clients, request));
    expect(refused).toMatchObject({ reason: "MLFLOW_REFUSED" });
    expect(refused.message).toContain("s3://bucket/models");
    expect(await settled(request)).toBe(0);

    const begin = { uploadId: randomUUID(), name: "u", experimentName };
    const files = await readModelFiles(quickstartModel);
    const notUploaded = await failureOf(upload(clients.registry, begin, files));
    expect(notUploaded).toMatchObject({ reason: "MLFLOW_REFUSED" });
    expect((await readMlflow(request)).loggedModels).toHaveLength(1);
    await clients.registry.deleteUpload(begin);
    expect(await readMlflow(request)).toEqual(nothing);
  });
});

test.concurrent("a store that lets nobody delete does not keep a registration pending", async () => {
  await withModelwire({ mlflowTimeoutMs: 2000 }, async ({ proxy, clients, settled }) => {
    const request = newRequest();
    const answer = { status: 500, headers: {}, body: "AccessDenied" };
    const denied = proxy.inject({ ...deleteFiles, fault: { reachesMlflow: false, answer } });
    const refused = proxy.inject({ ...ready, fault: refusal.fault });
    expect(await failureOf(register(clients, request))).toMatchObject({ reason: "MLFLOW_REFUSED" });
    refused.end();
    expect(await settled(request)).toBe(0);
    expect(denied.hits).toBeGreaterThan(1);
    expect((await register(clients, request)).version).toBe("1");
  });
});

test.concurrent("a file that is on its way when a registration fails does not stay", async () => {
  await withModelwire({}, async ({ proxy, clients, settled }) => {
    const request = newRequest();
    const slow = { reachesMlflow: true, requestDelayMs: 2000, answer: "mlflow" } as const;
    for (const call of registrationCalls) {
      if (call.call === "the PUT of a file") proxy.inject({ ...call, fault: slow });
      if (call.call === "runs/log-batch") proxy.inject({ ...call, fault: refusal.fault });
    }
    expect(await failureOf(register(clients, request))).toMatchObject({ reason: "MLFLOW_REFUSED" });
    expect(await settled(request)).toBe(0);
    expect(await filesOf(request.experimentName)).toEqual([]);
  });
});

test.concurrent("a registration stays its owner's while that cleans up", async () => {
  const leaseMs = 1000;
  await withModelwire({ leaseMs }, async ({ proxy, clients, databaseUrl, settled }) => {
    const database = new SqliteDatabase(databaseUrl.slice("sqlite:".length), { readonly: true });
    const lease = () =>
      database.prepare("select lease_until, lease_token from registrations").get() as
        | { lease_until: number; lease_token: number }
        | undefined;
    const request = newRequest();
    const refused = proxy.inject({ ...ready, fault: refusal.fault, nth: 1 });
    const held = Promise.withResolvers<void>();
    const holds = { request: held.promise, answer: Promise.resolve() };
    const fault = { ...passedOn, holds };
    const cleaning = proxy.inject({ ...deleteFiles, fault, nth: 1 });
    try {
      const failure = failureOf(register(clients, request));
      failure.catch(() => {});
      await eventually(() => expect(cleaning.hits).toBe(1));
      const repeat = register(clients, request);
      repeat.catch(() => {});
      const before = lease();
      const isKept = () => (lease()?.lease_until ?? 0) > (before?.lease_until ?? 0) + 3 * leaseMs;
      await eventually(() => expect(isKept()).toBe(true));
      expect(lease()?.lease_token).toBe(1);
      held.resolve();
      expect(await failure).toMatchObject({ reason: "MLFLOW_REFUSED" });
      expect((await repeat).version).toBe("1");
      expect(refused.hits).toBe(1);
      expect(await settled(request)).toBe(1);
    } finally {
      held.resolve();
      database.close();
    }
  });
});
