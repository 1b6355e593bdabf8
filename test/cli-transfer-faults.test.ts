import { createHash, randomBytes, randomUUID } from "node:crypto";
import { once } from "node:events";
import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  realpath,
  rm,
  symlink,
  writeFile,
} from "node:fs/promises";
import { type AddressInfo, connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { runCli } from "./support/run-cli.ts";
import {
  type DownloadPart,
  downloadOf,
  startTransferServer,
  type TransferServer,
} from "./support/transfer-service.ts";

let folder: string;
let server: TransferServer;
beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), "modelwire-transfer-")));
  server = await startTransferServer();
});
afterEach(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

const cli = (...args: string[]) => runCli(args, server.url);
const sha256 = (content: Buffer) => createHash("sha256").update(content).digest("hex");

const package_: Record<string, Buffer<ArrayBuffer>> = {
  MLmodel: Buffer.from("flavors: {}\n"),
  "data/empty": Buffer.alloc(0),
  "data/weights.bin": randomBytes(3_500_000),
};

async function modelDirectory(): Promise<string> {
  const directory = join(folder, "model");
  for (const [path, content] of Object.entries(package_)) {
    await mkdir(join(directory, path, ".."), { recursive: true });
    await writeFile(join(directory, path), content);
  }
  return directory;
}

/** Reads a directory back as the files in it. */
async function filesIn(directory: string): Promise<Record<string, Buffer>> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const files: Record<string, Buffer> = {};
  for (const entry of entries.filter((one) => !one.isDirectory())) {
    const file = join(entry.parentPath, entry.name);
    files[file.slice(directory.length + 1)] = await readFile(file);
  }
  return files;
}

/** Gives a server's URL behind a proxy that cuts the first connection with much traffic. */
async function cutOnce(afterBytes: number): Promise<{ url: string; close(): void }> {
  let left = afterBytes;
  const proxy = createServer((near) => {
    const far = connect(Number(new URL(server.url).port), "127.0.0.1");
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      from.on("error", () => {});
      from.on("close", () => to.destroy());
      from.on("data", (bytes) => {
        to.write(bytes);
        if (left <= 0) return;
        left -= bytes.length;
        if (left <= 0) near.resetAndDestroy();
      });
    }
  });
  await once(proxy.listen(0, "127.0.0.1"), "listening");
  const url = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  return { url, close: () => void proxy.close() };
}

describe("upload", () => {
  test("sends every file with its digest and says what to do next", async () => {
    const { exitCode, stdout, stderr } = await cli(
      ...["upload", await modelDirectory(), "--name", "mine", "--experiment", "tries"],
    );
    expect(exitCode).toBe(0);
    expect(stderr).toMatch(/^uploaded 3 files, 3\.50 MB, \S+ \S+\/s\n$/);
    const uploadId = /^upload_id +([0-9a-f-]{36})$/m.exec(stdout)?.[1] ?? "";
    expect(stdout).toContain(`modelwire register --upload-id ${uploadId} --type <type>`);
    const stored = [...(server.stored.get(uploadId) ?? [])];
    expect(stored.map(([path, file]) => [path, file.sha256, sha256(file.content)])).toEqual(
      Object.entries(package_).map(([path, content]) => [path, sha256(content), sha256(content)]),
    );
    expect(server.starts).toMatchObject([{ uploadId, name: "mine", experimentName: "tries" }]);
  });

  test("goes on by itself where a call breaks off, and sends only the rest", async () => {
    server.breakAfterBytes = 2_000_000;
    const { exitCode, stdout } = await cli("upload", await modelDirectory(), "--json");
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ files: Array(3).fill({ complete: true }) });
    expect(server.starts).toHaveLength(2);
    expect(server.receivedBytes).toBe(3_500_012);
  });

  test("goes on by itself where the connection is cut", async () => {
    const proxy = await cutOnce(2_000_000);
    const directory = await modelDirectory();
    const { exitCode, stdout } = await runCli(["upload", directory, "--json"], proxy.url);
    proxy.close();
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ files: Array(3).fill({ complete: true }) });
    expect(server.starts).toHaveLength(2);
  });

  test("goes on with an upload that an earlier command left, under its id", async () => {
    const directory = await modelDirectory();
    const uploadId = randomUUID();
    const weights = package_["data/weights.bin"] ?? Buffer.alloc(0);
    const half = {
      sizeBytes: weights.length,
      sha256: sha256(weights),
      content: weights.subarray(0, 1_000_000),
    };
    server.stored.set(uploadId, new Map([["data/weights.bin", half]]));
    expect((await cli("upload", directory, "--upload-id", uploadId)).exitCode).toBe(0);
    expect(server.receivedBytes).toBe(2_500_012);
    expect(sha256(half.content)).not.toBe(half.sha256);
    const whole = server.stored.get(uploadId)?.get("data/weights.bin")?.content;
    expect(whole?.equals(weights)).toBe(true);
    // And once more, when nothing is left to send.
    expect((await cli("upload", directory, "--upload-id", uploadId)).exitCode).toBe(0);
    expect(server.receivedBytes).toBe(2_500_012);
  });

  test("does not mix two contents of a file under one id", async () => {
    const directory = await modelDirectory();
    const uploadId = randomUUID();
    await cli("upload", directory, "--upload-id", uploadId);
    await writeFile(join(directory, "data/weights.bin"), randomBytes(10));
    const { exitCode, stderr } = await cli("upload", directory, "--upload-id", uploadId);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/^error: data\/weights.bin: is not the file that the upload began with/);
  });

  test("tells what the server refuses in the first message, with exit code 2", async () => {
    const { exitCode, stderr } = await cli("upload", await modelDirectory(), "--name", "refused");
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/^ {2}start\.name: expected another$/m);
  });

  test("is left with the command that goes on with it", async () => {
    const directory = await modelDirectory();
    await server.close();
    const { exitCode, stderr } = await cli("upload", directory);
    expect(exitCode).toBe(5);
    expect(stderr).toMatch(/to go on with it:\n {2}\S+ upload \S+ --upload-id [0-9a-f-]{36}\n$/);
  });
});

