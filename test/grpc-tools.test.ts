import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  buildGrpcTools,
  type GrpcTool,
  plaintext,
  runGrpcTool,
  type ToolResult,
  trusting,
} from "./support/grpc-tools.ts";
import { quickstartModel, readModelFiles } from "./support/model-files.ts";
import { startModelwire, type TestModelwire } from "./support/modelwire.ts";
import { startTlsModelwire, type TlsModelwire } from "./support/tls-modelwire.ts";
import { makeTlsSetting, type TlsSetting } from "./support/tls-setting.ts";
import { describeWith } from "./support/toolchains.ts";

/** The time to fetch and build the tools, on a machine that has nothing of them yet. */
const BUILD_MS = 600_000;
const registry = "modelwire.registry.v1.RegistryService";
const services = [
  "grpc.health.v1.Health",
  "modelwire.event.v1.EventService",
  registry,
  "modelwire.webhook.v1.WebhookService",
];

describeWith(["go"], "the gRPC tools that people have, built with Go", () => {
  let modelwire: TestModelwire;
  beforeAll(async () => {
    await buildGrpcTools();
    modelwire = await startModelwire();
  }, BUILD_MS);
  afterAll(() => modelwire?.stop());

  const run = (tool: GrpcTool, ...args: string[]): Promise<ToolResult> =>
    runGrpcTool(tool, [...plaintext[tool], ...args]);
  const grpcurl = (...args: string[]) => run("grpcurl", ...args);
  const call = async (request: object, method: string, ...flags: string[]) =>
    grpcurl(...flags, "-d", JSON.stringify(request), modelwire.grpcAddress, method);
  const probe = (...args: string[]) =>
    run("grpc-health-probe", `-addr=${modelwire.grpcAddress}`, ...args);

  async function registration(modelName: string) {
    const files = (await readModelFiles(quickstartModel)).map(({ path, content }) => ({
      path,
      content: Buffer.from(content).toString("base64"),
    }));
    return { requestId: randomUUID(), modelType: "lead_scoring", modelName, package: { files } };
  }

  test("grpcurl lists the services and describes them, without a proto file", async () => {
    const listed = await grpcurl(modelwire.grpcAddress, "list");
    expect(listed).toMatchObject({ exitCode: 0, stderr: "" });
    expect(listed.stdout.trim().split("\n")).toEqual(expect.arrayContaining(services));
    const described = await grpcurl(
      modelwire.grpcAddress,
      "describe",
      `${registry}.GetModelByUuid`,
    );
    expect(described.stdout).toContain(
      "rpc GetModelByUuid ( .modelwire.registry.v1.GetModelByUuidRequest )",
    );
    const message = "modelwire.event.v1.Event";
    expect((await grpcurl(modelwire.grpcAddress, "describe", message)).stdout).toContain(
      "uint32 sequence = 5;",
    );
  });

  test("grpcurl calls: a registration, its lookup, and a stream of events", async () => {
    const modelName = `grpcurl-${randomUUID()}`;
    const made = await call(await registration(modelName), `${registry}/RegisterBaseline`);
    expect(made).toMatchObject({ exitCode: 0, stderr: "" });
    const { modelUuid } = JSON.parse(made.stdout).registration.modelInfo;
    const found = await call({ modelUuid }, `${registry}/GetModelByUuid`);
    expect(JSON.parse(found.stdout).registration.modelId).toBe(`${modelName}/1`);
    // The stream has no end of its own: the time ends it, after what there is was told.
    const watched = await call(
      { startTime: "2020-01-01T00:00:00Z", filter: { modelName } },
      "modelwire.event.v1.EventService/WatchEvents",
      ...["-max-time", "3"],
    );
    expect(watched.stdout).toContain(`"modelName": "${modelName}"`);
    expect(watched.stderr).toContain("DeadlineExceeded");
  });

  test("grpcurl shows an error with its details", async () => {
    const wrong = { modelType: "Lead Scoring", requestId: "1" };
    const refused = await call(wrong, `${registry}/RegisterBaseline`);
    expect(refused.exitCode).not.toBe(0);
    expect(refused.stderr).toContain("Code: InvalidArgument");
    expect(refused.stderr).toMatch(/google\.rpc\.ErrorInfo[\s\S]*"reason": ?"INVALID_FIELD"/);
    expect(refused.stderr).toMatch(/google\.rpc\.BadRequest[\s\S]*"field": ?"model_type"/);
    expect(refused.stderr).toContain("expected 1 to 64 characters of a-z, 0-9 and _");
  });

  test("grpc-health-probe is told the health of the server, of each service and of MLflow", async () => {
    for (const service of ["", ...services.slice(1), "modelwire.mlflow"]) {
      const healthy = await probe(`-service=${service}`);
      expect(healthy, service).toMatchObject({ exitCode: 0 });
      expect(healthy.stderr).toContain("status: SERVING");
    }
    expect((await probe("-service=nobody")).exitCode).not.toBe(0);
  });

  test("grpc-health-probe is told when the server cannot be reached any more", async () => {
    const stopped = await startModelwire();
    await stopped.stop();
    // Its own code for a server that it cannot connect to.
    const gone = await run("grpc-health-probe", `-addr=${stopped.grpcAddress}`);
    expect(gone.exitCode).toBe(2);
  });
});

