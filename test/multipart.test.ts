import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { createSHA256 } from "hash-wasm";
import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  inject,
  test,
  vi,
} from "vitest";
import type { UploadStep } from "../src/registry/context.ts";
import { openStore } from "../src/store/store.ts";
import { noteParts } from "../src/store/upload-files.ts";
import { startChildModelwire } from "./support/child-modelwire.ts";
import { createClients } from "./support/clients.ts";
import { describeFailure, failureOf } from "./support/errors.ts";
import { type FaultProxy, type FaultRule, startFaultProxy } from "./support/fault-proxy.ts";
import { type ModelFile, quickstartModel, readModelFiles } from "./support/model-files.ts";
import { startModelwire, type TestModelwire } from "./support/modelwire.ts";
import {
  breakOff,
  largeFile,
  MIB,
  type NewUpload,
  newUpload,
  sendFile,
  sendWithPause,
  storedOf,
  untilStored,
} from "./support/part-uploads.ts";
import { type S3Mlflow, startS3Mlflow } from "./support/s3-mlflow.ts";
import { python } from "./support/services.ts";
import type { StoredPart } from "./support/store-proxy.ts";
import { makeTemporaryDirectory } from "./support/temporary-directory.ts";
import { bothClients, download, type RegistryClient, sha256, upload } from "./support/transfers.ts";

/** Less than what Modelwire takes by itself, and than MLflow's 8 MiB; S3 takes no less than 5. */
const PART = 6 * MIB;
const LAST = 3 * MIB;
const WAIT = { timeout: 20_000 };
/** Two parts and a smaller one. */
const SIZE = 2 * PART + LAST;
const smallParts = { leastPartBytes: PART };

let s3: S3Mlflow;
let mlflow: FaultProxy;
let modelwire: TestModelwire;
let clients: Record<"grpc" | "http", RegistryClient>;
let client: RegistryClient;
let model: ModelFile[];
let file: ModelFile;
beforeAll(async () => {
  model = await readModelFiles(quickstartModel);
  file = largeFile(SIZE);
  s3 = await startS3Mlflow();
  mlflow = await startFaultProxy(s3.url);
  modelwire = await startModelwire({ mlflowUrl: mlflow.url, ...smallParts });
  clients = bothClients(modelwire);
  client = clients.grpc;
}, 120_000);
afterAll(async () => {
  await modelwire?.stop();
  await mlflow?.close();
  await s3?.stop();
});

const cleanUps: (() => unknown)[] = [];
/** The uploads that an earlier test left: it has failed for them. */
const reported = new Set<string>();
beforeEach(() => {
  s3.store.takeParts();
});
afterEach(async () => {
  s3.store.refuseParts(undefined);
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
  // Whatever happened, no part is left that somebody pays for.
  const left = (await s3.openUploads()).filter((id) => !reported.has(id));
  for (const id of left) reported.add(id);
  expect(left).toEqual([]);
});

/** The sizes of the parts that the store has got since the last call: not of what broke off. */
const sizesSent = () =>
  s3.store.takeParts().flatMap(({ status, sizeBytes }) => (status === 200 ? [sizeBytes] : []));

function fault(path: RegExp, what: Partial<FaultRule["fault"]>) {
  const rule = { method: "POST", path, fault: { reachesMlflow: false, ...what } } as FaultRule;
  const injected = mlflow.inject(rule);
  cleanUps.push(() => injected.end());
  return injected;
}

const unavailable = { status: 503, headers: {}, body: "" };

async function register(from: NewUpload) {
  await upload(client, from, model);
  const { registration } = await client.registerBaseline({
    requestId: randomUUID(),
    modelType: "lead_scoring",
    modelName: from.name,
    source: { case: "uploadedPackage", value: { uploadId: from.uploadId } },
  });
  if (!registration) throw new Error("an answer without a registration");
  return registration;
}

/** Expects a file to be whole, and the store to have it as it was sent. */
async function expectWhole(from: NewUpload, sent = file, by = client): Promise<void> {
  const sizeBytes = sent.content.byteLength;
  const stored = await storedOf(by, from, sent);
  expect(stored).toMatchObject({ complete: true, storedBytes: sizeBytes });
  const key = await keyOf(from, sent, by);
  expect(sha256(await s3.read(key ?? ""))).toBe(sha256(sent.content));
}