describe("register", () => {
  const register = async (...args: string[]) =>
    cli("register", ...args, "--type", "lead_scoring", "--json");

  test("uploads a package by itself that no message takes", async () => {
    const directory = await modelDirectory();
    await writeFile(join(directory, "large.bin"), randomBytes(17_000_000));
    const requestId = randomUUID();
    const { exitCode } = await register(directory, "--request-id", requestId, "--experiment", "e");
    expect(exitCode).toBe(0);
    expect(server.starts).toMatchObject([{ uploadId: requestId, experimentName: "e" }]);
    expect(server.starts[0]?.name).toBeUndefined();
    const [request] = server.registered;
    expect(request).toMatchObject({
      requestId,
      source: { case: "uploadedPackage", value: { uploadId: requestId } },
    });
    expect(request?.experimentName).toBeUndefined();
  });

  test("uploads a small one where it is told to, and sends it in the request else", async () => {
    const directory = await modelDirectory();
    expect((await register(directory, "--upload")).exitCode).toBe(0);
    expect((await register(directory)).exitCode).toBe(0);
    expect(server.registered.map(({ source }) => source.case)).toEqual([
      "uploadedPackage",
      "package",
    ]);
    expect(server.starts).toHaveLength(1);
  });

  test("registers an upload that is there", async () => {
    const uploadId = randomUUID();
    expect((await register("--upload-id", uploadId)).exitCode).toBe(0);
    expect(server.registered[0]?.source).toMatchObject({
      case: "uploadedPackage",
      value: { uploadId },
    });
    expect((await register("--upload-id", uploadId, "--run-id", "x")).exitCode).toBe(2);
    expect((await register("--upload-id", uploadId, "--upload")).exitCode).toBe(2);
    expect((await register(await modelDirectory(), "--upload-id", uploadId)).exitCode).toBe(2);
  });
});

describe("a directory without an MLmodel file", () => {
  const flavor = '{"onnx": {"path": "model.onnx", "onnxVersion": "1.19.1"}}';
  let directory: string;
  beforeEach(async () => {
    directory = join(folder, "files");
    await mkdir(directory);
    await writeFile(join(directory, "model.onnx"), "x");
    await writeFile(join(folder, "lib.py"), "y");
  });
  const described = {
    case: "uploadedPackage",
    value: { modelDescription: { flavor: { case: "onnx" } } },
  };

  test("is uploaded with its code, and described when it is registered", async () => {
    const code = ["--code-path", join(folder, "lib.py")];
    expect((await cli("upload", directory)).exitCode).toBe(2);
    expect((await cli("upload", directory, ...code)).exitCode).toBe(2);
    const { exitCode, stdout } = await cli("upload", directory, "--no-mlmodel", ...code);
    expect(exitCode).toBe(0);
    const next = /register (--upload-id (\S+) --type <type> --flavor <json>)$/m.exec(stdout);
    expect([...(server.stored.get(next?.[2] ?? "")?.keys() ?? [])]).toEqual([
      "code/lib.py",
      "model.onnx",
    ]);
    const register = ["register", "--upload-id", next?.[2] ?? "", "--type", "t"];
    expect((await cli(...register, "--flavor", flavor)).exitCode).toBe(0);
    expect(server.registered[0]?.source).toMatchObject(described);
    expect((await cli(...register, ...code)).exitCode).toBe(2);
  });

  test("is described in the registration that uploads it", async () => {
    const args = ["register", directory, "--type", "t", "--flavor", flavor, "--upload"];
    expect((await cli(...args)).exitCode).toBe(0);
    expect(server.registered[0]?.source).toMatchObject(described);
  });
});

