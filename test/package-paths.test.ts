import { randomUUID } from "node:crypto";
import { create, toBinary } from "@bufbuild/protobuf";
import { createClient } from "@connectrpc/connect";
import { createGrpcTransport } from "@connectrpc/connect-node";
import SqliteDatabase from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import {
  RegisterBaselineRequestSchema,
  RegistryService,
} from "#gen/modelwire/registry/v1/registry_service_pb.js";
import { sha256 } from "../src/package/digest.ts";
import { type Clients, createClients } from "./support/clients.ts";
import { failureOf } from "./support/errors.ts";
import { quickstartModel, readModelFiles } from "./support/model-files.ts";
import { startModelwire, type TestModelwire } from "./support/modelwire.ts";
import { python } from "./support/services.ts";

const MOST_FILES = 10_000;

let modelwire: TestModelwire;
let clients: Clients;
let mlmodel: Uint8Array<ArrayBuffer>;
beforeAll(async () => {
  const files = await readModelFiles(quickstartModel);
  mlmodel = files.find(({ path }) => path === "MLmodel")?.content ?? new Uint8Array();
  modelwire = await startModelwire();
  clients = createClients(modelwire.httpUrl);
});
afterAll(() => modelwire?.stop());

/** Makes a request for a package with the paths beside its MLmodel, under names of its own. */
function request(paths: readonly string[]) {
  const modelName = `paths-${randomUUID()}`;
  const files = [{ path: "MLmodel", content: mlmodel }, ...paths.map(fileOf)];
  return {
    modelType: "lead_scoring",
    modelName,
    experimentName: modelName,
    source: { case: "package" as const, value: { files } },
  };
}

/** Makes a file whose content tells its name. */
function fileOf(path: string): { path: string; content: Uint8Array<ArrayBuffer> } {
  return { path, content: new Uint8Array(Buffer.from(`content of ${JSON.stringify(path)}`)) };
}

async function mlflowHas(kind: "experiment" | "registered model", name: string): Promise<boolean> {
  const path =
    kind === "experiment"
      ? `experiments/get-by-name?experiment_name=${name}`
      : `registered-models/get?name=${name}`;
  const response = await fetch(`${inject("mlflowUrl")}/api/2.0/mlflow/${path}`);
  const { error_code: code } = (await response.json()) as { error_code?: string };
  expect([undefined, "RESOURCE_DOES_NOT_EXIST"]).toContain(code);
  return code === undefined;
}

function registrationsInDatabase(modelName: string): number {
  const path = modelwire.databaseUrl.replace(/^sqlite:/, "");
  const db = new SqliteDatabase(path, { readonly: true });
  try {
    return db
      .prepare("select count(*) from registrations where plan like ?")
      .pluck()
      .get(`%${modelName}%`) as number;
  } finally {
    db.close();
  }
}

/** Expects that a refused request left nothing: an experiment comes first, runs are in it. */
async function expectNothing({ modelName }: { modelName: string }): Promise<void> {
  expect(await mlflowHas("experiment", modelName)).toBe(false);
  expect(await mlflowHas("registered model", modelName)).toBe(false);
  expect(registrationsInDatabase(modelName)).toBe(0);
}

