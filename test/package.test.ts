import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdir, readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { fromJson } from "@bufbuild/protobuf";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { RegistrationSchema } from "#gen/modelwire/registry/v1/registration_pb.js";
import { quickstartModel } from "./support/model-files.ts";
import { serverEnvironment } from "./support/server-environment.ts";
import { makeTemporaryDirectory, type TemporaryDirectory } from "./support/temporary-directory.ts";

const execute = promisify(execFile);
const repository = fileURLToPath(new URL("..", import.meta.url)).replace(/\/$/, "");
const notCopied = [".git", ".modelwire", "dist", "node_modules", "test-results"];

let folder: TemporaryDirectory;
/** Where the package was unpacked. */
let unpacked: string;
let manifest: { version: string; dependencies: Record<string, string> };
let main: string;
let builtBefore: string[];
beforeAll(async () => {
  builtBefore = await builtInRepository();
  folder = await makeTemporaryDirectory("modelwire-package-");
  // Built in a copy: a dist/ in the repository would outlive the test.
  const copy = join(folder.path, "copy");
  await cp(repository, copy, {
    recursive: true,
    filter: (path) => dirname(path) !== repository || !notCopied.includes(basename(path)),
  });
  await symlink(join(repository, "node_modules"), join(copy, "node_modules"));
  // What an older version was built to.
  await mkdir(join(copy, "dist", "src"), { recursive: true });
  await writeFile(join(copy, "dist", "src", "older.js"), "throw new Error();\n");
  // Nothing may be fetched, and an npm that runs the tests must not configure this one.
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith("npm_"));
  const env = {
    ...Object.fromEntries(own),
    npm_config_offline: "true",
    npm_config_cache: join(folder.path, "npm-cache"),
    npm_config_update_notifier: "false",
  };
  await execute("npm", ["pack", "--pack-destination", folder.path], { cwd: copy, env });
  const tarball = (await readdir(folder.path)).find((name) => name.endsWith(".tgz"));
  await execute("tar", ["-xzf", tarball ?? "no tarball"], { cwd: folder.path });
  unpacked = join(folder.path, "package");
  main = join(unpacked, "dist", "src", "main.js");
  manifest = JSON.parse(await readFile(join(unpacked, "package.json"), "utf8"));
  // Only what the package says that it needs: what the repository has beside it is not there.
  for (const name of Object.keys(manifest.dependencies)) {
    const link = join(unpacked, "node_modules", name);
    await mkdir(dirname(link), { recursive: true });
    await symlink(join(repository, "node_modules", name), link);
  }
}, 120_000);
afterAll(() => folder?.remove());

async function packedFiles(): Promise<string[]> {
  const entries = await readdir(unpacked, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(unpacked.length + 1))
    .filter((path) => !path.startsWith("node_modules/"));
}

test("the package has the program, the contract and MLflow's lock files, and nothing else", async () => {
  const paths = await packedFiles();
  const roots = new Set(paths.map((path) => path.split("/")[0]));
  const optional = ["LICENSE", "README.md", "CHANGELOG.md"];
  const needed = [...roots].filter((root) => !optional.includes(root ?? "")).sort();
  expect(needed).toEqual(["clients", "dist", "mlflow", "package.json", "proto"]);
  expect(paths).toEqual(
    expect.arrayContaining([
      "dist/src/main.js",
      "clients/typescript/gen/modelwire/registry/v1/registry_service_pb.js",
      "clients/typescript/gen/modelwire/registry/v1/registry_service_pb.d.ts",
      "mlflow/3.4.0/server.txt",
      "mlflow/supervise.py",
      "proto/modelwire/event/v1/event.proto",
    ]),
  );
  expect(paths.filter((path) => /\.test\.|testdata|__pycache__|\.pyc$/.test(path))).toEqual([]);
  expect(paths.filter((path) => /^clients\/(?!typescript\/gen\/)/.test(path))).toEqual([]);
  expect(paths).not.toContain("dist/src/older.js");
});

test("no file of the package names a place of the machine that built it", async () => {
  for (const path of await packedFiles()) {
    const text = await readFile(join(unpacked, path), "utf8");
    for (const place of [repository, folder.path]) {
      expect(text.includes(place), `${path} names ${place}`).toBe(false);
    }
  }
});

test("every module of the package can be loaded with its own dependencies alone", async () => {
  const modules = (await packedFiles()).filter((path) =>
    /^dist\/(?!src\/main\.js$).*\.js$/.test(path),
  );
  expect(modules.length).toBeGreaterThan(50);
  const script = `for (const path of ${JSON.stringify(modules)}) await import("./" + path);`;
  await execute(process.execPath, ["--input-type=module", "-e", script], { cwd: unpacked });
});

test("the packed program tells its version", async () => {
  const { stdout } = await execute(process.execPath, [main, "--version"], { cwd: folder.path });
  expect(stdout).toBe(`${manifest.version}\n`);
});

test("the packed program serves and registers", async () => {
  const env = serverEnvironment({
    MODELWIRE_DATA_DIR: join(folder.path, "data"),
    MLFLOW_TRACKING_URI: inject("mlflowUrl"),
  });
  const server = spawn(process.execPath, [main, "serve"], {
    cwd: folder.path,
    env,
    stdio: ["ignore", "ignore", "pipe"],
  });
  const ended = once(server, "exit");
  try {
    let told = "";
    let url: string | undefined;
    for await (const text of server.stderr.setEncoding("utf8").iterator({
      destroyOnReturn: false,
    })) {
      told += text;
      url = /^ +Connect, gRPC-Web, JSON (http:\S+)$/m.exec(told)?.[1];
      if (url !== undefined) break;
    }
    server.stderr.resume();
    expect(url, told).toBeDefined();
    const model = ["--type", "lead_scoring", "--name", "packed", "--json"];
    const { stdout } = await execute(
      process.execPath,
      [main, "register", quickstartModel, ...model],
      {
        cwd: folder.path,
        env: { ...process.env, MODELWIRE_URL: url },
      },
    );
    const registration = fromJson(RegistrationSchema, JSON.parse(stdout));
    expect(registration).toMatchObject({ modelName: "packed", modelType: "lead_scoring" });
    expect(registration.modelVersion?.version).toBe(registration.version);
  } finally {
    server.kill("SIGTERM");
    expect(await ended).toEqual([0, null]);
  }
});

test("building the package leaves nothing in the repository", async () => {
  expect(await builtInRepository()).toEqual(builtBefore);
});

/** Lists what a build would leave there. */
async function builtInRepository(): Promise<string[]> {
  return (await readdir(repository)).filter((name) => /^dist$|\.tgz$/.test(name));
}