/** Gives the key under which the store has the file; undefined where it does not. */
async function keyOf(from: NewUpload, sent = file, by = client): Promise<string | undefined> {
  const { upload: described } = await by.getUpload({ uploadId: from.uploadId });
  const end = `${described?.modelUuid}/artifacts/${sent.path}`;
  return (await s3.keys()).find((key) => key.endsWith(end));
}

describe.each(["grpc", "http"] as const)("over %s", (listener) => {
  test("a large file goes in parts and comes back as it was", async () => {
    const from = newUpload();
    const large = largeFile(2 * PART + 1);
    await sendFile(clients[listener], from, large);
    expect(sizesSent()).toEqual([PART, PART, 1]);
    await expectWhole(from, large);
    const { modelId } = await register(from);
    const { files } = await download(clients[listener], {
      ref: { ref: { case: "modelId", value: modelId } },
      paths: [large.path],
    });
    expect(files.map(({ content }) => sha256(content))).toEqual([sha256(large.content)]);
  });

  test("what breaks off within a part is gone on with after the last whole one", async () => {
    const from = newUpload();
    await breakOff(clients[listener], from, file, {
      sentBytes: 2 * PART + MIB,
      storedBytes: 2 * PART,
    });
    expect(sizesSent().slice(0, 2)).toEqual([PART, PART]);
    expect(await storedOf(clients[listener], from, file)).toMatchObject({
      storedBytes: 2 * PART,
      complete: false,
    });
    await sendFile(clients[listener], from, file, { offsetBytes: 2 * PART });
    expect(sizesSent()).toEqual([LAST]);
    await expectWhole(from);
  });

  test("a wrong digest completes nothing, and the file begins again", async () => {
    const from = newUpload();
    const digest = "0".repeat(64);
    const failure = await failureOf(sendFile(clients[listener], from, file, { digest }));
    expect(failure).toMatchObject({ code: "InvalidArgument", reason: "INVALID_FIELD" });
    expect(failure.fields["file.sha256"]).toContain(file.path);
    expect(await storedOf(client, from, file)).toMatchObject({ storedBytes: 0, complete: false });
    expect((await s3.keys()).filter((key) => key.includes(from.name))).toEqual([]);
  });
});

test("a file goes in parts of 32 MiB from 64 MiB on", async () => {
  const usual = await startModelwire({ mlflowUrl: mlflow.url });
  cleanUps.push(() => usual.stop());
  const { grpc } = bothClients(usual);
  const from = newUpload();
  const large = largeFile(64 * MIB);
  await sendFile(grpc, from, large);
  expect(sizesSent()).toEqual([32 * MIB, 32 * MIB]);
  await expectWhole(from, large, grpc);
});

test("MLflow's own client reads a file that went in parts of one size", async () => {
  const from = newUpload();
  const large = largeFile(2 * PART);
  await sendFile(client, from, large);
  expect(sizesSent()).toEqual([PART, PART]);
  const { modelId } = await register(from);
  const said = await python(
    `import hashlib, mlflow
path = mlflow.artifacts.download_artifacts("models:/${modelId}") + "/${large.path}"
print(hashlib.sha256(open(path, "rb").read()).hexdigest())`,
    { MLFLOW_TRACKING_URI: s3.url },
  );
  expect(said.trim().split("\n").at(-1)).toBe(sha256(large.content));
});

test("another server goes on after one was killed between two parts", async () => {
  const from = newUpload();
  const { doomed, other } = await withDoomed("upload-part-stored", 2);
  await expect(sendFile(doomed, from, file)).rejects.toThrow();
  const stored = await storedOf(other, from, file);
  expect(stored).toMatchObject({ storedBytes: 2 * PART, complete: false });
  s3.store.takeParts();
  await sendFile(other, from, file, { offsetBytes: 2 * PART });
  expect(sizesSent()).toEqual([LAST]);
  await expectWhole(from, file, other);
});

test("a server that was killed when the file was made of its parts leaves nothing to send", async () => {
  const from = newUpload();
  const { doomed, other } = await withDoomed("upload-parts-joined", 1);
  await expect(sendFile(doomed, from, file)).rejects.toThrow();
  const offsetBytes = file.content.byteLength;
  expect(await storedOf(other, from, file)).toMatchObject({
    storedBytes: offsetBytes,
    complete: false,
  });
  s3.store.takeParts();
  await sendFile(other, from, file, { offsetBytes });
  expect(sizesSent()).toEqual([]);
  await expectWhole(from, file, other);
  // Nor is there anything to do for a file that is whole.
  expect(await sendFile(other, from, file, { offsetBytes })).toMatchObject({ complete: true });
});

