import { expect, test } from "vitest";
import {
  type AttemptOutcome,
  type ClaimedDelivery,
  claimDueDeliveries,
  type DeliveryFilter,
  listDeliveries,
  nextDeliveryAt,
  recordAttempt,
} from "../src/store/deliveries.ts";
import {
  deleteEndpoint,
  disableEndpoint,
  insertEndpoint,
  type ListPosition,
  listEndpoints,
} from "../src/store/endpoints.ts";
import type { Store } from "../src/store/store.ts";
import {
  commitEvent,
  describeOnBothEngines,
  insertNewEvent,
  NOW,
  newEndpoint,
} from "./support/stores.ts";

const all: DeliveryFilter = { endpointId: undefined, eventId: undefined, state: undefined };
const claimAt = (now: number, limit = 100, exceptEndpoints: string[] = []) => ({
  now,
  leaseUntil: now + 1000,
  limit,
  exceptEndpoints,
});
const failed: AttemptOutcome = {
  startedAt: NOW,
  latencyMs: 7,
  status: 500,
  error: "answered 500",
  responseExcerpt: "no",
  state: "PENDING",
  nextAttemptAt: NOW + 5000,
  disableEndpoint: undefined,
};
const delivered: AttemptOutcome = { ...failed, status: 200, error: undefined, state: "DELIVERED" };

async function addEndpoint(store: Store, id: string, createdAt = NOW): Promise<void> {
  const row = newEndpoint({ endpoint_id: id, url: `http://${id}/`, created_at: createdAt });
  expect(await insertEndpoint(store.db, row)).toBe(true);
}

async function claimOne(store: Store, now = NOW): Promise<ClaimedDelivery> {
  const [delivery] = await claimDueDeliveries(store, claimAt(now, 1));
  if (!delivery) throw new Error("nothing is due");
  return delivery;
}

