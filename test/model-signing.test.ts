import { randomUUID } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { create, fromBinary } from "@bufbuild/protobuf";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { EventSchema } from "#gen/modelwire/event/v1/event_pb.js";
import { ExampleSchema } from "#gen/modelwire/registry/v1/example_pb.js";
import { sha256 } from "../src/package/digest.ts";
import { findSignatureBundle } from "../src/store/signature-bundles.ts";
import { openStore } from "../src/store/store.ts";
import { type Clients, createClients } from "./support/clients.ts";
import { failureOf } from "./support/errors.ts";
import { readModelFiles } from "./support/model-files.ts";
import { type ModelSigning, requestFor, startModelSigning } from "./support/model-signing.ts";
import { startModelwire, type TestModelwire } from "./support/modelwire.ts";
import { type BaselineRequest, registerPersistently } from "./support/registration-fixtures.ts";
import { runCli } from "./support/run-cli.ts";
import { python } from "./support/services.ts";
import { bothClients, upload } from "./support/transfers.ts";

let signing: ModelSigning;
/** A server that was given all keys but the stranger's. */
let modelwire: TestModelwire;
let clients: Clients;
let environment: Record<string, string>;
beforeAll(async () => {
  signing = await startModelSigning();
  environment = { MODELWIRE_SIGNING_KEYS: signing.knownKeysPath };
  modelwire = await startModelwire({ environment });
  clients = createClients(modelwire.httpUrl);
}, 300_000);
afterAll(async () => {
  await modelwire?.stop();
  await signing?.remove();
});

const mlmodel = "flavors:\n  python_function:\n    loader_module: my_model\n";
const small = { MLmodel: mlmodel, "data/model.bin": "weights", "my_model.py": "x = 1\n" };

async function register(by: Clients, request: BaselineRequest) {
  const { registration } = await by.registry.registerBaseline(request);
  if (!registration?.modelInfo) throw new Error("an answer without a model");
  return { ...registration, modelInfo: registration.modelInfo };
}

/** MLflow's client writes this file when it downloads a model. */
const OF_DOWNLOADS = "registered_model_meta";

/** Reads the files of a model from MLflow, as its own client downloads them. */
async function downloadFromMlflow(modelUuid: string): Promise<string> {
  const directory = join(signing.folder, randomUUID());
  await mkdir(directory);
  const script = `
import os, mlflow
mlflow.artifacts.download_artifacts("models:/" + os.environ["MODEL"], dst_path=os.environ["TO"])
`;
  await python(script, { MODEL: modelUuid, TO: directory });
  return directory;
}

/** Reads what model_signing says of a directory, which it signs for that. */
async function manifestOf(directory: string, ...ignored: string[]) {
  const { payload } = JSON.parse(await signing.sign(directory, { ignored })).dsseEnvelope;
  const { subject, predicate } = JSON.parse(Buffer.from(payload, "base64").toString("utf8"));
  return {
    digest: subject[0].digest.sha256,
    files: predicate.resources.map((one: { name: string; digest: string }) => [
      one.name,
      one.digest,
    ]),
  };
}

describe("the digest of a package", () => {
  const many = Object.fromEntries(
    Array.from({ length: 300 }, (_, i) => [`part-${i % 7}/tensor-${i}.bin`, `tensor ${i}`]),
  );
  // MLflow 3.4.0 under gunicorn stores a file whose own name is not Latin-1, but does not give it
  // back; folders may have any name.
  const unicode = { "é.bin": "1", "e\u0301/a": "2", "日本/a": "3", "\uff5e/a": "4", "😀/a": "5" };
  test.each<[string, Record<string, string>]>([
    ["one file", {}],
    ["nested folders and an empty file", { "a/b/c/d.bin": "d", "a/b/e.bin": "e", empty: "" }],
    ["names that are not ASCII", unicode],
    [
      "names that sort otherwise as whole paths",
      { "a/b": "1", "a.b": "2", "a-b": "3", "a b": "4" },
    ],
    ["hundreds of files", many],
  ])("is the one that model_signing makes of what MLflow has: %s", async (_, files) => {
    const directory = await signing.write({ MLmodel: mlmodel, ...files });
    const { modelInfo } = await register(clients, await requestFor(directory));
    const stored = await downloadFromMlflow(modelInfo.modelUuid);
    expect(await manifestOf(stored, OF_DOWNLOADS)).toEqual({
      digest: modelInfo.packageDigest,
      files: modelInfo.files.map((file) => [file.path, file.sha256]),
    });
  });
});