test("a file whose links do not work any more begins again", async () => {
  const from = newUpload();
  await breakOff(client, from, file, { sentBytes: PART, storedBytes: PART });
  s3.store.refuseParts({ status: 403, code: "AccessDenied" });
  for (const listener of Object.values(clients)) {
    const { storedBytes: offsetBytes = 0 } = (await storedOf(listener, from, file)) ?? {};
    const failure = await failureOf(sendFile(listener, from, file, { offsetBytes }));
    expect(failure).toMatchObject({ code: "Unavailable", retries: true });
    expect(failure.message).toContain("send it again from its beginning");
    expect(failure.message).toContain("AccessDenied");
    expect(await storedOf(client, from, file)).toMatchObject({ storedBytes: 0, complete: false });
  }
  s3.store.refuseParts(undefined);
  await sendFile(client, from, file);
  await expectWhole(from);
});

test("a store that is busy keeps the parts that it has", async () => {
  const from = newUpload();
  await breakOff(client, from, file, { sentBytes: PART, storedBytes: PART });
  for (const answer of [
    { status: 503, code: "SlowDown" },
    { status: 400, code: "RequestTimeout" },
    { status: 500, code: "InternalError" },
  ]) {
    s3.store.refuseParts(answer);
    const failure = await failureOf(sendFile(client, from, file, { offsetBytes: PART }));
    expect(failure).toMatchObject({ code: "Unavailable", retries: true });
    expect(failure.message).toContain(answer.code);
    expect(await storedOf(client, from, file)).toMatchObject({ storedBytes: PART });
  }
  s3.store.refuseParts(undefined);
  await sendFile(client, from, file, { offsetBytes: PART });
  await expectWhole(from);
});

test("a wrong offset is refused, and what is stored stays", async () => {
  const from = newUpload();
  const early = await failureOf(sendFile(client, from, file, { offsetBytes: PART }));
  expect(Object.keys(early.fields)).toEqual(["file.offset_bytes"]);
  await breakOff(client, from, file, { sentBytes: PART, storedBytes: PART });
  for (const offsetBytes of [1, PART - 1, SIZE, SIZE + PART]) {
    const failure = await failureOf(sendFile(client, from, file, { offsetBytes }));
    expect(failure).toMatchObject({ code: "InvalidArgument", reason: "INVALID_FIELD" });
    expect(failure.fields["file.offset_bytes"]).toContain(`expected ${PART}`);
  }
  await sendFile(client, from, file, { offsetBytes: PART });
  await expectWhole(from);
});

test("an offset that was right before another call sent the file says to look again", async () => {
  const from = newUpload();
  await breakOff(client, from, file, { sentBytes: 2 * PART, storedBytes: 2 * PART });
  const behind = await failureOf(sendFile(client, from, file, { offsetBytes: PART }));
  const anew = newUpload();
  await breakOff(client, anew, file, { sentBytes: PART, storedBytes: PART });
  const ahead = await failureOf(sendFile(client, anew, file, { offsetBytes: 2 * PART }));
  await client.deleteUpload({ uploadId: anew.uploadId });
  await sendFile(client, from, file, { offsetBytes: 2 * PART });
  const late = await failureOf(sendFile(client, from, file, { offsetBytes: PART }));
  for (const failure of [behind, ahead, late]) {
    expect(failure).toMatchObject({ code: "Unavailable", retries: true });
    expect(failure.message).toContain("what GetUpload says is missing");
  }
  await expectWhole(from);
});

test("a file that is sent again from its beginning drops the parts that were stored", async () => {
  const from = newUpload();
  await breakOff(client, from, file, { sentBytes: PART, storedBytes: PART });
  expect(await s3.openUploads()).toHaveLength(1);
  await sendFile(client, from, file);
  await expectWhole(from);
});

test("an upload that is deleted leaves neither parts nor files", async () => {
  const from = newUpload();
  await upload(client, from, model);
  await breakOff(client, from, file, { sentBytes: PART, storedBytes: PART });
  expect(await s3.openUploads()).toHaveLength(1);
  const { upload: begun } = await client.getUpload({ uploadId: from.uploadId });
  await client.deleteUpload({ uploadId: from.uploadId });
  expect(await s3.openUploads()).toEqual([]);
  expect((await s3.keys()).filter((key) => key.includes(begun?.modelUuid ?? "?"))).toEqual([]);
});