describeWith(["go"], "the gRPC tools over TLS, before a server that knows its callers", () => {
  let site: TlsModelwire;
  let stranger: TlsSetting;
  beforeAll(async () => {
    await buildGrpcTools();
    [site, stranger] = await Promise.all([startTlsModelwire(), makeTlsSetting()]);
  }, BUILD_MS);
  afterAll(async () => {
    await site?.stop();
    await stranger?.remove();
  });

  const list = "modelwire.event.v1.EventService/ListEvents";
  const grpcurl = (caPath: string, ...args: string[]) =>
    runGrpcTool("grpcurl", [...trusting(caPath).grpcurl, ...args]);
  const probe = (caPath: string, ...args: string[]) =>
    runGrpcTool("grpc-health-probe", [
      ...trusting(caPath)["grpc-health-probe"],
      `-addr=${site.modelwire.grpcAddress}`,
      ...args,
    ]);

  test("grpcurl lists and describes for everybody who trusts its authority", async () => {
    const listed = await grpcurl(site.tls.caPath, site.modelwire.grpcAddress, "list");
    expect(listed).toMatchObject({ exitCode: 0, stderr: "" });
    expect(listed.stdout.trim().split("\n")).toEqual(expect.arrayContaining(services));
  });

  test("grpcurl calls with an API key, and is told what lacks without one", async () => {
    const { grpcAddress } = site.modelwire;
    const key = ["-H", `authorization: Bearer ${site.key}`];
    const known = await grpcurl(site.tls.caPath, ...key, grpcAddress, list);
    expect(known).toMatchObject({ exitCode: 0, stderr: "" });
    const refused = async (...header: string[]) =>
      (await grpcurl(site.tls.caPath, ...header, grpcAddress, list)).stderr;
    const nobody = await refused();
    expect(nobody).toContain("Code: Unauthenticated");
    expect(nobody).toMatch(/"reason": ?"CREDENTIALS_MISSING"/);
    const wrong = `${site.key.slice(0, -43)}${"A".repeat(43)}`;
    const somebody = await refused("-H", `authorization: Bearer ${wrong}`);
    expect(somebody).toMatch(/"reason": ?"CREDENTIALS_INVALID"/);
    expect(somebody).not.toContain(wrong);
  });

  test("grpc-health-probe is told the health, which takes no API key", async () => {
    for (const service of ["", ...services.slice(1)]) {
      const healthy = await probe(site.tls.caPath, `-service=${service}`);
      expect(healthy, service).toMatchObject({ exitCode: 0 });
      expect(healthy.stderr).toContain("status: SERVING");
    }
  });

  test("another authority is refused by both, and so is a server by another name", async () => {
    const { grpcAddress } = site.modelwire;
    const listed = await grpcurl(stranger.caPath, grpcAddress, "list");
    expect(listed.exitCode).not.toBe(0);
    expect(listed.stderr).toContain("certificate signed by unknown authority");
    const [name, caPath] = ["another.example", site.tls.caPath];
    const renamed = await grpcurl(caPath, "-authority", name, grpcAddress, "list");
    expect(renamed.exitCode).not.toBe(0);
    expect(renamed.stderr).toContain(name);
    // Its own code for a server that it cannot connect to.
    expect((await probe(stranger.caPath)).exitCode).toBe(2);
    expect((await probe(caPath, `-tls-server-name=${name}`)).exitCode).toBe(2);
  });

  test("who speaks without TLS is refused", async () => {
    const { grpcAddress } = site.modelwire;
    // It would try for ten seconds.
    const briefly = [...plaintext.grpcurl, "-connect-timeout", "1"];
    const plain = await runGrpcTool("grpcurl", [...briefly, grpcAddress, "list"]);
    expect(plain.exitCode).not.toBe(0);
    const probed = await runGrpcTool("grpc-health-probe", [`-addr=${grpcAddress}`]);
    expect(probed.exitCode).not.toBe(0);
  });
});
