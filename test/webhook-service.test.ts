import { randomUUID } from "node:crypto";
import { durationFromMs, timestampFromMs, timestampMs } from "@bufbuild/protobuf/wkt";
import { createClient } from "@connectrpc/connect";
import { createGrpcTransport } from "@connectrpc/connect-node";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { EventService } from "#gen/modelwire/event/v1/event_service_pb.js";
import { RegistryService } from "#gen/modelwire/registry/v1/registry_service_pb.js";
import { BodyFormat, EndpointState } from "#gen/modelwire/webhook/v1/endpoint_pb.js";
import { WebhookService } from "#gen/modelwire/webhook/v1/webhook_service_pb.js";
import { type Clients, createClients } from "./support/clients.ts";
import { failureOf } from "./support/errors.ts";
import { startModelwire, type TestModelwire } from "./support/modelwire.ts";
import { answerWith, type Receiver, startReceiver, verifyWithNode } from "./support/receiver.ts";
import { createTestDatabase, type TestDatabase } from "./support/services.ts";

// Nothing listens there: what is committed stays pending.
const nowhere = "http://127.0.0.1:9/";
const nobody = `ep_${"0".repeat(32)}`;
const DAY_MS = 86_400_000;

const clientsOf: Record<string, (modelwire: TestModelwire) => Clients> = {
  HTTP: ({ httpUrl }) => createClients(httpUrl),
  gRPC({ grpcAddress }) {
    const transport = createGrpcTransport({ baseUrl: `http://${grpcAddress}` });
    return {
      events: createClient(EventService, transport),
      registry: createClient(RegistryService, transport),
      webhooks: createClient(WebhookService, transport),
    };
  },
};

const kinds = ["SQLite", "PostgreSQL"].flatMap((engine) =>
  Object.keys(clientsOf).map((listener) => ({ engine, listener })),
);

