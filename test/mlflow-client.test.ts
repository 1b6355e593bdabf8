import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { readConfig } from "../src/config/config.ts";
import { createMlflowClient, type MlflowClient } from "../src/mlflow/client.ts";
import { MlflowError, type MlflowFailure } from "../src/mlflow/error.ts";
import type { Experiment } from "../src/mlflow/experiments.ts";
import type { LoggedModel } from "../src/mlflow/logged-models.ts";
import type { Run } from "../src/mlflow/runs.ts";

const noRun = "0".repeat(32);
const noModel = `m-${noRun}`;
const tag = "modelwire.registration_id";

let mlflow: MlflowClient;
let experiment: Experiment;

beforeAll(async () => {
  const trackingUri = inject("mlflowUrl");
  mlflow = createMlflowClient({ ...readConfig({}).mlflow, trackingUri });
  experiment = await mlflow.experiments.ensure(`client ${randomUUID()}`);
});
afterAll(() => mlflow.close());

async function failureOf(work: Promise<unknown>): Promise<MlflowFailure | undefined> {
  try {
    await work;
  } catch (error) {
    expect(error).toBeInstanceOf(MlflowError);
    if (error instanceof MlflowError) return error.failure;
  }
  return undefined;
}

async function newRun(tags: Record<string, string> = {}): Promise<Run> {
  const experimentId = experiment.experiment_id;
  return mlflow.runs.create({ experimentId, runName: "a run", startTime: 1_700_000_000_000, tags });
}

async function newModel(
  tags: Record<string, string> = {},
  params: Record<string, string> = {},
): Promise<LoggedModel> {
  const { run_id: sourceRunId, experiment_id: experimentId } = await newRun();
  return mlflow.loggedModels.create({ experimentId, name: "model", sourceRunId, params, tags });
}

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text));

test("the server tells the version that it was started as", async () => {
  expect(await mlflow.version()).toBe(inject("mlflowVersion"));
});

describe("experiments", () => {
  test("many who need one at once get the same one", async () => {
    const name = `at once ü/${randomUUID()}`;
    const all = await Promise.all(Array.from({ length: 8 }, () => mlflow.experiments.ensure(name)));
    expect(new Set(all.map((one) => one.experiment_id)).size).toBe(1);
    expect(await mlflow.experiments.getByName(name)).toEqual(all[0]);
  });

  test("one that does not exist is not found", async () => {
    expect(await failureOf(mlflow.experiments.getByName(randomUUID()))).toBe("not_found");
  });
});

