import { randomBytes, randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { Scope } from "#gen/modelwire/access/v1/identity_pb.js";
import {
  clientsAs,
  type GuardedModelwire,
  startGuardedModelwire,
  type TestKey,
} from "./support/access.ts";
import type { Clients } from "./support/clients.ts";
import { describeFailure, failureOf } from "./support/errors.ts";
import { startModelwire, type TestModelwire } from "./support/modelwire.ts";
import { registerQuickstart } from "./support/registering.ts";
import { fileParts, start } from "./support/transfers.ts";

/** More than the two seconds that are promised: machines of tests can be slow. */
const WITHIN = { timeout: 10_000, interval: 20 };

let guarded: GuardedModelwire;
let other: TestModelwire;
let admin: Clients;
beforeAll(async () => {
  guarded = await startGuardedModelwire("postgres");
  const { databaseUrl } = guarded.modelwire;
  other = await startModelwire({ databaseUrl, environment: { MODELWIRE_AUTH: "on" } });
  admin = guarded.as(guarded.admin);
});
afterAll(async () => {
  await other?.stop();
  await guarded?.stop();
});

const serverOf = {
  "the server that answers": () => guarded.modelwire,
  "another server": () => other,
};

describe.each(Object.keys(serverOf) as (keyof typeof serverOf)[])("on %s", (which) => {
  const server = () => serverOf[which]();

  test("a key that was revoked is refused within two seconds", async () => {
    const key = await guarded.create();
    const { access } = clientsAs(server(), key);
    await access.whoAmI({});
    await admin.access.revokeApiKey({ apiKeyId: key.id });
    const reason = async () => {
      try {
        await access.whoAmI({});
        return "allowed";
      } catch (error) {
        return describeFailure(error).reason;
      }
    };
    await expect.poll(reason, WITHIN).toBe("CREDENTIALS_INVALID");
  });

  describe.each(["gRPC", "HTTP"] as const)("over %s", (listener) => {
    const clients = (key: TestKey) => clientsAs(server(), key, listener);

    /** Revokes a key, and measures how long what uses it still goes on. */
    async function revokedWhile(key: TestKey, work: Promise<unknown>) {
      await admin.access.revokeApiKey({ apiKeyId: key.id });
      const failure = await failureOf(work);
      expect(failure).toMatchObject({ code: "Unauthenticated", reason: "CREDENTIALS_INVALID" });
      expect(failure.message).toBe(`the API key ${key.id} was revoked`);
    }

    test("a watch ends when its key is revoked, and those of others do not", async () => {
      const [key, stays] = [await guarded.create(), await guarded.create()];
      const { events } = clients(key);
      const watching = [events.watchEvents({}), clients(stays).events.watchEvents({})];
      const [ends, goesOn] = watching.map((one) => one[Symbol.asyncIterator]());
      if (!ends || !goesOn) throw new Error("no watches");
      onTestFinished(() => void goesOn.return?.());
      for (const one of [ends, goesOn]) expect((await one.next()).value?.cursor).not.toBe("");
      await revokedWhile(key, ends.next());
      const next = goesOn.next();
      const { modelName } = await registerQuickstart(admin);
      expect((await next).value?.event?.modelName).toBe(modelName);
    });

    test("a watch ends when its key expires", async () => {
      const key = await guarded.create();
      const watch = clients(key).events.watchEvents({})[Symbol.asyncIterator]();
      await watch.next();
      await guarded.store.db
        .updateTable("api_keys")
        .set({ expires_at: Date.now() - 1 })
        .where("api_key_id", "=", key.id)
        .execute();
      expect(await failureOf(watch.next())).toMatchObject({
        reason: "CREDENTIALS_INVALID",
        message: `the API key ${key.id} has expired`,
      });
    });

    test("an upload ends when its key may only read from now on", async () => {
      const key = await guarded.create({ scope: Scope.REGISTER });
      const uploadId = randomUUID();
      const { promise: forever } = Promise.withResolvers<void>();
      async function* parts() {
        yield start({ uploadId });
        await forever;
      }
      const uploading = failureOf(clients(key).registry.uploadPackage(parts()));
      const { registry, access } = admin;
      const begun = async () => (await registry.getUpload({ uploadId })).upload?.uploadId;
      await expect.poll(() => begun().catch(() => ""), { timeout: 20_000 }).toBe(uploadId);
      await access.updateApiKey({ apiKeyId: key.id, scope: Scope.READ });
      expect(await uploading).toMatchObject({
        code: "PermissionDenied",
        reason: "SCOPE_MISSING",
        metadata: { scope: "register" },
      });
    });

    test("an upload ends when its key is revoked, and keeps what it has", async () => {
      const key = await guarded.create({ scope: Scope.REGISTER });
      const uploadId = randomUUID();
      const whole = { path: "a.bin", content: new Uint8Array(randomBytes(1000)) };
      const { promise: forever } = Promise.withResolvers<void>();
      const stored = Promise.withResolvers<void>();
      async function* parts() {
        yield start({ uploadId });
        yield* fileParts(whole);
        const [announced] = fileParts({ ...whole, path: "b.bin" });
        if (announced) yield announced;
        stored.resolve();
        await forever;
      }
      const uploading = clients(key).registry.uploadPackage(parts());
      await stored.promise;
      const { registry } = admin;
      const complete = async () =>
        (await registry.getUpload({ uploadId }).catch(() => undefined))?.upload?.files.filter(
          (file) => file.complete,
        ).length;
      await expect.poll(complete, { timeout: 20_000 }).toBe(1);
      await revokedWhile(key, uploading);
      expect(await complete()).toBe(1);
    });
  });
});