describe.for(kinds)("endpoints in $engine over $listener", ({ engine, listener }) => {
  let database: TestDatabase | undefined;
  let modelwire: TestModelwire;
  let webhooks: Clients["webhooks"];
  let receiver: Receiver;
  beforeAll(async () => {
    if (engine === "PostgreSQL") database = await createTestDatabase();
    modelwire = await startModelwire(database && { databaseUrl: database.url });
    const clients = clientsOf[listener]?.(modelwire);
    if (!clients) throw new Error(`no listener ${listener}`);
    webhooks = clients.webhooks;
    receiver = await startReceiver();
  });
  afterAll(async () => {
    await receiver?.close();
    await modelwire?.stop();
    await database?.drop();
  });

  type Request = Parameters<Clients["webhooks"]["createEndpoint"]>[0];
  async function create(request: Request = {}) {
    const { endpoint, secret } = await webhooks.createEndpoint({ url: nowhere, ...request });
    if (!endpoint) throw new Error("no endpoint");
    return { endpoint, secret, endpointId: endpoint.endpointId };
  }

  test("an endpoint is created with all that can be said of it, and read as it was", async () => {
    const filter = 'event.model_name == "leads"';
    const { endpoint, endpointId } = await create({
      format: BodyFormat.SITE_FLAT,
      payloadVersion: "2026-04-18",
      secret: "a secret of the site",
      filter,
      ordered: true,
    });
    expect(endpoint).toMatchObject({
      format: BodyFormat.SITE_FLAT,
      payloadVersion: "2026-04-18",
      filter,
      ordered: true,
      health: { consecutiveFailures: 0, pendingCount: 0 },
    });
    expect(endpoint).not.toHaveProperty("previousSecretExpiryTime");
    expect(await webhooks.getEndpoint({ endpointId })).toMatchObject({ endpoint });
    const { endpoints } = await webhooks.listEndpoints({ pageSize: 1000 });
    expect(endpoints).toContainEqual(endpoint);
  });

  test("each format has its newest payload version and a secret of its kind", async () => {
    const expected = [
      [BodyFormat.UNSPECIFIED, BodyFormat.STANDARD, "1", /^whsec_/],
      [BodyFormat.PROTOBUF, BodyFormat.PROTOBUF, "1", /^whsec_/],
      [BodyFormat.SITE_FLAT, BodyFormat.SITE_FLAT, "2026-11-24", /^[0-9a-f]{64}$/],
      [BodyFormat.SITE_NESTED, BodyFormat.SITE_NESTED, "2026-04-30", /^[0-9a-f]{64}$/],
    ] as const;
    for (const [asked, format, payloadVersion, secretLike] of expected) {
      const { endpoint, secret } = await create({ format: asked });
      expect(endpoint).toMatchObject({ format, payloadVersion });
      expect(secret).toMatch(secretLike);
    }
  });

  test("a request id is for one request, in every part of it", async () => {
    const request = {
      ...{ requestId: randomUUID(), url: nowhere, format: BodyFormat.SITE_FLAT },
      ...{ secret: "0123456789abcdef", filter: "event.sequence > 1u", ordered: true },
      payloadVersion: "2026-04-18",
    };
    const first = await webhooks.createEndpoint(request);
    expect(await webhooks.createEndpoint(request)).toEqual(first);
    for (const other of [
      { format: BodyFormat.SITE_NESTED, payloadVersion: "2026-04-30" },
      { secret: "0123456789abcdeF" },
      { filter: "event.sequence > 2u" },
      { ordered: false },
      { payloadVersion: "2026-04-07" },
    ]) {
      const failure = await failureOf(webhooks.createEndpoint({ ...request, ...other }));
      expect(failure).toMatchObject({ code: "AlreadyExists", reason: "REQUEST_ID_REUSED" });
    }
  });

  test.for([
    ["a filter that is none", { filter: "event." }, "filter", /./],
    ["a filter that is too long", { filter: "a".repeat(4001) }, "filter", /4,000 characters/],
    ["NUL in the filter", { filter: '"\0" == ""' }, "filter", /without NUL/],
    [
      "a version of another format",
      { payloadVersion: "2026-04-18" },
      "payload_version",
      /^expected 1 for BODY_FORMAT_STANDARD$/,
    ],
    [
      "a short secret of the site",
      { format: BodyFormat.SITE_FLAT, secret: "a".repeat(15) },
      "secret",
      /16 to 500 printable/,
    ],
    [
      "a secret of the site that is not ASCII",
      { format: BodyFormat.SITE_FLAT, secret: "ä".repeat(20) },
      "secret",
      /printable ASCII/,
    ],
    ["a secret of the site elsewhere", { secret: "a".repeat(20) }, "secret", /^expected whsec_/],
  ] as [string, Request, string, RegExp][])(
    "CreateEndpoint refuses %s",
    async ([, wrong, field, why]) => {
      const failure = await failureOf(webhooks.createEndpoint({ url: nowhere, ...wrong }));
      expect(failure).toMatchObject({ code: "InvalidArgument", reason: "INVALID_FIELD" });
      expect(Object.keys(failure.fields)).toEqual([field]);
      expect(failure.fields[field]).toMatch(why);
    },
  );

  test("UpdateEndpoint changes what is set and leaves the rest", async () => {
    const filter = "event.sequence == 1u";
    const made = await create({ description: "one", filter, format: BodyFormat.SITE_FLAT });
    const { endpointId } = made;
    const update = async (change: object) =>
      (await webhooks.updateEndpoint({ endpointId, ...change })).endpoint;
    expect(await update({ url: receiver.url })).toEqual({ ...made.endpoint, url: receiver.url });
    expect(await update({ description: "", ordered: true })).toMatchObject({
      ...{ url: receiver.url, filter, ordered: true },
    });
    const changed = await update({ filter: "", payloadVersion: "2025-08-15", ordered: false });
    expect(changed).toMatchObject({ payloadVersion: "2025-08-15", ordered: false });
    expect(changed).not.toHaveProperty("description");
    expect(changed).not.toHaveProperty("filter");
    expect((await webhooks.getEndpoint({ endpointId })).endpoint).toEqual(changed);
  });

  test.for([
    ["nothing", {}, "url", /payload_version to be set$/],
    ["a wrong URL", { url: "x" }, "url", /^expected a URL/],
    ["a long description", { description: "a".repeat(501) }, "description", /500 characters/],
    ["a filter that is none", { filter: "(" }, "filter", /./],
    [
      "a version of another format",
      { payloadVersion: "2026-04-30" },
      "payload_version",
      /^expected 1 for/,
    ],
  ] as [string, object, string, RegExp][])(
    "UpdateEndpoint refuses %s",
    async ([, wrong, field, why]) => {
      const { endpointId, endpoint } = await create();
      const failure = await failureOf(webhooks.updateEndpoint({ endpointId, ...wrong }));
      expect(failure).toMatchObject({ code: "InvalidArgument", reason: "INVALID_FIELD" });
      expect(failure.fields[field]).toMatch(why);
      expect((await webhooks.getEndpoint({ endpointId })).endpoint).toEqual(endpoint);
    },
  );

  test("an endpoint is paused and resumed, as often as one likes", async () => {
    const { endpointId, endpoint } = await create();
    for (let i = 0; i < 2; i++) {
      const paused = await webhooks.pauseEndpoint({ endpointId });
      expect(paused.endpoint).toEqual({ ...endpoint, state: EndpointState.PAUSED });
    }
    for (let i = 0; i < 2; i++) {
      expect((await webhooks.resumeEndpoint({ endpointId })).endpoint).toEqual(endpoint);
    }
  });

  test("RotateEndpointSecret keeps earlier secrets for the overlap, and none without one", async () => {
    const { endpointId, secret } = await create({ url: receiver.url });
    const before = Date.now();
    const first = await webhooks.rotateEndpointSecret({ endpointId });
    const expiry = first.endpoint?.previousSecretExpiryTime;
    expect(expiry && timestampMs(expiry)).toBeGreaterThanOrEqual(before + DAY_MS);
    expect(first.secret).not.toBe(secret);

    // Given once more, it changes nothing: not even how long the earlier one signs.
    const same = { endpointId, secret: first.secret, overlap: durationFromMs(0) };
    expect(await webhooks.rotateEndpointSecret(same)).toEqual(first);

    const overlap = durationFromMs(3_600_000);
    const second = await webhooks.rotateEndpointSecret({ endpointId, overlap });
    const sooner = second.endpoint?.previousSecretExpiryTime;
    expect(sooner && timestampMs(sooner)).toBeLessThanOrEqual(Date.now() + 3_600_000);
    const before3 = receiver.received.length;
    await webhooks.testEndpoint({ endpointId });
    const signatures = (request = receiver.received.at(-1)) =>
      String(request?.headers["webhook-signature"]).split(" ").length;
    expect(receiver.received).toHaveLength(before3 + 1);
    expect(signatures()).toBe(3);

    // Back to an earlier one: it signs first, and once.
    const back = await webhooks.rotateEndpointSecret({ endpointId, secret, overlap });
    expect(back.secret).toBe(secret);
    await webhooks.testEndpoint({ endpointId });
    expect(signatures()).toBe(3);

    const none = durationFromMs(0);
    const last = await webhooks.rotateEndpointSecret({ endpointId, overlap: none });
    expect(last.endpoint).not.toHaveProperty("previousSecretExpiryTime");
    await webhooks.testEndpoint({ endpointId });
    expect(signatures()).toBe(1);
    const request = receiver.received.at(-1);
    if (!request) throw new Error("no request");
    verifyWithNode(last.secret, request);
  });

  test("at most ten secrets sign, the newest ones, also after rotations at once", async () => {
    const { endpointId } = await create({ url: receiver.url });
    const rotations = Array.from({ length: 12 }, () =>
      webhooks.rotateEndpointSecret({ endpointId }),
    );
    const secrets = (await Promise.all(rotations)).map(({ secret }) => secret);
    expect(new Set(secrets).size).toBe(12);
    await webhooks.testEndpoint({ endpointId });
    const request = receiver.received.at(-1);
    if (!request) throw new Error("no request");
    const verifies = (secret: string) => {
      try {
        verifyWithNode(secret, request);
        return true;
      } catch {
        return false;
      }
    };
    expect(secrets.filter(verifies)).toHaveLength(10);
  });

  test("the site's formats rotate without an overlap only", async () => {
    const { endpointId } = await create({ format: BodyFormat.SITE_NESTED });
    const overlap = durationFromMs(1000);
    const failure = await failureOf(webhooks.rotateEndpointSecret({ endpointId, overlap }));
    expect(failure.fields.overlap).toMatch(/^expected 0, or unset/);
    for (const zero of [undefined, durationFromMs(0)]) {
      const request = { endpointId, ...(zero && { overlap: zero }) };
      const { endpoint, secret } = await webhooks.rotateEndpointSecret(request);
      expect(endpoint).not.toHaveProperty("previousSecretExpiryTime");
      expect(secret).toMatch(/^[0-9a-f]{64}$/);
    }
  });

  test.for([
    ["a negative overlap", { overlap: { seconds: -1n, nanos: 0 } }, "overlap"],
    ["an overlap of more than 30 days", { overlap: durationFromMs(30 * DAY_MS + 1) }, "overlap"],
    ["a secret that is none", { secret: "x" }, "secret"],
  ] as [string, object, string][])("RotateEndpointSecret refuses %s", async ([, wrong, field]) => {
    const { endpointId } = await create();
    const failure = await failureOf(webhooks.rotateEndpointSecret({ endpointId, ...wrong }));
    expect(failure).toMatchObject({ code: "InvalidArgument", reason: "INVALID_FIELD" });
    expect(Object.keys(failure.fields)).toEqual([field]);
  });

  test("TestEndpoint tells how the endpoint took a signed request, whatever its state", async () => {
    const { endpointId, secret } = await create({ url: receiver.url });
    await webhooks.pauseEndpoint({ endpointId });
    const before = receiver.received.length;
    const { attempt, delivered, eventId } = await webhooks.testEndpoint({ endpointId });
    expect(attempt).toMatchObject({ number: 1, status: 204, responseExcerpt: "" });
    expect(attempt).not.toHaveProperty("error");
    expect(delivered).toBe(true);
    const request = receiver.received[before];
    if (!request) throw new Error("no request");
    expect(request.headers["webhook-id"]).toBe(eventId);
    expect(verifyWithNode(secret, request)).toMatchObject({
      id: eventId,
      type: "modelwire.endpoint.test",
      data: { type: "EVENT_TYPE_ENDPOINT_TEST", endpointTest: { endpointId } },
    });
  });

  test("TestEndpoint tells why a request was not taken, and holds it against nobody", async () => {
    const refusing = await startReceiver(answerWith(401));
    try {
      const { endpointId, endpoint } = await create({ url: refusing.url });
      const { attempt, delivered } = await webhooks.testEndpoint({ endpointId });
      expect(delivered).toBe(false);
      expect(attempt).toMatchObject({ status: 401, error: expect.stringContaining("401") });
      expect((await webhooks.getEndpoint({ endpointId })).endpoint).toEqual(endpoint);
      expect((await webhooks.listDeliveries({ endpointId })).deliveries).toEqual([]);
      await refusing.close();
      const unreachable = await webhooks.testEndpoint({ endpointId });
      expect(unreachable.attempt).toMatchObject({ error: "connection refused" });
      expect(unreachable.attempt).not.toHaveProperty("status");
    } finally {
      await refusing.close();
    }
  });

  const sinceTime = timestampFromMs(0);
  const calls: [string, (endpointId: string) => Promise<unknown>][] = [
    ["GetEndpoint", (endpointId) => webhooks.getEndpoint({ endpointId })],
    ["UpdateEndpoint", (endpointId) => webhooks.updateEndpoint({ endpointId, ordered: true })],
    [
      "UpdateEndpoint of the version",
      (endpointId) => webhooks.updateEndpoint({ endpointId, payloadVersion: "1" }),
    ],
    ["PauseEndpoint", (endpointId) => webhooks.pauseEndpoint({ endpointId })],
    ["ResumeEndpoint", (endpointId) => webhooks.resumeEndpoint({ endpointId })],
    ["RotateEndpointSecret", (endpointId) => webhooks.rotateEndpointSecret({ endpointId })],
    ["TestEndpoint", (endpointId) => webhooks.testEndpoint({ endpointId })],
    ["RecoverEndpoint", (endpointId) => webhooks.recoverEndpoint({ endpointId, sinceTime })],
  ];
  test.for(calls)("%s says that there is no such endpoint, or no such id", async ([, call]) => {
    expect(await failureOf(call(nobody))).toMatchObject({
      code: "NotFound",
      reason: "ENDPOINT_NOT_FOUND",
      resource: nobody,
    });
    for (const id of ["", "ep_1", "ep_\0"]) {
      expect(await failureOf(call(id))).toMatchObject({
        code: "InvalidArgument",
        fields: { endpoint_id: "expected ep_ and 32 hexadecimal digits" },
      });
    }
  });

  const deliveryCalls: [string, (deliveryId: string) => Promise<unknown>][] = [
    ["GetDelivery", (deliveryId) => webhooks.getDelivery({ deliveryId })],
    ["Redeliver", (deliveryId) => webhooks.redeliver({ deliveryId })],
  ];
  test.for(deliveryCalls)(
    "%s says that there is no such delivery, or no such id",
    async ([, call]) => {
      const none = `dlv_${"0".repeat(32)}`;
      expect(await failureOf(call(none))).toMatchObject({
        code: "NotFound",
        reason: "DELIVERY_NOT_FOUND",
        resource: none,
      });
      for (const id of ["", nobody, "dlv_\0"]) {
        expect(await failureOf(call(id))).toMatchObject({
          code: "InvalidArgument",
          fields: { delivery_id: "expected dlv_ and 32 hexadecimal digits" },
        });
      }
    },
  );

  test("RecoverEndpoint needs a time to begin at, and an end after it", async () => {
    const { endpointId } = await create();
    const failures = [
      [{}, { since_time: "expected a time" }],
      [
        { sinceTime: timestampFromMs(2), untilTime: timestampFromMs(2) },
        { until_time: "expected a time after since_time" },
      ],
      [
        { sinceTime: { seconds: 10n ** 12n, nanos: 0 } },
        { since_time: "expected a time from year 1 to year 9999" },
      ],
    ] as const;
    for (const [wrong, fields] of failures) {
      const failure = await failureOf(webhooks.recoverEndpoint({ endpointId, ...wrong }));
      expect(failure).toMatchObject({ code: "InvalidArgument", fields });
    }
  });

  test("ListDeliveries refuses an empty name of a model", async () => {
    const failure = await failureOf(webhooks.listDeliveries({ modelName: "" }));
    expect(failure).toMatchObject({ fields: { model_name: "expected a name; unset means any" } });
  });
});
