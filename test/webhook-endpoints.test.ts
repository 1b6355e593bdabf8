import { randomUUID } from "node:crypto";
import { timestampMs } from "@bufbuild/protobuf/wkt";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DeliveryState } from "#gen/modelwire/webhook/v1/delivery_pb.js";
import { BodyFormat, EndpointState } from "#gen/modelwire/webhook/v1/endpoint_pb.js";
import { type Clients, createClients } from "./support/clients.ts";
import { failureOf } from "./support/errors.ts";
import { startModelwire, type TestModelwire } from "./support/modelwire.ts";
import { startReceiver } from "./support/receiver.ts";
import { registerHeld, registerQuickstart } from "./support/registering.ts";
import { createTestDatabase, type TestDatabase } from "./support/services.ts";

// Nothing listens there: what is committed stays pending.
const nowhere = "http://127.0.0.1:9/";
const secretOf = (sizeBytes: number) => `whsec_${Buffer.alloc(sizeBytes, 7).toString("base64")}`;

describe.for(["SQLite", "PostgreSQL"])("endpoints in %s", (engine) => {
  let database: TestDatabase | undefined;
  let modelwire: TestModelwire;
  let webhooks: Clients["webhooks"];
  let clients: Clients;
  beforeAll(async () => {
    if (engine === "PostgreSQL") database = await createTestDatabase();
    modelwire = await startModelwire(database && { databaseUrl: database.url });
    clients = createClients(modelwire.httpUrl);
    webhooks = clients.webhooks;
  });
  afterAll(async () => {
    await modelwire?.stop();
    await database?.drop();
  });

  async function deleteAll(): Promise<void> {
    const { endpoints } = await webhooks.listEndpoints({ pageSize: 1000 });
    for (const { endpointId } of endpoints) await webhooks.deleteEndpoint({ endpointId });
  }

  describe("CreateEndpoint", () => {
    test("makes an endpoint with a secret of its own", async () => {
      const before = Date.now();
      const url = `${nowhere}?a=1`;
      const [one, two] = [
        await webhooks.createEndpoint({ url, description: "the site" }),
        await webhooks.createEndpoint({ url }),
      ];
      expect(one.endpoint).toMatchObject({
        endpointId: expect.stringMatching(/^ep_[0-9a-f]{32}$/),
        url,
        format: BodyFormat.STANDARD,
        description: "the site",
        state: EndpointState.ENABLED,
      });
      expect(one.endpoint).not.toHaveProperty("disabledReason");
      expect(two.endpoint).not.toHaveProperty("description");
      const created = one.endpoint?.creationTime;
      expect(created && timestampMs(created)).toBeGreaterThanOrEqual(before);
      expect(Buffer.from(one.secret.slice("whsec_".length), "base64")).toHaveLength(32);
      expect(one.secret).toMatch(/^whsec_/);
      expect(two.secret).not.toBe(one.secret);
      expect(two.endpoint?.endpointId).not.toBe(one.endpoint?.endpointId);
    });

    test("takes a secret that the caller chose", async () => {
      for (const secret of [secretOf(24), secretOf(64)]) {
        expect((await webhooks.createEndpoint({ url: nowhere, secret })).secret).toBe(secret);
      }
    });

    test("gives the first answer to a request that is repeated, also at once", async () => {
      const request = { requestId: randomUUID(), url: nowhere, description: "once" };
      const answers = await Promise.all([1, 2, 3].map(() => webhooks.createEndpoint(request)));
      const upperCase = { ...request, requestId: request.requestId.toUpperCase() };
      answers.push(await webhooks.createEndpoint(upperCase));
      for (const answer of answers) expect(answer).toEqual(answers[0]);
      const { endpoints } = await webhooks.listEndpoints({ pageSize: 1000 });
      const id = answers[0]?.endpoint?.endpointId;
      expect(endpoints.filter(({ endpointId }) => endpointId === id)).toHaveLength(1);
      expect(endpoints.filter(({ description }) => description === "once")).toHaveLength(1);
    });

    test("refuses another request under a request id that was used", async () => {
      const request = { requestId: randomUUID(), url: nowhere };
      await webhooks.createEndpoint(request);
      const others = [
        { url: "http://127.0.0.1:10/" },
        { description: "other" },
        { secret: secretOf(32) },
      ];
      for (const other of others) {
        expect(await failureOf(webhooks.createEndpoint({ ...request, ...other }))).toMatchObject({
          code: "AlreadyExists",
          reason: "REQUEST_ID_REUSED",
          metadata: { request_id: request.requestId },
          retries: false,
        });
      }
    });

    const secretRule = "expected whsec_ and base64 of 24 to 64 bytes; leave it unset for a new one";
    test.for([
      ["no URL", { url: "" }, { url: /^expected a URL, such as/ }],
      ["a URL without TLS", { url: "http://example.com/" }, { url: /^expected https/ }],
      ["a URL of another scheme", { url: "ftp://127.0.0.1/" }, { url: /^expected https/ }],
      ["a password in the URL", { url: "https://a:b@example.com/" }, { url: /user name/ }],
      ["a URL that is too long", { url: `${nowhere}${"a".repeat(2000)}` }, { url: /2,000/ }],
      ["a space in the URL", { url: ` ${nowhere}` }, { url: /white space/ }],
      ["NUL in the URL", { url: `${nowhere}\0` }, { url: /white space/ }],
      ["a secret without its prefix", { secret: secretOf(24).slice(6) }, { secret: secretRule }],
      ["a secret that is too short", { secret: secretOf(23) }, { secret: secretRule }],
      ["a secret that is too long", { secret: secretOf(65) }, { secret: secretRule }],
      ["a secret that is no base64", { secret: `whsec_${"!".repeat(40)}` }, { secret: secretRule }],
      ["a long description", { description: "a".repeat(501) }, { description: /500 characters/ }],
      ["NUL in the description", { description: "a\0b" }, { description: /without NUL/ }],
      ["a format that is not there", { format: 99 }, { format: "expected BODY_FORMAT_STANDARD" }],
      ["a request id that is no UUID", { requestId: "1" }, { request_id: /^expected a UUID/ }],
      [
        "several things",
        { url: "x", secret: "y", description: "z".repeat(501) },
        { url: /URL/, secret: secretRule, description: /500/ },
      ],
    ] as [string, object, Record<string, string | RegExp>][])(
      "refuses %s and says what would be right",
      async ([, wrong, fields]) => {
        const failure = await failureOf(webhooks.createEndpoint({ url: nowhere, ...wrong }));
        expect(failure).toMatchObject({ code: "InvalidArgument", reason: "INVALID_FIELD" });
        expect(Object.keys(failure.fields).sort()).toEqual(Object.keys(fields).sort());
        for (const [field, expected] of Object.entries(fields)) {
          expect(failure.fields[field]).toMatch(expected);
          expect(failure.message).toContain(`${field}: ${failure.fields[field]}`);
        }
      },
    );
  });

  describe("ListEndpoints", () => {
    test("gives every endpoint once, oldest first, in pages, without its secret", async () => {
      await deleteAll();
      const made: (string | undefined)[] = [];
      for (let i = 0; i < 7; i++) {
        const { endpoint } = await webhooks.createEndpoint({ url: `${nowhere}${i}` });
        made.push(endpoint?.endpointId);
      }
      const found: string[] = [];
      const sizes: number[] = [];
      let pageToken = "";
      do {
        const page = await webhooks.listEndpoints({ pageSize: 3, pageToken });
        found.push(...page.endpoints.map(({ endpointId }) => endpointId));
        sizes.push(page.endpoints.length);
        pageToken = page.nextPageToken;
      } while (pageToken !== "");
      expect(sizes).toEqual([3, 3, 1]);
      // Those of one millisecond have no order of their own.
      expect(found.toSorted()).toEqual(made.toSorted());
      const all = await webhooks.listEndpoints({});
      expect(all.nextPageToken).toBe("");
      expect(all.endpoints.map(({ endpointId }) => endpointId)).toEqual(found);
      const times = all.endpoints.map((one) => one.creationTime && timestampMs(one.creationTime));
      expect(times).toEqual(times.toSorted());
      const [url, body] = [`${modelwire.httpUrl}/modelwire.webhook.v1.WebhookService`, "{}"];
      const headers = { "content-type": "application/json" };
      const raw = await fetch(`${url}/ListEndpoints`, { method: "POST", headers, body });
      const text = await raw.text();
      expect(text).toContain(found[0]);
      expect(text).not.toMatch(/secret|whsec_/i);
    });

    test("a page that is just full is the last where nothing follows", async () => {
      await deleteAll();
      for (let i = 0; i < 2; i++) await webhooks.createEndpoint({ url: nowhere });
      expect(await webhooks.listEndpoints({ pageSize: 2 })).toMatchObject({ nextPageToken: "" });
    });
  });

  describe("DeleteEndpoint", () => {
    test("deletes once, and says afterwards that there is none", async () => {
      const { endpoint } = await webhooks.createEndpoint({ url: nowhere });
      const endpointId = endpoint?.endpointId ?? "";
      await webhooks.deleteEndpoint({ endpointId });
      expect(await failureOf(webhooks.deleteEndpoint({ endpointId }))).toMatchObject({
        code: "NotFound",
        reason: "ENDPOINT_NOT_FOUND",
        resource: endpointId,
      });
    });

    test.for(["", "ep_1", "ep_\0"])("refuses the id %j", async (endpointId) => {
      expect(await failureOf(webhooks.deleteEndpoint({ endpointId }))).toMatchObject({
        code: "InvalidArgument",
        fields: { endpoint_id: "expected ep_ and 32 hexadecimal digits" },
      });
    });
  });

  describe("ListDeliveries", () => {
    test("gives every delivery once, newest first, in pages, narrowed by what is asked for", async () => {
      await deleteAll();
      const receiver = await startReceiver();
      try {
        const there = (await webhooks.createEndpoint({ url: receiver.url })).endpoint?.endpointId;
        const gone = (await webhooks.createEndpoint({ url: nowhere })).endpoint?.endpointId;
        const first = await registerQuickstart(clients);
        const uuid = first.modelInfo?.modelUuid ?? "";
        for (let i = 0; i < 4; i++) await registerHeld(clients, uuid, first.modelName);
        await receiver.waitFor(5);

        const found = [];
        const sizes: number[] = [];
        let pageToken = "";
        do {
          const page = await webhooks.listDeliveries({ pageSize: 4, pageToken });
          found.push(...page.deliveries);
          sizes.push(page.deliveries.length);
          pageToken = page.nextPageToken;
        } while (pageToken !== "");
        expect(sizes).toEqual([4, 4, 2]);
        expect(new Set(found.map(({ deliveryId }) => deliveryId)).size).toBe(10);
        const times = found.map((one) => (one.creationTime ? timestampMs(one.creationTime) : 0));
        expect(times).toEqual(times.toSorted((a, b) => b - a));
        for (const one of found) expect(one.modelName).toBe(first.modelName);

        const list = async (filter: Parameters<Clients["webhooks"]["listDeliveries"]>[0]) =>
          (await webhooks.listDeliveries(filter)).deliveries;
        const state = DeliveryState.DELIVERED;
        await expect.poll(async () => (await list({ state })).length).toBe(5);
        for (const one of await list({ state })) expect(one.endpointId).toBe(there);
        expect(await list({ endpointId: gone })).toHaveLength(5);
        expect(await list({ endpointId: gone, state })).toEqual([]);
        expect(await list({ state: DeliveryState.FAILED })).toEqual([]);
        const [event] = await list({ endpointId: there });
        const ofEvent = await list({ eventId: event?.eventId });
        expect(ofEvent.map(({ endpointId }) => endpointId).sort()).toEqual([there, gone].sort());
        expect(await list({ eventId: `evt_${"0".repeat(32)}` })).toEqual([]);

        const { nextPageToken } = await webhooks.listDeliveries({ pageSize: 2, endpointId: there });
        expect(nextPageToken).not.toBe("");
        const other = { pageToken: nextPageToken, endpointId: gone };
        expect(await failureOf(webhooks.listDeliveries(other))).toMatchObject({
          fields: { page_token: expect.stringContaining("the same request") },
        });
      } finally {
        await receiver.close();
      }
    });

    test.for([
      [{ endpointId: "ep_\0" }, "endpoint_id", "expected ep_ and 32 hexadecimal digits"],
      [{ endpointId: "" }, "endpoint_id", "expected ep_ and 32 hexadecimal digits"],
      [{ eventId: "evt_1" }, "event_id", "expected evt_ and 32 hexadecimal digits"],
      [{ state: 99 }, "state", "expected a DeliveryState"],
    ] as [object, string, string][])("refuses %j", async ([filter, field, description]) => {
      expect(await failureOf(webhooks.listDeliveries(filter))).toMatchObject({
        code: "InvalidArgument",
        fields: { [field]: description },
      });
    });
  });

  test.for(["listEndpoints", "listDeliveries"] as const)(
    "%s refuses page sizes and page tokens that cannot be",
    async (list) => {
      for (const pageSize of [-1, 1001]) {
        expect(await failureOf(webhooks[list]({ pageSize }))).toMatchObject({
          code: "InvalidArgument",
          reason: "INVALID_FIELD",
          fields: { page_size: "expected 1 to 1000, or 0 for 100" },
        });
      }
      await webhooks[list]({ pageSize: 1000 });
      const token = (parts: unknown) => Buffer.from(JSON.stringify(parts)).toString("base64url");
      // What a token of the unfiltered list is made for.
      await webhooks.createEndpoint({ url: nowhere });
      await webhooks.createEndpoint({ url: nowhere });
      const { nextPageToken } = await webhooks.listEndpoints({ pageSize: 1 });
      const [, , of] = JSON.parse(Buffer.from(nextPageToken, "base64url").toString());
      const tokens = [
        "x",
        "\0",
        token({}),
        token([1, "ep_\0", of]),
        token([1e300, `ep_${"0".repeat(32)}`, of]),
      ];
      for (const pageToken of tokens) {
        expect(await failureOf(webhooks[list]({ pageToken }))).toMatchObject({
          code: "InvalidArgument",
          fields: { page_token: "expected the next_page_token of an answer to the same request" },
        });
      }
    },
  );
});
