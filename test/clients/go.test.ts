import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { cp, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { EventType } from "#gen/modelwire/event/v1/event_pb.js";
import { BodyFormat } from "#gen/modelwire/webhook/v1/endpoint_pb.js";
import { run } from "../../scripts/generate/run.ts";
import { type Clients, createClients } from "../support/clients.ts";
import { quickstartModel, readModelFiles } from "../support/model-files.ts";
import { startModelwire, type TestModelwire } from "../support/modelwire.ts";
import { startTcpFront } from "../support/tcp-front.ts";
import { makeTemporaryDirectory, type TemporaryDirectory } from "../support/temporary-directory.ts";
import { startTlsModelwire } from "../support/tls-modelwire.ts";
import { describeWith } from "../support/toolchains.ts";

/** The time to fetch and build what the client needs, on a machine that has nothing of it yet. */
const BUILD_MS = 15 * 60_000;
const MEBIBYTE = 1024 ** 2;
const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, "");
const client = join(root, "clients", "go");
const env = { ...process.env, GOFLAGS: "-mod=readonly -buildvcs=false -p=2" };

/** Runs the go command in the client's folder, and gives what it printed. */
const go = (...args: string[]) => run("go", args, { cwd: client, env });

describeWith(["go"], "the client of Go", () => {
  let folder: TemporaryDirectory;
  let modelwire: TestModelwire;
  let clients: Clients;
  beforeAll(async () => {
    folder = await makeTemporaryDirectory("modelwire-go-");
    modelwire = await startModelwire();
    clients = createClients(modelwire.httpUrl);
    await go("build", "-o", folder.path, "./examples/...");
  }, BUILD_MS);
  afterAll(async () => {
    await modelwire?.stop();
    await folder?.remove();
  });

  test("is formatted, tidy, and nothing that go vet warns of", { timeout: BUILD_MS }, async () => {
    const written = (await readdir(client)).filter((name) => name.endsWith(".go"));
    const gofmt = join((await go("env", "GOROOT")).trim(), "bin", "gofmt");
    const args = ["-l", ...written, "webhooks", "examples"];
    expect(await run(gofmt, args, { cwd: client })).toBe("");
    await go("vet", "./...");
    await go("mod", "tidy", "-diff");
  });

  test("passes its own tests", { timeout: BUILD_MS }, async () => {
    await go("test", "-count=1", "./...");
  });

  /** Takes the tour, and holds what it tells against what the server knows of it. */
  async function takeTour(
    environment: Record<string, string>,
    model: string,
    { registry, events: log, webhooks }: Clients = clients,
  ): Promise<void> {
    const cursor = (await log.listEvents({ pageSize: 1000 })).nextCursor;
    const output = await run(join(folder.path, "tour"), [model], {
      env: { ...process.env, MODELWIRE_URL: modelwire.httpUrl, ...environment },
    });
    const told = output
      .trim()
      .split("\n")
      .map((line) => line.split(": "));
    const { events } = await log.listEvents({ cursor });
    expect(events.map(({ type }) => type)).toEqual(Array(3).fill(EventType.MODEL_REGISTERED));
    const made = events.map((event) => event.modelRegistered?.registration);
    const [inline, uploaded, again] = made.map((registration) => registration?.modelId);
    const uuids = made.map((registration) => registration?.modelInfo?.modelUuid);
    const ids = events.map((event) => event.eventId);
    expect(told).toEqual([
      ["register inline files", inline],
      ["upload and register", uploaded],
      ["look up over gRPC", uuids.slice(0, 2).join(", ")],
      ["look up over Connect", uploaded],
      [
        "read what is wrong",
        expect.stringMatching(/^MODEL_NOT_FOUND; INVALID_FIELD of .*\bmodel_type\b/),
      ],
      ["watch events", ids.slice(0, 2).join(", ")],
      ["receive a webhook", `${ids[2]} of ${again}`],
    ]);
    expect(uuids[2]).toBe(uuids[0]);
    const paths = (await readModelFiles(model)).map(({ path }) => path).sort();
    for (const modelId of [inline, uploaded]) {
      const ref = { ref: { case: "modelId", value: modelId ?? "" } } as const;
      const { registration } = await registry.getModelVersion({ ref });
      expect(registration?.modelInfo?.files.map(({ path }) => path).sort()).toEqual(paths);
    }
    expect((await webhooks.listEndpoints({})).endpoints).toEqual([]);
  }

  test("goes on the tour, and leaves three versions and no endpoint", async () => {
    await takeTour({ MODELWIRE_GRPC: modelwire.grpcAddress }, quickstartModel);
  });

  test("goes on the tour with TLS, on both listeners", async () => {
    const tls = await startTlsModelwire();
    try {
      await takeTour(tls.environment, quickstartModel, tls.clients);
    } finally {
      await tls.stop();
    }
  });

  test("goes on the tour though its connection is cut in every transfer", async () => {
    const model = join(folder.path, "model");
    await cp(quickstartModel, model, { recursive: true });
    await writeFile(join(model, "weights.bin"), randomBytes(8 * MEBIBYTE));
    // In the registration with its files, and in the upload that comes after it.
    const front = await startTcpFront(modelwire.grpcAddress, {
      resetAfterBytes: [4 * MEBIBYTE, 12 * MEBIBYTE],
    });
    try {
      await takeTour({ MODELWIRE_GRPC: front.address }, model);
      expect(front.resets).toBe(2);
    } finally {
      await front.close();
    }
  });

  test.for([BodyFormat.STANDARD, BodyFormat.PROTOBUF])(
    "receives events of format %i with its example of a receiver",
    async (format) => {
      const secret = `whsec_${Buffer.alloc(32, format).toString("base64")}`;
      const receiver = spawn(join(folder.path, "receive"), ["127.0.0.1:0"], {
        env: { ...process.env, MODELWIRE_WEBHOOK_SECRET: secret },
        stdio: ["ignore", "pipe", "inherit"],
      });
      const ended = once(receiver, "close");
      try {
        const lines = createInterface(receiver.stdout)[Symbol.asyncIterator]();
        const url = (await lines.next()).value?.split(" ").at(-1) ?? "";
        const { endpoint } = await clients.webhooks.createEndpoint({ url, format, secret });
        const endpointId = endpoint?.endpointId ?? "";
        const { delivered, eventId } = await clients.webhooks.testEndpoint({ endpointId });
        expect(delivered).toBe(true);
        const { value } = await lines.next();
        expect(value?.split(" ")).toEqual(
          expect.arrayContaining(["EVENT_TYPE_ENDPOINT_TEST", eventId]),
        );
        await clients.webhooks.rotateEndpointSecret({ endpointId, overlap: { seconds: 0n } });
        const after = await clients.webhooks.testEndpoint({ endpointId });
        expect(after).toMatchObject({
          delivered: false,
          attempt: { status: 401, responseExcerpt: "WRONG_SIGNATURE\n" },
        });
        await clients.webhooks.deleteEndpoint({ endpointId });
      } finally {
        receiver.kill();
        await ended;
      }
    },
  );

  test("is installed as its README says", { timeout: BUILD_MS }, async () => {
    const readme = await readFile(join(client, "README.md"), "utf8");
    const [, commands = ""] = readme.match(/## Install[\s\S]*?```console\n([\s\S]*?)```/) ?? [];
    const [, imports = ""] = readme.match(/```go\n(import \([\s\S]*?\n\))/) ?? [];
    const cwd = join(folder.path, "user");
    await run("mkdir", [cwd]);
    const used = imports.replace(/^\t(\w+ )?"/gm, '\t_ "');
    await writeFile(join(cwd, "main.go"), `package main\n\n${used}\n\nfunc main() {}\n`);
    const script = commands.replace(/^\$ /gm, "").replaceAll("/path/to/modelwire", root);
    await run("go", ["mod", "init", "example.com/user"], { cwd });
    const user = { cwd, env: { ...process.env, GOFLAGS: "-p=2" } };
    await run("sh", ["-e", "-c", script], user);
    await run("go", ["build", "-o", join(folder.path, "used"), "."], user);
  });
});