test("an upload that expires leaves neither parts nor files, also of a part under way", async () => {
  const short = await startModelwire({
    ...smallParts,
    mlflowUrl: mlflow.url,
    environment: { MODELWIRE_UPLOAD_EXPIRY_MS: "6000" },
  });
  cleanUps.push(() => short.stop());
  const { grpc } = bothClients(short);
  const from = newUpload();
  await breakOff(grpc, from, file, { sentBytes: PART + MIB, storedBytes: PART });
  expect(await s3.openUploads()).toHaveLength(1);
  const { upload: begun } = await grpc.getUpload({ uploadId: from.uploadId });
  await vi.waitFor(
    async () => {
      const failure = await failureOf(grpc.getUpload({ uploadId: from.uploadId }));
      expect(failure.reason).toBe("UPLOAD_NOT_FOUND");
    },
    { timeout: 40_000 },
  );
  expect(await s3.openUploads()).toEqual([]);
  expect((await s3.keys()).filter((key) => key.includes(begun?.modelUuid ?? "?"))).toEqual([]);
});

test("an upload is not forgotten before its parts are dropped", async () => {
  const from = newUpload();
  await breakOff(client, from, file, { sentBytes: PART, storedBytes: PART });
  const away = fault(/mpu\/abort/, { answer: unavailable });
  const failure = await failureOf(client.deleteUpload({ uploadId: from.uploadId }));
  expect(failure).toMatchObject({ code: "Unavailable", reason: "MLFLOW_UNAVAILABLE" });
  away.end();
  await client.deleteUpload({ uploadId: from.uploadId });
});

test("a deletion ends the call that is sending", async () => {
  const from = newUpload();
  const pause = async () => {
    await untilStored(client, from, file, PART);
    await client.deleteUpload({ uploadId: from.uploadId });
  };
  const failure = await failureOf(
    sendWithPause(client, from, file, { atBytes: PART + MIB, pause }),
  );
  expect(["UPLOAD_NOT_FOUND", "UPLOAD_NOT_OPEN"]).toContain(failure.reason);
});

test("an MLflow that is away for a while costs no part", async () => {
  const from = newUpload();
  const away = fault(/mpu\/create/, { answer: unavailable });
  expect(await failureOf(sendFile(client, from, file))).toMatchObject({
    code: "Unavailable",
    reason: "MLFLOW_UNAVAILABLE",
    retries: true,
  });
  away.end();
  expect(sizesSent()).toEqual([]);
  const joining = fault(/mpu\/complete/, { answer: unavailable });
  expect(await failureOf(sendFile(client, from, file))).toMatchObject({
    code: "Unavailable",
    reason: "MLFLOW_UNAVAILABLE",
    retries: true,
  });
  joining.end();
  expect(sizesSent()).toEqual([PART, PART, LAST]);
  const offsetBytes = file.content.byteLength;
  expect(await storedOf(client, from, file)).toMatchObject({ storedBytes: offsetBytes });
  const failing = fault(/mpu\/complete/, { answer: { status: 500, headers: {}, body: "" } });
  const failure = await failureOf(sendFile(client, from, file, { offsetBytes }));
  expect(failure).toMatchObject({ code: "Unavailable", retries: true });
  expect(failure.message).toContain(`send it again from ${SIZE}`);
  failing.end();
  await sendFile(client, from, file, { offsetBytes });
  expect(sizesSent()).toEqual([]);
  await expectWhole(from);
});

test("a file that was made of its parts is whole although the answer was lost", async () => {
  const from = newUpload();
  const lost = fault(/mpu\/complete/, { reachesMlflow: true, answer: "break" });
  expect(await sendFile(client, from, file)).toMatchObject({ complete: true });
  expect(lost.hits).toBeGreaterThan(0);
  await expectWhole(from);
});

/** Sends the file as a caller does who heeds the answers: where one says so, what is missing. */
async function sendAsTold(by: RegistryClient, from: NewUpload, offsetBytes: number) {
  const told: string[] = [];
  let next = offsetBytes;
  while (told.length < 20) {
    const failure = await sendFile(by, from, file, { offsetBytes: next }).then(
      () => undefined,
      describeFailure,
    );
    if (!failure) return;
    expect(failure).toMatchObject({ code: "Unavailable", retries: true });
    told.push(`from ${next}: ${failure.message}`);
    // Two that come back at once, over and over, may end each other's turn every time.
    await sleep(100 * Math.random());
    next = (await storedOf(by, from, file))?.storedBytes ?? 0;
  }
  throw new Error(`not stored after ${told.join("\n")}`);
}

