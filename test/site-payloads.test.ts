import { createHmac, randomUUID } from "node:crypto";
import { fromJson, type JsonObject, type MessageInitShape } from "@bufbuild/protobuf";
import { ValueSchema } from "@bufbuild/protobuf/wkt";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ContributorKind, type Registration } from "#gen/modelwire/registry/v1/registration_pb.js";
import type { SiteBindingSchema } from "#gen/modelwire/registry/v1/site_binding_pb.js";
import { BodyFormat } from "#gen/modelwire/webhook/v1/endpoint_pb.js";
import { bodyName, payloadVersions } from "../src/event/bodies.ts";
import { openStore } from "../src/store/store.ts";
import { type Clients, createClients } from "./support/clients.ts";
import { failureOf } from "./support/errors.ts";
import { startModelwire, type TestModelwire } from "./support/modelwire.ts";
import { type ReceivedRequest, type Receiver, startReceiver } from "./support/receiver.ts";
import { createTestDatabase, python, type TestDatabase } from "./support/services.ts";
import { strictReceivers } from "./support/site-receivers.ts";
import {
  choiceOf,
  type RecordedRegistration,
  type RecordedRequest,
  readRecorded,
} from "./vectors/site/read-recorded.ts";

type SiteBindingInit = Exclude<MessageInitShape<typeof SiteBindingSchema>, { $typeName: string }>;

const SECRET = "example-secret-not-in-use";
const secretKeys = `test:${Buffer.alloc(32, 7).toString("base64")}`;
const source = {
  case: "package" as const,
  value: {
    files: [
      { path: "MLmodel", content: new TextEncoder().encode("flavors:\n  python_function: {}\n") },
    ],
  },
};
const choices = (["SITE_FLAT", "SITE_NESTED"] as const).flatMap((format) =>
  (payloadVersions[format] ?? []).map((version) => ({ format, payload_version: version })),
);
const recordings = Map.groupBy(readRecorded(), (one) => one.case);
/** Metrics of MLflow have ASCII names: values of others only the binding can say. */
const isMetricName = (name: string) => /^[\w.\-/: ]+$/.test(name);

