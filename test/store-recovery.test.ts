import { create, fromBinary, toBinary } from "@bufbuild/protobuf";
import { expect, test } from "vitest";
import { EventSchema, EventType } from "#gen/modelwire/event/v1/event_pb.js";
import { deliveryTo } from "../src/event/fan-out.ts";
import { type ClaimedDelivery, claimDeliveries } from "../src/store/claim-deliveries.ts";
import type { DeliveryRow } from "../src/store/deliveries.ts";
import { deleteEndpoint, insertEndpoint, updateEndpoint } from "../src/store/endpoints.ts";
import { recordAttempts } from "../src/store/record-attempts.ts";
import {
  addMissingDeliveries,
  hastenDeliveries,
  type MakeDelivery,
  recoverFailed,
  redeliver,
} from "../src/store/recover-deliveries.ts";
import type { Store } from "../src/store/store.ts";
import { fill } from "./support/filled-log.ts";
import { describeOnBothEngines, insertNewEvent, NOW, newEndpoint } from "./support/stores.ts";

/** More than two batches. */
const MANY = 1100;
const always = { since: 0, until: NOW * 2 };
const succeeded = {
  ...{ startedAt: NOW, latencyMs: 1, status: 200, error: undefined, responseExcerpt: "" },
  ...{ serverFault: false, state: "DELIVERED" as const, nextAttemptAt: NOW },
  disableEndpoint: undefined,
};

const make: MakeDelivery = (endpoint, event, committedAt) =>
  deliveryTo(endpoint, fromBinary(EventSchema, event), committedAt);

/** Commits events a millisecond apart, of two models in turn. */
function commitMany(store: Store, count: number): Promise<void> {
  return store.transaction(async (tx) => {
    for (let i = 0; i < count; i++) {
      const modelName = i % 2 === 0 ? "even" : "odd";
      const eventId = `evt_${String(i).padStart(32, "0")}`;
      const type = EventType.MODEL_REGISTERED;
      const told = { eventId, modelName, type, sequence: Math.floor(i / 2) + 1 };
      const event = toBinary(EventSchema, create(EventSchema, told));
      await insertNewEvent(store, tx, { eventId, modelName, createdAt: NOW + i, event });
    }
  });
}

const rows = (store: Store): Promise<DeliveryRow[]> =>
  store.db.selectFrom("deliveries").selectAll().orderBy("next_attempt_at").execute();

async function endAll(store: Store, state: DeliveryRow["state"]): Promise<void> {
  await store.db
    .updateTable("deliveries")
    .set({ state, completed_at: NOW, scheduled_count: 10, attempt_count: 10 })
    .execute();
}

async function claimAll(store: Store, leaseUntil = NOW * 3): Promise<ClaimedDelivery[]> {
  const claim = { endpointId: "ep", ordered: false, now: NOW * 2, leaseUntil };
  return (await claimDeliveries(store, { ...claim, limit: MANY })).flat();
}