describe("a package is refused, and nothing is left, with", () => {
  test.each<[string, string[], string]>([
    ["no path", [""], "expected a path"],
    ["the folder above", [".."], '".." leads out of the package'],
    ["a way through the folder above", ["a/../b"], '"a/../b" leads out of the package'],
    ["an absolute path", ["/etc/passwd"], '"/etc/passwd" is not relative'],
    ["a path that begins with two slashes", ["//host/share"], '"//host/share" is not relative'],
    ["a drive of Windows", ["C:/model"], '"C:/model" is not relative'],
    ["a drive and backslashes", ["C:\\model"], '"C:\\\\model" is not relative'],
    ["a backslash", ["a\\..\\..\\b"], '"a\\\\..\\\\..\\\\b" holds a backslash'],
    ["a component that is a dot", ["a/./b"], '"a/./b" has a component that is empty'],
    ["an empty component", ["a//b"], '"a//b" has a component that is empty'],
    ["a slash at the end", ["a/"], '"a/" has a component that is empty'],
    ["a component of dots and a space", ["a/.. /b"], '"a/.. /b" has a component that is empty'],
    ["a component of spaces", ["a/  "], '"a/  " has a component that is empty'],
    ["NUL", ["a\0.pkl"], '"a\\u0000.pkl" holds a backslash, #, ? or a control character'],
    ["a line break", ["a\nb"], '"a\\nb" holds a backslash, #, ? or a control character'],
    ["an escape sequence", ["\x1b[2J"], '"\\u001b[2J" holds a backslash, #, ? or a control'],
    [
      "a control character of Latin-1",
      ["a\x9bb"],
      "holds a backslash, #, ? or a control character",
    ],
    ["a fragment", ["a#b"], '"a#b" holds a backslash, #, ? or a control character'],
    ["encoded dots", ["%2e%2e/a"], '"%2e%2e/a" holds a % with two hexadecimal digits'],
    ["an encoded slash", ["..%2Fa"], '"..%2Fa" holds a % with two hexadecimal digits'],
    ["a query", ["a?b"], '"a?b" holds a backslash, #, ? or a control character'],
    ["a space at the beginning of a name", ["d/ a"], '"d/ a" has a name that begins with a space'],
    ["a name like a URL", ["d/http:a"], '"d/http:a" is not relative: a name in it begins like'],
    ["a file name beyond Latin-1", ["日本語.txt"], '"日本語.txt" has a file name with characters'],
    ["a long component", [`d/${"x".repeat(300)}`], "has a component of 300 bytes"],
    ["a long component of short text", ["ü".repeat(128)], "has a component of 256 bytes"],
    ["a long path", [Array(600).fill("a").join("/")], "is longer than 1,024 bytes"],
    ["a path twice", ["a", "a"], '"a" stands here twice'],
    ["two cases of a name", ["Model.pkl", "model.PKL"], '"model.PKL" and "Model.pkl" are one file'],
    ["the MLmodel in another case", ["mlmodel"], '"mlmodel" and "MLmodel" are one file'],
    ["two normal forms", ["ü/a", "u\u0308/a"], '"u\u0308/a" and "ü/a" are one file'],
    ["a name and the same with a dot", ["a", "a."], '"a." and "a" are one file'],
    ["a name and the same with a space", ["a", "a "], '"a " and "a" are one file'],
    ["a file alone in a folder of its name", ["x/d/d"], '"x/d/d" is alone in a folder of its own'],
    ["a folder where a file is", ["a", "a/b"], '"a/b": "a" is a file in this package'],
    ["a folder where the MLmodel is", ["MLmodel/b"], '"MLmodel/b": "MLmodel" is a file in'],
  ])("%s", async (_, paths, description) => {
    const refused = request(paths);
    const failure = await failureOf(clients.registry.registerBaseline(refused));
    expect(failure).toMatchObject({ code: "InvalidArgument", reason: "INVALID_FIELD" });
    expect(failure.fields).toEqual({
      [`package.files[${paths.length}].path`]: expect.stringContaining(description),
    });
    await expectNothing(refused);
  });

  test("half of a character in JSON, and what is not UTF-8 in binary", async () => {
    const refused = request(["a-HALF"]);
    const { modelType, modelName, experimentName } = refused;
    const files = [{ path: "MLmodel" }, { path: "a\ud800" }];
    const json = JSON.stringify({ modelType, modelName, experimentName, package: { files } });
    expect(json).toContain("a\\ud800");
    const told = await callRaw("application/json", json);
    expect(told).toMatchObject({ status: 400, code: "invalid_argument" });
    expect(told.message).toContain("modelwire.registry.v1.InlineFile.path");
    const message = create(RegisterBaselineRequestSchema, refused);
    const binary = Buffer.from(toBinary(RegisterBaselineRequestSchema, message));
    // What UTF-8 would be of U+D800, were it a character.
    binary.set([0xed, 0xa0, 0x80], binary.indexOf("HALF"));
    const { code } = await callRaw("application/proto", binary);
    expect(["invalid_argument", "internal"]).toContain(code);
    await expectNothing(refused);
  });

  test("more files than the limit", async () => {
    const refused = request(Array.from({ length: MOST_FILES }, (_, i) => `${i}`));
    const failure = await failureOf(clients.registry.registerBaseline(refused));
    expect(failure.fields).toEqual({ "package.files": `expected at most ${MOST_FILES} files` });
    await expectNothing(refused);
  });

  test.each(["gRPC", "Connect"])(
    "more wrong paths than an error of %s has room for",
    async (protocol) => {
      const registry =
        protocol === "Connect"
          ? clients.registry
          : createClient(
              RegistryService,
              createGrpcTransport({ baseUrl: `http://${modelwire.grpcAddress}` }),
            );
      const refused = request(
        Array.from({ length: 9_000 }, (_, i) => `../${"ü".repeat(400)}/${i}`),
      );
      const failure = await failureOf(registry.registerBaseline(refused));
      expect(failure).toMatchObject({ code: "InvalidArgument", reason: "INVALID_FIELD" });
      expect(failure.fields["package.files[1].path"]).toContain("leads out of the package");
      await expectNothing(refused);
    },
  );
});