describe.for(["SQLite", "PostgreSQL"])("the site's payloads from %s", (engine) => {
  let database: TestDatabase | undefined;
  let modelwire: TestModelwire;
  let clients: Clients;
  let receiver: Receiver;
  const endpointIds = new Map<string, string>();

  beforeAll(async () => {
    if (engine === "PostgreSQL") database = await createTestDatabase();
    modelwire = await startModelwire({
      ...(database && { databaseUrl: database.url }),
      environment: { MODELWIRE_SECRET_KEYS: secretKeys },
    });
    clients = createClients(modelwire.httpUrl);
    receiver = await startReceiver();
    for (const choice of choices) {
      const name = bodyName(choice);
      const { endpoint } = await clients.webhooks.createEndpoint({
        url: `${receiver.url}/${name}`,
        format: BodyFormat[choice.format],
        payloadVersion: choice.payload_version,
        secret: SECRET,
      });
      endpointIds.set(name, endpoint?.endpointId ?? "");
    }
  });
  afterAll(async () => {
    await modelwire?.stop();
    await receiver?.close();
    await database?.drop();
  });

  /** Registers what a recording is of, as far as a caller decides it. */
  async function registerRecorded(given: RecordedRegistration): Promise<Registration> {
    const { metric_name: metric, baseline_value: before, current_value: now } = given;
    const isBaseline = given.contributor_address === undefined;
    const isMeasured = isMetricName(metric);
    const siteBinding: SiteBindingInit = {
      tokenSymbol: given.token_symbol,
      metricName: metric,
      ...(isBaseline && before !== now && { baselineValue: before }),
      ...(!isMeasured && { currentValue: now }),
      // The publisher was told the proposal apart from the tags.
      ...(given.tags?.proposal_identifier && { proposalIdentifier: given.token_symbol }),
      ...(given.api_schema?.inputSchema && { inputSchema: given.api_schema.inputSchema }),
      ...(given.eval_spec !== undefined && { evalSpec: fromJson(ValueSchema, given.eval_spec) }),
      ...(given.scorer_ref && { scorerRef: given.scorer_ref }),
      ...(given.primary_metric && { primaryMetric: given.primary_metric }),
      ...(given.benchmark_spec_id && { benchmarkSpecId: given.benchmark_spec_id }),
    };
    const request = {
      modelName: `${given.model_name}-${randomUUID()}`,
      source,
      tags: given.tags ?? {},
      metrics: isMeasured ? { [metric]: now } : {},
      ...(given.experiment_name && { experimentName: given.experiment_name }),
      siteBinding,
    };
    if (isBaseline) return answered(clients.registry.registerBaseline({ ...request, modelType }));
    // Not told the site, so that what arrives is of the improved model alone.
    const baseline = await answered(
      clients.registry.registerBaseline({ modelType, source, metrics: { [metric]: before } }),
    );
    return answered(
      clients.registry.registerImprovedModel({
        ...request,
        baseline: { ref: { case: "modelId", value: baseline.modelId } },
        contributor: {
          kind: ContributorKind.ETHEREUM_ADDRESS,
          id: given.contributor_address ?? "",
        },
      }),
    );
  }

  /** Gives what arrived of a registration, by the name of its body. */
  async function arrived({ modelName }: Registration): Promise<Map<string, ReceivedRequest>> {
    const own = () =>
      receiver.received.filter(({ body }) => body.toString().includes(JSON.stringify(modelName)));
    await expect.poll(() => own().length, { timeout: 20_000 }).toBe(choices.length);
    return new Map(own().map((one) => [one.path.replace("/hook/", ""), one]));
  }

  test.for([...recordings.keys()])("are as the Python registry sent them: %s", async (name) => {
    const recorded = recordings.get(name) ?? [];
    const [{ registration: given } = { registration: undefined }] = recorded;
    if (!given) throw new Error("nothing recorded");
    const registration = await registerRecorded(given);
    const requests = await arrived(registration);
    for (const one of recorded) {
      const request = requests.get(bodyName(choiceOf(one)));
      const payload = JSON.parse(request?.body.toString() ?? "") as JsonObject;
      expect(payload).toEqual(expectedOf(one, registration, payload));
      expect(request?.headers["content-type"]).toBe("application/json");
    }
    const key = await pythonKey(registration, given.token_symbol);
    for (const [body, request] of requests) {
      const payload = JSON.parse(request.body.toString());
      expect(strictReceivers[body]?.safeParse(payload).error).toBeUndefined();
      expect(request.headers["x-hokusai-idempotency-key"]).toBe(key);
      const hmac = createHmac("sha256", SECRET).update(request.body).digest("hex");
      expect(request.headers["x-hokusai-signature"]).toBe(`sha256=${hmac}`);
      expect(Object.keys(request.headers).filter((one) => one.startsWith("webhook-"))).toEqual([]);
    }
    const newest = JSON.parse(requests.get("SITE_FLAT@2026-11-24")?.body.toString() ?? "");
    expect(newest).toMatchObject({
      model_uuid: registration.modelInfo?.modelUuid,
      model_uri: registration.modelInfo?.modelUri,
    });
  });

  /** Gives the deliveries to the site's endpoints of a registered model's events. */
  async function deliveriesOf(modelName: string) {
    const store = await openStore(modelwire.databaseUrl);
    try {
      return await store.db
        .selectFrom("deliveries")
        .select(["endpoint_id", "type", "state", "skipped_reason"])
        .where("model_name", "=", modelName)
        .execute();
    } finally {
      await store.close();
    }
  }

  test("of what the site is not told a delivery says why, and of other events there is none", async () => {
    const { modelName, version } = await answered(
      clients.registry.registerBaseline({ modelType, source, modelName: `m-${randomUUID()}` }),
    );
    await clients.registry.setAlias({ modelName, version, alias: "production" });
    const deliveries = await deliveriesOf(modelName);
    expect(new Set(deliveries.map((one) => one.endpoint_id))).toEqual(
      new Set(endpointIds.values()),
    );
    expect(deliveries).toHaveLength(choices.length);
    for (const delivery of deliveries) {
      expect(delivery).toMatchObject({
        type: "modelwire.model.registered",
        state: "SKIPPED",
        skipped_reason: expect.stringMatching(/site_binding/),
      });
    }
  });

  test("what the site is told stays with the registration, also when MLflow is read again", async () => {
    const registration = await answered(
      clients.registry.registerBaseline({
        modelType,
        source,
        modelName: `m-${randomUUID()}`,
        tags: { ticker: "TICK" },
        metrics: { auc: 0.75 },
        siteBinding: { tokenSymbol: "tok", metricName: "auc" },
      }),
    );
    expect(registration.siteBinding).toMatchObject({
      baselineValue: 0.75,
      currentValue: 0.75,
      proposalIdentifier: "TICK",
    });
    const { modelName, version } = registration;
    const ref = {
      ref: { case: "nameVersion" as const, value: { name: modelName, version } },
    };
    await clients.registry.setTags({ ref, tags: { team: "sales" } });
    const { registration: again } = await clients.registry.getModelVersion({ ref });
    expect(again?.modelVersion?.tags).toMatchObject({ team: "sales" });
    expect(again?.siteBinding).toEqual(registration.siteBinding);
  });

  test("of a model that MLflow holds, its own metrics count", async () => {
    const first = await answered(
      clients.registry.registerBaseline({ modelType, source, metrics: { auc: 0.9 } }),
    );
    const held = {
      modelType,
      modelName: `m-${randomUUID()}`,
      source: { case: "mlflowUri" as const, value: first.modelInfo?.modelUri ?? "" },
    };
    const siteBinding = { tokenSymbol: "tok", metricName: "auc" };
    const { siteBinding: found } = await answered(
      clients.registry.registerBaseline({ ...held, siteBinding }),
    );
    expect(found).toMatchObject({ currentValue: 0.9, baselineValue: 0.9 });
  });

  test("a value that is not known is a wrong field, and nothing is made", async () => {
    const modelName = `m-${randomUUID()}`;
    const siteBinding = { tokenSymbol: "tok", metricName: "f1" };
    const experimentName = `never-${randomUUID()}`;
    const call = { modelType, source, modelName, experimentName, siteBinding };
    const { reason, fields } = await failureOf(clients.registry.registerBaseline(call));
    expect(reason).toBe("INVALID_FIELD");
    expect(fields).toEqual({
      "site_binding.current_value": 'expected the value of "f1": the registration records none',
    });
    expect(await python(experimentScript(experimentName))).toBe("None\n");
  });

  test("a request id goes with what the site is told", async () => {
    const requestId = randomUUID();
    const request = { requestId, modelType, source, modelName: `m-${requestId}` };
    const siteBinding = { tokenSymbol: "tok", metricName: "f1", currentValue: 1 };
    const first = await answered(clients.registry.registerBaseline({ ...request, siteBinding }));
    const again = await answered(clients.registry.registerBaseline({ ...request, siteBinding }));
    expect(again).toEqual(first);
    const other = { ...siteBinding, tokenSymbol: "other" };
    const repeat = clients.registry.registerBaseline({ ...request, siteBinding: other });
    expect((await failureOf(repeat)).reason).toBe("REQUEST_ID_REUSED");
  });
});

