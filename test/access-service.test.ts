import { randomUUID } from "node:crypto";
import { durationFromMs, timestampFromMs, timestampMs } from "@bufbuild/protobuf/wkt";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ApiKey } from "#gen/modelwire/access/v1/api_key_pb.js";
import { IdentityKind, Scope } from "#gen/modelwire/access/v1/identity_pb.js";
import {
  type GuardedModelwire,
  type ListenerName,
  startGuardedModelwire,
} from "./support/access.ts";
import type { Clients } from "./support/clients.ts";
import { failureOf } from "./support/errors.ts";

const DAY_MS = 86_400_000;
const noKey = `key_${"0".repeat(16)}`;

const kinds = (["sqlite", "postgres"] as const).flatMap((engine) =>
  (["gRPC", "HTTP"] as const).map((listener): [typeof engine, ListenerName] => [engine, listener]),
);

describe.each(kinds)("API keys in %s over %s", (engine, listener) => {
  let guarded: GuardedModelwire;
  let access: Clients["access"];
  beforeAll(async () => {
    guarded = await startGuardedModelwire(engine);
    ({ access } = guarded.as(guarded.admin, listener));
  });
  afterAll(() => guarded?.stop());

  const whoIs = (key: string) => guarded.as(key, listener).access.whoAmI({});
  const refused = (key: string) => failureOf(whoIs(key));
  const lastUse = async (apiKeyId: string) =>
    (await access.getApiKey({ apiKeyId })).apiKey?.lastUseTime;

  async function createKey(more: object = {}): Promise<{ apiKey: ApiKey; key: string }> {
    const answer = await access.createApiKey({ displayName: "x", scope: Scope.READ, ...more });
    if (!answer.apiKey) throw new Error("an answer without an API key");
    return { apiKey: answer.apiKey, key: answer.key };
  }

  test("one is created, got and listed as it was asked for, and its key is told once", async () => {
    const expiryTime = timestampFromMs(Date.now() + DAY_MS);
    const asked = {
      displayName: "ü 🔑",
      scope: Scope.REGISTER,
      modelPrefixes: ["a_", "ü"],
      expiryTime,
    };
    const { apiKey, key } = await createKey(asked);
    expect(apiKey).toMatchObject(asked);
    expect(apiKey.createdBy).toMatchObject({
      kind: IdentityKind.API_KEY,
      subject: guarded.admin.id,
      displayName: "local",
    });
    expect(key).toMatch(new RegExp(`^mwk_${apiKey.apiKeyId.slice(4)}_[\\w-]{43}$`));
    expect((await access.getApiKey({ apiKeyId: apiKey.apiKeyId })).apiKey).toEqual(apiKey);
    expect(await whoIs(key)).toMatchObject({
      identity: { kind: IdentityKind.API_KEY, subject: apiKey.apiKeyId, displayName: "ü 🔑" },
      scope: Scope.REGISTER,
      modelPrefixes: ["a_", "ü"],
    });
    const rows = await guarded.store.db.selectFrom("api_keys").selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(key.slice(-43));
  });

  test("a repeat is known, and is not told the key again", async () => {
    const request = { requestId: randomUUID().toUpperCase() };
    const { apiKey } = await createKey(request);
    for (const more of [{}, { displayName: "y" }]) {
      expect(await failureOf(createKey({ ...request, ...more }))).toMatchObject({
        code: "AlreadyExists",
        reason: "REQUEST_ID_REUSED",
        metadata: { api_key_id: apiKey.apiKeyId, request_id: request.requestId.toLowerCase() },
      });
    }
  });

  test("they are listed oldest first, in pages of any size", async () => {
    for (let i = 0; i < 4; i++) await createKey({ displayName: `page ${i}` });
    const { apiKeys: all } = await access.listApiKeys({});
    const times = all.map(({ creationTime }) => creationTime && timestampMs(creationTime));
    expect(times).toEqual(times.toSorted());
    expect(all.filter(({ displayName }) => /^page \d$/.test(displayName))).toHaveLength(4);
    for (const pageSize of [1, 3, all.length, 1000]) {
      const seen: ApiKey[] = [];
      let pageToken = "";
      do {
        const page = await access.listApiKeys({ pageSize, pageToken });
        seen.push(...page.apiKeys);
        pageToken = page.nextPageToken;
      } while (pageToken !== "");
      expect(seen.map(({ apiKeyId }) => apiKeyId)).toEqual(all.map(({ apiKeyId }) => apiKeyId));
    }
    for (const pageToken of ["x", Buffer.from("[]").toString("base64url")]) {
      expect(await failureOf(access.listApiKeys({ pageToken }))).toMatchObject({
        reason: "INVALID_FIELD",
      });
    }
  });

  test.each([
    [{ requestId: "1" }, "request_id"],
    [{ displayName: "" }, "display_name"],
    [{ displayName: "x".repeat(101) }, "display_name"],
    [{ displayName: "a\nb" }, "display_name"],
    [{ scope: Scope.UNSPECIFIED }, "scope"],
    [{ scope: 9 }, "scope"],
    [{ modelPrefixes: ["a"] }, "model_prefixes"],
    [{ scope: Scope.ADMIN, modelPrefixes: ["a"] }, "model_prefixes"],
    [{ scope: Scope.REGISTER, modelPrefixes: ["a", ""] }, "model_prefixes[1]"],
    [{ scope: Scope.REGISTER, modelPrefixes: ["x".repeat(201)] }, "model_prefixes[0]"],
    [{ scope: Scope.REGISTER, modelPrefixes: ["a\0"] }, "model_prefixes[0]"],
    [{ scope: Scope.REGISTER, modelPrefixes: Array(51).fill("a") }, "model_prefixes"],
    [{ expiryTime: timestampFromMs(Date.now() - 1) }, "expiry_time"],
    [{ expiryTime: { seconds: 0n, nanos: -1 } }, "expiry_time"],
  ])("what is wrong is named before one is created, of case %#", async (more, field) => {
    const before = (await access.listApiKeys({ pageSize: 1000 })).apiKeys.length;
    const failure = await failureOf(createKey(more));
    expect(failure).toMatchObject({ code: "InvalidArgument", reason: "INVALID_FIELD" });
    expect(Object.keys(failure.fields)).toEqual([field]);
    expect((await access.listApiKeys({ pageSize: 1000 })).apiKeys).toHaveLength(before);
  });

  test("as many as may be are taken", async () => {
    const most = {
      displayName: "🔑".repeat(100),
      scope: Scope.REGISTER,
      modelPrefixes: Array.from({ length: 50 }, (_, i) => String(i).padEnd(200, "x")),
    };
    expect((await createKey(most)).apiKey).toMatchObject(most);
  });

  test("what is changed counts with the next call, and the rest stays", async () => {
    const { apiKey, key } = await createKey({ scope: Scope.REGISTER, modelPrefixes: ["a_"] });
    const { apiKeyId } = apiKey;
    const change = async (to: object) => (await access.updateApiKey({ apiKeyId, ...to })).apiKey;
    expect(await whoIs(key)).toMatchObject({ scope: Scope.REGISTER, modelPrefixes: ["a_"] });
    expect(await change({ displayName: "new" })).toMatchObject({
      displayName: "new",
      scope: Scope.REGISTER,
      modelPrefixes: ["a_"],
    });
    expect(await whoIs(key)).toMatchObject({ identity: { displayName: "new" } });
    await change({ modelPrefixes: { prefixes: ["b_"] } });
    expect(await whoIs(key)).toMatchObject({ modelPrefixes: ["b_"] });
    expect(await failureOf(change({ scope: Scope.ADMIN }))).toMatchObject({
      fields: { model_prefixes: "expected none but with SCOPE_REGISTER" },
    });
    await change({ scope: Scope.ADMIN, modelPrefixes: {} });
    expect(await whoIs(key)).toMatchObject({ scope: Scope.ADMIN, modelPrefixes: [] });
    const expiryTime = timestampFromMs(Date.now() + DAY_MS);
    expect(await change({ expiryTime })).toMatchObject({ expiryTime });
    expect((await change({ neverExpires: true }))?.expiryTime).toBeUndefined();
    for (const [to, field] of [
      [{}, "display_name"],
      [{ expiryTime, neverExpires: true }, "expiry_time"],
      [{ expiryTime: timestampFromMs(1) }, "expiry_time"],
      [{ scope: 9 }, "scope"],
      [{ displayName: "" }, "display_name"],
    ] as const) {
      expect(Object.keys((await failureOf(change(to))).fields)).toEqual([field]);
    }
  });

  test("one that is rotated has the key before for the overlap, and no earlier one", async () => {
    const { apiKey, key: first } = await createKey();
    const { apiKeyId } = apiKey;
    const { key: second, apiKey: rotated } = await access.rotateApiKey({ apiKeyId });
    const until = rotated?.previousKeyExpiryTime && timestampMs(rotated.previousKeyExpiryTime);
    expect(Math.abs((until ?? 0) - Date.now() - DAY_MS)).toBeLessThan(60_000);
    expect(second).not.toBe(first);
    for (const key of [first, second]) {
      expect((await whoIs(key)).identity?.subject).toBe(apiKeyId);
    }
    const overlap = durationFromMs(DAY_MS);
    const { key: third } = await access.rotateApiKey({ apiKeyId, overlap });
    for (const key of [second, third]) await whoIs(key);
    expect(await refused(first)).toMatchObject({ reason: "CREDENTIALS_INVALID" });
    const now = await access.rotateApiKey({ apiKeyId, overlap: durationFromMs(0) });
    expect(now.apiKey?.previousKeyExpiryTime).toBeUndefined();
    await whoIs(now.key);
    for (const key of [second, third]) {
      expect(await refused(key)).toMatchObject({ code: "Unauthenticated" });
    }
    for (const ms of [-1, 31 * DAY_MS]) {
      const wrong = access.rotateApiKey({ apiKeyId, overlap: durationFromMs(ms) });
      expect(await failureOf(wrong)).toMatchObject({
        fields: { overlap: "expected 0 seconds to 30 days" },
      });
    }
  });

  test("one that was revoked is refused with the next call, and for good", async () => {
    const { apiKey, key } = await createKey();
    const { apiKeyId } = apiKey;
    await access.rotateApiKey({ apiKeyId });
    await whoIs(key);
    // That use is noted a little later, and is not to come between the two that are compared.
    await expect.poll(() => lastUse(apiKeyId)).toBeDefined();
    const first = await access.revokeApiKey({ apiKeyId });
    expect(await refused(key)).toMatchObject({
      code: "Unauthenticated",
      reason: "CREDENTIALS_INVALID",
      message: `the API key ${apiKeyId} was revoked`,
    });
    expect(first.apiKey?.revocationTime).toBeDefined();
    expect(first.apiKey?.previousKeyExpiryTime).toBeUndefined();
    expect((await access.revokeApiKey({ apiKeyId })).apiKey).toEqual(first.apiKey);
    for (const change of [
      () => access.updateApiKey({ apiKeyId, displayName: "y" }),
      () => access.rotateApiKey({ apiKeyId }),
    ]) {
      expect(await failureOf(change())).toMatchObject({
        code: "FailedPrecondition",
        reason: "API_KEY_REVOKED",
        metadata: { api_key_id: apiKeyId },
      });
    }
  });

  test("one that is not there is said to be so", async () => {
    for (const call of [
      (apiKeyId: string) => access.getApiKey({ apiKeyId }),
      (apiKeyId: string) => access.updateApiKey({ apiKeyId, displayName: "y" }),
      (apiKeyId: string) => access.rotateApiKey({ apiKeyId }),
      (apiKeyId: string) => access.revokeApiKey({ apiKeyId }),
    ]) {
      expect(await failureOf(call(noKey))).toMatchObject({
        code: "NotFound",
        reason: "API_KEY_NOT_FOUND",
        resource: noKey,
      });
      expect(await failureOf(call("1"))).toMatchObject({
        fields: { api_key_id: "expected key_ and 16 hexadecimal digits" },
      });
    }
  });

  test("when it was last used is kept", async () => {
    const { apiKey, key } = await createKey();
    const { apiKeyId } = apiKey;
    expect(apiKey.lastUseTime).toBeUndefined();
    const before = Date.now();
    await whoIs(key);
    await expect.poll(() => lastUse(apiKeyId)).toBeDefined();
    const usedAt = await lastUse(apiKeyId);
    expect(usedAt && timestampMs(usedAt)).toBeGreaterThanOrEqual(before);
    await whoIs(key);
    await whoIs(key);
    expect(await lastUse(apiKeyId)).toEqual(usedAt);
  });
});
