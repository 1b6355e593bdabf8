import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import type { DeliveryRow } from "../src/store/deliveries.ts";
import { type EndpointRow, listEndpoints } from "../src/store/endpoints.ts";
import type { Store } from "../src/store/store.ts";
import { bodyOf, hang, reset, startUntrusted } from "./support/bad-receivers.ts";
import {
  addEndpointRow,
  commitEvents,
  type DeliveringProcess,
  spawnDelivering,
  startDelivering,
} from "./support/delivering.ts";
import { listDeliveries } from "./support/listed-deliveries.ts";
import { type Answer, answerWith, type Receiver, startReceiver } from "./support/receiver.ts";
import { describeOnBothEngines } from "./support/stores.ts";
import { sequencesOf, toldEvents } from "./support/told-events.ts";

const waiting = { timeout: 50_000, interval: 100 };
const models = ["m1", "m2", "m3"];

const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

async function receive(answer?: Answer): Promise<Receiver> {
  const receiver = await startReceiver(answer);
  open.push(() => receiver.close());
  return receiver;
}

function deliver(store: Store, options: Parameters<typeof startDelivering>[1] = {}) {
  const stop = startDelivering(store, options);
  open.push(stop);
  return stop;
}

async function spawn(url: string, leaseMs: number): Promise<DeliveringProcess> {
  const worker = await spawnDelivering(url, { leaseMs });
  open.push(() => worker.kill());
  return worker;
}

async function deliveriesTo(store: Store, { endpoint_id }: EndpointRow) {
  const filter = { endpointId: endpoint_id, eventId: undefined, state: undefined };
  return listDeliveries(store.db, filter, 10_000, undefined);
}

async function countOf(store: Store, endpoint: EndpointRow, state: DeliveryRow["state"]) {
  const rows = await deliveriesTo(store, endpoint);
  return rows.filter(({ delivery }) => delivery.state === state).length;
}

const upTo = (count: number) => Array.from({ length: count }, (_, i) => i + 1);