describe("download", () => {
  const download = (...args: string[]) => cli("download", "name@production", ...args);
  const target = () => join(folder, "new", "target");

  beforeEach(() => {
    server.download = (request) => downloadOf(package_, request);
  });

  test("brings all files, and leaves nothing else", async () => {
    const { exitCode, stdout, stderr } = await download(target());
    expect(exitCode).toBe(0);
    expect(stderr).toMatch(/^downloaded 3 files, 3\.50 MB, /);
    expect(stdout).toMatch(/^model_id +name\/1$/m);
    expect(await filesIn(target())).toEqual(package_);
  });

  test("brings single files", async () => {
    expect((await download(target(), "--path", "MLmodel", "--json")).exitCode).toBe(0);
    expect(Object.keys(await filesIn(target()))).toEqual(["MLmodel"]);
  });

  test("goes on with the files that are left where a call breaks off", async () => {
    server.breakAfterBytes = 2_000_000;
    expect((await download(target())).exitCode).toBe(0);
    expect(await filesIn(target())).toEqual(package_);
    expect(server.downloads).toMatchObject([
      { paths: [], ref: { ref: { case: "nameAlias" } } },
      { paths: ["data/weights.bin"], ref: { ref: { case: "nameVersion" } } },
    ]);
  });

  test("goes on where the connection is cut", async () => {
    const proxy = await cutOnce(2_000_000);
    const { exitCode } = await runCli(["download", "name/1", target()], proxy.url);
    proxy.close();
    expect(exitCode).toBe(0);
    expect(await filesIn(target())).toEqual(package_);
  });

  test("keeps out of a directory that is not empty, unless it is told to replace files", async () => {
    const directory = join(folder, "full");
    await mkdir(directory);
    await writeFile(join(directory, "MLmodel"), "old");
    await writeFile(join(directory, "notes.txt"), "mine");
    const { exitCode, stderr } = await download(directory);
    expect(exitCode).toBe(4);
    expect(stderr).toContain("is not empty; --force replaces files in it");
    expect(server.downloads).toEqual([]);
    expect((await download(directory, "--force")).exitCode).toBe(0);
    expect(await filesIn(directory)).toEqual({ ...package_, "notes.txt": Buffer.from("mine") });
  });

  test("does not follow a link in the directory that leads out of it", async () => {
    const [directory, outside] = [join(folder, "full"), join(folder, "outside")];
    await mkdir(directory);
    await mkdir(outside);
    await symlink(outside, join(directory, "data"));
    const { exitCode, stderr } = await download(directory, "--force");
    expect(exitCode).toBe(4);
    expect(stderr).toContain("a link there leaves the directory");
    expect(await readdir(outside)).toEqual([]);
  });

  const content = Buffer.from("content");
  const change = (parts: Iterable<DownloadPart>, f: (part: DownloadPart) => DownloadPart[]) =>
    [...parts].flatMap(f);
  const lies: [string, RegExp, (parts: Iterable<DownloadPart>) => DownloadPart[]][] = [
    [
      "a digest that is another",
      /has SHA-256 [0-9a-f]{64}, and/,
      (parts) =>
        change(parts, ({ part }) =>
          part?.case === "chunk"
            ? [{ part: { case: "chunk", value: Buffer.from("CONTENT") } }]
            : [{ part } as DownloadPart],
        ),
    ],
    [
      "more than was announced",
      /is longer than 7 bytes/,
      (parts) => change(parts, (part) => (part.part?.case === "chunk" ? [part, part] : [part])),
    ],
    [
      "less than was announced",
      /ended after 0 bytes/,
      (parts) => change(parts, (part) => (part.part?.case === "chunk" ? [] : [part])),
    ],
    [
      "no end of a file",
      /ended too early/,
      (parts) => change(parts, (part) => (part.part?.case === "fileEnd" ? [] : [part])),
    ],
    [
      "a file that was not announced",
      /was announced, and something else came/,
      (parts) =>
        change(parts, (part) =>
          part.part?.case === "file"
            ? [{ part: { case: "file", value: { path: "other" } } }]
            : [part],
        ),
    ],
  ];
  test.each(lies)("leaves nothing of a download with %s", async (_, text, lie) => {
    server.download = (request) => lie(downloadOf({ "a.txt": content }, request));
    const { exitCode, stderr } = await download(target());
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(text);
    expect(await readdir(folder)).toEqual([]);
  });

  test.each(["../evil", "/etc/evil", "a/../../evil", "a//b", "C:\\evil"])(
    "refuses the path %s",
    async (path) => {
      server.download = (request) => downloadOf({ [path]: content }, request);
      const { exitCode, stderr } = await download(target());
      expect(exitCode).toBe(1);
      expect(stderr).toContain("the download is not what it must be");
      expect(await readdir(folder)).toEqual([]);
    },
  );
});
