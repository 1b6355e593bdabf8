import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, cp, mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { makeTemporaryDirectory, type TemporaryDirectory } from "./support/temporary-directory.ts";

const repository = join(import.meta.dirname, "..");

let folder: TemporaryDirectory;
let root: string;
beforeEach(async () => {
  folder = await makeTemporaryDirectory("modelwire-bootstrap-test-");
  root = join(folder.path, "project");
  await mkdir(join(root, "scripts"), { recursive: true });
  await cp(join(repository, "scripts/bootstrap.mjs"), join(root, "scripts/bootstrap.mjs"));
  await writeFile(join(root, "tell.mjs"), "console.log('ran', process.argv.at(-1));\n");
});
afterEach(() => folder.remove());

describe("what npm start and npm test begin with", () => {
  it.for([
    ["where everything is installed", {}],
    ["where packages for development are left out", { npm_config_omit: "dev" }],
    ["under NODE_ENV=production", { NODE_ENV: "production" }],
  ] as const)("installs once and runs on the pinned Node %s", async ([, environment]) => {
    await pinNode();
    const first = await bootstrap(environment);
    expect(first).toMatchObject({ code: 0, stdout: "ran x\n" });
    expect(first.stderr).toContain("installing what package-lock.json names");
    expect(await bootstrap(environment)).toEqual({ code: 0, stdout: "ran x\n", stderr: "" });
  });

  it("says what may be set where npm installs no Node, and tries again the next time", async () => {
    await writeProject({});
    for (const _ of ["first", "next"]) {
      const { code, stderr } = await bootstrap({});
      expect(stderr).toContain("npm did not install the pinned Node: is ignore-scripts set");
      expect(code).toBe(1);
    }
    expect(existsSync(join(root, "node_modules/.modelwire-lock"))).toBe(false);
  });

  it("installs again where the pinned Node is gone", async () => {
    await pinNode();
    expect(await bootstrap({})).toMatchObject({ code: 0 });
    await rm(join(root, "node_modules/.bin"), { recursive: true });
    expect(await bootstrap({})).toMatchObject({ code: 0, stdout: "ran x\n" });
  });
});

/** Has the project name a package `node`, as npm's is: a program of that name. */
async function pinNode(): Promise<void> {
  const program = join(root, "pinned/node.sh");
  await mkdir(join(root, "pinned"));
  await writeFile(program, `#!/bin/sh\nexec "${process.execPath}" "$@"\n`);
  await chmod(program, 0o755);
  await writeFile(join(root, "pinned/package.json"), JSON.stringify(pinned));
  await writeProject({ node: "file:pinned" });
}

const pinned = { name: "node", version: "1.0.0", bin: { node: "node.sh" } };

async function writeProject(devDependencies: Record<string, string>): Promise<void> {
  const project = { name: "project", version: "1.0.0", devDependencies };
  const named = "node" in devDependencies && {
    "node_modules/node": { resolved: "pinned", link: true },
    pinned: { ...pinned, dev: true },
  };
  const lock = { ...project, lockfileVersion: 3, packages: { "": project, ...named } };
  await writeFile(join(root, "package.json"), JSON.stringify(project));
  await writeFile(join(root, "package-lock.json"), JSON.stringify(lock));
}

async function bootstrap(
  environment: Record<string, string>,
): Promise<{ code: number; stdout: string; stderr: string }> {
  // Nothing may be fetched, and an npm that runs the tests must not configure this one.
  const own = Object.entries(process.env).filter(([name]) => !/^(npm_|NODE_|VITEST)/.test(name));
  const env = {
    ...Object.fromEntries(own),
    npm_config_offline: "true",
    npm_config_cache: join(folder.path, "npm-cache"),
    npm_config_update_notifier: "false",
    npm_config_userconfig: join(folder.path, "npmrc"),
    ...environment,
  };
  const args = ["scripts/bootstrap.mjs", "tell.mjs", "x"];
  return await new Promise((resolve) => {
    const child = execFile(process.execPath, args, { cwd: root, env }, (_, stdout, stderr) => {
      resolve({ code: child.exitCode ?? -1, stdout, stderr });
    });
  });
}
