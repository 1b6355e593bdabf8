import { randomUUID } from "node:crypto";
import type { JsonObject } from "@bufbuild/protobuf";
import {
  createConnectTransport,
  createGrpcTransport,
  createGrpcWebTransport,
} from "@connectrpc/connect-node";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  type Addresses,
  at,
  createCurlClient,
  createFetchClient,
  createProtoLoaderClient,
  createReflectionClient,
  createTransportClient,
  type ForeignClient,
  ForeignFailure,
} from "./support/foreign-clients.ts";
import { quickstartModel, readModelFiles } from "./support/model-files.ts";
import { startModelwire, type TestModelwire } from "./support/modelwire.ts";

const registry = "modelwire.registry.v1.RegistryService";
const webhooks = "modelwire.webhook.v1.WebhookService";

const clients: Record<string, (addresses: Addresses) => ForeignClient | Promise<ForeignClient>> = {
  "grpc-js with the proto files": createProtoLoaderClient,
  "a client that knows only reflection": createReflectionClient,
  curl: createCurlClient,
  fetch: createFetchClient,
  "Connect in JSON": ({ httpUrl: baseUrl }) =>
    createTransportClient(
      createConnectTransport({ baseUrl, httpVersion: "1.1", useBinaryFormat: false }),
    ),
  "Connect with GET": ({ httpUrl: baseUrl }) =>
    createTransportClient(
      createConnectTransport({ baseUrl, httpVersion: "1.1", useHttpGet: true }),
    ),
  "gRPC-Web": ({ httpUrl: baseUrl }) =>
    createTransportClient(createGrpcWebTransport({ baseUrl, httpVersion: "1.1" })),
  "connect-node over gRPC": ({ grpcAddress }) =>
    createTransportClient(createGrpcTransport({ baseUrl: `http://${grpcAddress}` })),
};

let modelwire: TestModelwire;
let files: JsonObject[];
beforeAll(async () => {
  modelwire = await startModelwire();
  files = (await readModelFiles(quickstartModel)).map(({ path, content }) => ({
    path,
    content: Buffer.from(content).toString("base64"),
  }));
});
afterAll(() => modelwire?.stop());

const request = (): JsonObject => ({
  requestId: randomUUID(),
  modelType: "lead_scoring",
  modelName: `foreign-${randomUUID()}`,
  package: { files },
  tags: { team: "sales" },
  params: { depth: "3" },
  metrics: { auc: 0.91 },
  description: "von außen",
});

async function failureOf(call: Promise<unknown>): Promise<ForeignFailure> {
  const failure = await call.then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(failure).toBeInstanceOf(ForeignFailure);
  return failure as ForeignFailure;
}

describe.for(Object.entries(clients))("%s", ([, create]) => {
  let client: ForeignClient;
  beforeAll(async () => {
    client = await create(modelwire);
  });
  afterAll(() => client?.close());

  test("registers a package and looks it up by uuid and by version", async () => {
    const asked = request();
    const made = await client.call(registry, "RegisterBaseline", asked);
    expect(made.registration).toMatchObject({
      modelId: `${asked.modelName}/1`,
      version: "1",
      modelType: "lead_scoring",
      isBaseline: true,
      modelVersion: {
        name: asked.modelName,
        version: "1",
        status: "MODEL_VERSION_STATUS_READY",
        description: "von außen",
        tags: { team: "sales" },
      },
      modelInfo: {
        modelUuid: expect.stringMatching(/^m-[0-9a-f]{32}$/),
        params: { depth: "3" },
        metrics: [{ key: "auc", value: 0.91 }],
        files: expect.arrayContaining([expect.objectContaining({ path: "MLmodel" })]),
      },
    });
    const modelUuid = at(made, "registration.modelInfo.modelUuid") ?? "";
    const byUuid = await client.call(registry, "GetModelByUuid", { modelUuid });
    const ref = { modelId: `${asked.modelName}/1` };
    const byVersion = await client.call(registry, "GetModelVersion", { ref });
    expect(byUuid).toEqual({ ...byVersion, asOf: expect.anything() });
    for (const member of ["modelId", "version", "runId", "modelInfo.packageDigest"]) {
      expect(at(byUuid, `registration.${member}`)).toBe(at(made, `registration.${member}`));
    }
    // A repeat is the same registration, not another version.
    expect(await client.call(registry, "RegisterBaseline", asked)).toEqual(made);
  });

  test("is told every field that is wrong", async () => {
    const wrong = { ...request(), modelType: "Lead Scoring", modelName: "a/b", requestId: "1" };
    const failure = await failureOf(client.call(registry, "RegisterBaseline", wrong));
    expect(failure).toMatchObject({ code: "INVALID_ARGUMENT", reason: "INVALID_FIELD" });
    expect(failure.fields).toEqual({
      request_id: "expected a UUID, such as 6f8a1c1e-3b0a-4d3c-9a54-0c6c2f1d7e11",
      model_type:
        "expected 1 to 64 characters of a-z, 0-9 and _, beginning with a letter, such as classification",
      model_name: "expected 1 to 256 characters without /, : and control characters",
    });
    expect(failure.message).toContain("model_type: expected 1 to 64 characters");
  });

  test("is told that there is no such model", async () => {
    const modelUuid = `m-${"0".repeat(32)}`;
    const failure = await failureOf(client.call(registry, "GetModelByUuid", { modelUuid }));
    expect(failure).toMatchObject({ code: "NOT_FOUND", reason: "MODEL_NOT_FOUND", fields: {} });
    expect(failure.message).toContain(modelUuid);
  });

  test("creates an endpoint, lists it, and is told of a request id that was used", async () => {
    const asked = { requestId: randomUUID(), url: "http://127.0.0.1:9/", description: "föreign" };
    const made = await client.call(webhooks, "CreateEndpoint", asked);
    expect(made).toMatchObject({
      secret: expect.stringMatching(/^whsec_/),
      endpoint: { url: asked.url, description: "föreign", state: "ENDPOINT_STATE_ENABLED" },
    });
    const listed = await client.call(webhooks, "ListEndpoints", { pageSize: 1000 });
    expect(listed.endpoints).toContainEqual(made.endpoint);
    const other = { ...asked, description: "other" };
    expect(await failureOf(client.call(webhooks, "CreateEndpoint", other))).toMatchObject({
      code: "ALREADY_EXISTS",
      reason: "REQUEST_ID_REUSED",
    });
    const endpointId = at(made, "endpoint.endpointId") ?? "";
    await client.call(webhooks, "DeleteEndpoint", { endpointId });
    expect(await failureOf(client.call(webhooks, "DeleteEndpoint", { endpointId }))).toMatchObject({
      code: "NOT_FOUND",
      reason: "ENDPOINT_NOT_FOUND",
    });
  });
});
