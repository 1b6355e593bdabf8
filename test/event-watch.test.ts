import { setTimeout as sleep } from "node:timers/promises";
import { create, type MessageInitShape } from "@bufbuild/protobuf";
import { TimestampSchema } from "@bufbuild/protobuf/wkt";
import { beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { type Event, EventType } from "#gen/modelwire/event/v1/event_pb.js";
import type {
  WatchEventsRequestSchema,
  WatchEventsResponse,
} from "#gen/modelwire/event/v1/event_service_pb.js";
import { removeOldEvents } from "../src/store/event-retention.ts";
import type { Store } from "../src/store/store.ts";
import { failureOf } from "./support/errors.ts";
import {
  announce,
  type EventClient,
  type EventServer,
  eventClients,
  startEventServer,
} from "./support/event-server.ts";
import { counting, fill } from "./support/filled-log.ts";
import { describeOnBothEngines, NOW } from "./support/stores.ts";

const kinds = Object.keys(eventClients) as (keyof typeof eventClients)[];
const oneSecond = { seconds: 1n, nanos: 0 };

/** A watch that a test takes messages from, one by one. */
function watch(
  client: EventClient,
  request: MessageInitShape<typeof WatchEventsRequestSchema> = {},
) {
  const controller = new AbortController();
  onTestFinished(() => controller.abort());
  const messages = client
    .watchEvents(request, { signal: controller.signal })
    [Symbol.asyncIterator]();
  const next = async (): Promise<WatchEventsResponse> => {
    const { value, done } = await messages.next();
    if (done) throw new Error("the watch ended");
    return value;
  };
  return {
    next,
    /** Takes the next events, checkpoints between them left out. */
    async take(count: number): Promise<Event[]> {
      const events: Event[] = [];
      while (events.length < count) {
        const { event } = await next();
        if (event) events.push(event);
      }
      return events;
    },
    leave: () => controller.abort(),
  };
}

async function serve(store: Store): Promise<EventServer> {
  const server = await startEventServer(store);
  onTestFinished(() => server.close());
  return server;
}

/** Waits until a number has stopped to grow. */
async function settled(read: () => number): Promise<number> {
  for (let before = -1; ; ) {
    const now = read();
    if (now === before) return now;
    before = now;
    await sleep(400);
  }
}

describeOnBothEngines((stores) => {
  let store: Store;
  beforeEach(async () => {
    store = await stores.open();
  });

  describe.each(kinds)("over %s", (kind) => {
    test("a watch gives a checkpoint, then each event as it is committed, and goes on from every cursor", async () => {
      const client = eventClients[kind](await serve(store));
      await announce(store, { modelName: "before" });
      const watcher = watch(client);
      const start = await watcher.next();
      expect(start.event).toBeUndefined();
      const cursors = [start.cursor];
      const all: Event[] = [];
      for (let i = 0; i < 6; i++) {
        all.push(await announce(store, { modelName: i % 2 === 0 ? "even" : "odd" }));
        const { event, cursor } = await watcher.next();
        expect(event).toEqual(all[i]);
        cursors.push(cursor);
      }
      for (const [i, cursor] of cursors.entries()) {
        const later = watch(client, { cursor });
        expect(await later.next()).toMatchObject({ cursor });
        expect(await later.take(all.length - i)).toEqual(all.slice(i));
        later.leave();
      }
    });

    test("a watcher that reads nothing is read nothing for, and loses nothing", async () => {
      const counted = counting(store);
      const ids = await fill(store, Array(4000).fill(8192));
      const server = await serve(counted.store);
      const watcher = watch(eventClients[kind](server), { startTime: create(TimestampSchema) });
      await watcher.next();
      const read = await settled(() => counted.count.events);
      // What fits into the buffers of both ends and of the network between them.
      expect(read).toBeLessThan(2500);
      expect((await watcher.take(ids.length)).map(({ eventId }) => eventId)).toEqual(ids);
      const more = await announce(store);
      expect(await watcher.take(1)).toEqual([more]);
    }, 60_000);

    test("whoever watches when the server stops is told so, and whoever leaves is forgotten", async () => {
      const server = await serve(store);
      const leaving = watch(eventClients[kind](server));
      const staying = watch(eventClients[kind](server));
      await Promise.all([leaving.next(), staying.next()]);
      expect(server.hub.watcherCount).toBe(2);
      leaving.leave();
      await vi.waitFor(() => expect(server.hub.watcherCount).toBe(1), { timeout: 4000 });
      const told = failureOf(staying.next());
      await server.close();
      expect(await told).toMatchObject({
        code: "Unavailable",
        reason: "SHUTTING_DOWN",
        retries: true,
      });
      expect(server.hub.watcherCount).toBe(0);
    });
  });

  test("a watcher is sent what its filter leaves, and a checkpoint behind what it does not", async () => {
    const client = eventClients.gRPC(await serve(store));
    const filter = { expression: 'event.model_name == "wanted"' };
    const watcher = watch(client, { filter, checkpointInterval: oneSecond });
    await watcher.next();
    const unwanted = await announce(store, { modelName: "other" });
    const wanted = await announce(store, { modelName: "wanted" });
    expect(await watcher.take(1)).toEqual([wanted]);
    await announce(store, { modelName: "other" });
    let { cursor, event } = await watcher.next();
    expect(event).toBeUndefined();
    while (!(await client.listEvents({ cursor })).atEnd) ({ cursor } = await watcher.next());
    expect((await client.listEvents({ cursor })).events).toEqual([]);

    const ofOther = watch(client, {
      filter: { modelName: "other" },
      startTime: create(TimestampSchema),
    });
    expect(await ofOther.take(1)).toEqual([unwanted]);
    const types = [EventType.STAGE_CHANGED, EventType.ALIAS_CHANGED];
    const ofType = watch(client, {
      filter: { modelName: "wanted", types },
      startTime: create(TimestampSchema),
    });
    expect(await ofType.take(1)).toEqual([wanted]);
  });

  test("hundreds who watch the end of the log cost no read each", async () => {
    const counted = counting(store);
    const client = eventClients.gRPC(await serve(counted.store));
    const watchers = Array.from({ length: 300 }, () => watch(client));
    await Promise.all(watchers.map((watcher) => watcher.next()));
    await settled(() => counted.count.reads);
    const before = { ...counted.count };
    const event = await announce(store);
    const got = await Promise.all(watchers.map((watcher) => watcher.take(1)));
    expect(got.every(([one]) => one?.eventId === event.eventId)).toBe(true);
    expect(counted.count.events - before.events).toBe(1);
    expect(counted.count.reads - before.reads).toBeLessThan(20);
  }, 30_000);

  test("a watcher whose next events were removed meanwhile is told so", async () => {
    const counted = counting(store);
    const ids = await fill(store, Array(4000).fill(8192));
    const server = await serve(counted.store);
    const watcher = watch(eventClients.gRPC(server), { startTime: create(TimestampSchema) });
    await watcher.next();
    await settled(() => counted.count.events);
    while ((await removeOldEvents(store, NOW + 3990, 500)) > 0);
    const seen: string[] = [];
    const failure = await failureOf(
      (async () => {
        for (;;) seen.push(...(await watcher.take(1)).map(({ eventId }) => eventId));
      })(),
    );
    expect(failure).toMatchObject({ code: "OutOfRange", reason: "CURSOR_EXPIRED" });
    expect(seen).toEqual(ids.slice(0, seen.length));
    const cursor = failure.metadata.oldest_cursor ?? "";
    const { events } = await eventClients.Connect(server).listEvents({ cursor });
    expect(events.map(({ eventId }) => eventId)).toEqual(ids.slice(3990));
  }, 30_000);

  test("two replicas tell the same, once and in the same order, whoever commits", async () => {
    const replicas = await Promise.all([stores.open(), stores.open()]);
    const watchers = await Promise.all(
      replicas.map(async (replica) => watch(eventClients.gRPC(await serve(replica)))),
    );
    await Promise.all(watchers.map((watcher) => watcher.next()));
    const committing = replicas.map(async (replica, which) => {
      for (let i = 0; i < 40; i++)
        await announce(replica, { modelName: `model-${(i + which) % 3}` });
    });
    const [first = [], second = []] = await Promise.all(
      watchers.map((watcher) => watcher.take(80)),
    );
    await Promise.all(committing);
    expect(first).toEqual(second);
    expect(new Set(first.map(({ eventId }) => eventId)).size).toBe(80);
    for (const [, ofModel] of Map.groupBy(first, ({ modelName }) => modelName)) {
      expect(ofModel.map(({ sequence }) => sequence)).toEqual(ofModel.map((_, i) => i + 1));
    }
  }, 30_000);
});
