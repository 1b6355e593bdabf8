import { expect, test } from "vitest";
import { type ClaimedDelivery, claimDeliveries } from "../src/store/claim-deliveries.ts";
import { bodySizes, readBodies } from "../src/store/delivery-bodies.ts";
import { setLeases } from "../src/store/delivery-leases.ts";
import type { DeliveryFilter } from "../src/store/delivery-lists.ts";
import { listQueues } from "../src/store/due-endpoints.ts";
import {
  deleteEndpoint,
  disableEndpoint,
  insertEndpoint,
  type ListPosition,
  listEndpoints,
} from "../src/store/endpoints.ts";
import { type AttemptOutcome, recordAttempts, skipDelivery } from "../src/store/record-attempts.ts";
import type { Store } from "../src/store/store.ts";
import { listDeliveries } from "./support/listed-deliveries.ts";
import {
  commitEvent,
  describeOnBothEngines,
  insertNewEvent,
  NOW,
  newEndpoint,
} from "./support/stores.ts";

const failed: AttemptOutcome = {
  startedAt: NOW,
  latencyMs: 7,
  status: 500,
  error: "answered 500",
  responseExcerpt: "no",
  serverFault: false,
  state: "PENDING",
  nextAttemptAt: NOW + 5000,
  disableEndpoint: undefined,
};
const delivered: AttemptOutcome = { ...failed, status: 200, error: undefined, state: "DELIVERED" };

async function addEndpoint(store: Store, id: string, createdAt = NOW): Promise<void> {
  const row = newEndpoint({ endpoint_id: id, url: `http://${id}/`, created_at: createdAt });
  expect(await insertEndpoint(store.db, row)).toBe(true);
}

interface Claim {
  now?: number;
  limit?: number;
  ordered?: boolean;
}

/** Claims for one second. */
function claimRuns(
  store: Store,
  endpointId: string,
  claim: Claim = {},
): Promise<ClaimedDelivery[][]> {
  const { now = NOW, limit = 100, ordered = false } = claim;
  return claimDeliveries(store, { endpointId, ordered, now, leaseUntil: now + 1000, limit });
}

async function claim(
  store: Store,
  endpointId: string,
  given: Claim = {},
): Promise<ClaimedDelivery[]> {
  return (await claimRuns(store, endpointId, given)).flat();
}

async function claimOne(store: Store, now = NOW, endpointId = "a"): Promise<ClaimedDelivery> {
  const [delivery] = await claim(store, endpointId, { now, limit: 1 });
  if (!delivery) throw new Error("nothing is due");
  return delivery;
}

async function record(
  store: Store,
  delivery: ClaimedDelivery,
  outcome: AttemptOutcome,
  disableAfterMs = 0,
): Promise<boolean> {
  const { recorded } = await recordAttempts(store, [{ delivery, outcome }], disableAfterMs);
  return recorded.has(delivery.delivery_id);
}