async function callRaw(
  contentType: string,
  body: string | Buffer<ArrayBuffer>,
): Promise<{ status: number; code?: string; message?: string }> {
  const url = `${modelwire.httpUrl}/modelwire.registry.v1.RegistryService/RegisterBaseline`;
  const headers = { "content-type": contentType, "connect-protocol-version": "1" };
  const response = await fetch(url, { method: "POST", headers, body });
  return { status: response.status, ...((await response.json()) as object) };
}

/** Registers, downloads with MLflow's own client, and gives the digests of the files by path. */
async function registerAndDownload(paths: readonly string[]): Promise<Record<string, string>> {
  const accepted = request(paths);
  const { registration } = await clients.registry.registerBaseline(accepted);
  expect(registration?.modelInfo?.files.map(({ path }) => path).sort()).toEqual(
    ["MLmodel", ...paths].sort(),
  );
  const printed = await python(
    `
import hashlib, json, mlflow, os, tempfile
with tempfile.TemporaryDirectory() as folder:
    mlflow.artifacts.download_artifacts(f"models:/{os.environ['UUID']}", dst_path=folder)
    files = [os.path.join(at, name) for at, _, names in os.walk(folder) for name in names]
    digest = lambda path: hashlib.sha256(open(path, "rb").read()).hexdigest()
    print(json.dumps({os.path.relpath(path, folder): digest(path) for path in files}))`,
    {
      UUID: registration?.modelInfo?.modelUuid ?? "",
      MLFLOW_ENABLE_ARTIFACTS_PROGRESS_BAR: "false",
    },
  );
  const files = JSON.parse(printed) as Record<string, string>;
  // MLflow's client writes the latter by itself, where the model is registered.
  for (const path of ["MLmodel", "registered_model_meta"]) delete files[path];
  return files;
}

const digestsOf = (paths: readonly string[]) =>
  Object.fromEntries(paths.map((path) => [path, sha256(fileOf(path).content)]));

test("names that are only unusual come back byte for byte under the very same name", async () => {
  const paths = [
    "a space at the end ",
    ".hidden/.of..dots.",
    "100% true&x=1+2;3.txt",
    "%",
    "a%zz/%2",
    "2024-01-01T10:00:00.csv",
    "|<d>e*f\"g'h`$i~j^k!l@m(n)[o]{p}",
    "-rf",
    "aux.py",
    "nul",
    "COM1.txt",
    "u\u0308 is not in normal form C/größe.csv",
    "日本語 ключ 😀/\u2028\u202e\ufeff/a.bin",
    "Data/one",
    "data/two",
    "x".repeat(255),
    `${"日".repeat(85)}/${"ü".repeat(127)}`,
    `${Array(511).fill("d").join("/")}/e`,
    "__proto__/constructor",
  ];
  expect(await registerAndDownload(paths)).toEqual(digestsOf(paths));
});

test("4,096 files in one package come back byte for byte", async () => {
  const paths = Array.from({ length: 4095 }, (_, i) => `part-${i % 8}/${i}.bin`);
  expect(await registerAndDownload(paths)).toEqual(digestsOf(paths));
}, 300_000);