describeOnBothEngines((stores) => {
  test("whatever other endpoints do, a healthy one gets every event, once, and each ends as it should", async () => {
    const store = await stores.open();
    const count = 100;
    const all = count * models.length;
    const elsewhere = await receive();
    const healthy = await receive();
    const untrusted = await startUntrusted();
    open.push(() => untrusted.close());
    const later = await receive(answerWith(429, { "retry-after": "3600" }));
    const busyAtFirst = await receive(
      (response, number) => void response.writeHead(number <= 20 ? 500 : 200).end(),
    );
    const gone = await receive(answerWith(410));
    const redirects = await receive(answerWith(301, { location: elsewhere.url }));
    const urls = {
      healthy: healthy.url,
      busyAtFirst: busyAtFirst.url,
      later: later.url,
      gone: gone.url,
      redirects: redirects.url,
      endless: (await receive(bodyOf(Number.POSITIVE_INFINITY))).url,
      hangs: (await receive(hang)).url,
      resets: (await receive(reset)).url,
      untrusted: untrusted.url,
    };
    const rows = {} as Record<keyof typeof urls, EndpointRow>;
    for (const [name, url] of Object.entries(urls)) {
      rows[name as keyof typeof urls] = await addEndpointRow(store, url);
    }
    deliver(store);
    await commitEvents(store, models, count);
    await expect.poll(() => countOf(store, rows.healthy, "DELIVERED"), waiting).toBe(all);
    expect(healthy.received).toHaveLength(all);
    expect(new Set(toldEvents(healthy).map((one) => one.id)).size).toBe(all);
    await expect.poll(() => countOf(store, rows.busyAtFirst, "DELIVERED"), waiting).toBe(all);
    await expect.poll(() => countOf(store, rows.endless, "DELIVERED"), waiting).toBe(all);
    expect(busyAtFirst.received).toHaveLength(all + 20);

    const first = async (row: EndpointRow) => {
      await expect
        .poll(
          async () => (await deliveriesTo(store, row)).some((one) => one.attempts.length > 0),
          waiting,
        )
        .toBe(true);
      const found = (await deliveriesTo(store, row)).find((one) => one.attempts.length > 0);
      return { ...found?.attempts[0], state: found?.delivery.state };
    };
    expect(await first(rows.redirects)).toMatchObject({
      error: "answered 301: redirects are not followed",
      state: "PENDING",
    });
    expect(await first(rows.resets)).toMatchObject({
      error: expect.stringMatching(/^connection reset|closed before an answer/),
      state: "PENDING",
    });
    expect(await first(rows.untrusted)).toMatchObject({
      error: expect.stringMatching(/self-signed certificate/),
      state: "PENDING",
    });
    expect(await first(rows.gone)).toMatchObject({ status: 410, state: "PENDING" });
    expect(await first(rows.later)).toMatchObject({ status: 429, state: "PENDING" });
    const put = (await deliveriesTo(store, rows.later)).filter((one) => one.attempts.length > 0);
    for (const { delivery } of put) {
      expect(delivery.next_attempt_at - delivery.created_at).toBeGreaterThan(3_590_000);
    }
    expect(elsewhere.received).toEqual([]);
    const disabled = (await listEndpoints(store.db, 100, undefined)).filter(
      (one) => one.state === "DISABLED",
    );
    expect(disabled.map((one) => one.endpoint_id)).toEqual([rows.gone.endpoint_id]);
    expect(await countOf(store, rows.hangs, "PENDING")).toBe(all);
  });

  test("an ordered endpoint gets each model's events in order, also where some fail at first", async () => {
    const store = await stores.open();
    const failsOnce = new Set(["m1:3", "m2:1", "m3:7"]);
    const receiver = await receive((response, _, { body }) => {
      const { model, sequence } = JSON.parse(body.toString());
      response.writeHead(failsOnce.delete(`${model}:${sequence}`) ? 500 : 204).end();
    });
    const row = await addEndpointRow(store, receiver.url, { ordered: 1 });
    deliver(store);
    await commitEvents(store, models, 40);
    await expect.poll(() => countOf(store, row, "DELIVERED"), waiting).toBe(120);
    for (const model of models) expect(sequencesOf(receiver, model)).toEqual(upTo(40));
    expect(receiver.received).toHaveLength(123);
  });

  test("order per model outlives a worker that is killed while another one works beside it", async () => {
    const store = await stores.open();
    const receiver = await receive(
      (response) => void setTimeout(() => response.writeHead(204).end(), 20),
    );
    const row = await addEndpointRow(store, receiver.url, { ordered: 1 });
    await commitEvents(store, models, 60);
    const [first] = await Promise.all([spawn(stores.url, 1500), spawn(stores.url, 1500)]);
    await receiver.waitFor(30);
    await first.kill();
    const before = toldEvents(receiver).length;
    await expect.poll(() => countOf(store, row, "DELIVERED"), waiting).toBe(180);
    for (const model of models) expect(sequencesOf(receiver, model)).toEqual(upTo(60));
    // Sent again was only what the dead one was sending, one of each model at most.
    expect(receiver.received.length).toBeGreaterThanOrEqual(before);
    expect(receiver.received.length - 180).toBeLessThanOrEqual(models.length);
  });

  test("a worker that slept past its lease sends nothing that it had not begun", async () => {
    const store = await stores.open();
    const receiver = await receive(
      (response) => void setTimeout(() => response.writeHead(204).end(), 100),
    );
    const row = await addEndpointRow(store, receiver.url);
    await commitEvents(store, models, 20);
    const sleeper = await spawn(stores.url, 1500);
    await receiver.waitFor(10);
    await sleeper.sleep();
    // What was on its way when it stopped may still arrive.
    await sleep(300);
    const begun = new Set(toldEvents(receiver).map((one) => one.id));
    deliver(store, { leaseMs: 1500 });
    await expect.poll(() => countOf(store, row, "DELIVERED"), waiting).toBe(60);
    sleeper.wake();
    await sleep(2000);
    const counts = Map.groupBy(toldEvents(receiver), (one) => one.id);
    expect(counts.size).toBe(60);
    const twice = [...counts].filter(([, list]) => list.length > 1).map(([id]) => id);
    for (const id of twice) expect(begun.has(id)).toBe(true);
    // Not more than it had under way, the outcomes that it had no time to record among them.
    expect(twice.length).toBeLessThanOrEqual(24);
    expect(await countOf(store, row, "DELIVERED")).toBe(60);
  });

  test("a worker that stops gives back what it has not sent, and what it is cut off from", async () => {
    const store = await stores.open();
    const receiver = await receive(() => {});
    const row = await addEndpointRow(store, receiver.url);
    await commitEvents(store, models, 10);
    const stop = startDelivering(store);
    await receiver.waitFor(8);
    await stop(0);
    const rows = await deliveriesTo(store, row);
    expect(rows.map(({ delivery }) => delivery.lease_until)).toEqual(Array(30).fill(0));
    expect(rows.flatMap((one) => one.attempts)).toEqual([]);
  });

  test("an endpoint that has failed for too long is disabled, and what came since waits", async () => {
    const store = await stores.open();
    const receiver = await receive(answerWith(500));
    const row = await addEndpointRow(store, receiver.url, {
      consecutive_failures: 3,
      failing_since: Date.now() - 60_000,
    });
    deliver(store, { disableAfterMs: 60_000 });
    await commitEvents(store, ["m1"], 1);
    await expect
      .poll(async () => (await listEndpoints(store.db, 1, undefined))[0]?.state, waiting)
      .toBe("DISABLED");
    const [endpoint] = await listEndpoints(store.db, 1, undefined);
    expect(endpoint?.disabled_reason).toMatch(
      /^all 4 attempts since \d{4}-.*Z failed, the last one: answered 500, expected 2xx$/,
    );
    await commitEvents(store, ["m2"], 1);
    const other = await receive();
    const beside = await addEndpointRow(store, other.url);
    await commitEvents(store, ["m3"], 1);
    await expect.poll(() => countOf(store, beside, "DELIVERED"), waiting).toBe(1);
    expect(receiver.received).toHaveLength(1);
    expect(await countOf(store, row, "PENDING")).toBe(3);
  });
});
