import { randomBytes } from "node:crypto";
import { cp, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Code } from "@connectrpc/connect";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Clients, createClients } from "../support/clients.ts";
import {
  buildJavaClient,
  countJavaTests,
  javaClient,
  type ProgramResult,
  runJavaTour,
} from "../support/java-client.ts";
import { quickstartModel } from "../support/model-files.ts";
import { startModelwire, type TestModelwire } from "../support/modelwire.ts";
import { startTcpFront } from "../support/tcp-front.ts";
import { makeTemporaryDirectory } from "../support/temporary-directory.ts";
import { startTlsModelwire } from "../support/tls-modelwire.ts";
import { describeWith } from "../support/toolchains.ts";

/** The time to fetch and build everything, on a machine that has nothing of it yet. */
const BUILD_MS = 15 * 60_000;
const TOUR_MS = 5 * 60_000;
const MIB = 1024 ** 2;

describeWith(["java", "javac", "mvn"], "the Java client", () => {
  let modelwire: TestModelwire;
  let clients: Clients;
  beforeAll(async () => {
    await buildJavaClient();
    modelwire = await startModelwire();
    clients = createClients(modelwire.httpUrl);
  }, BUILD_MS);
  afterAll(() => modelwire?.stop());

  test("and its receiver pass their own tests", async () => {
    const client = await countJavaTests("modelwire-client");
    expect(client.run).toBeGreaterThan(80);
    expect(client.notPassed).toBe(0);
    expect(await countJavaTests("receiver")).toEqual({ run: 1, notPassed: 0 });
  });

  test(
    "registers, uploads, looks up, fails, watches and is told by webhook",
    async () => {
      const { grpcAddress, httpUrl } = modelwire;
      await checkTour(
        await runJavaTour(quickstartModel, {
          MODELWIRE_GRPC: grpcAddress,
          MODELWIRE_URL: httpUrl,
        }),
      );
    },
    TOUR_MS,
  );

  test(
    "goes on the same tour with TLS, on both listeners, with a key or a certificate",
    async () => {
      const tls = await startTlsModelwire("tour=admin");
      try {
        for (const shown of [tls.environment, await tls.showing("CN=tour")]) {
          await checkTour(await runJavaTour(quickstartModel, shown), tls.clients);
        }
      } finally {
        await tls.stop();
      }
    },
    TOUR_MS,
  );

  test(
    "goes on with an upload and a watch where the connection breaks",
    async () => {
      const folder = await makeTemporaryDirectory("modelwire-java-");
      // It is sent inline first: 8 MiB are reached in the midst of the upload.
      const front = await startTcpFront(modelwire.grpcAddress, { resetAfterBytes: [8 * MIB] });
      try {
        const model = join(folder.path, "model");
        await cp(quickstartModel, model, { recursive: true });
        await mkdir(join(model, "data"));
        await writeFile(join(model, "data", "weights.bin"), randomBytes(6 * MIB));
        const env = { MODELWIRE_GRPC: front.address, MODELWIRE_URL: modelwire.httpUrl };
        await checkTour(await runJavaTour(model, env));
        expect(front.resets).toBe(1);
      } finally {
        await front.close();
        await folder.remove();
      }
    },
    TOUR_MS,
  );

  /** Checks what the tour printed, and what it left behind. */
  async function checkTour(
    { exitCode, stdout, stderr }: ProgramResult,
    { registry, webhooks }: Clients = clients,
  ): Promise<void> {
    const lines = stdout.trim().split("\n");
    expect({ exitCode, stderr, steps: lines.map((line) => line.split("  ")[0]) }).toEqual({
      exitCode: 0,
      stderr: expect.anything(),
      steps: [
        ...["ready", "registered", "uploaded", "registered", "looked up", "looked up"],
        ...["refused", "watched", "watched", "created", "received", "deleted"],
      ],
    });
    const [, modelId = "", modelUuid = ""] = (lines[1] ?? "").split("  ");
    const modelName = modelId.replace(/\/1$/, "");
    const find = async (version: string) => {
      const ref = { case: "modelId", value: `${modelName}/${version}` } as const;
      return (await registry.getModelVersion({ ref: { ref } })).registration;
    };
    const inline = await find("1");
    const uploaded = await find("2");
    expect(inline?.modelInfo?.modelUuid).toBe(modelUuid);
    expect((await find("3"))?.modelInfo?.modelUuid).toBe(uploaded?.modelInfo?.modelUuid);
    await expect(find("4")).rejects.toMatchObject({ code: Code.NotFound });
    // What was uploaded is, to the byte, what was sent inline.
    const contents = (registration: typeof inline) =>
      registration?.modelInfo?.files
        .filter((file) => file.path !== "MLmodel")
        .map(({ path, sha256 }) => `${sha256} ${path}`);
    expect(contents(uploaded)).toEqual(contents(inline));
    expect(contents(inline)).not.toEqual([]);
    expect((await webhooks.listEndpoints({})).endpoints).toEqual([]);
  }

  test("shows in its README only code that is compiled", async () => {
    const sources = await javaSources(join(javaClient, "examples"));
    const readme = await readFile(join(javaClient, "README.md"), "utf8");
    const snippets = [...readme.matchAll(/```java\n([\s\S]*?)```/g)].map(([, code = ""]) => code);
    expect(snippets.length).toBeGreaterThan(5);
    for (const snippet of snippets) expect(sources).toContain(bare(snippet));
  });
});

async function javaSources(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const texts = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(".java"))
    .map((entry) => readFile(join(entry.parentPath, entry.name), "utf8"));
  return (await Promise.all(texts)).map(bare).join("\n");
}

/** Leaves out how code is indented and broken into lines. */
function bare(code: string): string {
  return code.replace(/\s+/g, "");
}
