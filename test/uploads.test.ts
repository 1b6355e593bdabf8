import { randomBytes, randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { packageDigest } from "../src/package/digest.ts";
import { failureOf } from "./support/errors.ts";
import { eventually } from "./support/eventually.ts";
import { startFaultProxy } from "./support/fault-proxy.ts";
import { type ModelFile, quickstartModel, readModelFiles } from "./support/model-files.ts";
import { startModelwire, type TestModelwire } from "./support/modelwire.ts";
import { askMlflow, readMlflow } from "./support/registration-fixtures.ts";
import { python } from "./support/services.ts";
import {
  bothClients,
  download,
  fileParts,
  type RegistryClient,
  sha256,
  start,
  streamOf,
  type UploadPart,
  upload,
} from "./support/transfers.ts";

const EXPIRY_MS = 3_600_000;

let modelwire: TestModelwire;
let clients: Record<"grpc" | "http", RegistryClient>;
let client: RegistryClient;
let model: ModelFile[];
let files: ModelFile[];
beforeAll(async () => {
  model = await readModelFiles(quickstartModel);
  // One that is held whole, one that is streamed, one that is empty.
  files = [
    ...model,
    { path: "data/small.bin", content: new Uint8Array(randomBytes(100_000)) },
    { path: "data/large.bin", content: new Uint8Array(randomBytes(9_000_000)) },
    { path: "data/nested/empty.bin", content: new Uint8Array() },
  ];
  modelwire = await startModelwire({
    environment: { MODELWIRE_UPLOAD_EXPIRY_MS: String(EXPIRY_MS) },
  });
  clients = bothClients(modelwire);
  client = clients.grpc;
});
afterAll(() => modelwire?.stop());

function named() {
  const modelName = `upload-${randomUUID()}`;
  return { uploadId: randomUUID(), name: modelName, experimentName: modelName };
}

async function register(from: { uploadId: string; name: string }, more: object = {}) {
  const { registration } = await client.registerBaseline({
    requestId: randomUUID(),
    modelType: "lead_scoring",
    modelName: from.name,
    source: { case: "uploadedPackage", value: { uploadId: from.uploadId } },
    ...more,
  });
  if (!registration) throw new Error("an answer without a registration");
  return registration;
}

const stateOf = ({ name }: { name: string }) =>
  readMlflow({ modelName: name, experimentName: name });

/** Writes a file of a logged model in MLflow itself, as somebody does who should not. */
async function overwrite(modelId: string, path: string, content: string): Promise<void> {
  const { model: found } = await askMlflow<{ model: { info: { artifact_uri: string } } }>(
    `mlflow/logged-models/${modelId}`,
  );
  const { pathname } = new URL(found.info.artifact_uri);
  const url = `${inject("mlflowUrl")}/api/2.0/mlflow-artifacts/artifacts${pathname}/${path}`;
  // MLflow closes an idle connection after a while, perhaps at the moment of its next use.
  const headers = { connection: "close" };
  const response = await fetch(url, { method: "PUT", body: content, headers });
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
}

const byPath = (some: readonly ModelFile[]) =>
  Object.fromEntries(some.map(({ path, content }) => [path, sha256(content)]));

describe.each(["grpc", "http"] as const)("over %s", (listener) => {
  test("a package is uploaded, registered and downloaded as it was", async () => {
    const from = named();
    const uploaded = await upload(clients[listener], from, files);
    expect(uploaded.files.every((file) => file.complete)).toBe(true);
    expect(uploaded.files).toHaveLength(files.length);
    expect(Number(uploaded.expireTime?.seconds)).toBeGreaterThan(Date.now() / 1000);
    const registration = await register(from, {
      params: { depth: "3" },
      metrics: { auc: 0.9 },
      metadata: { owner: "sales" },
      inputExample: { kind: { case: "json", value: "[[1, 2.0]]" } },
    });
    const { modelInfo } = registration;
    expect(modelInfo?.modelUuid).toBe(uploaded.modelUuid);
    expect(registration.runId).toBe(uploaded.runId);
    expect(modelInfo?.params).toMatchObject({ depth: "3", model_type: "lead_scoring" });
    expect(modelInfo?.metadata).toMatchObject({ owner: "sales" });

    const { start: begun, files: got } = await download(clients[listener], {
      ref: { ref: { case: "modelId", value: registration.modelId } },
    });
    const added = ["MLmodel", "input_example.json", "serving_input_example.json"];
    const kept = files.filter(({ path }) => !added.includes(path));
    expect(byPath(got)).toMatchObject(byPath(kept));
    const paths = new Set([...files.map(({ path }) => path), ...added]);
    expect(new Set(got.map(({ path }) => path))).toEqual(paths);
    const digests = got.map(({ path, content }) => ({
      path,
      sizeBytes: content.byteLength,
      sha256: sha256(content),
    }));
    expect(modelInfo?.packageDigest).toBe(packageDigest(digests));
    expect(begun.packageDigest).toBe(modelInfo?.packageDigest);

    await eventually(async () => {
      expect(await stateOf(from)).toMatchObject({
        versions: [{ version: "1" }],
        loggedModels: [{ modelId: uploaded.modelUuid, status: "LOGGED_MODEL_READY" }],
        runs: [{ runId: uploaded.runId, status: "FINISHED" }],
      });
    });
  });

  test("what breaks off is gone on with: only the rest is sent again", async () => {
    const from = named();
    const [first, ...others] = files;
    const large = files.find(({ path }) => path === "data/large.bin");
    if (!first || !large) throw new Error("no files");
    const half = [...fileParts(large)].slice(0, 10);
    async function* breakingOff(): AsyncGenerator<UploadPart> {
      yield start(from);
      yield* fileParts(first as ModelFile);
      yield* half;
      const isFirstWhole = async () =>
        (await client.getUpload(from)).upload?.files.some((file) => file.complete);
      while (!(await isFirstWhole().catch(() => false))) await sleep(20);
      throw new Error("the caller's disk broke");
    }
    await expect(clients[listener].uploadPackage(breakingOff())).rejects.toThrow();
    const { upload: stored } = await clients[listener].getUpload(from);
    expect(stored?.files.filter((file) => file.complete).map(({ path }) => path)).toEqual([
      first.path,
    ]);
    await upload(clients[listener], from, others);
    const registration = await register(from);
    expect(registration.modelInfo?.files).toHaveLength(files.length);
    expect((await stateOf(from)).loggedModels).toHaveLength(1);
  });

  test("a wrong digest is refused with the name of the file, and nothing of it counts", async () => {
    const from = named();
    for (const size of [1000, 6_000_000]) {
      const file = { path: `data/${size}.bin`, content: new Uint8Array(randomBytes(size)) };
      const parts = fileParts(file, { digest: "0".repeat(64) });
      const failure = await failureOf(
        clients[listener].uploadPackage(streamOf([start(from)], parts)),
      );
      expect(failure).toMatchObject({ code: "InvalidArgument", reason: "INVALID_FIELD" });
      expect(failure.fields["file.sha256"]).toContain(file.path);
    }
    const { upload: stored } = await client.getUpload(from);
    expect(stored?.files.map(({ complete }) => complete)).toEqual([false, false]);
  });
});

test("a model that was uploaded loads in MLflow and predicts", async () => {
  const from = named();
  await upload(client, from, model);
  const { modelId } = await register(from);
  const said = await python(
    `import mlflow, pandas
m = mlflow.pyfunc.load_model("models:/${modelId}")
print(m.metadata.model_uuid, m.metadata.run_id)`,
  );
  const { modelInfo, runId } = (
    await client.getModelVersion({ ref: { ref: { case: "modelId", value: modelId } } })
  ).registration ?? { modelInfo: undefined, runId: undefined };
  expect(said.trim()).toBe(`${modelInfo?.modelUuid} ${runId}`);
});

const empty = { path: "x.bin", content: new Uint8Array() };
const malformed: [what: string, field: string, parts: (id: string) => UploadPart[]][] = [
  ["nothing", "start", () => []],
  ["a file before the start", "start", () => [...fileParts(empty)]],
  ["an id that is no UUID", "start.upload_id", () => [start({ uploadId: "mine" })]],
  [
    "a run and an experiment",
    "start",
    (uploadId) => [start({ uploadId, runId: "0".repeat(32), experimentName: "x" })],
  ],
  ["a run that is not there", "run_id", (uploadId) => [start({ uploadId, runId: "0".repeat(32) })]],
  ["two starts", "start", (uploadId) => [start({ uploadId }), start({ uploadId })]],
  [
    "a chunk without a file",
    "chunk",
    (uploadId) => [start({ uploadId }), { part: { case: "chunk", value: new Uint8Array(1) } }],
  ],
  ["a part without anything", "part", (uploadId) => [start({ uploadId }), {}]],
  [
    "a path out of the package",
    "file.path",
    (uploadId) => [start({ uploadId }), ...fileParts({ ...empty, path: "../x.bin" })],
  ],
  [
    "half a byte",
    "file.size_bytes",
    (uploadId) => [
      start({ uploadId }),
      { part: { case: "file", value: { path: "x", sizeBytes: 0.5, sha256: "0".repeat(64) } } },
    ],
  ],
  [
    "no digest",
    "file.sha256",
    (uploadId) => [
      start({ uploadId }),
      { part: { case: "file", value: { path: "x", sizeBytes: 1, sha256: "" } } },
    ],
  ],
  [
    "too few bytes",
    "chunk",
    (uploadId) => [
      start({ uploadId }),
      { part: { case: "file", value: { path: "x", sizeBytes: 9, sha256: "0".repeat(64) } } },
      { part: { case: "chunk", value: new Uint8Array(8) } },
    ],
  ],
  [
    "too many bytes",
    "chunk",
    (uploadId) => [
      start({ uploadId }),
      ...fileParts({ path: "x", content: new Uint8Array(8) }),
      { part: { case: "chunk", value: new Uint8Array(8) } },
    ],
  ],
  [
    "an offset of which nothing is stored",
    "file.offset_bytes",
    (uploadId) => [
      start({ uploadId }),
      ...fileParts({ path: "x", content: new Uint8Array(8) }, { offsetBytes: 4 }),
    ],
  ],
  [
    "an MLmodel that is none",
    "chunk",
    (uploadId) => [
      start({ uploadId }),
      ...fileParts({ path: "MLmodel", content: new TextEncoder().encode("[1, 2]") }),
    ],
  ],
];
test.each(malformed)("an upload of %s is refused, naming %s", async (_what, field, parts) => {
  for (const listener of Object.values(clients)) {
    const failure = await failureOf(listener.uploadPackage(streamOf(parts(randomUUID()))));
    expect(failure).toMatchObject({ code: "InvalidArgument", reason: "INVALID_FIELD" });
    expect(Object.keys(failure.fields)).toEqual([field]);
  }
});

test("a file keeps what it was announced with", async () => {
  const from = named();
  const content = new Uint8Array(10);
  await upload(client, from, [{ path: "x.bin", content }]);
  const other = { path: "x.bin", content: new Uint8Array(11) };
  const failure = await failureOf(upload(client, from, [other]));
  expect(failure.fields["file.sha256"]).toContain("announced before with 10 bytes");
});

test("an upload is registered only when it is whole", async () => {
  const from = named();
  const [file] = files;
  if (!file) throw new Error("no file");
  const announced: UploadPart = {
    part: { case: "file", value: { path: "data.bin", sizeBytes: 5, sha256: "0".repeat(64) } },
  };
  await failureOf(client.uploadPackage(streamOf([start(from)], fileParts(file), [announced])));
  const failure = await failureOf(register(from));
  expect(failure).toMatchObject({ code: "FailedPrecondition", reason: "UPLOAD_INCOMPLETE" });
  expect(Object.keys(failure.preconditions)).toEqual(["data.bin"]);
  expect((await stateOf(from)).versions).toEqual([]);
});

test("a file that MLflow has lost is asked for again", async () => {
  const from = named();
  const uploaded = await upload(client, from, files);
  await overwrite(uploaded.modelUuid, "data/large.bin", "half of it");
  const failure = await failureOf(register(from));
  expect(failure).toMatchObject({ reason: "UPLOAD_INCOMPLETE" });
  expect(Object.keys(failure.preconditions)).toEqual(["data/large.bin"]);
  const { upload: stored } = await client.getUpload(from);
  expect(stored?.files.filter((file) => !file.complete).map((file) => file.path)).toEqual([
    "data/large.bin",
  ]);
  await upload(client, from, files);
  expect((await register(from)).modelInfo?.files).toHaveLength(files.length);
});

test("a registration that is refused leaves the upload as it was", async () => {
  const from = named();
  await upload(client, from, model);
  const refused = await failureOf(
    register(from, {
      requireCompatibleWith: { ref: { case: "modelId", value: "no-such-model/1" } },
    }),
  );
  expect(refused).toMatchObject({ code: "NotFound", reason: "MODEL_NOT_FOUND" });
  const wrong = await failureOf(register(from, { experimentName: "x", runId: "0".repeat(32) }));
  expect(Object.keys(wrong.fields)).toEqual(["experiment_name", "run_id"]);
  expect((await register(from)).version).toBe("1");
});

test("an upload without an MLmodel is refused, naming what it lacks", async () => {
  const from = named();
  await upload(client, from, [empty]);
  const failure = await failureOf(register(from));
  expect(failure).toMatchObject({ code: "InvalidArgument", reason: "INVALID_FIELD" });
  expect(failure.message).toContain("MLmodel");
});

test("an upload makes one registration, whose repeat gets the same answer", async () => {
  const from = named();
  await upload(client, from, model);
  const requestId = randomUUID();
  const [first, second] = await Promise.all([
    register(from, { requestId }),
    register(from, { requestId }),
  ]);
  expect(second).toEqual(first);
  expect(await register(from, { requestId })).toEqual(first);
  const again = await failureOf(register(from));
  expect(again).toMatchObject({
    code: "FailedPrecondition",
    reason: "UPLOAD_NOT_OPEN",
    metadata: { upload_id: from.uploadId, registration_id: first.registrationId },
  });
  expect((await failureOf(upload(client, from, model))).reason).toBe("UPLOAD_NOT_OPEN");
  expect((await failureOf(client.deleteUpload(from))).reason).toBe("UPLOAD_NOT_OPEN");
  expect((await stateOf(from)).versions).toHaveLength(1);
});

test("of several registrations of one upload at once, one comes to be", async () => {
  const from = named();
  await upload(client, from, model);
  const calls = await Promise.allSettled(Array.from({ length: 5 }, () => register(from)));
  expect(calls.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  await eventually(async () => {
    expect(await stateOf(from)).toMatchObject({
      versions: [{ version: "1" }],
      loggedModels: [{ status: "LOGGED_MODEL_READY" }],
      runs: [{ status: "FINISHED" }],
    });
  });
});

test("several calls can send one upload at once", async () => {
  const from = named();
  await Promise.all(files.map((file) => upload(client, from, [file])));
  const state = await stateOf(from);
  expect(state.loggedModels).toHaveLength(1);
  expect(state.runs).toHaveLength(1);
  expect((await register(from)).modelInfo?.files).toHaveLength(files.length);
});

test("an upload that belongs to a run of the caller's leaves it as it is", async () => {
  const from = named();
  interface Made {
    run: { info: { run_id: string; status: string } };
  }
  const made = await askMlflow<Made>("mlflow/runs/create", { experiment_id: "0" });
  const runId = made.run.info.run_id;
  await upload(client, { uploadId: from.uploadId, runId }, model);
  const registration = await register(from);
  expect(registration.runId).toBe(runId);
  const { run } = await askMlflow<Made>(`mlflow/runs/get?run_id=${runId}`);
  expect(run.info.status).toBe("RUNNING");
});

test("an upload that MLflow is lost to half-way goes on when MLflow is back", async () => {
  const proxy = await startFaultProxy(inject("mlflowUrl"));
  const behind = await startModelwire({ mlflowUrl: proxy.url });
  try {
    const { grpc } = bothClients(behind);
    const from = named();
    const large = { path: "data/large.bin", content: new Uint8Array(randomBytes(9_000_000)) };
    const parts = [...fileParts(large)];
    async function* losing(): AsyncGenerator<UploadPart> {
      yield start(from);
      for (const file of model) yield* fileParts(file);
      yield* parts.slice(0, parts.length / 2);
      const some = async () => (await grpc.getUpload(from)).upload?.files.length;
      while ((await some()) !== model.length + 1) await sleep(20);
      await proxy.down();
      yield* parts.slice(parts.length / 2);
    }
    expect(await failureOf(grpc.uploadPackage(losing()))).toMatchObject({
      code: "Unavailable",
      reason: "MLFLOW_UNAVAILABLE",
      retries: true,
    });
    // What is stored is known without MLflow.
    const { upload: stored } = await grpc.getUpload(from);
    const whole = stored?.files.filter(({ complete }) => complete).map(({ path }) => path);
    expect(new Set(whole)).toEqual(new Set(model.map(({ path }) => path)));
    await proxy.up();
    await upload(grpc, from, [large]);
    const { registration } = await grpc.registerBaseline({
      modelType: "lead_scoring",
      modelName: from.name,
      source: { case: "uploadedPackage", value: { uploadId: from.uploadId } },
    });
    expect(registration?.modelInfo?.files).toHaveLength(model.length + 1);
    expect((await stateOf(from)).loggedModels).toHaveLength(1);
  } finally {
    await behind.stop();
    await proxy.close();
  }
});

test("an unknown upload is said to be unknown", async () => {
  const uploadId = randomUUID();
  for (const call of [
    client.getUpload({ uploadId }),
    client.deleteUpload({ uploadId }),
    register({ uploadId, name: "never-made" }),
  ]) {
    expect(await failureOf(call)).toMatchObject({
      code: "NotFound",
      reason: "UPLOAD_NOT_FOUND",
      resource: uploadId,
    });
  }
});

/** Asks MLflow's artifact store for the files of an upload. */
async function artifactsOf(name: string, modelId: string): Promise<unknown[]> {
  const { experiment } = await askMlflow<{ experiment: { experiment_id: string } }>(
    `mlflow/experiments/get-by-name?experiment_name=${name}`,
  );
  const path = encodeURIComponent(`${experiment.experiment_id}/models/${modelId}/artifacts`);
  const { files: found = [] } = await askMlflow<{ files?: unknown[] }>(
    `mlflow-artifacts/artifacts?path=${path}`,
  );
  return found;
}

test("a deleted upload leaves nothing in MLflow, files included", async () => {
  const from = named();
  const uploaded = await upload(client, from, files);
  expect(await artifactsOf(from.name, uploaded.modelUuid)).not.toEqual([]);
  await client.deleteUpload(from);
  expect(await stateOf(from)).toEqual({ versions: [], loggedModels: [], runs: [] });
  expect(await artifactsOf(from.name, uploaded.modelUuid)).toEqual([]);
  expect((await failureOf(client.getUpload(from))).reason).toBe("UPLOAD_NOT_FOUND");
});

test("an upload that nobody goes on with is deleted when it expires", async () => {
  const short = await startModelwire({ environment: { MODELWIRE_UPLOAD_EXPIRY_MS: "10000" } });
  try {
    const { grpc } = bothClients(short);
    const from = named();
    const uploaded = await upload(grpc, from, files);
    for (;;) {
      const failure = await grpc.getUpload(from).then(
        () => undefined,
        (error) => failureOf(Promise.reject(error)),
      );
      if ((await failure)?.reason === "UPLOAD_NOT_FOUND") break;
      await sleep(100);
    }
    expect(await stateOf(from)).toEqual({ versions: [], loggedModels: [], runs: [] });
    expect(await artifactsOf(from.name, uploaded.modelUuid)).toEqual([]);
  } finally {
    await short.stop();
  }
}, 90_000);

describe("a download", () => {
  test("brings only the files that are asked for", async () => {
    const from = named();
    await upload(client, from, files);
    const { modelId } = await register(from);
    const ref = { ref: { case: "modelId" as const, value: modelId } };
    const { files: got } = await download(client, { ref, paths: ["data/small.bin"] });
    expect(byPath(got)).toEqual(byPath(files.filter(({ path }) => path === "data/small.bin")));
    const failure = await failureOf(download(client, { ref, paths: ["MLmodel", "../x"] }));
    expect(failure.fields).toEqual({ "paths[1]": `${modelId} has no file "../x"` });
  });

  test("of a file that was changed in MLflow ends with what is wrong", async () => {
    const from = named();
    const { modelUuid } = await upload(client, from, files);
    const { modelId } = await register(from);
    await overwrite(modelUuid, "data/small.bin", "changed");
    const ref = { ref: { case: "modelId" as const, value: modelId } };
    for (const listener of Object.values(clients)) {
      expect(await failureOf(download(listener, { ref }))).toMatchObject({
        code: "DataLoss",
        reason: "DIGEST_MISMATCH",
        metadata: { path: "data/small.bin", actual_sha256: sha256(Buffer.from("changed")) },
      });
    }
  });

  test("of a model that somebody logged without Modelwire brings its files", async () => {
    const said = await python(`import json, mlflow
class M(mlflow.pyfunc.PythonModel):
    def predict(self, context, model_input, params=None):
        return [1.0]
with mlflow.start_run():
    info = mlflow.pyfunc.log_model(name="m", python_model=M(), registered_model_name="direct-${randomUUID()}")
print(json.dumps([info.model_uuid]))`);
    const [uuid] = JSON.parse(said.trim().split("\n").at(-1) ?? "[]");
    const { start: begun, files: got } = await download(client, {
      ref: { ref: { case: "modelUuid", value: uuid } },
    });
    expect(begun.packageDigest).toBeUndefined();
    expect(got.map(({ path }) => path)).toEqual(
      expect.arrayContaining(["MLmodel", "python_model.pkl"]),
    );
  });

  test("of a model that is not there says so", async () => {
    const ref = { ref: { case: "modelId" as const, value: "no-such/1" } };
    for (const listener of Object.values(clients)) {
      expect(await failureOf(download(listener, { ref }))).toMatchObject({
        code: "NotFound",
        reason: "MODEL_NOT_FOUND",
      });
    }
  });
});
