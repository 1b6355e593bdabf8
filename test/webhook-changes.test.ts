import { pino } from "pino";
import { afterEach, describe, expect, test } from "vitest";
import { createCurrentTarget } from "../src/delivery/current-target.ts";
import { createVault } from "../src/delivery/vault.ts";
import { deleteEndpoint, updateEndpoint } from "../src/store/endpoints.ts";
import { openStore, type Store } from "../src/store/store.ts";
import { type Clients, createClients } from "./support/clients.ts";
import { addEndpointRow, commitRound, startDelivering } from "./support/delivering.ts";
import { startModelwire } from "./support/modelwire.ts";
import { type Receiver, startReceiver, verifyWithNode } from "./support/receiver.ts";
import { createTestDatabase } from "./support/services.ts";
import { describeOnBothEngines } from "./support/stores.ts";
import { toldEvents } from "./support/told-events.ts";

const waiting = { timeout: 30_000, interval: 50 };
const models = Array.from({ length: 20 }, (_, i) => `m${i + 1}`);
const EVENTS = 2 * models.length;
/** So many are sent at once: the others of a claim wait for them. */
const AT_ONCE = 8;

const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

/** Starts a receiver that answers nothing until it is let go. */
async function startHolding(): Promise<Receiver & { letGo(): void }> {
  const held = Promise.withResolvers<void>();
  const receiver = await startReceiver(
    (response) => void held.promise.then(() => response.writeHead(204).end()),
  );
  open.push(() => receiver.close());
  return { ...receiver, letGo: held.resolve };
}

async function commitAll(store: Store): Promise<void> {
  for (const sequence of [1, 2]) await commitRound(store, models, sequence);
}

async function countDelivered(store: Store): Promise<number> {
  const rows = await store.db.selectFrom("deliveries").select("state").execute();
  return rows.filter(({ state }) => state === "DELIVERED").length;
}

describe.for(["SQLite", "PostgreSQL"])("what is claimed, in %s", (engine) => {
  /** Serves an endpoint that has the first of many events in hand and the others claimed. */
  async function serveBusy(): Promise<{
    store: Store;
    webhooks: Clients["webhooks"];
    receiver: Receiver & { letGo(): void };
    endpointId: string;
  }> {
    const database = engine === "PostgreSQL" ? await createTestDatabase() : undefined;
    if (database) open.push(() => database.drop());
    const modelwire = await startModelwire(database && { databaseUrl: database.url });
    open.push(() => modelwire.stop());
    const store = await openStore(modelwire.databaseUrl);
    open.push(() => store.close());
    const { webhooks } = createClients(modelwire.httpUrl);
    const receiver = await startHolding();
    const { endpoint } = await webhooks.createEndpoint({ url: receiver.url });
    await webhooks.pauseEndpoint({ endpointId: endpoint?.endpointId ?? "" });
    await commitAll(store);
    await webhooks.resumeEndpoint({ endpointId: endpoint?.endpointId ?? "" });
    await receiver.waitFor(AT_ONCE);
    await expect.poll(() => countLeases(store), waiting).toBeGreaterThan(AT_ONCE);
    return { store, webhooks, receiver, endpointId: endpoint?.endpointId ?? "" };
  }

  async function countLeases(store: Store): Promise<number> {
    const rows = await store.db.selectFrom("deliveries").select("lease_until").execute();
    return rows.filter((row) => row.lease_until > 0).length;
  }

  test("goes to the new URL from the answer to UpdateEndpoint on", async () => {
    const { store, webhooks, receiver, endpointId } = await serveBusy();
    const next = await startReceiver();
    open.push(() => next.close());
    await webhooks.updateEndpoint({ endpointId, url: next.url });
    receiver.letGo();
    await expect.poll(() => countDelivered(store), waiting).toBe(EVENTS);
    expect(receiver.received).toHaveLength(AT_ONCE);
    expect(next.received).toHaveLength(EVENTS - AT_ONCE);
  });

  test("is signed with the new secret from the answer to RotateEndpointSecret on", async () => {
    const { store, webhooks, receiver, endpointId } = await serveBusy();
    const overlap = { seconds: 0n, nanos: 0 };
    const { secret } = await webhooks.rotateEndpointSecret({ endpointId, overlap });
    receiver.letGo();
    await expect.poll(() => countDelivered(store), waiting).toBe(EVENTS);
    expect(receiver.received).toHaveLength(EVENTS);
    for (const request of receiver.received.slice(AT_ONCE)) verifyWithNode(secret, request);
  });

  test("waits from the answer to PauseEndpoint on", async () => {
    const { store, webhooks, receiver, endpointId } = await serveBusy();
    await webhooks.pauseEndpoint({ endpointId });
    receiver.letGo();
    await expect.poll(() => countDelivered(store), waiting).toBe(AT_ONCE);
    await expect.poll(() => countLeases(store), waiting).toBe(0);
    expect(receiver.received).toHaveLength(AT_ONCE);
  });

  test("is sent to nobody from the answer to DeleteEndpoint on", async () => {
    const { store, webhooks, receiver, endpointId } = await serveBusy();
    await webhooks.deleteEndpoint({ endpointId });
    const next = await startReceiver();
    open.push(() => next.close());
    await webhooks.createEndpoint({ url: next.url });
    receiver.letGo();
    await commitRound(store, ["m1"], 3);
    await next.waitFor(1);
    expect(receiver.received).toHaveLength(AT_ONCE);
  });
});