describeOnBothEngines((stores) => {
  test("an event comes with a delivery for each endpoint, disabled ones among them", async () => {
    const store = await stores.open();
    await commitEvent(store);
    expect(await listDeliveries(store.db, all, 10, undefined)).toEqual([]);
    await addEndpoint(store, "a");
    await addEndpoint(store, "b");
    await disableEndpoint(store.db, "b", "gone");
    const { eventId } = await commitEvent(store);
    const rows = await listDeliveries(store.db, { ...all, eventId }, 10, undefined);
    expect(rows.map((row) => row.delivery.endpoint_id).sort()).toEqual(["a", "b"]);
    expect((await claimDueDeliveries(store, claimAt(NOW))).map((d) => d.endpoint_id)).toEqual([
      "a",
    ]);
  });

  test("a claim has what its request needs, in the order in which deliveries fell due", async () => {
    const store = await stores.open();
    await addEndpoint(store, "a");
    for (const late of [1, 3, 2]) {
      const body = Buffer.from(`{"late":${late}}`);
      const bodies = [{ format: "STANDARD", contentType: "application/json", body }];
      await commitEvent(store, { createdAt: NOW - late, bodies });
    }
    await commitEvent(store, { createdAt: NOW + 1 });
    expect(await nextDeliveryAt(store.db)).toBe(NOW - 3);
    const [first] = await claimDueDeliveries(store, claimAt(NOW, 1));
    const rest = await claimDueDeliveries(store, claimAt(NOW));
    expect([first, ...rest].map((d) => Buffer.from(d?.body ?? []).toString())).toEqual([
      '{"late":3}',
      '{"late":2}',
      '{"late":1}',
    ]);
    expect(first).toMatchObject({
      url: "http://a/",
      secret: "whsec_none",
      content_type: "application/json",
      lease_token: 1,
      attempt_count: 0,
    });
  });

  test("endpoints that are busy, disabled or deleted are passed over", async () => {
    const store = await stores.open();
    for (const id of ["a", "b", "c"]) await addEndpoint(store, id);
    await commitEvent(store);
    const claimed = async (except: string[]) =>
      (await claimDueDeliveries(store, claimAt(NOW, 100, except))).map((d) => d.endpoint_id);
    await disableEndpoint(store.db, "b", "gone");
    expect(await claimed(["a"])).toEqual(["c"]);
    expect(await deleteEndpoint(store.db, "c")).toBe(true);
    expect(await deleteEndpoint(store.db, "c")).toBe(false);
    expect(await claimed([])).toEqual(["a"]);
    expect(await claimed([])).toEqual([]);
    const left = await listDeliveries(store.db, all, 10, undefined);
    expect(left.map((row) => row.delivery.endpoint_id).sort()).toEqual(["a", "b"]);
  });

  test("only deliveries of enabled endpoints tell when the next one falls due", async () => {
    const store = await stores.open();
    expect(await nextDeliveryAt(store.db)).toBeUndefined();
    await addEndpoint(store, "a");
    await commitEvent(store);
    await disableEndpoint(store.db, "a", "gone");
    expect(await nextDeliveryAt(store.db)).toBeUndefined();
  });

  test("an attempt that failed is tried again when it is due, and one that did not is done", async () => {
    const store = await stores.open();
    await addEndpoint(store, "a");
    await commitEvent(store);
    expect(await recordAttempt(store, await claimOne(store), failed)).toBe(true);
    expect(await claimDueDeliveries(store, claimAt(NOW + 4999))).toEqual([]);
    expect(await nextDeliveryAt(store.db)).toBe(NOW + 5000);
    const again = await claimOne(store, NOW + 5000);
    expect(again).toMatchObject({ attempt_count: 1, lease_token: 2 });
    expect(await recordAttempt(store, again, { ...delivered, startedAt: NOW + 5000 })).toBe(true);
    expect(await claimDueDeliveries(store, claimAt(NOW + 99_999))).toEqual([]);

    const [row] = await listDeliveries(store.db, all, 10, undefined);
    expect(row?.delivery).toMatchObject({
      state: "DELIVERED",
      attempt_count: 2,
      completed_at: NOW + 5007,
    });
    expect(row?.attempts).toMatchObject([
      { number: 1, status: 500, error: "answered 500", latency_ms: 7, response_excerpt: "no" },
      { number: 2, status: 200, error: null },
    ]);
  });

  test("a delivery whose lease ran out is claimed anew, and its old worker records nothing", async () => {
    const store = await stores.open();
    await addEndpoint(store, "a");
    await commitEvent(store);
    const slow = await claimOne(store);
    expect(await claimDueDeliveries(store, claimAt(NOW + 999))).toEqual([]);
    const fresh = await claimOne(store, NOW + 1000);
    expect(fresh.delivery_id).toBe(slow.delivery_id);
    expect(await recordAttempt(store, slow, { ...failed, disableEndpoint: "gone" })).toBe(false);
    expect(await recordAttempt(store, fresh, delivered)).toBe(true);
    expect(await recordAttempt(store, fresh, failed)).toBe(false);
    const [row] = await listDeliveries(store.db, all, 10, undefined);
    expect(row?.attempts).toHaveLength(1);
    expect(row?.delivery.state).toBe("DELIVERED");
    expect(await listEndpoints(store.db, 10, undefined)).toMatchObject([{ state: "ENABLED" }]);
  });

  test("an endpoint that says it is gone is disabled with the attempt that told it", async () => {
    const store = await stores.open();
    await addEndpoint(store, "a");
    await commitEvent(store);
    const gone = { ...failed, status: 410, disableEndpoint: "the endpoint answered 410 Gone" };
    expect(await recordAttempt(store, await claimOne(store), gone)).toBe(true);
    expect(await listEndpoints(store.db, 10, undefined)).toMatchObject([
      { state: "DISABLED", disabled_reason: "the endpoint answered 410 Gone" },
    ]);
  });

  test("endpoints that are deleted while they say that they are gone trouble nobody", async () => {
    const [worker, deleter] = await Promise.all([stores.open(), stores.open()]);
    for (let round = 0; round < 15; round++) {
      const ids = Array.from({ length: 4 }, (_, i) => `ep_${round}_${i}`);
      for (const id of ids) await addEndpoint(worker, id);
      await commitEvent(worker);
      const claimed = await claimDueDeliveries(worker, claimAt(NOW));
      const outcome = { ...failed, status: 410, disableEndpoint: "gone" };
      const done = await Promise.all([
        ...claimed.map((delivery) => recordAttempt(worker, delivery, outcome)),
        ...ids.map((id) => deleteEndpoint(deleter.db, id)),
      ]);
      expect(done.slice(claimed.length)).toEqual(ids.map(() => true));
      expect(await listDeliveries(worker.db, all, 10, undefined)).toEqual([]);
    }
  });

  test("workers with connections of their own claim each delivery once", async () => {
    const workers = await Promise.all(Array.from({ length: 8 }, () => stores.open()));
    const [store] = workers;
    if (!store) throw new Error("no store");
    for (const id of ["a", "b", "c"]) await addEndpoint(store, id);
    for (let i = 0; i < 20; i++) await commitEvent(store, { createdAt: NOW - i });
    const claimed = await Promise.all(
      workers.map(async (worker) => {
        const mine: string[] = [];
        for (;;) {
          const got = await claimDueDeliveries(worker, claimAt(NOW, 3));
          mine.push(...got.map((delivery) => delivery.delivery_id));
          if (got.length === 0) return mine;
        }
      }),
    );
    const rest = await claimDueDeliveries(store, claimAt(NOW));
    const ids = [...claimed.flat(), ...rest.map((delivery) => delivery.delivery_id)];
    expect(ids).toHaveLength(60);
    expect(new Set(ids).size).toBe(60);
  });

  test("pages of deliveries have no gap and no double while events are added", async () => {
    const store = await stores.open();
    await addEndpoint(store, "a");
    await addEndpoint(store, "b");
    // Several at one moment, so that the id has to order them.
    for (let i = 0; i < 12; i++) await commitEvent(store, { createdAt: NOW - (i % 3) });
    const expected = await listDeliveries(store.db, all, 100, undefined);
    const seen: string[] = [];
    let after: ListPosition | undefined;
    for (;;) {
      const page = await listDeliveries(store.db, all, 5, after);
      if (page.length === 0) break;
      seen.push(...page.map((row) => row.delivery.delivery_id));
      const last = page.at(-1)?.delivery;
      if (last) after = { createdAt: last.created_at, id: last.delivery_id };
      await commitEvent(store, { createdAt: NOW + 1 });
    }
    expect(seen).toHaveLength(24);
    expect(seen).toEqual(expected.map((row) => row.delivery.delivery_id));
    const times = expected.map((row) => row.delivery.created_at);
    expect(times).toEqual(times.toSorted((x, y) => y - x));
  });

  test("deliveries are listed by endpoint, event and state, alone and together", async () => {
    const store = await stores.open();
    await addEndpoint(store, "a");
    await addEndpoint(store, "b");
    const first = await commitEvent(store, { createdAt: NOW - 1 });
    await commitEvent(store);
    const claimed = await claimOne(store);
    await recordAttempt(store, claimed, delivered);
    const count = async (filter: Partial<DeliveryFilter>) =>
      (await listDeliveries(store.db, { ...all, ...filter }, 100, undefined)).length;
    expect(await count({})).toBe(4);
    expect(await count({ endpointId: "a" })).toBe(2);
    expect(await count({ eventId: first.eventId })).toBe(2);
    expect(await count({ state: "DELIVERED" })).toBe(1);
    expect(await count({ state: "FAILED" })).toBe(0);
    const one = { endpointId: claimed.endpoint_id, eventId: first.eventId };
    expect(await count({ ...one, state: "DELIVERED" })).toBe(1);
    expect(await count({ ...one, state: "PENDING" })).toBe(0);
    expect(await count({ endpointId: "none" })).toBe(0);
  });

  test("pages of endpoints have no gap and no double while endpoints are added", async () => {
    const store = await stores.open();
    const ids = Array.from({ length: 9 }, (_, i) => `ep_${i}`);
    for (const [i, id] of ids.entries()) await addEndpoint(store, id, NOW + Math.floor(i / 4));
    const seen: string[] = [];
    let after: ListPosition | undefined;
    for (let page = 0; ; page++) {
      const rows = await listEndpoints(store.db, 2, after);
      if (rows.length === 0) break;
      seen.push(...rows.map((row) => row.endpoint_id));
      const last = rows.at(-1);
      if (last) after = { createdAt: last.created_at, id: last.endpoint_id };
      if (page < 2) await addEndpoint(store, `ep_new_${page}`, NOW + 100);
    }
    expect(seen).toEqual([...ids, "ep_new_0", "ep_new_1"]);
  });

  test("an endpoint's request id is taken once", async () => {
    const store = await stores.open();
    const made = await Promise.all(
      Array.from({ length: 20 }, () => insertEndpoint(store.db, newEndpoint({ request_id: "r" }))),
    );
    expect(made.filter(Boolean)).toHaveLength(1);
    expect(await listEndpoints(store.db, 100, undefined)).toHaveLength(1);
  });

  test("an endpoint that is deleted while an event is being committed never fails the event", async () => {
    const [committer, deleter] = await Promise.all([stores.open(), stores.open()]);
    await addEndpoint(committer, "stays");

    // The event has seen the endpoint; the deletion comes before its commit, and waits for it.
    await addEndpoint(committer, "a");
    let deleted: Promise<boolean> | undefined;
    const first = await committer.transaction(async (tx) => {
      const event = await insertNewEvent(committer, tx);
      deleted = deleteEndpoint(deleter.db, "a");
      await committer.engine.keepRows(tx.selectFrom("events").selectAll()).execute();
      return event;
    });
    expect(await deleted).toBe(true);

    // The deletion is not committed yet when the event looks for endpoints.
    await addEndpoint(committer, "b");
    let second: Promise<{ eventId: string }> | undefined;
    await deleter.transaction(async (tx) => {
      await deleteEndpoint(tx, "b");
      second = commitEvent(committer);
      await tx.selectFrom("endpoints").selectAll().execute();
    });
    const events = [first.eventId, (await second)?.eventId];
    const rows = await listDeliveries(committer.db, all, 100, undefined);
    expect(rows.map((row) => [row.delivery.event_id, row.delivery.endpoint_id]).sort()).toEqual(
      events.map((eventId) => [eventId, "stays"]).sort(),
    );
  });
});