describeOnBothEngines((stores) => {
  test("what failed is pending again, once, in the order of the events, with its attempts", async () => {
    const store = await stores.open();
    await insertEndpoint(store.db, newEndpoint({ endpoint_id: "ep" }));
    await insertEndpoint(store.db, newEndpoint({ endpoint_id: "other" }));
    await commitMany(store, MANY);
    await endAll(store, "FAILED");
    const range = { since: NOW + 10, until: NOW + 1090 };
    expect(await recoverFailed(store, "ep", range)).toBe(1080);
    expect(await recoverFailed(store, "ep", range)).toBe(0);
    const pending = (await rows(store)).filter(({ state }) => state === "PENDING");
    expect(pending).toHaveLength(1080);
    for (const [i, row] of pending.entries()) {
      expect(row).toMatchObject({
        ...{ endpoint_id: "ep", event_id: `evt_${String(i + 10).padStart(32, "0")}` },
        ...{ scheduled_count: 0, attempt_count: 10, completed_at: null, lease_token: 1 },
      });
    }
  });

  test("only what failed is recovered", async () => {
    const store = await stores.open();
    await insertEndpoint(store.db, newEndpoint({ endpoint_id: "ep" }));
    await commitMany(store, 3);
    for (const state of ["PENDING", "DELIVERED", "SKIPPED"] as const) {
      await endAll(store, state);
      expect(await recoverFailed(store, "ep", always), state).toBe(0);
    }
  });

  test("two callers at once recover each delivery once, and make each missing one once", async () => {
    const [one, two] = [await stores.open(), await stores.open()];
    await commitMany(one, MANY);
    await insertEndpoint(one.db, newEndpoint({ endpoint_id: "ep" }));
    const both = (work: (store: Store) => Promise<number | undefined>) =>
      Promise.all([work(one), work(two)]).then(([a = -1, b = -1]) => a + b);
    expect(await both((store) => addMissingDeliveries(store, "ep", always, make))).toBe(MANY);
    expect(await rows(one)).toHaveLength(MANY);
    await endAll(one, "FAILED");
    expect(await both((store) => recoverFailed(store, "ep", always))).toBe(MANY);
  });

  test("missing deliveries are made of the events of that time that the filter takes", async () => {
    const store = await stores.open();
    await commitMany(store, MANY);
    const filter = 'event.model_name == "even"';
    await insertEndpoint(store.db, newEndpoint({ endpoint_id: "ep", filter }));
    const range = { since: NOW + 100, until: NOW + 300 };
    expect(await addMissingDeliveries(store, "ep", range, make)).toBe(100);
    expect(await addMissingDeliveries(store, "ep", range, make)).toBe(0);
    const made = await rows(store);
    expect(made.map(({ created_at: at }) => at - NOW)).toEqual(
      Array.from({ length: 100 }, (_, i) => 100 + 2 * i),
    );
    for (const row of made) {
      expect(row).toMatchObject({ model_name: "even", sequence: (row.created_at - NOW) / 2 + 1 });
    }
    // Events go on being committed to the endpoint, and none twice.
    expect(await addMissingDeliveries(store, "ep", always, make)).toBe(MANY / 2 - 100);
  });

  test("deliveries of large events are made a megabyte of events at a time", async () => {
    const store = await stores.open();
    const ids = await fill(store, [300, ...Array(9).fill(400_000), 1_500_000, 10, 20, 30]);
    await insertEndpoint(store.db, newEndpoint({ endpoint_id: "ep" }));
    const sizes: number[][] = [];
    const counted: Store = {
      ...store,
      transaction: (work) => {
        sizes.push([]);
        return store.transaction(work);
      },
    };
    const made = await addMissingDeliveries(counted, "ep", always, (endpoint, event, at) => {
      sizes.at(-1)?.push(event.length);
      return make(endpoint, event, at);
    });
    expect(made).toBe(ids.length);
    expect((await rows(store)).map((row) => row.event_id).toSorted()).toEqual(ids.toSorted());
    expect(sizes.map((batch) => batch.length)).toEqual([3, 2, 2, 2, 1, 1, 3]);
  });

  test("an endpoint that is deleted meanwhile has nothing to recover", async () => {
    const [one, two] = [await stores.open(), await stores.open()];
    await insertEndpoint(one.db, newEndpoint({ endpoint_id: "ep" }));
    await commitMany(one, MANY);
    await endAll(one, "FAILED");
    const [, recovered] = await Promise.all([
      deleteEndpoint(two.db, "ep"),
      recoverFailed(one, "ep", always),
    ]);
    expect([undefined, MANY]).toContain(recovered);
    expect(await rows(one)).toEqual([]);
    expect(await recoverFailed(one, "ep", always)).toBeUndefined();
    expect(await addMissingDeliveries(one, "ep", always, make)).toBeUndefined();
    expect(await hastenDeliveries(one, "ep")).toBe(false);
  });

  test("what waits for its next attempt is due in the order of the events", async () => {
    const store = await stores.open();
    await insertEndpoint(store.db, newEndpoint({ endpoint_id: "ep", state: "PAUSED" }));
    await commitMany(store, MANY);
    await store.db
      .updateTable("deliveries")
      // The latest is to be tried first, and every third was never tried.
      .set((e) => ({ next_attempt_at: e(e.val(NOW * 3), "-", e.ref("created_at")) }))
      .where("sequence", "!=", 3)
      .execute();
    expect(await hastenDeliveries(store, "ep")).toBe(true);
    const due = await rows(store);
    expect(due.map((row) => row.next_attempt_at)).toEqual(due.map((_, i) => NOW + i));
  });

  test("a delivery that a sender holds is not sent again, and one whose sender is gone is, alone", async () => {
    const store = await stores.open();
    await insertEndpoint(store.db, newEndpoint({ endpoint_id: "ep" }));
    await commitMany(store, 1);
    const now = NOW + 9;
    const [claimed] = await claimAll(store, now);
    if (!claimed) throw new Error("nothing was claimed");
    const before = await rows(store);
    expect(await redeliver(store, claimed.delivery_id, now - 1)).toBe("in progress");
    expect(await rows(store)).toEqual(before);
    expect(await redeliver(store, claimed.delivery_id, now)).toBe("made");
    const attempt = { delivery: claimed, outcome: succeeded };
    expect((await recordAttempts(store, [attempt], 0)).recorded.size).toBe(0);
    expect(await rows(store)).toMatchObject([{ state: "PENDING", next_attempt_at: now }]);
    const [again] = await claimAll(store);
    if (!again) throw new Error("nothing was claimed");
    const second = { delivery: again, outcome: succeeded };
    expect((await recordAttempts(store, [second], 0)).recorded.size).toBe(1);
    expect(await rows(store)).toMatchObject([{ state: "DELIVERED", attempt_count: 1 }]);
    expect(await redeliver(store, claimed.delivery_id, NOW + 9)).toBe("made");
    expect(await rows(store)).toMatchObject([{ state: "PENDING", completed_at: null }]);
  });

  test("what was skipped, or is gone, is not sent again", async () => {
    const store = await stores.open();
    await insertEndpoint(store.db, newEndpoint({ endpoint_id: "ep" }));
    await commitMany(store, 1);
    await endAll(store, "SKIPPED");
    const [row] = await rows(store);
    expect(await redeliver(store, row?.delivery_id ?? "", NOW)).toBe("skipped");
    expect(await rows(store)).toEqual([row]);
    expect(await redeliver(store, "dlv_none", NOW)).toBe("not found");
    expect(await updateEndpoint(store.db, "none", { ordered: 1 })).toBeUndefined();
  });
});
