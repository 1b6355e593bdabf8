import { spawnSync } from "node:child_process";
import { copyFile, mkdir, mkdtemp, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { create } from "@bufbuild/protobuf";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ModelDescriptionSchema } from "#gen/modelwire/registry/v1/model_description_pb.js";
import { readPackage } from "../src/cli/package-files.ts";
import { launcher, runCli } from "./support/run-cli.ts";

const quickstart = "examples/quickstart/model";
const uuid = "m-0123456789abcdef0123456789abcdef";

let folder: string;
beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), "modelwire-cli-")));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Writes files into `model` in the test's folder, and gives its path. */
async function modelWith(files: Record<string, string>): Promise<string> {
  const model = join(folder, "model");
  for (const [path, content] of Object.entries(files)) {
    await mkdir(join(model, path, ".."), { recursive: true });
    await writeFile(join(model, path), content);
  }
  return model;
}

/** Gives the URL of a port on which nothing listens. */
async function closedUrl(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}`;
}

describe("the files of a package", () => {
  test("come sorted by path with their digests, without what machines leave behind", async () => {
    const model = await modelWith({
      MLmodel: "flavors: {}\n",
      "code/b.py": "",
      "code/__pycache__/b.pyc": "x",
      "a.txt": "abc",
      ".DS_Store": "x",
    });
    const { files } = await readPackage(model);
    expect(files.map(({ path }) => path)).toEqual(["MLmodel", "a.txt", "code/b.py"]);
    expect(Buffer.from(files[1]?.content ?? []).toString()).toBe("abc");
    expect(files[1]?.sha256).toBe(
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    );
  });

  test("links within the directory are followed", async () => {
    const model = await modelWith({ MLmodel: "x", "data/one.bin": "1" });
    await symlink("data/one.bin", join(model, "two.bin"));
    await symlink("data", join(model, "more"));
    const { files } = await readPackage(model);
    expect(files.map(({ path }) => path)).toEqual([
      "MLmodel",
      "data/one.bin",
      "more/one.bin",
      "two.bin",
    ]);
  });

  test("a directory may itself be reached by a link", async () => {
    const model = await modelWith({ MLmodel: "x" });
    await symlink(model, join(folder, "link"));
    expect((await readPackage(join(folder, "link"))).files).toHaveLength(1);
  });

  test("a link that leaves the directory is refused, also to a sibling with a like name", async () => {
    const model = await modelWith({ MLmodel: "x", "../model-secret/key": "secret" });
    await symlink("../model-secret/key", join(model, "key"));
    await expect(readPackage(model)).rejects.toThrow(/key: a link that leaves the directory/);
  });

  test("links that lead nowhere or in a circle are refused", async () => {
    const model = await modelWith({ MLmodel: "x", "a/file": "1" });
    await symlink("..", join(model, "a", "up"));
    await expect(readPackage(model)).rejects.toThrow(/up: a link to a directory that it is in/);
    await rm(join(model, "a", "up"));
    await symlink("missing", join(model, "a", "broken"));
    await expect(readPackage(model)).rejects.toThrow(/broken: a link that leads nowhere/);
  });

  test("a directory without MLmodel is refused, and the one in it is pointed out", async () => {
    const model = await modelWith({ "readme.txt": "x" });
    await expect(readPackage(model)).rejects.toThrow(/model: no MLmodel file in it; give/);
    await modelWith({ "inner/MLmodel": "x" });
    await expect(readPackage(model)).rejects.toThrow(join(model, "inner"));
  });

  test("are not looked at in a directory without MLmodel, which may be as large as a disk", async () => {
    const notMeant = await modelWith({ "readme.txt": "x" });
    await symlink("missing", join(notMeant, "broken"));
    await expect(readPackage(notMeant)).rejects.toThrow(/no MLmodel file in it/);
  });

  test("of a described model have its code below code/, as MLflow's code_paths", async () => {
    const model = await modelWith({ "model.onnx": "x" });
    const other = join(folder, "own");
    await mkdir(join(other, "pkg", "__pycache__"), { recursive: true });
    await writeFile(join(other, "pkg", "a.py"), "A = 1");
    await writeFile(join(other, "pkg", "__pycache__", "a.pyc"), "x");
    await writeFile(join(other, "b.py"), "B = 1");
    const description = create(ModelDescriptionSchema, { pythonVersion: "3.11" });
    const read = (...codePaths: string[]) => readPackage(model, { description, codePaths });
    const { files, modelDescription } = await read(`${join(other, "pkg")}/`, join(other, "b.py"));
    expect(files.map(({ path }) => path)).toEqual(["code/b.py", "code/pkg/a.py", "model.onnx"]);
    expect(Buffer.from(files[1]?.content ?? []).toString()).toBe("A = 1");
    expect(modelDescription?.pythonVersion).toBe("3.11");
    await expect(read(join(other, "b.py"), join(other, "b.py"))).rejects.toThrow(
      /code\/b.py is in the package already/,
    );
    await expect(read(join(other, "c.py"))).rejects.toThrow(/c.py: no such file or directory/);
    await modelWith({ MLmodel: "x" });
    await expect(read()).rejects.toThrow(/--flavor is for a directory without MLmodel/);
  });

  test("what is no directory is refused", async () => {
    await writeFile(join(folder, "file"), "x");
    await expect(readPackage(join(folder, "file"))).rejects.toThrow(/no such directory/);
    await expect(readPackage(join(folder, "missing"))).rejects.toThrow(/no such directory/);
  });
});

describe("a server that is not there", () => {
  test("is told with what to do, and exit code 5", async () => {
    const url = await closedUrl();
    expect(await runCli(["get", uuid], url)).toEqual({
      exitCode: 5,
      stdout: "",
      stderr: `error: no Modelwire answers at ${url}: connection refused; start it with: npm start\n`,
    });
  });

  test("leaves a registration with the command that repeats it under the same request id", async () => {
    const requestId = /--request-id [0-9a-f-]{36}$/m;
    const args = ["register", quickstart, "--type", "lead_scoring", "--tag", "note=it's new"];
    const { exitCode, stderr } = await runCli(args, await closedUrl());
    expect(exitCode).toBe(5);
    expect(stderr).toMatch(requestId);
    expect(stderr).toContain(`--tag 'note=it'\\''s new' --request-id`);
  });

  test("ends listen, which leaves nothing running", async () => {
    const { exitCode, stdout } = await runCli(["listen", "--json"], await closedUrl());
    expect({ exitCode, stdout }).toEqual({ exitCode: 5, stdout: "" });
  });
});