const all = { endpointId: undefined, eventId: undefined, state: undefined } as const;

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
    expect(await listQueues(store.db, NOW)).toEqual([
      { endpointId: "a", due: true, nextAt: undefined },
    ]);
  });

  test("an event comes with its deliveries however many endpoints there are", async () => {
    const store = await stores.open();
    // With 15 columns, more than a statement of PostgreSQL may have parameters, to say nothing of
    // one of SQLite.
    const count = 4500;
    for (let from = 0; from < count; from += 500) {
      const rows = Array.from({ length: 500 }, (_, i) =>
        newEndpoint({ endpoint_id: `${from + i}` }),
      );
      await store.db.insertInto("endpoints").values(rows).execute();
    }
    const { eventId } = await commitEvent(store, { modelName: "a\0b \ud800" });
    const { made } = await store.db
      .selectFrom("deliveries")
      .select((e) => e.fn.countAll<number>().as("made"))
      .where("event_id", "=", eventId)
      .executeTakeFirstOrThrow();
    expect(Number(made)).toBe(count);
    expect(await claimOne(store, NOW, "7")).toMatchObject({ event_id: eventId, sequence: 1 });
  });

  test("deliveries of an endpoint are claimed in the order in which they fell due", async () => {
    const store = await stores.open();
    await addEndpoint(store, "a");
    await addEndpoint(store, "b");
    const ids: string[] = [];
    for (const late of [1, 3, 2]) {
      ids.push((await commitEvent(store, { createdAt: NOW - late })).eventId);
    }
    await commitEvent(store, { createdAt: NOW + 1 });
    const [first] = await claim(store, "a", { limit: 1 });
    const rest = await claim(store, "a");
    expect([first, ...rest].map((one) => one?.event_id)).toEqual([ids[1], ids[2], ids[0]]);
    expect(first).toMatchObject({ endpoint_id: "a", lease_token: 1, attempt_count: 0 });
    expect(await listQueues(store.db, NOW)).toEqual(
      expect.arrayContaining([
        { endpointId: "a", due: false, nextAt: NOW + 1 },
        { endpointId: "b", due: true, nextAt: NOW + 1 },
      ]),
    );
  });

  test("bodies are read by their format, and that of protobuf is the event itself", async () => {
    const store = await stores.open();
    const body = Buffer.from('{"a":1}');
    const headers = { "X-Key": "k" };
    const bodies = [{ format: "SITE_FLAT@1", contentType: "application/json", body, headers }];
    const { eventId } = await commitEvent(store, { bodies, event: Buffer.from("binary") });
    const read = async (format: string) => {
      const found = (await readBodies(store, format, [eventId, "evt_none"])).get(eventId);
      return found && { ...found, body: Buffer.from(found.body).toString() };
    };
    expect(await read("SITE_FLAT@1")).toEqual({
      contentType: "application/json",
      body: '{"a":1}',
      headers,
    });
    const contentType = "application/protobuf";
    expect(await read("PROTOBUF")).toEqual({ contentType, body: "binary", headers: {} });
    expect(await read("STANDARD")).toBeUndefined();
    expect(await bodySizes(store, "SITE_FLAT@1", [eventId])).toEqual(new Map([[eventId, 7]]));
    expect(await bodySizes(store, "PROTOBUF", [eventId])).toEqual(new Map([[eventId, 6]]));
  });

  test("what an attempt came to is recorded, whatever characters it has", async () => {
    const store = await stores.open();
    await addEndpoint(store, "a");
    await commitEvent(store);
    const outcome = { ...failed, error: 'a\0b \ud800 "é\\', responseExcerpt: "\\u0000\n😀" };
    expect(await record(store, await claimOne(store), outcome)).toBe(true);
    expect(await store.db.selectFrom("attempts").selectAll().executeTakeFirst()).toMatchObject({
      number: 1,
      status: 500,
      error: 'a\ufffdb \ufffd "é\\',
      response_excerpt: "\\u0000\n😀",
    });
  });

  test("an attempt that failed is tried again when it is due, and one that did not is done", async () => {
    const store = await stores.open();
    await addEndpoint(store, "a");
    await commitEvent(store);
    expect(await record(store, await claimOne(store), failed)).toBe(true);
    expect(await claim(store, "a", { now: NOW + 4999 })).toEqual([]);
    expect(await listQueues(store.db, NOW)).toMatchObject([{ due: false, nextAt: NOW + 5000 }]);
    const again = await claimOne(store, NOW + 5000);
    expect(again).toMatchObject({ attempt_count: 1, scheduled_count: 1, lease_token: 2 });
    expect(await record(store, again, { ...delivered, startedAt: NOW + 5000 })).toBe(true);
    expect(await claim(store, "a", { now: NOW + 99_999 })).toEqual([]);

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

  test("a fault of our own is in the list, and neither in the schedule nor in the health", async () => {
    const store = await stores.open();
    await addEndpoint(store, "a");
    await commitEvent(store);
    await record(store, await claimOne(store), { ...failed, serverFault: true });
    const [row] = await listDeliveries(store.db, all, 10, undefined);
    expect(row?.delivery).toMatchObject({ attempt_count: 1, scheduled_count: 0, state: "PENDING" });
    expect(row?.attempts).toMatchObject([{ server_fault: 1 }]);
    expect(await listEndpoints(store.db, 10, undefined)).toMatchObject([
      { consecutive_failures: 0, failing_since: null, last_failure_at: null },
    ]);
  });

  test("many attempts are recorded at once, each as it ended", async () => {
    const store = await stores.open();
    for (const id of ["a", "b"]) await addEndpoint(store, id);
    for (let i = 0; i < 20; i++) await commitEvent(store);
    const rows = [...(await claim(store, "a")), ...(await claim(store, "b"))];
    const attempts = rows.map((delivery, i) => ({
      delivery,
      outcome: { ...(i % 2 ? delivered : failed), latencyMs: i },
    }));
    const { recorded } = await recordAttempts(store, attempts, 0);
    expect(recorded.size).toBe(40);
    const listed = await listDeliveries(store.db, all, 100, undefined);
    for (const { delivery, outcome } of attempts) {
      const row = listed.find((one) => one.delivery.delivery_id === delivery.delivery_id);
      expect(row?.delivery.state).toBe(outcome.state);
      expect(row?.attempts).toMatchObject([{ latency_ms: outcome.latencyMs }]);
    }
    expect((await recordAttempts(store, attempts, 0)).recorded.size).toBe(0);
  });

  test("a delivery whose lease ran out is claimed anew, and its old worker records nothing", async () => {
    const store = await stores.open();
    await addEndpoint(store, "a");
    await commitEvent(store);
    const slow = await claimOne(store);
    expect(await claim(store, "a", { now: NOW + 999 })).toEqual([]);
    const fresh = await claimOne(store, NOW + 1000);
    expect(fresh.delivery_id).toBe(slow.delivery_id);
    expect(await setLeases(store, [slow], NOW + 9000)).toEqual(new Set());
    expect(await record(store, slow, { ...failed, disableEndpoint: "gone" })).toBe(false);
    expect(await setLeases(store, [fresh], NOW + 2000)).toEqual(new Set([fresh.delivery_id]));
    expect(await claim(store, "a", { now: NOW + 1999 })).toEqual([]);
    expect(await record(store, fresh, delivered)).toBe(true);
    expect(await record(store, fresh, failed)).toBe(false);
    const [row] = await listDeliveries(store.db, all, 10, undefined);
    expect(row?.attempts).toHaveLength(1);
    expect(row?.delivery.state).toBe("DELIVERED");
    expect(await listEndpoints(store.db, 10, undefined)).toMatchObject([
      { state: "ENABLED", consecutive_failures: 0 },
    ]);
  });

  test("what is given back can be claimed at once", async () => {
    const store = await stores.open();
    await addEndpoint(store, "a");
    await commitEvent(store);
    await setLeases(store, [await claimOne(store)], 0);
    expect(await claimOne(store)).toMatchObject({ lease_token: 2 });
  });

  test("a delivery without a body is skipped with the reason, once", async () => {
    const store = await stores.open();
    await addEndpoint(store, "a");
    await commitEvent(store);
    const row = await claimOne(store);
    await skipDelivery(store, { ...row, lease_token: 0 }, "not mine");
    await skipDelivery(store, row, "no body");
    const [listed] = await listDeliveries(store.db, all, 10, undefined);
    expect(listed?.delivery).toMatchObject({ state: "SKIPPED", skipped_reason: "no body" });
  });

  test("of an ordered endpoint, each model's deliveries are one run, and its first holds up the rest", async () => {
    const store = await stores.open();
    await addEndpoint(store, "a");
    // Due in another order than they were committed in.
    const ids: string[] = [];
    for (const late of [1, 3, 2]) {
      ids.push((await commitEvent(store, { createdAt: NOW - late })).eventId);
    }
    for (const late of [5, 4]) await commitEvent(store, { createdAt: NOW - late, modelName: "m2" });
    const claimed = await claimRuns(store, "a", { ordered: true });
    const sequences = claimed.map((run) => run.map((row) => [row.model_name, row.sequence]));
    expect(sequences).toEqual([
      [
        ["m2", 1],
        ["m2", 2],
      ],
      [
        ["model", 1],
        ["model", 2],
        ["model", 3],
      ],
    ]);
    expect(await claimRuns(store, "a", { ordered: true })).toEqual([]);
    const [, [first, second, third] = []] = claimed;
    if (!first || !second || !third) throw new Error("no run");
    // The first fails: what came behind it is given back, and waits.
    expect(await record(store, first, failed)).toBe(true);
    await setLeases(store, [second, third], 0);
    expect(await claimRuns(store, "a", { ordered: true })).toEqual([]);
    const again = await claim(store, "a", { ordered: true, now: NOW + 5000, limit: 2 });
    expect(again.map((row) => row.sequence)).toContain(1);
    // One that failed for good does not hold up the next.
    const head = again.find((row) => row.sequence === 1 && row.model_name === "model");
    if (!head) throw new Error("no head");
    await record(store, head, { ...failed, state: "FAILED" });
    await setLeases(store, again, 0);
    const next = await claim(store, "a", { ordered: true, now: NOW + 5000 });
    expect(next.filter((row) => row.model_name === "model").map((row) => row.sequence)).toEqual([
      2, 3,
    ]);
  });

  test("of an ordered endpoint, a model is one worker's at a time", async () => {
    const workers = await Promise.all(Array.from({ length: 6 }, () => stores.open()));
    const [store] = workers;
    if (!store) throw new Error("no store");
    await addEndpoint(store, "a");
    const models = ["m1", "m2", "m3"];
    for (let i = 0; i < 10; i++) {
      for (const modelName of models) await commitEvent(store, { modelName });
    }
    const sent: Record<string, number[]> = { m1: [], m2: [], m3: [] };
    const busy = new Set<string>();
    await Promise.all(
      workers.map(async (worker) => {
        for (let left = 60; left > 0; left--) {
          for (const run of await claimRuns(worker, "a", { ordered: true, limit: 9 })) {
            for (const row of run) {
              expect(busy.has(row.model_name)).toBe(false);
              busy.add(row.model_name);
              sent[row.model_name]?.push(row.sequence);
              await new Promise((resolve) => setImmediate(resolve));
              busy.delete(row.model_name);
              expect(await record(worker, row, delivered)).toBe(true);
            }
          }
        }
      }),
    );
    const inOrder = Array.from({ length: 10 }, (_, i) => i + 1);
    expect(sent).toEqual({ m1: inOrder, m2: inOrder, m3: inOrder });
  });

  test("an endpoint whose attempts have all failed for long enough is disabled, and says since when", async () => {
    const store = await stores.open();
    await addEndpoint(store, "a");
    await commitEvent(store);
    const warned: (number | undefined)[] = [];
    const attempt = async (at: number, outcome: AttemptOutcome) => {
      const [delivery] = await claim(store, "a", { now: at });
      if (!delivery) throw new Error("nothing is due");
      const ended = { ...outcome, startedAt: at, latencyMs: 0, nextAttemptAt: at };
      const { changes } = await recordAttempts(store, [{ delivery, outcome: ended }], 1000);
      warned.push(...changes.map((one) => one.warnAtPercent));
      return changes;
    };
    for (const ms of [0, 400, 500, 600, 800, 950, 999]) await attempt(NOW + ms, failed);
    expect(warned).toEqual([50, 75, 90]);
    const [change] = await attempt(NOW + 1000, failed);
    const reason = `all 8 attempts since ${new Date(NOW).toISOString()} failed, the last one: answered 500`;
    expect(change).toMatchObject({ endpointId: "a", disabledReason: reason });
    expect(await listEndpoints(store.db, 10, undefined)).toMatchObject([
      {
        state: "DISABLED",
        disabled_reason: reason,
        consecutive_failures: 8,
        failing_since: NOW,
        last_failure_at: NOW + 1000,
        last_error: "answered 500",
      },
    ]);
  });

  test("one success makes an endpoint healthy again", async () => {
    const store = await stores.open();
    await addEndpoint(store, "a");
    for (let i = 0; i < 3; i++) await commitEvent(store);
    const rows = await claim(store, "a");
    const outcomes = [
      failed,
      { ...delivered, startedAt: NOW + 1 },
      { ...failed, startedAt: NOW + 2 },
    ];
    await recordAttempts(
      store,
      rows.map((delivery, i) => ({ delivery, outcome: outcomes[i] ?? failed })),
      1000,
    );
    expect(await listEndpoints(store.db, 10, undefined)).toMatchObject([
      { consecutive_failures: 1, failing_since: NOW + 2, last_success_at: NOW + 8 },
    ]);
  });

  test("an endpoint that says it is gone is disabled with the attempt that told it", async () => {
    const store = await stores.open();
    await addEndpoint(store, "a");
    await commitEvent(store);
    const gone = { ...failed, status: 410, disableEndpoint: "the endpoint answered 410 Gone" };
    expect(await record(store, await claimOne(store), gone)).toBe(true);
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
      const claimed: ClaimedDelivery[] = [];
      for (const id of ids) claimed.push(...(await claim(worker, id)));
      const outcome = { ...failed, status: 410, disableEndpoint: "gone" };
      const done = await Promise.all([
        ...claimed.map((delivery) => record(worker, delivery, outcome)),
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
          const got: ClaimedDelivery[] = [];
          for (const id of ["a", "b", "c"]) got.push(...(await claim(worker, id, { limit: 3 })));
          mine.push(...got.map((delivery) => delivery.delivery_id));
          if (got.length === 0) return mine;
        }
      }),
    );
    const rest: ClaimedDelivery[] = [];
    for (const id of ["a", "b", "c"]) rest.push(...(await claim(store, id)));
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
    await record(store, claimed, delivered);
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
