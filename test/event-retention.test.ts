import { pino } from "pino";
import { expect, test } from "vitest";
import { startRetention } from "../src/event/retention.ts";
import { claimDeliveries } from "../src/store/claim-deliveries.ts";
import type { DeliveryTable } from "../src/store/delivery-tables.ts";
import { insertEndpoint, listEndpoints } from "../src/store/endpoints.ts";
import { placeEvents } from "../src/store/event-log.ts";
import { removeOldEvents } from "../src/store/event-retention.ts";
import type { Store } from "../src/store/store.ts";
import { eventually } from "./support/eventually.ts";
import { commitEvent, describeOnBothEngines, NOW, newEndpoint } from "./support/stores.ts";

async function setState(store: Store, sequence: number, state: DeliveryTable["state"]) {
  await store.db
    .updateTable("deliveries")
    .set({ state })
    .where("sequence", "=", sequence)
    .execute();
}

async function sequencesIn(store: Store, table: "events" | "deliveries"): Promise<number[]> {
  const rows = await store.db.selectFrom(table).select("sequence").orderBy("sequence").execute();
  return rows.map(({ sequence }) => sequence);
}

async function countOf(store: Store, table: "event_bodies" | "attempts"): Promise<number> {
  return (
    await store.db
      .selectFrom(table)
      .select((e) => e.lit(1).as("one"))
      .execute()
  ).length;
}

/** Commits events a second apart, each with an attempt at its delivery, which ended so. */
async function commitAll(store: Store, states: readonly DeliveryTable["state"][]): Promise<void> {
  await insertEndpoint(store.db, newEndpoint());
  for (const [i, state] of states.entries()) {
    await commitEvent(store, { createdAt: NOW + i * 1000 });
    await setState(store, i + 1, state);
  }
  const deliveries = await store.db.selectFrom("deliveries").select("delivery_id").execute();
  await store.db
    .insertInto("attempts")
    .values(
      deliveries.map(({ delivery_id }) => ({
        delivery_id,
        number: 1,
        started_at: NOW,
        latency_ms: 1,
        status: 204,
        error: null,
        response_excerpt: "",
        server_fault: 0,
      })),
    )
    .execute();
}

describeOnBothEngines((stores) => {
  test("old events go with all that belongs to them, up to the first that waits", async () => {
    const store = await stores.open();
    await commitAll(store, ["DELIVERED", "FAILED", "SKIPPED", "PENDING", "DELIVERED", "DELIVERED"]);
    // What has no place in the log yet is not looked at.
    expect(await removeOldEvents(store, NOW + 60_000, 100)).toBe(0);
    await placeEvents(store);
    expect(await removeOldEvents(store, NOW + 1000, 100)).toBe(1);
    expect(await removeOldEvents(store, NOW + 60_000, 1)).toBe(1);
    expect(await removeOldEvents(store, NOW + 60_000, 100)).toBe(1);
    expect(await removeOldEvents(store, NOW + 60_000, 100)).toBe(0);
    expect(await sequencesIn(store, "events")).toEqual([4, 5, 6]);
    expect(await sequencesIn(store, "deliveries")).toEqual([4, 5, 6]);
    expect([await countOf(store, "event_bodies"), await countOf(store, "attempts")]).toEqual([
      3, 3,
    ]);
    expect(await placeEvents(store)).toMatchObject({ expiredPosition: 3, lastPosition: 6 });

    await setState(store, 4, "DELIVERED");
    expect(await removeOldEvents(store, NOW + 4000, 100)).toBe(1);
    expect(await removeOldEvents(store, NOW + 60_000, 100)).toBe(2);
    expect(await placeEvents(store)).toMatchObject({ expiredPosition: 6, lastPosition: 6 });
    expect((await commitEvent(store, { createdAt: NOW })).sequence).toBe(7);
    expect(await placeEvents(store)).toMatchObject({ expiredPosition: 6, lastPosition: 7 });
  });

  test("what somebody is about to send again stays, whoever is first", async () => {
    const [store, other] = await Promise.all([stores.open(), stores.open()]);
    await commitAll(store, ["DELIVERED", "FAILED", "DELIVERED"]);
    await placeEvents(store);
    let removing: Promise<number> | undefined;
    await other.transaction(async (tx) => {
      await tx
        .updateTable("deliveries")
        .set({ state: "PENDING", lease_until: 0 })
        .where("sequence", "=", 2)
        .execute();
      removing = removeOldEvents(store, NOW + 60_000, 100).catch(() => 0);
      await new Promise((resolve) => setTimeout(resolve, 200));
    });
    await removing;
    expect(await sequencesIn(store, "events")).toEqual(expect.arrayContaining([2, 3]));
    await removeOldEvents(store, NOW + 60_000, 100);
    expect(await sequencesIn(store, "events")).toEqual([2, 3]);
    const [endpoint] = await listEndpoints(store.db, 1, undefined);
    const claimed = await claimDeliveries(store, {
      endpointId: endpoint?.endpoint_id ?? "",
      ordered: false,
      now: NOW + 60_000,
      leaseUntil: NOW + 90_000,
      limit: 8,
    });
    expect(claimed).toHaveLength(1);
  });

  test("two who remove at once remove each event once", async () => {
    const [store, other] = await Promise.all([stores.open(), stores.open()]);
    await commitAll(
      store,
      Array.from({ length: 20 }, () => "DELIVERED" as const),
    );
    await placeEvents(store);
    const removed = await Promise.all(
      [store, other, store, other].map((one) => removeOldEvents(one, NOW + 60_000, 7)),
    );
    expect(removed.reduce((sum, one) => sum + one)).toBe(20);
    expect(await placeEvents(store)).toMatchObject({ expiredPosition: 20 });
  });

  test("the worker removes what is older than it is told, and without a limit nothing", async () => {
    const store = await stores.open();
    await commitEvent(store, { createdAt: Date.now() - 120_000 });
    await commitEvent(store, { createdAt: Date.now() + 3_600_000 });
    await placeEvents(store);
    const log = pino({ level: "silent" });
    await startRetention(store, 0, log).stop();
    expect(await sequencesIn(store, "events")).toEqual([1, 2]);
    const worker = startRetention(store, 60_000, log);
    try {
      await eventually(async () => expect(await sequencesIn(store, "events")).toEqual([2]));
    } finally {
      await worker.stop();
    }
  });
});
