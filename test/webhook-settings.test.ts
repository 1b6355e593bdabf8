import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { BodyFormat, EndpointState } from "#gen/modelwire/webhook/v1/endpoint_pb.js";
import { failureOf } from "./support/errors.ts";
import { type CreateRequest, describeWebhookService } from "./support/webhook-service.ts";

const url = "http://127.0.0.1:9/";

describeWebhookService((service) => {
  test("an endpoint is created with all that can be said of it, and read as it was", async () => {
    const filter = 'event.model_name == "leads"';
    const { endpoint, endpointId } = await service.create({
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
    expect(await service.webhooks.getEndpoint({ endpointId })).toMatchObject({ endpoint });
    const { endpoints } = await service.webhooks.listEndpoints({ pageSize: 1000 });
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
      const { endpoint, secret } = await service.create({ format: asked });
      expect(endpoint).toMatchObject({ format, payloadVersion });
      expect(secret).toMatch(secretLike);
    }
  });

  test("a request id is for one request, in every part of it", async () => {
    const request = {
      ...{ requestId: randomUUID(), url, format: BodyFormat.SITE_FLAT },
      ...{ secret: "0123456789abcdef", filter: "event.sequence > 1u", ordered: true },
      payloadVersion: "2026-04-18",
    };
    const first = await service.webhooks.createEndpoint(request);
    expect(await service.webhooks.createEndpoint(request)).toEqual(first);
    for (const other of [
      { format: BodyFormat.SITE_NESTED, payloadVersion: "2026-04-30" },
      { secret: "0123456789abcdeF" },
      { filter: "event.sequence > 2u" },
      { ordered: false },
      { payloadVersion: "2026-04-07" },
    ]) {
      const failure = await failureOf(service.webhooks.createEndpoint({ ...request, ...other }));
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
  ] as [string, CreateRequest, string, RegExp][])(
    "CreateEndpoint refuses %s",
    async ([, wrong, field, why]) => {
      const failure = await failureOf(service.webhooks.createEndpoint({ url, ...wrong }));
      expect(failure).toMatchObject({ code: "InvalidArgument", reason: "INVALID_FIELD" });
      expect(Object.keys(failure.fields)).toEqual([field]);
      expect(failure.fields[field]).toMatch(why);
    },
  );

  test("UpdateEndpoint changes what is set and leaves the rest", async () => {
    const filter = "event.sequence == 1u";
    const made = await service.create({ description: "one", filter, format: BodyFormat.SITE_FLAT });
    const { endpointId } = made;
    const update = async (change: object) =>
      (await service.webhooks.updateEndpoint({ endpointId, ...change })).endpoint;
    expect(await update({ url: service.receiver.url })).toEqual({
      ...made.endpoint,
      url: service.receiver.url,
    });
    expect(await update({ description: "", ordered: true })).toMatchObject({
      ...{ url: service.receiver.url, filter, ordered: true },
    });
    const changed = await update({ filter: "", payloadVersion: "2025-08-15", ordered: false });
    expect(changed).toMatchObject({ payloadVersion: "2025-08-15", ordered: false });
    expect(changed).not.toHaveProperty("description");
    expect(changed).not.toHaveProperty("filter");
    expect((await service.webhooks.getEndpoint({ endpointId })).endpoint).toEqual(changed);
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
      const { endpointId, endpoint } = await service.create();
      const failure = await failureOf(service.webhooks.updateEndpoint({ endpointId, ...wrong }));
      expect(failure).toMatchObject({ code: "InvalidArgument", reason: "INVALID_FIELD" });
      expect(failure.fields[field]).toMatch(why);
      expect((await service.webhooks.getEndpoint({ endpointId })).endpoint).toEqual(endpoint);
    },
  );

  test("an endpoint is paused and resumed, as often as one likes", async () => {
    const { endpointId, endpoint } = await service.create();
    for (let i = 0; i < 2; i++) {
      const paused = await service.webhooks.pauseEndpoint({ endpointId });
      expect(paused.endpoint).toEqual({ ...endpoint, state: EndpointState.PAUSED });
    }
    for (let i = 0; i < 2; i++) {
      expect((await service.webhooks.resumeEndpoint({ endpointId })).endpoint).toEqual(endpoint);
    }
  });
});
