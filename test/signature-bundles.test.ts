import { generateKeyPairSync } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createClient } from "@connectrpc/connect";
import { createGrpcTransport } from "@connectrpc/connect-node";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { RegistryService } from "#gen/modelwire/registry/v1/registry_service_pb.js";
import { ConfigError } from "../src/config/read-values.ts";
import { sha256 } from "../src/package/digest.ts";
import { findByRequestId } from "../src/store/registrations.ts";
import { findSignatureBundle } from "../src/store/signature-bundles.ts";
import { openStore } from "../src/store/store.ts";
import { type Clients, createClients } from "./support/clients.ts";
import { failureOf } from "./support/errors.ts";
import { type ModelSigning, requestFor, startModelSigning } from "./support/model-signing.ts";
import { startModelwire, type TestModelwire } from "./support/modelwire.ts";
import { type BaselineRequest, readMlflow } from "./support/registration-fixtures.ts";

let signing: ModelSigning;
/** A server that was given all keys but the stranger's. */
let modelwire: TestModelwire;
let clients: Clients;
beforeAll(async () => {
  signing = await startModelSigning();
  const environment = { MODELWIRE_SIGNING_KEYS: signing.knownKeysPath };
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

describe("a package that is not as a key of the server's signed it", () => {
  const changed = "has the SHA-256 ";
  test.each<[string, Record<string, string | undefined>, object]>([
    ["a file that changed", { "my_model.py": "x = 2\n" }, { "my_model.py": changed }],
    ["an MLmodel that changed", { MLmodel: `${mlmodel}a: 1\n` }, { MLmodel: changed }],
    ["a file too many", { "data/more.py": "" }, { "data/more.py": "is in the package, but" }],
    ["a file missing", { "my_model.py": undefined }, { "my_model.py": "was signed, but is not" }],
    [
      "a file under another name",
      { "my_model.py": undefined, "my_model.PY": small["my_model.py"] },
      { "my_model.py": "was signed, but is not", "my_model.PY": "is in the package, but" },
    ],
  ])("is refused, and the files are named: %s", async (_, change, expected) => {
    const bundle = await signing.sign(await signing.write(small));
    const sent = Object.entries({ ...small, ...change }).filter((pair) => pair[1] !== undefined);
    const directory = await signing.write(Object.fromEntries(sent) as Record<string, string>);
    const failure = await expectRefused(await requestFor(directory, bundle));
    expect(failure.preconditions).toEqual(
      Object.fromEntries(
        Object.entries(expected).map(([path, text]) => [path, expect.stringContaining(text)]),
      ),
    );
    for (const path of Object.keys(expected)) expect(failure.message).toContain(path);
  });

  test("is refused where another key signed it", async () => {
    const directory = await signing.write(small);
    const bundle = await signing.sign(directory, { key: "stranger" });
    const { preconditions } = await expectRefused(await requestFor(directory, bundle));
    expect(preconditions).toEqual({
      signature_bundle: expect.stringContaining("a key that the server was not given"),
    });
  });

  test("is refused where a certificate signed it", async () => {
    const directory = await signing.write(small);
    const bundle = await signing.sign(directory, { key: "stranger", withCertificate: true });
    const { preconditions } = await expectRefused(await requestFor(directory, bundle));
    expect(preconditions).toEqual({
      signature_bundle: expect.stringContaining("a certificate, which the server cannot verify"),
    });
  });

  test("is refused where what was signed is said to be something else", async () => {
    const directory = await signing.write(small);
    const bundle = JSON.parse(await signing.sign(directory));
    const statement = Buffer.from(bundle.dsseEnvelope.payload, "base64").toString("utf8");
    const forged = statement.replace(sha256(small["my_model.py"]), sha256("x = 2\n"));
    expect(forged).not.toBe(statement);
    bundle.dsseEnvelope.payload = Buffer.from(forged).toString("base64");
    await writeFile(join(directory, "my_model.py"), "x = 2\n");
    const request = await requestFor(directory, JSON.stringify(bundle));
    const { preconditions } = await expectRefused(request);
    expect(preconditions).toEqual({
      signature_bundle: expect.stringContaining("the bundle was changed after it was signed"),
    });
  });

  test("is refused over gRPC too, where more files differ than its headers hold", async () => {
    const other = Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`other/${i}`, ""]));
    const bundle = await signing.sign(await signing.write(other));
    const request = await requestFor(await signing.write(small), bundle);
    const transport = createGrpcTransport({ baseUrl: `http://${modelwire.grpcAddress}` });
    const call = createClient(RegistryService, transport).registerBaseline(request);
    const { reason, message, preconditions, metadata } = await failureOf(call);
    expect(reason).toBe("PACKAGE_SIGNATURE_INVALID");
    expect(message).toContain("and 1000 more");
    expect(preconditions.MLmodel).toContain("is in the package, but was not signed");
    const all = 1000 + Object.keys(small).length;
    expect(Object.keys(preconditions).length + Number(metadata.left_out)).toBe(all);
  });

  async function expectRefused(request: BaselineRequest) {
    const failure = await failureOf(register(clients, request));
    expect(failure).toMatchObject({
      code: "FailedPrecondition",
      reason: "PACKAGE_SIGNATURE_INVALID",
    });
    await expectNothing(request);
    return failure;
  }
});

