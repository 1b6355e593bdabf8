import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdir, readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { buildContext } from "../support/dockerfile.ts";
import { type BuiltImage, buildImage } from "../support/image-build.ts";
import { serverEnvironment } from "../support/server-environment.ts";
import { makeTemporaryDirectory, type TemporaryDirectory } from "../support/temporary-directory.ts";

const runFile = promisify(execFile);
/** The time to fetch all packages twice and to build, on a machine that has none of them. */
const BUILD_MS = 900_000;
const isRoot = process.getuid?.() === 0;

let folder: TemporaryDirectory;
let image: BuiltImage;
beforeAll(async () => {
  folder = await makeTemporaryDirectory("modelwire-image-");
  // The user of the image has to come through.
  await chmod(folder.path, 0o755);
  image = await buildImage("Dockerfile", folder.path);
}, BUILD_MS);
afterAll(() => folder?.remove());

/** A server that was started by its command alone. */
interface Started {
  url: string;
  pid: number;
  /** Tells it to stop, and gives how it ended. */
  stop(): Promise<unknown[]>;
}

/** Starts a command in an environment, as a user, and waits until it serves. */
async function start(
  command: readonly string[],
  env: Record<string, string>,
  user: { uid?: number; gid?: number },
): Promise<Started> {
  const [program = "", ...args] = command;
  const child = spawn(program, args, {
    ...{ cwd: "/", env, ...user },
    stdio: ["ignore", "ignore", "pipe"],
  });
  const ended = once(child, "exit");
  let told = "";
  let url: string | undefined;
  for await (const text of child.stderr.setEncoding("utf8").iterator({ destroyOnReturn: false })) {
    told += text;
    url = /^ +Connect, gRPC-Web, JSON (http:\S+)$/m.exec(told)?.[1];
    if (url !== undefined) break;
  }
  child.stderr.resume();
  if (url === undefined) throw new Error(`it did not serve: ${told}`);
  return {
    url,
    pid: child.pid ?? 0,
    stop() {
      child.kill("SIGTERM");
      return ended;
    },
  };
}

/** Calls an RPC with JSON, as anybody can. */
async function indexStatus(url: string): Promise<Response> {
  return fetch(`${url}/modelwire.registry.v1.RegistryService/GetIndexStatus`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: "{}",
  });
}

describe("the image, built as its Dockerfile says", () => {
  test("has the package and what it needs, and nothing that builds or tests it", async () => {
    const app = join(image.root, "app");
    expect((await readdir(app)).toSorted()).toEqual(
      expect.arrayContaining([
        "clients",
        "dist",
        "mlflow",
        "node_modules",
        "package.json",
        "proto",
      ]),
    );
    for (const absent of ["src", "test", "node_modules/typescript", "node_modules/vitest"]) {
      await expect(stat(join(app, absent)), absent).rejects.toThrow();
    }
    const lock = JSON.parse(await readFile(join(buildContext, "package-lock.json"), "utf8"));
    const { dependencies } = JSON.parse(await readFile(join(app, "package.json"), "utf8"));
    for (const name of Object.keys(dependencies)) {
      const path = join(app, "node_modules", name, "package.json");
      const { version } = JSON.parse(await readFile(path, "utf8"));
      expect(version, name).toBe(lock.packages[`node_modules/${name}`].version);
    }
  });

  test("serves as its command says, as a user without rights, passes its health check, and stops", async () => {
    const { root, environment, uid, gid } = image;
    const path = [join(root, "usr/local/bin"), "/usr/bin", "/bin"].join(":");
    const env = {
      ...environment,
      PATH: path,
      HOME: "/nonexistent",
      MODELWIRE_GRPC_LISTEN: "127.0.0.1:0",
      MODELWIRE_HTTP_LISTEN: "127.0.0.1:0",
      MLFLOW_TRACKING_URI: inject("mlflowUrl"),
    };
    const user = isRoot ? { uid, gid } : {};
    const server = await start(image.command, env, user);
    let ended: unknown[] | undefined;
    try {
      expect((await indexStatus(server.url)).status).toBe(200);
      const [check = "", ...args] = image.healthCheck;
      const asked = { env: { ...env, MODELWIRE_URL: server.url }, cwd: "/", ...user };
      const { stdout } = await runFile(check, args, asked);
      expect(stdout).toMatch(/^ready +yes$/m);
      if (isRoot) {
        const status = await readFile(`/proc/${server.pid}/status`, "utf8").catch(() => undefined);
        if (status !== undefined) expect(status).toMatch(new RegExp(`^Uid:\\s${uid}\\s`, "m"));
      }
      const written = join(root, "var/lib/modelwire", "modelwire.db");
      expect((await stat(written)).uid).toBe(isRoot ? uid : process.getuid?.());
    } finally {
      ended = await server.stop();
    }
    expect(ended).toEqual([0, null]);
  });
});

describe("the npm package, installed for the whole machine", () => {
  test(
    "brings a command that serves and calls, outside the repository",
    async () => {
      const built = image.stages.get("package") ?? "";
      const tarball = (await readdir(join(built, "tmp"))).find((name) => name.endsWith(".tgz"));
      const prefix = join(folder.path, "prefix");
      await mkdir(prefix);
      const own = Object.entries(process.env).filter(
        ([name]) => !/^npm_(?!config_(registry|cafile|cache)$)|^NODE_ENV$/i.test(name),
      );
      const args = ["install", "--global", "--prefix", prefix, "--prefer-offline", "--no-audit"];
      await runFile("npm", [...args, join(built, "tmp", tarball ?? "")], {
        cwd: folder.path,
        env: Object.fromEntries(own),
      });
      const command = join(prefix, "bin", "modelwire");
      const env = serverEnvironment({
        PATH: [join(image.root, "usr/local/bin"), "/usr/bin", "/bin"].join(":"),
        MODELWIRE_DATA_DIR: join(folder.path, "data"),
        MLFLOW_TRACKING_URI: inject("mlflowUrl"),
      });
      const manifest = JSON.parse(
        await readFile(join(prefix, "lib/node_modules/modelwire/package.json"), "utf8"),
      );
      const { stdout } = await runFile(command, ["--version"], { env, cwd: "/" });
      expect(stdout).toBe(`${manifest.version}\n`);
      const server = await start([command, "serve"], env, {});
      try {
        const options = { env: { ...env, MODELWIRE_URL: server.url }, cwd: "/" };
        expect((await runFile(command, ["health"], options)).stdout).toMatch(/^ready +yes$/m);
        expect((await runFile(command, ["status"], options)).stdout).toMatch(/^state /m);
      } finally {
        expect(await server.stop()).toEqual([0, null]);
      }
    },
    BUILD_MS,
  );
});