describe("a package that is signed with a key of the server's", () => {
  test.each(["P-256", "P-384", "P-521"] as const)(
    "is registered with the key that verified it, in answer, look-up and event: %s",
    async (key) => {
      const directory = await signing.write(small);
      const bundle = await signing.sign(directory, { key });
      const answer = await register(clients, await requestFor(directory, bundle));
      const expected = { bundleSha256: sha256(bundle), verifiedKey: signing.fingerprint(key) };
      const { modelUuid, packageSignature } = answer.modelInfo;
      expect(packageSignature).toMatchObject(expected);
      const found = await clients.registry.getModelByUuid({ modelUuid });
      expect(found.registration?.modelInfo?.packageSignature).toMatchObject(expected);

      const store = await openStore(modelwire.databaseUrl);
      const kept = await findSignatureBundle(store.db, answer.registrationId ?? "");
      const { event } = await store.db
        .selectFrom("events")
        .select("event")
        .where("model_name", "=", answer.modelName)
        .executeTakeFirstOrThrow();
      await store.close();
      expect(kept).toBe(bundle);
      const { modelRegistered } = fromBinary(EventSchema, event);
      expect(modelRegistered?.registration?.modelInfo?.packageSignature).toMatchObject(expected);
    },
  );

  test("verifies with model_signing as MLflow has it, where its MLmodel was left out", async () => {
    const directory = await signing.write(small);
    const bundle = await signing.sign(directory, { ignored: ["MLmodel"] });
    const { modelInfo } = await register(clients, await requestFor(directory, bundle));
    expect(modelInfo.packageSignature?.verifiedKey).toBe(signing.fingerprint("P-256"));
    const stored = await downloadFromMlflow(modelInfo.modelUuid);
    await signing.verify(stored, bundle, "--ignore-paths", join(stored, OF_DOWNLOADS));
    await signing.verify(stored, bundle, "--ignore_unsigned_files");
    await writeFile(join(stored, "my_model.py"), "x = 2\n");
    await expect(signing.verify(stored, bundle, "--ignore_unsigned_files")).rejects.toThrow(
      "Hash mismatch for 'my_model.py'",
    );
  });

  test("differs in MLflow by its MLmodel alone, where that was signed too", async () => {
    const directory = await signing.write(small);
    const bundle = await signing.sign(directory);
    const { modelInfo } = await register(clients, await requestFor(directory, bundle));
    const stored = await downloadFromMlflow(modelInfo.modelUuid);
    await writeFile(join(stored, "MLmodel"), mlmodel);
    await signing.verify(stored, bundle, "--ignore-paths", join(stored, OF_DOWNLOADS));
  });

  test("is verified as it was sent, whatever the server writes into it", async () => {
    const files = { ...small, "input_example.json": "[1]" };
    const directory = await signing.write(files);
    const request = await requestFor(directory, await signing.sign(directory));
    const inputExample = create(ExampleSchema, { kind: { case: "json", value: "[1, 2]" } });
    const { modelInfo } = await register(clients, { ...request, inputExample });
    expect(modelInfo.packageSignature?.verifiedKey).toBe(signing.fingerprint("P-256"));
    const example = modelInfo.files.find(({ path }) => path === "input_example.json");
    expect(example?.sha256).toBe(sha256("[1, 2]"));
  });

  test("may have its signature in it, and is sent with it by the command line", async () => {
    const directory = await signing.write({ ...small, ".gitignore": "*.pyc" });
    const signature = join(directory, "model.sig");
    await writeFile(signature, await signing.sign(directory));
    const args = ["register", directory, "--type", "signed", "--name", `signed-${randomUUID()}`];
    const { exitCode, stdout, stderr } = await runCli(
      [...args, "--signature-bundle", signature, "--json"],
      modelwire.httpUrl,
    );
    expect(stderr).toBe("");
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout).modelInfo.packageSignature).toEqual({
      bundleSha256: sha256(await readFile(signature)),
      verifiedKey: signing.fingerprint("P-256"),
    });
  });

  test("is verified too where it is uploaded, and downloads with its bundle", async () => {
    const directory = await signing.write(small);
    const bundle = await signing.sign(directory, { ignored: ["MLmodel"] });
    const name = `signed-${randomUUID()}`;
    const uploadId = randomUUID();
    const registry = bothClients(modelwire).grpc;
    await upload(registry, { uploadId, name }, await readModelFiles(directory));
    const request = {
      requestId: randomUUID(),
      modelType: "signed",
      modelName: name,
      source: { case: "uploadedPackage" as const, value: { uploadId } },
    };
    const other = await signing.sign(await signing.write({ ...small, "more.py": "" }));
    const refused = await failureOf(
      registry.registerBaseline({ ...request, signatureBundle: other }),
    );
    expect(refused).toMatchObject({
      reason: "PACKAGE_SIGNATURE_INVALID",
      preconditions: { "more.py": expect.stringContaining("was signed, but is not") },
    });
    const { registration } = await registry.registerBaseline({
      ...request,
      signatureBundle: bundle,
    });
    expect(registration?.modelInfo?.packageSignature).toMatchObject({
      bundleSha256: sha256(bundle),
      verifiedKey: signing.fingerprint("P-256"),
    });

    const [copy, signature] = [join(signing.folder, randomUUID()), join(signing.folder, "got.sig")];
    const args = ["download", registration?.modelId ?? "", copy, "--signature-bundle", signature];
    const downloaded = await runCli(args, modelwire.httpUrl);
    expect(downloaded).toMatchObject({ exitCode: 0 });
    expect(await readFile(signature, "utf8")).toBe(bundle);
    await signing.verify(copy, bundle);
    await writeFile(join(copy, "my_model.py"), "x = 2\n");
    await expect(signing.verify(copy, bundle)).rejects.toThrow("Hash mismatch");
  });

  test("keeps its bundle and its key where a recovery completes it", async () => {
    let mishaps = 1;
    const onStep = (step: string) => {
      if (step === "ready" && mishaps-- > 0) throw new Error("on purpose");
    };
    await using stack = new AsyncDisposableStack();
    const failing = await startModelwire({ environment, onStep });
    stack.defer(() => failing.stop());
    const registry = createClients(failing.httpUrl);
    const directory = await signing.write(small);
    const bundle = await signing.sign(directory);
    const request = await requestFor(directory, bundle);
    await failureOf(register(registry, request));
    const registration = await registerPersistently(registry, request);
    expect(mishaps).toBe(0);
    expect(registration.modelInfo?.packageSignature).toMatchObject({
      bundleSha256: sha256(bundle),
      verifiedKey: signing.fingerprint("P-256"),
    });
  });

  test("is the same request only with the same bundle", async () => {
    const directory = await signing.write(small);
    const request = await requestFor(directory, await signing.sign(directory));
    const answer = await register(clients, request);
    expect(await register(clients, request)).toEqual(answer);
    // An ECDSA signature is another one each time.
    const other = { ...request, signatureBundle: await signing.sign(directory) };
    expect(await failureOf(register(clients, other))).toMatchObject({
      reason: "REQUEST_ID_REUSED",
    });
  });
});