test("what is no bundle is a field that is wrong, and nothing is registered", async () => {
  const directory = await signing.write(small);
  const bundle = await signing.sign(directory);
  const request = await requestFor(directory, bundle.slice(0, -20));
  expect(await failureOf(register(clients, request))).toMatchObject({
    code: "InvalidArgument",
    fields: { signature_bundle: expect.stringContaining("not JSON") },
  });
  await expectNothing(request);
});

test("without keys a bundle is kept as it is, and not verified", async () => {
  await using stack = new AsyncDisposableStack();
  const keyless = await startModelwire();
  stack.defer(() => keyless.stop());
  const directory = await signing.write(small);
  for (const withCertificate of [false, true]) {
    const bundle = await signing.sign(await signing.write({ other: "" }), { withCertificate });
    const request = await requestFor(directory, bundle);
    const answer = await register(createClients(keyless.httpUrl), request);
    expect(answer.modelInfo.packageSignature).toMatchObject({ bundleSha256: sha256(bundle) });
    expect(answer.modelInfo.packageSignature?.verifiedKey).toBeUndefined();
    const store = await openStore(keyless.databaseUrl);
    const kept = await findSignatureBundle(store.db, answer.registrationId ?? "");
    await store.close();
    expect(kept).toBe(bundle);
  }
});

test("without a bundle a package is registered as ever, with keys too", async () => {
  const { modelInfo } = await register(clients, await requestFor(await signing.write(small)));
  expect(modelInfo.packageSignature).toBeUndefined();
});

const { privateKey } = generateKeyPairSync("ec", {
  namedCurve: "P-256",
  privateKeyEncoding: { type: "pkcs8", format: "pem" },
  publicKeyEncoding: { type: "spki", format: "pem" },
});

test.each([
  ["none.pem", undefined, /no such file/],
  ["private.pem", privateKey, /block 1 is of kind PRIVATE KEY, not PUBLIC KEY/],
  ["empty.pem", "", /expected public keys in PEM, and found none/],
])("a server does not start with %s for its keys", async (name, content, reason) => {
  const path = join(signing.folder, name);
  if (content !== undefined) await writeFile(path, content);
  const started = startModelwire({ environment: { MODELWIRE_SIGNING_KEYS: path } });
  const error: unknown = await started.then(
    (server) => server.stop(),
    (thrown) => thrown,
  );
  expect(error).toBeInstanceOf(ConfigError);
  expect(String(error)).toMatch(reason);
  expect(String(error)).toContain(`MODELWIRE_SIGNING_KEYS: ${path}: `);
});

/** Makes sure that MLflow and the database have nothing of a request. */
async function expectNothing(request: BaselineRequest): Promise<void> {
  expect(await readMlflow(request)).toEqual({ versions: [], loggedModels: [], runs: [] });
  const store = await openStore(modelwire.databaseUrl);
  const row = await findByRequestId(store.db, request.requestId);
  await store.close();
  expect(row).toBeUndefined();
}