describe("of two calls that send one file at once", () => {
  test("one that is told so late leaves what the other has had put together", async () => {
    const from = newUpload();
    await breakOff(client, from, file, { sentBytes: PART, storedBytes: PART });
    const [asked, heard] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    cleanUps.push(asked.resolve, heard.resolve);
    const holds = { request: asked.promise, answer: heard.promise };
    fault(/mpu\/complete/, { reachesMlflow: true, answer: "mlflow", holds });
    s3.store.takeParts();
    const parts: StoredPart[] = [];
    const untilBegun = (number: number, times: number) =>
      vi.waitFor(() => {
        parts.push(...s3.store.takeParts());
        const begun = parts.filter((part) => part.partNumber === number && part.sizeBytes > 0);
        expect(begun).toHaveLength(times);
      }, WAIT);
    let first: Promise<unknown> | undefined;
    // The first notes all parts while the second, which goes on from there, is within its own.
    const overtaken = async () => {
      await untilBegun(2, 1);
      first = sendFile(clients.grpc, from, file, { offsetBytes: PART });
      await untilStored(client, from, file, SIZE);
    };
    // The store puts the file together while the second is within its last part, and the first
    // hears of that when the second has failed.
    const whole = async () => {
      await untilBegun(3, 2);
      asked.resolve();
      // Not when the upload is gone: moto has neither upload nor file for a while.
      await vi.waitFor(async () => expect(await keyOf(from)).toBeDefined(), WAIT);
    };
    const pauses = [
      { atBytes: PART + 2 * MIB, pause: overtaken },
      { atBytes: 2 * PART + MIB, pause: whole },
    ];
    const second = await failureOf(sendWithPause(clients.http, from, file, pauses, PART));
    heard.resolve();
    expect(await first).toMatchObject({ complete: true });
    expect(second).toMatchObject({ code: "Unavailable", retries: true });
    expect(second.message).toContain("another call sends");
    await expectWhole(from);
  });

  test("both from its beginning, it is whole", async () => {
    const from = newUpload();
    await upload(client, from, model);
    await Promise.all(Object.values(clients).map((one) => sendAsTold(one, from, 0)));
    await expectWhole(from);
  });

  test("both from where an earlier one broke off, it is whole", async () => {
    const from = newUpload();
    await breakOff(client, from, file, { sentBytes: PART, storedBytes: PART });
    await Promise.all(Object.values(clients).map((one) => sendAsTold(one, from, PART)));
    await expectWhole(from);
  });

  test("the later one takes over from one that hangs", async () => {
    const from = newUpload();
    const pause = async () => {
      await untilStored(client, from, file, PART);
      await sendFile(client, from, file, { offsetBytes: PART });
    };
    const hanging = sendWithPause(clients.http, from, file, { atBytes: PART + MIB, pause });
    expect(await failureOf(hanging)).toMatchObject({ code: "Unavailable", retries: true });
    await expectWhole(from);
  });

  test("one with another content spoils nothing", async () => {
    const from = newUpload();
    const other = { ...largeFile(SIZE), path: file.path };
    const digest = sha256(file.content);
    const pause = async () => {
      await untilStored(client, from, file, PART);
      const wrong = sendFile(clients.http, from, other, { offsetBytes: PART, digest });
      expect(Object.keys((await failureOf(wrong)).fields)).toEqual(["file.sha256"]);
    };
    const spoiled = sendWithPause(client, from, file, { atBytes: PART + MIB, pause });
    expect(await failureOf(spoiled)).toMatchObject({ code: "Unavailable", retries: true });
    await sendFile(client, from, file);
    await expectWhole(from);
  });
});

const links = (url: string) => ({
  status: 200,
  headers: { "content-type": "application/json" },
  body: JSON.stringify({
    upload_id: "none",
    credentials: [1, 2].map((part_number) => ({ part_number, url })),
  }),
});
test.each([
  ["fails to give links", { status: 500, headers: {}, body: "<h1>Internal Server Error</h1>" }],
  ["gives links to where only it gets", links("http://127.0.0.1:1/bucket/key?partNumber=1")],
  ["gives links to Azure's blocks", links("http://127.0.0.1:1/container/key?comp=block&blockid=a")],
])("where MLflow %s, a large file goes through it, whole", async (_what, answer) => {
  const own = await startModelwire({ mlflowUrl: mlflow.url, ...smallParts });
  cleanUps.push(() => own.stop());
  const { grpc } = bothClients(own);
  const asked = fault(/mpu\/create/, { answer });
  const from = newUpload();
  const large = largeFile(2 * PART);
  await sendFile(grpc, from, large);
  // What MLflow sends, it cuts itself.
  expect(sizesSent()).not.toContain(PART);
  expect(asked.hits).toBe(1);
  await expectWhole(from, large, grpc);
});

