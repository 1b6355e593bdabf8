import { execFile } from "node:child_process";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Clients, createClients } from "../support/clients.ts";
import { quickstartModel } from "../support/model-files.ts";
import { startModelwire, type TestModelwire } from "../support/modelwire.ts";
import { makeTemporaryDirectory, type TemporaryDirectory } from "../support/temporary-directory.ts";
import { startTlsModelwire } from "../support/tls-modelwire.ts";
import { makeTypescriptProject } from "../support/typescript-project.ts";

const execute = promisify(execFile);
const repository = fileURLToPath(new URL("../..", import.meta.url));
const bin = (name: string) => join(repository, "node_modules", ".bin", name);

let modelwire: TestModelwire;
let folder: TemporaryDirectory;
/** A project that has installed the package, and holds the examples. */
let app: string;

beforeAll(async () => {
  modelwire = await startModelwire();
  folder = await makeTemporaryDirectory("modelwire-client-");
  app = await makeTypescriptProject(folder.path, "clients/typescript/examples");
}, 120_000);
afterAll(async () => {
  await modelwire?.stop();
  await folder?.remove();
});

test("a project that installs the package compiles against its types", async () => {
  const options = "--noEmit --strict --module nodenext --target es2024 --types node --skipLibCheck";
  const allowed = ["--allowImportingTsExtensions", "--erasableSyntaxOnly", "tour.ts"];
  await execute(bin("tsc"), [...options.split(" "), ...allowed], { cwd: app });
});

test("the package holds what it is built to, and no test", async () => {
  const installed = join(app, "node_modules", "@modelwire", "client");
  const names = (await readdir(installed, { recursive: true })).filter((name) =>
    /\.(ts|js|json|md)$/.test(name),
  );
  expect(names).toEqual(
    expect.arrayContaining(["README.md", "dist/index.js", "dist/index.d.ts", "package.json"]),
  );
  expect(names.filter((name) => /\.test\.|^src|^examples/.test(name))).toEqual([]);
});

test("the tour goes through, over gRPC and Connect", () =>
  takeTour(
    { MODELWIRE_GRPC: modelwire.grpcAddress, MODELWIRE_URL: modelwire.httpUrl },
    createClients(modelwire.httpUrl),
  ));

test("the tour goes through with TLS, over gRPC and Connect", async () => {
  const tls = await startTlsModelwire();
  try {
    await takeTour(tls.environment, tls.clients);
  } finally {
    await tls.stop();
  }
});

/** Takes the tour, and holds what it tells against what the server knows of it. */
async function takeTour(
  environment: Record<string, string>,
  { registry, webhooks }: Clients,
): Promise<void> {
  const env = { ...process.env, ...environment };
  const { stdout } = await execute(process.execPath, ["tour.ts", quickstartModel], {
    cwd: app,
    env,
  });
  const [, modelName] = /^registered (\S+)\/1$/m.exec(stdout) ?? [];
  expect(stdout.trim().split("\n")).toEqual([
    `registered ${modelName}/1`,
    expect.stringMatching(/^uploaded \d+ files and registered \S+\/2$/),
    "found both by uuid",
    "read why one is not found",
    "watched both registrations",
    "received a webhook",
  ]);
  const refs = ["1", "2", "3", "4"].map((version) => ({
    ref: { case: "modelId", value: `${modelName}/${version}` } as const,
  }));
  const { items } = await registry.batchGetModelVersions({ refs });
  const versions = items.map(({ registration }) => registration?.version);
  expect(versions).toEqual(["1", "2", "3", undefined]);
  expect((await webhooks.listEndpoints({})).endpoints).toEqual([]);
}