describe("a server that is not Modelwire", () => {
  test("is told from a model that is not there", async () => {
    const server = createServer((_, response) => {
      response.writeHead(404, { "content-type": "text/html" }).end("<h1>not here</h1>");
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const { exitCode, stderr } = await runCli(["get", uuid], url);
    await new Promise((resolve) => server.close(resolve));
    expect(exitCode).toBe(1);
    expect(stderr).toBe(`error: ${url} does not answer as Modelwire does: HTTP 404\n`);
  });
});

describe("usage", () => {
  test.each([
    [["get"]],
    [["get", "lead_scoring"]],
    [["gett", uuid]],
    [["get", uuid, "--url", "localhost:8080"]],
    [["get", uuid, "--timeout", "0"]],
    [["register", quickstart]],
    [["register", "--type", "t"]],
    [["register", quickstart, "--uri", "models:/m-1", "--type", "t"]],
    [["register", quickstart, "--upload-id", uuid, "--type", "t"]],
    [["register", "--upload", "--uri", "models:/m-1", "--type", "t"]],
    [["upload", "no-such-directory"]],
    [["upload"]],
    [["download", "lead_scoring", "target"]],
    [["download", uuid]],
    [["download", uuid, "package.json"]],
    [["register", quickstart, "--type", "t", "--metric", "auc=high"]],
    [["register", quickstart, "--type", "t", "--metadata", "[1]"]],
    [["register", quickstart, "--type", "t", "--signature", quickstart]],
    [["register", quickstart, "--type", "t", "--flavor", '{"onyx": {}}']],
    [["register", quickstart, "--type", "t", "--flavor", '{"onnx": {}}']],
    [["register", quickstart, "--type", "t", "--code-path", "src"]],
    [["register", "--uri", "models:/m-1", "--type", "t", "--flavor", "{}"]],
    [["deliveries", "list", "--state", "lost"]],
    [["listen", "--port", "70000"]],
    [["listen", "--path", "hook"]],
    [["serve", "--mlflow-port", "5000"]],
    [["get", uuid, "lead_scoring"]],
    [["get", uuid, "--consistency", "some"]],
    [["list", "modells"]],
    [["list", "--order", "oldest"]],
    [["list", "models", "--tag", "=x"]],
    [["list", "versions", "--baseline", "--improved"]],
    [["list", "versions", "--from", "yesterday"]],
    [["list", "versions", "--before", "2026-02-30"]],
    [["list", "versions", "--limit", "0"]],
    [["lineage", "lead_scoring"]],
    [["contributions", "--limit", "all"]],
    [["alias", "set", "lead_scoring", "production"]],
    [["tag", "set", uuid]],
    [["tag", "set", uuid, "team"]],
    [["tag", "set", uuid, "team=a", "team=b"]],
    [["tag", "delete", "lead_scoring", "team"]],
    [["describe", uuid]],
    [["delete", uuid]],
    [["delete", "lead_scoring", "--yes"]],
    [["endpoints", "create", "https://example.com/", "--format", "xml"]],
    [["endpoints", "rotate", `ep_${"0".repeat(32)}`, "--overlap", "2"]],
    [["endpoints", "delete", `ep_${"0".repeat(32)}`]],
    [["deliveries", "recover", `ep_${"0".repeat(32)}`]],
    [["deliveries", "recover", `ep_${"0".repeat(32)}`, "--since", "yesterday"]],
    [["keys", "create", "nightly"]],
    [["keys", "create", "nightly", "--scope", "write"]],
    [["keys", "create", "nightly", "--scope", "read", "--expires", "tomorrow"]],
    [["keys", "update", `key_${"0".repeat(16)}`, "--prefix", "a", "--all-models"]],
    [["keys", "rotate", `key_${"0".repeat(16)}`, "--overlap", "2"]],
    [["keys", "revoke", `key_${"0".repeat(16)}`]],
    [["whoami", "--api-key-file", "no-such-file"]],
    [["whoami", "--api-key-file", "package.json"]],
  ])("that is wrong gives exit code 2 and an error: %j", async (args) => {
    const { exitCode, stdout, stderr } = await runCli(args, "http://127.0.0.1:1");
    expect(stderr).toMatch(/^error: /);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
  });

  test.each([
    [[]],
    [["serve"]],
    [["register"]],
    [["upload"]],
    [["get"]],
    [["download"]],
    [["endpoints", "add"]],
    [["endpoints", "list"]],
    [["endpoints", "create"]],
    [["endpoints", "show"]],
    [["endpoints", "update"]],
    [["endpoints", "pause"]],
    [["endpoints", "resume"]],
    [["endpoints", "rotate"]],
    [["endpoints", "test"]],
    [["endpoints", "delete"]],
    [["deliveries", "list"]],
    [["deliveries", "show"]],
    [["deliveries", "redeliver"]],
    [["deliveries", "recover"]],
    [["listen"]],
    [["list"]],
    [["list", "models"]],
    [["list", "versions"]],
    [["lineage"]],
    [["contributions"]],
    [["alias"]],
    [["alias", "set"]],
    [["alias", "delete"]],
    [["tag"]],
    [["tag", "set"]],
    [["tag", "delete"]],
    [["describe"]],
    [["delete"]],
    [["status"]],
    [["keys"]],
    [["keys", "create"]],
    [["keys", "list"]],
    [["keys", "show"]],
    [["keys", "update"]],
    [["keys", "rotate"]],
    [["keys", "revoke"]],
    [["whoami"]],
  ])("is explained with an example: %j --help", async (args) => {
    const { exitCode, stdout } = await runCli([...args, "--help"], "http://127.0.0.1:1");
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/Examples?:\n {2}.*modelwire/);
  });

  test("help says what the exit codes mean", async () => {
    const { stdout } = await runCli(["--help"], "");
    for (const code of [0, 1, 2, 3, 4, 5])
      expect(stdout).toMatch(new RegExp(`^ {2}${code} {2}`, "m"));
  });
});

describe("the launcher of a clone", () => {
  test("runs from anywhere, through links", async () => {
    await symlink(launcher, join(folder, "first"));
    await symlink("first", join(folder, "second"));
    const { status, stdout } = spawnSync("./second", ["--version"], { cwd: folder });
    expect(status).toBe(0);
    expect(String(stdout)).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  test("says what to run before anything is installed", async () => {
    const copy = join(folder, "modelwire");
    await copyFile(launcher, copy);
    const { status, stderr } = spawnSync(copy, ["--version"]);
    expect(status).toBe(1);
    expect(String(stderr)).toContain(`nothing is installed in ${folder} yet; run there: npm ci`);
  });
});