describe("runs", () => {
  test("one is found by its tag, with its start, until it is deleted", async () => {
    const id = randomUUID();
    const run = await newRun({ [tag]: id });
    const find = () => mlflow.runs.findByTag(experiment.experiment_id, tag, id);
    expect((await find()).map((found) => found.run_id)).toEqual([run.run_id]);
    expect(run).toMatchObject({ status: "RUNNING", start_time: 1_700_000_000_000, model_ids: [] });
    await mlflow.runs.end(run.run_id, "FAILED", 1_700_000_000_001);
    expect((await mlflow.runs.get(run.run_id)).status).toBe("FAILED");
    await mlflow.runs.delete(run.run_id);
    await mlflow.runs.delete(run.run_id);
    expect(await find()).toEqual([]);
    expect((await mlflow.runs.get(run.run_id)).lifecycle_stage).toBe("deleted");
  });

  test("more params and metrics than one call takes are all logged, and again without harm", async () => {
    const model = await newModel();
    const runId = model.source_run_id ?? "";
    const params = Object.fromEntries(Array.from({ length: 230 }, (_, i) => [`p ${i}`, `ü${i}`]));
    const metrics = Array.from({ length: 1100 }, (_, i) => ({
      key: `m/${i}`,
      value: i === 0 ? -0.5e-300 : i / 7,
      timestamp: 1_700_000_000_000 + i,
      step: i,
      model_id: model.model_id,
    }));
    await mlflow.runs.logBatch(runId, params, metrics);
    await mlflow.runs.logBatch(runId, params, metrics);
    expect((await mlflow.runs.get(runId)).params).toEqual(params);
    const known = (await mlflow.loggedModels.get(model.model_id)).metrics;
    expect(
      known.map(({ key, value, timestamp, step }) => [key, value, timestamp, step]).sort(),
    ).toEqual(
      metrics.map(({ key, value, timestamp, step }) => [key, value, timestamp, step]).sort(),
    );
    expect(await failureOf(mlflow.runs.logBatch(runId, { "p 1": "other" }, []))).toBe("refused");
  });

  test("a logged model becomes an output of its run", async () => {
    const model = await newModel();
    const runId = model.source_run_id ?? "";
    await mlflow.runs.logOutput(runId, model.model_id);
    expect((await mlflow.runs.get(runId)).model_ids).toEqual([model.model_id]);
  });

  test("what is asked of one that does not exist is not found", async () => {
    const { runs, artifacts } = mlflow;
    expect(await failureOf(runs.get(noRun))).toBe("not_found");
    expect(await failureOf(runs.logBatch(noRun, { a: "b" }, []))).toBe("not_found");
    expect(await failureOf(runs.logOutput(noRun, noModel))).toBe("not_found");
    expect(await failureOf(runs.end(noRun, "FINISHED", 1))).toBe("not_found");
    expect(await failureOf(runs.delete(noRun))).toBe("not_found");
    expect(await failureOf(artifacts.listRunFiles(noRun, ""))).toBe("not_found");
    expect(await failureOf(artifacts.readRunFile(noRun, "a"))).toBe("not_found");
    const missing = { experimentId: "999999", runName: "r", startTime: 1, tags: {} };
    expect(await failureOf(runs.create(missing))).toBe("not_found");
  });

  test("its files are listed at any depth and read, and one that is missing is not found", async () => {
    const { run_id: runId, artifact_uri: uri } = await newRun();
    const files = { "model/MLmodel": "flavors", "model/ü b/c%.txt": "deep", top: "" };
    for (const [path, text] of Object.entries(files)) {
      await mlflow.artifacts.put(uri, path, bytesOf(text));
    }
    const list = async (directory: string) =>
      Object.fromEntries(await mlflow.artifacts.listRunFiles(runId, directory));
    expect(await list("")).toEqual({ "model/MLmodel": 7, "model/ü b/c%.txt": 4, top: 0 });
    expect(await list("model/ü b")).toEqual({ "model/ü b/c%.txt": 4 });
    expect(await list("none")).toEqual({});
    for (const [path, text] of Object.entries(files)) {
      expect(await mlflow.artifacts.readRunFile(runId, path)).toEqual(bytesOf(text));
    }
    for (const path of ["none", "model/none", "no/such/folder", "top/none"]) {
      expect(await failureOf(mlflow.artifacts.readRunFile(runId, path))).toBe("not_found");
    }
  });
});