test("a store without parts takes large files whole, and is asked once", async () => {
  const between = await startFaultProxy(inject("mlflowUrl"));
  cleanUps.push(() => between.close());
  const asked = between.inject({
    method: "POST",
    path: /mpu/,
    fault: { reachesMlflow: true, answer: "mlflow" },
  });
  const usual = await startModelwire({ mlflowUrl: between.url, ...smallParts });
  cleanUps.push(() => usual.stop());
  const { grpc } = bothClients(usual);
  const from = newUpload();
  const failure = await failureOf(sendFile(grpc, from, file, { offsetBytes: PART }));
  expect(failure.fields["file.offset_bytes"]).toContain("expected 0");
  for (const path of ["data/a.bin", "data/b.bin"]) {
    expect(await sendFile(grpc, from, { ...file, path })).toMatchObject({ complete: true });
  }
  expect(asked.hits).toBe(1);
});

test("an upload goes on that a server with parts of another size began", async () => {
  const from = newUpload();
  await breakOff(client, from, file, { sentBytes: PART, storedBytes: PART });
  const partBytes = SIZE / 3;
  const row = await beginElsewhere(from, partBytes);
  await sendFile(client, from, file, { offsetBytes: row.storedBytes });
  expect(sizesSent().slice(-2)).toEqual([partBytes, partBytes]);
  await expectWhole(from);
});

/** Stores one part of a file as a server with another part size does, in place of what is there. */
async function beginElsewhere(from: NewUpload, partBytes: number) {
  const store = await openStore(modelwire.databaseUrl);
  try {
    const { artifact_uri: artifactUri } = await store.db
      .selectFrom("uploads")
      .selectAll()
      .where("upload_id", "=", from.uploadId)
      .executeTakeFirstOrThrow();
    const { multipart } = await store.db
      .selectFrom("upload_files")
      .selectAll()
      .where("upload_id", "=", from.uploadId)
      .executeTakeFirstOrThrow();
    const folder = `${new URL(artifactUri ?? "").pathname}/data`;
    const mpu = async (verb: string, more: object) => {
      const url = `${s3.url}/api/2.0/mlflow-artifacts/mpu/${verb}${folder}`;
      const body = JSON.stringify({ path: "weights.bin", ...more });
      const headers = { "content-type": "application/json" };
      return (await fetch(url, { method: "POST", headers, body })).json();
    };
    const earlier = JSON.parse(multipart ?? "") as { upload: { uploadId: string } };
    await mpu("abort", { upload_id: earlier.upload.uploadId });
    const made = (await mpu("create", { num_parts: file.content.byteLength / partBytes })) as {
      upload_id: string;
      credentials: { url: string }[];
    };
    const first = file.content.subarray(0, partBytes);
    const put = await fetch(made.credentials[0]?.url ?? "", { method: "PUT", body: first });
    const hash = await createSHA256();
    const progress = {
      upload: {
        uploadId: made.upload_id,
        parts: made.credentials.map(({ url }) => ({ url, headers: {} })),
      },
      partBytes,
      etags: [put.headers.get("etag")],
      hash: Buffer.from(hash.update(first).save()).toString("base64"),
    };
    const note = { storedBytes: partBytes, complete: false, multipart: JSON.stringify(progress) };
    expect(await noteParts(store.db, from.uploadId, file.path, multipart, note)).toBe(true);
    return note;
  } finally {
    await store.close();
  }
}

/** Starts a server that dies at a step, and another on the same database. */
async function withDoomed(dieAt: UploadStep, dieAtCount: number) {
  const { path, remove } = await makeTemporaryDirectory("modelwire-parts-");
  cleanUps.push(remove);
  const databaseUrl = `sqlite:${path}/modelwire.db`;
  const child = await startChildModelwire(databaseUrl, {
    ...smallParts,
    dieAt,
    dieAtCount,
    mlflowUrl: s3.url,
  });
  cleanUps.push(() => child.kill());
  const other = await startModelwire({ databaseUrl, mlflowUrl: s3.url, ...smallParts });
  cleanUps.push(() => other.stop());
  return { doomed: createClients(child.httpUrl).registry, other: bothClients(other).grpc };
}
