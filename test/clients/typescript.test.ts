import { execFile } from "node:child_process";
import { cp, mkdir, readdir, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createClients } from "../support/clients.ts";
import { quickstartModel } from "../support/model-files.ts";
import { startModelwire, type TestModelwire } from "../support/modelwire.ts";
import { makeTemporaryDirectory, type TemporaryDirectory } from "../support/temporary-directory.ts";

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
  app = await install();
}, 120_000);
afterAll(async () => {
  await modelwire?.stop();
  await folder?.remove();
});

/** Packs the client, and puts it where npm would, with what it depends on. */
async function install(): Promise<string> {
  const copy = join(folder.path, "repository", "clients", "typescript");
  await cp(join(repository, "clients", "typescript"), copy, { recursive: true });
  await cp(join(repository, "tsconfig.json"), join(folder.path, "repository", "tsconfig.json"));
  const modules = join(repository, "node_modules");
  await symlink(modules, join(folder.path, "repository", "node_modules"));
  await execute(bin("tsc"), ["-p", "tsconfig.build.json"], { cwd: copy });
  const npm = { npm_config_offline: "true", npm_config_cache: join(folder.path, "cache") };
  const pack = ["pack", "--ignore-scripts", "--pack-destination", folder.path];
  await execute("npm", pack, { cwd: copy, env: { ...process.env, ...npm } });
  const tarball = (await readdir(folder.path)).find((name) => name.endsWith(".tgz"));
  await execute("tar", ["-xzf", tarball ?? "no tarball"], { cwd: folder.path });
  const project = join(folder.path, "app");
  await cp(join(repository, "clients", "typescript", "examples"), project, { recursive: true });
  await mkdir(join(project, "node_modules", "@modelwire"), { recursive: true });
  const installed = join(project, "node_modules", "@modelwire", "client");
  await cp(join(folder.path, "package"), installed, { recursive: true });
  const needed = ["@bufbuild/protobuf", "@connectrpc/connect", "@connectrpc/connect-node"];
  for (const name of [...needed, "express", "@types/express", "@types/node"]) {
    const link = join(project, "node_modules", name);
    await mkdir(dirname(link), { recursive: true });
    await symlink(join(modules, name), link);
  }
  await writeFile(join(project, "package.json"), '{ "type": "module" }');
  return project;
}

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

test("the tour goes through, over gRPC and Connect", async () => {
  const env = {
    ...process.env,
    MODELWIRE_GRPC: modelwire.grpcAddress,
    MODELWIRE_HTTP: modelwire.httpUrl,
  };
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
  const { registry, webhooks } = createClients(modelwire.httpUrl);
  const refs = ["1", "2", "3", "4"].map((version) => ({
    ref: { case: "modelId", value: `${modelName}/${version}` } as const,
  }));
  const { items } = await registry.batchGetModelVersions({ refs });
  const versions = items.map(({ registration }) => registration?.version);
  expect(versions).toEqual(["1", "2", "3", undefined]);
  expect((await webhooks.listEndpoints({})).endpoints).toEqual([]);
});