describe("logged models", () => {
  test("one keeps its tags and more params than one call takes", async () => {
    const params = Object.fromEntries(Array.from({ length: 230 }, (_, i) => [`p${i}`, `v${i}`]));
    const model = await newModel({ [tag]: "x", "a b": "ü" }, params);
    const known = await mlflow.loggedModels.get(model.model_id);
    expect(known).toMatchObject({
      status: "LOGGED_MODEL_PENDING",
      name: "model",
      tags: { [tag]: "x", "a b": "ü" },
      params,
      metrics: [],
      source_run_id: model.source_run_id,
    });
    expect(known.model_id).toMatch(/^m-[0-9a-f]{32}$/);
  });

  test("one is found by its tag and made ready, once and again, until it is deleted", async () => {
    const id = randomUUID();
    const { model_id: modelId } = await newModel({ [tag]: id });
    const find = () => mlflow.loggedModels.findByTag(experiment.experiment_id, tag, id);
    expect((await mlflow.loggedModels.markReady(modelId)).status).toBe("LOGGED_MODEL_READY");
    expect((await mlflow.loggedModels.markReady(modelId)).status).toBe("LOGGED_MODEL_READY");
    expect((await find()).map((model) => [model.model_id, model.status])).toEqual([
      [modelId, "LOGGED_MODEL_READY"],
    ]);
    await mlflow.loggedModels.delete(modelId);
    expect(await find()).toEqual([]);
    expect(await failureOf(mlflow.loggedModels.get(modelId))).toBe("not_found");
    expect(await failureOf(mlflow.loggedModels.readFile(modelId, "MLmodel"))).toBe("not_found");
  });

  test("what is asked of one that does not exist is not found", async () => {
    const { loggedModels } = mlflow;
    expect(await failureOf(loggedModels.get(noModel))).toBe("not_found");
    expect(await failureOf(loggedModels.markReady(noModel))).toBe("not_found");
    expect(await failureOf(loggedModels.delete(noModel))).toBe("not_found");
    expect(await failureOf(loggedModels.listFiles(noModel))).toBe("not_found");
    expect(await failureOf(loggedModels.readFile(noModel, "MLmodel"))).toBe("not_found");
  });

  test("files of any name and depth come back as they were sent", async () => {
    const { model_id: modelId, artifact_uri: uri } = await newModel();
    const names = [
      ...[
        "MLmodel",
        "a/b/c/d.txt",
        "a/b/e",
        "a b/ü 日本.txt",
        "100%.txt",
        "b%zz",
        "a+b",
        "a&b=c?d",
      ],
      ...[
        "q'u\"o`te",
        "😀.bin",
        "co:lon",
        "semi;colon",
        " lead",
        "trail ",
        "dot.",
        "x..y",
        "~",
        "$HOME",
      ],
      ...["[br]{ace}", "a|b", "<x>", "*", "a,b", "@at", "x=y", "!", "e\u0301", "\u00e9", "(p)"],
    ];
    await Promise.all(names.map((name) => mlflow.artifacts.put(uri, name, bytesOf(`is ${name}`))));
    const sizes = names.map((name): [string, number] => [name, Buffer.byteLength(`is ${name}`)]);
    expect([...(await mlflow.loggedModels.listFiles(modelId))].sort()).toEqual(sizes.sort());
    for (const name of names) {
      expect(await mlflow.loggedModels.readFile(modelId, name)).toEqual(bytesOf(`is ${name}`));
    }
  });

  test("an empty file and one of 5 MB come back byte for byte", async () => {
    const { model_id: modelId, artifact_uri: uri } = await newModel();
    const large = new Uint8Array(5_000_000).map((_, i) => (i * 31) % 256);
    await mlflow.artifacts.put(uri, "empty", new Uint8Array());
    await mlflow.artifacts.put(uri, "large", large);
    // Written again it is replaced, not appended to.
    await mlflow.artifacts.put(uri, "large", large);
    expect(Object.fromEntries(await mlflow.loggedModels.listFiles(modelId))).toEqual({
      empty: 0,
      large: 5_000_000,
    });
    expect((await mlflow.loggedModels.readFile(modelId, "empty")).byteLength).toBe(0);
    const read = await mlflow.loggedModels.readFile(modelId, "large");
    expect(Buffer.compare(read, large)).toBe(0);
  });

  test("a file that is missing is not found, in any folder", async () => {
    const { model_id: modelId, artifact_uri: uri } = await newModel();
    expect((await mlflow.loggedModels.listFiles(modelId)).size).toBe(0);
    expect(await failureOf(mlflow.loggedModels.readFile(modelId, "MLmodel"))).toBe("not_found");
    await mlflow.artifacts.put(uri, "a/b", bytesOf("x"));
    for (const path of ["MLmodel", "a/c", "no/such"]) {
      expect(await failureOf(mlflow.loggedModels.readFile(modelId, path))).toBe("not_found");
    }
  });
});

describe("artifacts", () => {
  test("what MLflow does not serve, or what leads elsewhere, is refused before it is sent", async () => {
    const put = (uri: string, path: string) => mlflow.artifacts.put(uri, path, bytesOf("x"));
    expect(await failureOf(put("s3://bucket/models", "a"))).toBe("refused");
    expect(await failureOf(put("file:///models", "a"))).toBe("refused");
    const { artifact_uri: uri } = await newRun();
    expect(await failureOf(put(uri, "../../elsewhere"))).toBe("refused");
    expect(await failureOf(put(uri, "./a"))).toBe("refused");
  });

  test("a URI that names its server is served by that server", async () => {
    const { run_id: runId, artifact_uri: uri } = await newRun();
    const named = uri.replace(
      "mlflow-artifacts:/",
      `mlflow-artifacts://${new URL(inject("mlflowUrl")).host}/`,
    );
    await mlflow.artifacts.put(named, "a", bytesOf("x"));
    expect(await mlflow.artifacts.readRunFile(runId, "a")).toEqual(bytesOf("x"));
  });
});

