import crypto from "node:crypto";
import { syncBuiltinESMExports } from "node:module";
import { pino } from "pino";
import { beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { Scope } from "#gen/modelwire/access/v1/identity_pb.js";
import { digestOfKey, newApiKeyId, newKey } from "../src/identity/api-key-text.ts";
import { createApiKeyAuthenticator } from "../src/identity/api-keys.ts";
import { createApiKey } from "../src/identity/create-api-key.ts";
import type { Engine } from "../src/store/engine.ts";
import type { Store } from "../src/store/store.ts";
import { describeOnBothEngines } from "./support/stores.ts";

const HOUR_MS = 3_600_000;
const log = pino({ level: "silent" });

describeOnBothEngines((stores) => {
  let store: Store;
  let now: number;
  let reads: number;
  beforeEach(async () => {
    store = await stores.open();
    now = Date.now();
    reads = 0;
  });

  /** Makes an authenticator of the store that counts what it reads, by a clock of the test's. */
  function authenticator() {
    const engine: Engine = {
      ...store.engine,
      db: store.db,
      readPrepared(query) {
        reads += 1;
        return store.engine.readPrepared(query);
      },
    };
    return createApiKeyAuthenticator({ store: { db: store.db, engine }, log, now: () => now });
  }

  const newKeyOf = (more: { expiresAt?: number } = {}) =>
    createApiKey(store.db, {
      requestId: undefined,
      displayName: "x",
      scope: Scope.READ,
      modelPrefixes: [],
      expiresAt: undefined,
      createdBy: undefined,
      ...more,
    });

  const show = (key: string) => ({ authorization: `Bearer ${key}`, certificate: undefined });

  test("a key is taken until the moment at which it expires", async () => {
    const expiresAt = now + HOUR_MS;
    const { key } = await newKeyOf({ expiresAt });
    const keys = authenticator();
    now = expiresAt - 1;
    expect(await keys.authenticate(show(key))).toMatchObject({ scope: Scope.READ });
    now = expiresAt;
    await expect(keys.authenticate(show(key))).rejects.toThrow("has expired");
    await keys.close();
  });

  test("whatever key is shown, its digest is compared twice, in constant time", async () => {
    const { key } = await newKeyOf();
    const { key: other } = await newKeyOf();
    const keys = authenticator();
    const compared = vi.spyOn(crypto, "timingSafeEqual");
    syncBuiltinESMExports();
    onTestFinished(() => {
      compared.mockRestore();
      syncBuiltinESMExports();
    });
    const almost = (text: string) => text.replace(/.$/, (last) => (last === "A" ? "B" : "A"));
    const shown = {
      right: key,
      "right but for its last character": almost(key),
      "with the secret of another": `${key.slice(0, -43)}${other.slice(-43)}`,
      "of no API key": newKey(newApiKeyId()),
    };
    for (const [what, one] of Object.entries(shown)) {
      compared.mockClear();
      await keys.authenticate(show(one)).catch(() => {});
      // The digest of the key as it is, against that of now and that of before.
      const digests = compared.mock.calls.map(([a]) => Buffer.from(a as Buffer).toString("hex"));
      expect(digests, what).toEqual([digestOfKey(one), digestOfKey(one)]);
    }
    await keys.close();
  });

  test("a thousand calls with one key, or with one that there is not, cost a read each", async () => {
    const { key } = await newKeyOf();
    const keys = authenticator();
    const unknown = newKey(newApiKeyId());
    for (let i = 0; i < 500; i++) {
      await Promise.all([1, 2].map(() => keys.authenticate(show(key))));
      const refused = [1, 2].map(() => keys.authenticate(show(unknown)).catch(() => {}));
      await Promise.all(refused);
    }
    // Slow machines take more than the second for which each is remembered.
    expect(reads).toBeLessThan(100);
    await keys.close();
  });

  test("what was changed while it was read counts from then on", async () => {
    const { key, row } = await newKeyOf();
    const keys = authenticator();
    const reading = keys.authenticate(show(key));
    await store.db.updateTable("api_keys").set({ revoked_at: now }).execute();
    keys.forget(row.api_key_id);
    await reading.catch(() => {});
    await expect(keys.authenticate(show(key))).rejects.toThrow("was revoked");
    await keys.close();
  });

  test("a use is noted once a minute", async () => {
    const { key, row } = await newKeyOf();
    const keys = authenticator();
    const began = now;
    const noted = async () => {
      await keys.close();
      const rows = store.db.selectFrom("api_keys").select("last_used_at");
      return (await rows.where("api_key_id", "=", row.api_key_id).executeTakeFirst())?.last_used_at;
    };
    for (const [after, expected] of [
      [0, 0],
      [59_999, 0],
      [60_000, 60_000],
      [100_000, 60_000],
      [130_000, 130_000],
    ] as const) {
      now = began + after;
      await keys.authenticate(show(key));
      expect(await noted()).toBe(began + expected);
    }
  });

  test("a key of a scope that this server does not know lets do nothing", async () => {
    const { key, row } = await newKeyOf();
    await store.db.updateTable("api_keys").set({ scope: 9 }).execute();
    const keys = authenticator();
    expect(await keys.authenticate(show(key))).toMatchObject({
      scope: Scope.UNSPECIFIED,
      identity: { subject: row.api_key_id },
    });
    await keys.close();
  });

  test("what is of another kind is left to others", async () => {
    const keys = authenticator();
    for (const authorization of [undefined, "", "Basic x", "Bearer eyJhbGciOi.x.y", "mwk_"]) {
      expect(await keys.authenticate({ authorization, certificate: undefined })).toBeUndefined();
    }
  });
});
