import { describe, expect, test } from "vitest";
import { insertEndpoint } from "../src/store/endpoints.ts";
import {
  type CompletedRegistration,
  claimExpiredRegistrations,
  claimRegistration,
  completeRegistration,
  extendRegistrationLease,
  findByRequestId,
  findCapturedRegistration,
  insertRegistration,
  type RegistrationLease,
  removeRegistration,
} from "../src/store/registrations.ts";
import type { Store } from "../src/store/store.ts";
import { listDeliveries } from "./support/listed-deliveries.ts";
import {
  describeOnBothEngines,
  insertNewEvent,
  NOW,
  newEndpoint,
  newRegistration,
} from "./support/stores.ts";

const done: CompletedRegistration = {
  modelName: "model",
  version: "1",
  modelUuid: `m-${"0".repeat(32)}`,
  registration: Buffer.from("registration"),
  completedAt: NOW + 5,
  openRun: undefined,
  leaseUntil: NOW + 1000,
};

async function insert(
  store: Store,
  given: Parameters<typeof newRegistration>[0] = {},
): Promise<RegistrationLease> {
  const lease = await insertRegistration(store.db, newRegistration(given));
  if (!lease) throw new Error("the request id was taken");
  return lease;
}

describeOnBothEngines((stores) => {
  test("one of fifty insertions at once gets a request id, and the others get nothing", async () => {
    const all = await Promise.all(Array.from({ length: 5 }, () => stores.open()));
    const requestId = "r-1";
    const leases = await Promise.all(
      Array.from({ length: 10 }, () => all)
        .flat()
        .map((store) => insertRegistration(store.db, newRegistration({ requestId }))),
    );
    const [lease, ...others] = leases.filter((one) => one !== undefined);
    expect(others).toEqual([]);
    const [store] = all;
    const row = store && (await findByRequestId(store.db, requestId));
    expect(row).toMatchObject({ registration_id: lease?.registrationId, state: "PENDING" });
  });

  test("registrations without a request id do not stand in each other's way", async () => {
    const store = await stores.open();
    await insert(store, { requestId: undefined });
    await insert(store, { requestId: undefined });
    expect(await store.db.selectFrom("registrations").selectAll().execute()).toHaveLength(2);
  });

  describe("a lease", () => {
    test("is claimed by nobody before it has run out, and by one afterwards", async () => {
      const store = await stores.open();
      const { registrationId } = await insert(store, { leaseUntil: NOW + 10 });
      const claim = (now: number) => claimRegistration(store.db, registrationId, now, now + 10);
      expect(await claim(NOW + 9)).toBeUndefined();
      expect(await claimExpiredRegistrations(store, NOW + 9, NOW + 99, 10)).toEqual([]);
      const claims = await Promise.all(Array.from({ length: 10 }, () => claim(NOW + 10)));
      expect(claims.filter((lease) => lease !== undefined)).toEqual([{ registrationId, token: 2 }]);
      expect(await claimRegistration(store.db, "none", NOW + 99, NOW)).toBeUndefined();
    });

    test("lets its old owner do nothing once somebody else has claimed it", async () => {
      const store = await stores.open();
      const old = await insert(store);
      const lease = await claimRegistration(store.db, old.registrationId, NOW, NOW + 10);
      expect(await extendRegistrationLease(store.db, old, NOW + 99)).toBe(false);
      expect(await completeRegistration(store.db, old, done)).toBe(false);
      expect(await removeRegistration(store.db, old)).toBe(false);
      const row = await store.db.selectFrom("registrations").selectAll().executeTakeFirstOrThrow();
      expect(row).toMatchObject({ state: "PENDING", lease_until: NOW + 10, lease_token: 2 });
      expect(lease && (await extendRegistrationLease(store.db, lease, NOW + 20, "why"))).toBe(true);
      expect(lease && (await completeRegistration(store.db, lease, done))).toBe(true);
    });

    test("ends with the registration: what is completed is neither claimed, extended nor removed", async () => {
      const store = await stores.open();
      const lease = await insert(store);
      expect(await completeRegistration(store.db, lease, done)).toBe(true);
      expect(await completeRegistration(store.db, lease, done)).toBe(false);
      expect(await extendRegistrationLease(store.db, lease, NOW + 99)).toBe(false);
      expect(await removeRegistration(store.db, lease)).toBe(false);
      expect(await claimRegistration(store.db, lease.registrationId, NOW, NOW)).toBeUndefined();
      expect(await claimExpiredRegistrations(store, NOW + 99, NOW + 100, 10)).toEqual([]);
    });

    test("frees the request id when the registration is removed", async () => {
      const store = await stores.open();
      const lease = await insert(store, { requestId: "again" });
      expect(await removeRegistration(store.db, lease)).toBe(true);
      expect(await findByRequestId(store.db, "again")).toBeUndefined();
      await insert(store, { requestId: "again" });
    });
  });

  test("twenty claimers with connections of their own share out what has run out, each row once", async () => {
    const claimers = await Promise.all(Array.from({ length: 20 }, () => stores.open()));
    const [store] = claimers;
    if (!store) throw new Error("no store");
    const ids = new Set<string>();
    for (let i = 0; i < 60; i++)
      ids.add((await insert(store, { leaseUntil: NOW - i })).registrationId);
    await insert(store, { leaseUntil: NOW + 1 });

    const rounds = claimers.map(async (claimer) => {
      const mine = [];
      for (;;) {
        const rows = await claimExpiredRegistrations(claimer, NOW, NOW + 1000, 4);
        mine.push(...rows);
        if (rows.length === 0) return mine;
      }
    });
    const claimed = (await Promise.all(rounds)).flat();
    // A row that another claimer has under its hand is passed over, and left for the next round.
    claimed.push(...(await claimExpiredRegistrations(store, NOW, NOW + 1000, 100)));
    expect(claimed.map((row) => row.registration_id).sort()).toEqual([...ids].sort());
    for (const row of claimed) {
      expect(row).toMatchObject({ lease_token: 2, recoveries: 1, lease_until: NOW + 1000 });
    }
  });

  test("what has waited longest is claimed first", async () => {
    const store = await stores.open();
    for (const late of [3, 1, 2])
      await insert(store, { requestId: `${late}`, leaseUntil: NOW - late });
    const claim = async () =>
      (await claimExpiredRegistrations(store, NOW, NOW + 10, 1)).map((row) => row.request_id);
    expect([await claim(), await claim(), await claim(), await claim()]).toEqual([
      ["3"],
      ["2"],
      ["1"],
      [],
    ]);
  });

  test("a registration is completed together with its event and deliveries, or not at all", async () => {
    const store = await stores.open();
    await insertEndpoint(store.db, newEndpoint());
    const lease = await insert(store);
    const commit = (fails: boolean) =>
      store.transaction(async (tx) => {
        expect(await completeRegistration(tx, lease, done)).toBe(true);
        await insertNewEvent(store, tx);
        if (fails) throw new Error("on purpose");
      });
    const all = { endpointId: undefined, eventId: undefined, state: undefined };
    const count = async () => ({
      states: await store.db.selectFrom("registrations").select("state").execute(),
      events: (await store.db.selectFrom("events").selectAll().execute()).length,
      bodies: (await store.db.selectFrom("event_bodies").selectAll().execute()).length,
      deliveries: (await listDeliveries(store.db, all, 10, undefined)).length,
      sequences: (await store.db.selectFrom("model_sequences").selectAll().execute()).length,
    });

    await expect(commit(true)).rejects.toThrow("on purpose");
    const nothing = { events: 0, bodies: 0, deliveries: 0, sequences: 0 };
    expect(await count()).toEqual({ states: [{ state: "PENDING" }], ...nothing });
    await commit(false);
    const one = { events: 1, bodies: 1, deliveries: 1, sequences: 1 };
    expect(await count()).toEqual({ states: [{ state: "COMPLETED" }], ...one });
  });

  test("what was captured is found by version and uuid, byte for byte, once it is completed", async () => {
    const store = await stores.open();
    const lease = await insert(store);
    const registration = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
    const find = (name: string, version: string, uuid: string) =>
      findCapturedRegistration(store.db, name, version, uuid);
    expect(await find("model", "1", done.modelUuid)).toBeUndefined();
    await completeRegistration(store.db, lease, { ...done, registration });
    expect(Buffer.from((await find("model", "1", done.modelUuid)) ?? [])).toEqual(registration);
    expect(await find("model", "2", done.modelUuid)).toBeUndefined();
    expect(await find("Model", "1", done.modelUuid)).toBeUndefined();
    expect(await find("model", "1", "another")).toBeUndefined();
  });
});