describe("model versions", () => {
  async function newVersion(name: string, model: LoggedModel, tags: Record<string, string> = {}) {
    return mlflow.modelVersions.create({
      name,
      source: `models:/${model.model_id}`,
      modelId: model.model_id,
      runId: model.source_run_id,
      description: "what it is, ü",
      tags,
    });
  }

  async function readyModel(): Promise<LoggedModel> {
    const model = await newModel();
    await mlflow.artifacts.put(model.artifact_uri, "MLmodel", bytesOf("flavors: {}"));
    return mlflow.loggedModels.markReady(model.model_id);
  }

  test("a registered model is there for all who need it at once", async () => {
    const name = `at once ${randomUUID()}`;
    await Promise.all(Array.from({ length: 8 }, () => mlflow.registeredModels.ensure(name)));
    expect((await newVersion(name, await readyModel())).version).toBe("1");
  });

  test("one has what it was created with, and is found by source and tag, newest first", async () => {
    const name = `a model, ü ${randomUUID()}`;
    await mlflow.registeredModels.ensure(name);
    const model = await readyModel();
    const id = randomUUID();
    const first = await newVersion(name, model, { [tag]: id, "a/b:c": "'quoted' \"too\"" });
    await newVersion(name, model);
    expect(first).toMatchObject({
      name,
      version: "1",
      source: `models:/${model.model_id}`,
      run_id: model.source_run_id,
      description: "what it is, ü",
      status: "READY",
      aliases: [],
    });
    expect(first.tags).toEqual({ [tag]: id, "a/b:c": "'quoted' \"too\"" });
    expect(first.creation_timestamp).toBeGreaterThan(Date.parse("2025-01-01"));
    const { modelVersions } = mlflow;
    const numbers = (found: { version: string }[]) => found.map((one) => one.version);
    expect(numbers(await modelVersions.findBySource(first.source))).toEqual(["2", "1"]);
    const byTag = { key: tag, value: id };
    expect(numbers(await modelVersions.findBySource(first.source, byTag))).toEqual(["1"]);
    expect(numbers(await modelVersions.findByTag(tag, id))).toEqual(["1"]);
    expect(await modelVersions.findByTag(tag, randomUUID())).toEqual([]);
    expect(await modelVersions.findBySource(`models:/${noModel}`)).toEqual([]);
    expect(await modelVersions.get(name, "1")).toEqual(first);
    expect((await modelVersions.get(name, "2")).tags).toEqual({});
  });

  test("one is got by its alias; an alias that is missing or dangles is not found", async () => {
    const name = `aliased ${randomUUID()}`;
    await mlflow.registeredModels.ensure(name);
    await newVersion(name, await readyModel());
    const { modelVersions, registeredModels } = mlflow;
    await registeredModels.setAlias(name, "production", "1");
    const got = await modelVersions.getByAlias(name, "production");
    expect(got).toMatchObject({ version: "1", aliases: ["production"] });
    expect(await failureOf(modelVersions.getByAlias(name, "none"))).toBe("not_found");
    expect(await failureOf(modelVersions.getByAlias(randomUUID(), "none"))).toBe("not_found");
    await modelVersions.delete(name, "1");
    expect(await failureOf(modelVersions.getByAlias(name, "production"))).toBe("not_found");
    expect(await failureOf(modelVersions.get(name, "1"))).toBe("not_found");
    expect(await failureOf(modelVersions.delete(name, "1"))).toBe("not_found");
  });

  test("an alias is moved and deleted, once and again", async () => {
    const name = `moved ${randomUUID()}`;
    const { registeredModels } = mlflow;
    await registeredModels.ensure(name);
    const model = await readyModel();
    await newVersion(name, model);
    await newVersion(name, model);
    const aliases = async () => (await registeredModels.get(name)).aliases;
    for (const version of ["1", "2", "2"]) {
      await registeredModels.setAlias(name, "a-B_9", version);
      expect(await aliases()).toEqual({ "a-B_9": version });
    }
    expect(await failureOf(registeredModels.setAlias(name, "a-B_9", "3"))).toBe("not_found");
    expect(await failureOf(registeredModels.setAlias(randomUUID(), "a", "1"))).toBe("not_found");
    for (const alias of ["latest", "Latest", "v1", "V12", "no space"]) {
      expect(await failureOf(registeredModels.setAlias(name, alias, "1"))).toBe("refused");
    }
    expect(await aliases()).toEqual({ "a-B_9": "2" });
    await registeredModels.deleteAlias(name, "a-B_9");
    await registeredModels.deleteAlias(name, "a-B_9");
    expect(await aliases()).toEqual({});
    expect(await failureOf(registeredModels.deleteAlias(randomUUID(), "a"))).toBe("not_found");
  });

  test("tags and the description are changed, once and again, until it is deleted", async () => {
    const name = `changed ${randomUUID()}`;
    await mlflow.registeredModels.ensure(name);
    await newVersion(name, await readyModel(), { kept: "k", "a/b: c": "first" });
    const { modelVersions } = mlflow;
    const get = () => modelVersions.get(name, "1");
    const setTag = (key: string, value: string) => modelVersions.setTag(name, "1", key, value);
    for (const value of ["second", "'ü' \n \"😀\"", "", ""]) {
      await setTag("a/b: c", value);
      expect((await get()).tags).toEqual({ kept: "k", "a/b: c": value });
    }
    await setTag("long", "ü".repeat(5000));
    expect((await get()).tags.long).toBe("ü".repeat(5000));
    expect(await failureOf(setTag("wrong?", ""))).toBe("refused");
    for (const key of ["long", "long", "a/b: c", "never"]) {
      await modelVersions.deleteTag(name, "1", key);
    }
    expect((await get()).tags).toEqual({ kept: "k" });
    for (const description of ["of two\nlines, ü", "ü".repeat(5000), ""]) {
      await modelVersions.updateDescription(name, "1", description);
      expect((await get()).description).toBe(description || undefined);
    }
    await modelVersions.delete(name, "1");
    for (const version of ["1", "2"]) {
      const gone = [
        () => modelVersions.setTag(name, version, "a", "b"),
        () => modelVersions.deleteTag(name, version, "kept"),
        () => modelVersions.updateDescription(name, version, "b"),
      ];
      for (const work of gone) expect(await failureOf(work())).toBe("not_found");
    }
  });

  test("its files are read wherever its source is, and one that is missing is not found", async () => {
    const name = `files ${randomUUID()}`;
    await mlflow.registeredModels.ensure(name);
    const first = await newVersion(name, await readyModel());
    const run = await newRun();
    await mlflow.artifacts.put(run.artifact_uri, "model/MLmodel", bytesOf("of MLflow 2"));
    const second = await mlflow.modelVersions.create({
      name,
      source: `${run.artifact_uri}/model`,
      modelId: undefined,
      runId: run.run_id,
      description: undefined,
      tags: {},
    });
    const ofRun = await mlflow.modelVersions.create({
      name,
      source: `runs:/${run.run_id}/model`,
      modelId: undefined,
      runId: run.run_id,
      description: undefined,
      tags: {},
    });
    const { readFile, openFile, listFiles } = mlflow.modelVersions;
    const versions = [first, second, ofRun];
    const texts = ["flavors: {}", "of MLflow 2", "of MLflow 2"];
    for (const [index, version] of versions.entries()) {
      const bytes = bytesOf(texts[index] ?? "");
      expect(await readFile(version, "MLmodel")).toEqual(bytes);
      const chunks = await Array.fromAsync(await openFile(version, "MLmodel", bytes.length));
      expect(Buffer.concat(chunks)).toEqual(Buffer.from(bytes));
      expect((await listFiles(version)).get("MLmodel")).toBe(bytes.length);
      for (const path of ["none", "no/such"]) {
        expect(await failureOf(readFile(version, path))).toBe("not_found");
      }
    }
    for (const other of [{ version: "9" }, { name: randomUUID() }]) {
      expect(await failureOf(readFile({ ...first, ...other }, "MLmodel"))).toBe("not_found");
    }
  });

  test("one of a registered model that does not exist cannot be created", async () => {
    expect(await failureOf(newVersion(randomUUID(), await readyModel()))).toBe("not_found");
  });
});
