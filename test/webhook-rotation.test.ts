import { durationFromMs, timestampFromMs, timestampMs } from "@bufbuild/protobuf/wkt";
import { expect, test } from "vitest";
import { BodyFormat } from "#gen/modelwire/webhook/v1/endpoint_pb.js";
import { failureOf } from "./support/errors.ts";
import { verifyWithNode } from "./support/receiver.ts";
import { describeWebhookService } from "./support/webhook-service.ts";

const DAY_MS = 86_400_000;

describeWebhookService((service) => {
  test("RotateEndpointSecret keeps earlier secrets for the overlap, and none without one", async () => {
    const { endpointId, secret } = await service.create({ url: service.receiver.url });
    const before = Date.now();
    const first = await service.webhooks.rotateEndpointSecret({ endpointId });
    const expiry = first.endpoint?.previousSecretExpiryTime;
    expect(expiry && timestampMs(expiry)).toBeGreaterThanOrEqual(before + DAY_MS);
    expect(first.secret).not.toBe(secret);

    // Given once more, it changes nothing: not even how long the earlier one signs.
    const same = { endpointId, secret: first.secret, overlap: durationFromMs(0) };
    expect(await service.webhooks.rotateEndpointSecret(same)).toEqual(first);

    const overlap = durationFromMs(3_600_000);
    const second = await service.webhooks.rotateEndpointSecret({ endpointId, overlap });
    const sooner = second.endpoint?.previousSecretExpiryTime;
    expect(sooner && timestampMs(sooner)).toBeLessThanOrEqual(Date.now() + 3_600_000);
    const before3 = service.receiver.received.length;
    await service.webhooks.testEndpoint({ endpointId });
    const signatures = (request = service.receiver.received.at(-1)) =>
      String(request?.headers["webhook-signature"]).split(" ").length;
    expect(service.receiver.received).toHaveLength(before3 + 1);
    expect(signatures()).toBe(3);

    // Back to an earlier one: it signs first, and once.
    const back = await service.webhooks.rotateEndpointSecret({ endpointId, secret, overlap });
    expect(back.secret).toBe(secret);
    await service.webhooks.testEndpoint({ endpointId });
    expect(signatures()).toBe(3);

    const none = durationFromMs(0);
    const last = await service.webhooks.rotateEndpointSecret({ endpointId, overlap: none });
    expect(last.endpoint).not.toHaveProperty("previousSecretExpiryTime");
    await service.webhooks.testEndpoint({ endpointId });
    expect(signatures()).toBe(1);
    const request = service.receiver.received.at(-1);
    if (!request) throw new Error("no request");
    verifyWithNode(last.secret, request);
  });

  test("at most ten secrets sign: one more is refused, also at once, until one expires", async () => {
    const { endpointId, secret } = await service.create({ url: service.receiver.url });
    const hour = durationFromMs(3_600_000);
    const first = await service.webhooks.rotateEndpointSecret({ endpointId, overlap: hour });
    const rotations = await Promise.allSettled(
      Array.from({ length: 10 }, () => service.webhooks.rotateEndpointSecret({ endpointId })),
    );
    const secrets = [secret, first.secret];
    for (const one of rotations) if (one.status === "fulfilled") secrets.push(one.value.secret);
    expect(new Set(secrets).size).toBe(10);
    const refused = rotations.filter((one) => one.status === "rejected");
    expect(refused).toHaveLength(2);
    for (const { reason } of refused) {
      const failure = await failureOf(Promise.reject(reason));
      const expiry = timestampMs(first.endpoint?.previousSecretExpiryTime ?? timestampFromMs(0));
      const next = new Date(expiry).toISOString();
      expect(failure).toMatchObject({
        code: "FailedPrecondition",
        reason: "TOO_MANY_SECRETS",
        metadata: { endpoint_id: endpointId, next_expiry_time: next },
        message: expect.stringContaining(`the next of them expires at ${next}`),
      });
    }
    await service.webhooks.testEndpoint({ endpointId });
    const request = service.receiver.received.at(-1);
    if (!request) throw new Error("no request");
    for (const one of secrets) verifyWithNode(one, request);
    // Back to one of them needs no room, and without an overlap there is always some.
    await service.webhooks.rotateEndpointSecret({ endpointId, secret });
    const none = { endpointId, overlap: durationFromMs(0) };
    const last = await service.webhooks.rotateEndpointSecret(none);
    expect(last.endpoint).not.toHaveProperty("previousSecretExpiryTime");
  });

  test("the site's formats rotate without an overlap only", async () => {
    const { endpointId } = await service.create({ format: BodyFormat.SITE_NESTED });
    const overlap = durationFromMs(1000);
    const failure = await failureOf(service.webhooks.rotateEndpointSecret({ endpointId, overlap }));
    expect(failure.fields.overlap).toMatch(/^expected 0, or unset/);
    for (const zero of [undefined, durationFromMs(0)]) {
      const request = { endpointId, ...(zero && { overlap: zero }) };
      const { endpoint, secret } = await service.webhooks.rotateEndpointSecret(request);
      expect(endpoint).not.toHaveProperty("previousSecretExpiryTime");
      expect(secret).toMatch(/^[0-9a-f]{64}$/);
    }
  });

  test.for([
    ["a negative overlap", { overlap: { seconds: -1n, nanos: 0 } }, "overlap"],
    ["an overlap of more than 30 days", { overlap: durationFromMs(30 * DAY_MS + 1) }, "overlap"],
    ["a secret that is none", { secret: "x" }, "secret"],
  ] as [string, object, string][])("RotateEndpointSecret refuses %s", async ([, wrong, field]) => {
    const { endpointId } = await service.create();
    const failure = await failureOf(
      service.webhooks.rotateEndpointSecret({ endpointId, ...wrong }),
    );
    expect(failure).toMatchObject({ code: "InvalidArgument", reason: "INVALID_FIELD" });
    expect(Object.keys(failure.fields)).toEqual([field]);
  });
});