// On SQLite none hears of it, and each looks every second.
test("what another replica has claimed goes by a change as soon as it hears of it", async () => {
  const database = await createTestDatabase();
  open.push(() => database.drop());
  const [store, other] = [await openStore(database.url), await openStore(database.url)];
  open.push(() => Promise.all([store.close(), other.close()]));
  const [receiver, next] = [await startHolding(), await startReceiver()];
  open.push(() => next.close());
  const { endpoint_id: id } = await addEndpointRow(store, receiver.url);
  await commitAll(store);
  open.push(startDelivering(store));
  await receiver.waitFor(AT_ONCE);
  await updateEndpoint(other.db, id, { url: next.url });
  const heard = new Promise<void>((resolve) => store.onWake("endpoints", resolve));
  other.wake("endpoints");
  await heard;
  receiver.letGo();
  await expect.poll(() => countDelivered(store), waiting).toBe(EVENTS);
  expect(receiver.received).toHaveLength(AT_ONCE);
  expect(next.received).toHaveLength(EVENTS - AT_ONCE);
});

describeOnBothEngines((stores) => {
  test("an endpoint that becomes ordered is sent in order what was claimed before", async () => {
    const store = await stores.open();
    const receiver = await startHolding();
    const { endpoint_id: id } = await addEndpointRow(store, receiver.url);
    await commitRound(store, models, 1);
    for (const sequence of [2, 3, 4, 5]) await commitRound(store, ["m1", "m2"], sequence);
    open.push(startDelivering(store));
    await receiver.waitFor(AT_ONCE);
    await updateEndpoint(store.db, id, { ordered: 1 });
    store.wake("endpoints");
    receiver.letGo();
    await expect.poll(() => countDelivered(store), waiting).toBe(models.length + 8);
    const later = toldEvents(receiver).slice(AT_ONCE);
    for (const model of ["m1", "m2"]) {
      const sequences = later.filter((one) => one.model === model).map((one) => one.sequence);
      expect(sequences).toEqual(sequences.toSorted((a, b) => a - b));
    }
    expect(new Set(toldEvents(receiver).map((one) => one.id)).size).toBe(models.length + 8);
  });

  test("a change of which no notice came is seen within a second, and one of nothing is none", async () => {
    const store = await stores.open();
    const { endpoint_id: id, url } = await addEndpointRow(store, "http://127.0.0.1:9/one");
    let now = 0;
    const log = pino({ level: "silent" });
    const context = { store, log, vault: createVault([]), now: () => now };
    const current = createCurrentTarget(context, id);
    const first = await current.get();
    if (!first) throw new Error("no target");
    expect(first).toMatchObject({ url, ordered: false, failures: 0 });
    now = 1000;
    const again = current.get();
    // What is being begun while it is looked at goes on.
    expect(current.isCurrent(first)).toBe(true);
    expect(await again).toBe(first);
    expect(current.isCurrent(first)).toBe(true);

    await updateEndpoint(store.db, id, { url: "http://127.0.0.1:9/two", ordered: 1 });
    now = 1999;
    expect(await current.get()).toBe(first);
    now = 2000;
    expect(await current.get()).toMatchObject({ url: "http://127.0.0.1:9/two", ordered: true });
    expect(current.isCurrent(first)).toBe(false);

    await updateEndpoint(store.db, id, { url });
    current.expire();
    expect(current.isCurrent(first)).toBe(false);
    expect(await current.get()).toMatchObject({ url });
    await updateEndpoint(store.db, id, { state: "PAUSED" });
    current.expire();
    expect(await current.get()).toBeUndefined();
    await deleteEndpoint(store.db, id);
    expect(await current.get()).toBeUndefined();
  });

  test("the commit of another process wakes those who wait for events, without a poll", async () => {
    const [store, other] = [await stores.open(), await stores.open()];
    const woken = Promise.withResolvers<void>();
    store.onWake("events", woken.resolve);
    await commitRound(other, ["m1"], 1);
    other.wake("events");
    await woken.promise;
  });
});
