import { setImmediate } from "node:timers/promises";
import { toBinary } from "@bufbuild/protobuf";
import { pino } from "pino";
import { beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { type Event, EventSchema } from "#gen/modelwire/event/v1/event_pb.js";
import { compileFilter } from "../src/event/filter.ts";
import { startEventHub, watchEvents } from "../src/event/watch.ts";
import type { Store } from "../src/store/store.ts";
import { type EventClient, eventClients, startEventServer } from "./support/event-server.ts";
import { counting, fill } from "./support/filled-log.ts";
import { describeOnBothEngines } from "./support/stores.ts";

const MIB = 1024 ** 2;

async function pagesOf(client: EventClient, filter: { expression?: string }): Promise<Event[][]> {
  const pages: Event[][] = [];
  for (let cursor = "", atEnd = false; !atEnd; ) {
    const page = await client.listEvents({ cursor, pageSize: 1000, filter });
    pages.push(page.events);
    ({ nextCursor: cursor, atEnd } = page);
  }
  return pages;
}

describeOnBothEngines((stores) => {
  let store: Store;
  beforeEach(async () => {
    store = await stores.open();
  });

  function hubOf(of: Store) {
    const hub = startEventHub(of, pino({ level: "silent" }));
    onTestFinished(() => hub.stop());
    return hub;
  }

  describe.each(Object.keys(eventClients) as (keyof typeof eventClients)[])("over %s", (kind) => {
    test("a page has as many events as make a megabyte, and one that is larger alone", async () => {
      const large = [...Array(6).fill(300_000), 2 * MIB, 2 * MIB];
      const ids = await fill(store, [...large, ...Array(1500).fill(10)]);
      const counted = counting(store);
      const server = await startEventServer(counted.store);
      onTestFinished(() => server.close());
      const pages = await pagesOf(eventClients[kind](server), {});
      expect(pages.flat().map(({ eventId }) => eventId)).toEqual(ids);
      expect(pages.map((page) => page.length)).toEqual([3, 3, 1, 1, 1000, 500]);
      for (const page of pages) {
        const bytes = page.reduce((sum, one) => sum + toBinary(EventSchema, one).length, 0);
        if (page.length > 1) expect(bytes).toBeLessThanOrEqual(MIB);
      }
      expect(counted.count.mostBytes).toBeLessThanOrEqual(8 * MIB);
      const wanted = await pagesOf(eventClients[kind](server), {
        expression: "event.sequence % 100u == 7u",
      });
      expect(wanted.flat().map(({ eventId }) => eventId)).toEqual(
        ids.filter((_, i) => (i + 1) % 100 === 7),
      );
    });
  });

  test("a burst that is too large to be kept is read by each who watches", async () => {
    const counted = counting(store);
    const hub = hubOf(counted.store);
    const watched = [0, 1].map(async () => {
      const query = { modelName: undefined, types: [], expression: undefined };
      const start = { place: { position: 0, createdFrom: undefined }, query, checkpointMs: 60_000 };
      const seen: string[] = [];
      for await (const { event } of watchEvents(hub, start, AbortSignal.timeout(30_000))) {
        if (event) seen.push(event.event.eventId);
        if (seen.length === 23) return seen;
      }
      return seen;
    });
    await vi.waitFor(() => expect(hub.watcherCount).toBe(2));
    const ids = await fill(store, Array(20).fill(MIB));
    await hub.look();
    ids.push(...(await fill(await stores.open(), [10, 10, 10], "small")));
    await hub.look();
    for (const seen of await Promise.all(watched)) expect(seen).toEqual(ids);
    expect(counted.count.mostBytes).toBeLessThanOrEqual(8 * MIB);
  });

  test("a watch that is left while nothing of the log is wanted reads no further", async () => {
    await fill(store, Array(4000).fill(10));
    const counted = counting(store);
    const hub = hubOf(counted.store);
    await hub.look();
    const left = new AbortController();
    const query = {
      modelName: undefined,
      types: [],
      expression: compileFilter("event.sequence == 0u"),
    };
    const start = { place: { position: 0, createdFrom: undefined }, query, checkpointMs: 60_000 };
    const messages = watchEvents(hub, start, left.signal);
    await messages.next();
    const next = messages.next();
    next.catch(() => {});
    await setImmediate();
    left.abort();
    await expect(next).rejects.toThrow(/aborted/);
    expect(counted.count.events).toBeLessThan(2000);
  });
});