const modelType = "lead_scoring";

async function answered(
  call: Promise<{ registration?: Registration | undefined }>,
): Promise<Registration> {
  const { registration } = await call;
  if (!registration) throw new Error("an answer without a registration");
  return registration;
}

const experimentScript = (name: string) => `
import mlflow
print(mlflow.get_experiment_by_name(${JSON.stringify(name)}))
`;

/** Makes the idempotency key as the Python registry made it. */
async function pythonKey(
  { modelId, runId, version }: Registration,
  token: string,
): Promise<string> {
  const name = [modelId, token, runId, version].join(":");
  const script = "import os, uuid; print(uuid.uuid5(uuid.NAMESPACE_DNS, os.environ['NAME']))";
  return (await python(script, { NAME: name })).trim();
}

/** Puts what MLflow decided, and when, into what was recorded. */
function expectedOf(
  { shape, body }: RecordedRequest,
  registration: Registration,
  received: JsonObject,
): JsonObject {
  const expected = JSON.parse(body) as JsonObject;
  expected.timestamp = received.timestamp ?? null;
  const { modelId, modelName, version, runId = null } = registration;
  if (shape === "nested") {
    Object.assign(expected.model as JsonObject, { name: modelName, version, run_id: runId });
    return expected;
  }
  const ids: JsonObject = {
    model_id: modelId,
    idempotency_key: received.idempotency_key ?? null,
    model_name: modelName,
    model_version: version,
    version,
    registered_version: version,
    mlflow_run_id: runId,
  };
  for (const part of [expected, expected.metadata as JsonObject]) {
    for (const key of Object.keys(part)) {
      const id = ids[key];
      if (id !== undefined) part[key] = id;
    }
  }
  return expected;
}
