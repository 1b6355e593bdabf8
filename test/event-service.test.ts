import { randomUUID } from "node:crypto";
import { type MessageInitShape, toBinary } from "@bufbuild/protobuf";
import { timestampFromMs, timestampMs } from "@bufbuild/protobuf/wkt";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import {
  type Event,
  EventOrigin,
  EventSchema,
  EventType,
} from "#gen/modelwire/event/v1/event_pb.js";
import type { ListEventsRequestSchema } from "#gen/modelwire/event/v1/event_service_pb.js";
import type { EventDraft } from "../src/event/commit.ts";
import { newId } from "../src/event/ids.ts";
import { placeEvents } from "../src/store/event-log.ts";
import { removeOldEvents } from "../src/store/event-retention.ts";
import type { Store } from "../src/store/store.ts";
import { failureOf } from "./support/errors.ts";
import {
  announce,
  type EventClient,
  eventClients,
  startEventServer,
} from "./support/event-server.ts";
import { describeOnBothEngines, NOW } from "./support/stores.ts";

type ListFilter = NonNullable<MessageInitShape<typeof ListEventsRequestSchema>["filter"]>;

const drafts: Partial<EventDraft>[] = [
  { modelName: "lead" },
  {
    modelName: "lead",
    type: EventType.STAGE_CHANGED,
    stageChanged: { version: "1", stage: "Staging" },
  },
  { modelName: "churn", origin: EventOrigin.OBSERVED },
  { modelName: "ü/ñ", type: EventType.VERSION_DELETED, versionDeleted: { version: "7" } },
  { modelName: "churn", type: EventType.MODEL_DELETED, modelDeleted: {} },
];

describeOnBothEngines((stores) => {
  let store: Store;
  let clients: Record<keyof typeof eventClients, EventClient>;
  beforeEach(async () => {
    store = await stores.open();
    const server = await startEventServer(store);
    onTestFinished(() => server.close());
    clients = {
      gRPC: eventClients.gRPC(server),
      Connect: eventClients.Connect(server),
      "Connect in JSON": eventClients["Connect in JSON"](server),
    };
  });

  /** Commits so many events, a millisecond apart, and gives them. */
  async function announceAll(count: number): Promise<Event[]> {
    const all: Event[] = [];
    for (let i = 0; i < count; i++) {
      const draft = drafts[i % drafts.length] ?? {};
      all.push(await announce(store, { origin: EventOrigin.MODELWIRE, ...draft }, NOW + i));
    }
    return all;
  }

  async function listAll(
    client: EventClient,
    request: MessageInitShape<typeof ListEventsRequestSchema>,
  ): Promise<{ events: Event[]; cursors: string[] }> {
    const events: Event[] = [];
    const cursors: string[] = [];
    for (let next = request; ; ) {
      const page = await client.listEvents(next);
      events.push(...page.events);
      cursors.push(page.nextCursor);
      if (page.atEnd) return { events, cursors };
      const { startTime: _, ...rest } = request;
      next = { ...rest, cursor: page.nextCursor };
    }
  }

  describe.each(Object.keys(eventClients) as (keyof typeof eventClients)[])("over %s", (kind) => {
    test("events are listed as they were committed, page by page and from every cursor", async () => {
      const client = clients[kind];
      expect(await client.listEvents({})).toMatchObject({ events: [], atEnd: true });
      const all = await announceAll(12);
      expect((await listAll(client, {})).events).toEqual(all);
      for (const pageSize of [1, 5, 11, 12, 13]) {
        const { events, cursors } = await listAll(client, { pageSize });
        expect(events).toEqual(all);
        expect(cursors).toHaveLength(Math.ceil(12 / pageSize));
      }
      const { cursors } = await listAll(client, { pageSize: 1 });
      for (const [i, cursor] of cursors.entries()) {
        const rest = await listAll(client, { cursor, pageSize: 3 });
        expect(rest.events).toEqual(all.slice(i + 1));
      }
      const end = cursors.at(-1) ?? "";
      const more = await announce(store, { modelName: "new" });
      expect((await listAll(client, { cursor: end })).events).toEqual([more]);
    });

    test("an event is got by its id", async () => {
      const client = clients[kind];
      const event = await announce(store);
      expect((await client.getEvent({ eventId: event.eventId })).event).toEqual(event);
      const eventId = newId("evt");
      expect(await failureOf(client.getEvent({ eventId }))).toMatchObject({
        code: "NotFound",
        reason: "EVENT_NOT_FOUND",
        resource: eventId,
      });
      expect(await failureOf(client.getEvent({ eventId: "1" }))).toMatchObject({
        code: "InvalidArgument",
        message: "event_id: expected evt_ and 32 hexadecimal digits",
      });
    });
  });

  test("bytes that are answered are those that were committed", async () => {
    const all = await announceAll(5);
    const { events } = await clients.gRPC.listEvents({});
    const rows = await store.db.selectFrom("events").select("event").orderBy("position").execute();
    expect(events.map((event) => Buffer.from(toBinary(EventSchema, event)))).toEqual(
      rows.map(({ event }) => Buffer.from(event)),
    );
    expect(events).toEqual(all);
  });

  test("filters leave what a plain filter of all leaves, in pages of any size", async () => {
    const all = await announceAll(25);
    const { STAGE_CHANGED, VERSION_DELETED, MODEL_DELETED, MODEL_RENAMED, ALIAS_CHANGED } =
      EventType;
    const filters: [ListFilter, (event: Event) => boolean][] = [
      [{ modelName: "churn" }, (e) => e.modelName === "churn"],
      [{ modelName: "ü/ñ" }, (e) => e.modelName === "ü/ñ"],
      [{ modelName: "none" }, () => false],
      [{ types: [STAGE_CHANGED] }, (e) => e.type === STAGE_CHANGED],
      [
        { types: [VERSION_DELETED, STAGE_CHANGED, STAGE_CHANGED, MODEL_RENAMED] },
        (e) => e.type === VERSION_DELETED || e.type === STAGE_CHANGED,
      ],
      [
        { modelName: "churn", types: [MODEL_DELETED, VERSION_DELETED] },
        (e) => e.type === MODEL_DELETED,
      ],
      [{ expression: "event.sequence > 3u" }, (e) => e.sequence > 3],
      [
        { types: [ALIAS_CHANGED], expression: 'event.model_name.startsWith("l")' },
        (e) => e.type === ALIAS_CHANGED && e.modelName === "lead",
      ],
    ];
    for (const [filter, isWanted] of filters) {
      for (const pageSize of [1, 4, 100]) {
        const { events } = await listAll(clients.gRPC, { pageSize, filter });
        expect(events, JSON.stringify(filter)).toEqual(all.filter(isWanted));
      }
    }
  });

  test("from a time on there is every event of then or later, and none before", async () => {
    // Each is placed at once: so the times do not come in the order of the log.
    const times = [50, 10, 30, 20, 90, 40, 60];
    const all: Event[] = [];
    for (const [i, at] of times.entries()) {
      all.push(await announce(store, { modelName: `model-${i}` }, NOW + at));
      await placeEvents(store);
    }
    for (const from of [0, 10, 11, 30, 50, 60, 90, 91]) {
      const late = all.filter(({ time }) => time && timestampMs(time) >= NOW + from);
      for (const pageSize of [1, 2, 100]) {
        const startTime = timestampFromMs(NOW + from);
        const { events } = await listAll(clients.gRPC, { pageSize, startTime });
        expect(events).toEqual(late);
      }
    }
  });

  test("what is wrong with a request is said, field by field", async () => {
    const { events, nextCursor: cursor } = await clients.gRPC.listEvents({});
    expect(events).toEqual([]);
    const other = Buffer.from(`${randomUUID()}:0`).toString("base64url");
    const later = Buffer.from(
      Buffer.from(cursor, "base64url").toString().replace(/:0$/, ":1"),
    ).toString("base64url");
    const startTime = timestampFromMs(NOW);
    const cases: [object, string][] = [
      [{ cursor: "x" }, "cursor: expected a cursor of an answer, or none"],
      [{ cursor: other }, "cursor: expected a cursor of this log; it is of another database"],
      [{ cursor: later }, "cursor: expected a cursor of this log; it is of another database"],
      [{ cursor, startTime }, "start_time: expected only without a cursor"],
      [
        { startTime: { seconds: 0n, nanos: -1 } },
        "start_time: expected a time from year 1 to year 9999",
      ],
      [{ filter: { modelName: "" } }, "filter.model_name: expected a name; unset means any"],
      [{ filter: { types: [1, 99] } }, "filter.types[1]: expected an EventType"],
      [{ filter: { types: [0] } }, "filter.types[0]: expected an EventType"],
      [
        { filter: { expression: "1".repeat(4001) } },
        "filter.expression: expected a CEL expression of 1 to 4000 characters",
      ],
      [{ filter: { expression: "event." } }, "filter.expression: "],
    ];
    for (const [request, message] of cases) {
      for (const call of [
        () => clients.gRPC.listEvents(request),
        () => first(clients.Connect.watchEvents(request)),
      ]) {
        const failure = await failureOf(call());
        expect(failure).toMatchObject({ code: "InvalidArgument", reason: "INVALID_FIELD" });
        expect(failure.message.startsWith(message), failure.message).toBe(true);
      }
    }
    for (const pageSize of [-1, 1001]) {
      expect(await failureOf(clients.gRPC.listEvents({ pageSize }))).toMatchObject({
        message: "page_size: expected 1 to 1000, or 0 for 100",
      });
    }
    for (const seconds of [0n, 601n]) {
      const checkpointInterval = { seconds, nanos: 0 };
      const call = first(clients.gRPC.watchEvents({ checkpointInterval }));
      expect(await failureOf(call)).toMatchObject({
        message: "checkpoint_interval: expected 1 second to 10 minutes",
      });
    }
  });

  test("a cursor whose events are gone is told so, with the one that goes on", async () => {
    const all = await announceAll(6);
    const { cursors } = await listAll(clients.gRPC, { pageSize: 1 });
    expect(await removeOldEvents(store, NOW + 3, 100)).toBe(3);
    for (const [i, cursor] of cursors.entries()) {
      const list = () => clients.gRPC.listEvents({ cursor });
      if (i >= 2) {
        expect((await list()).events).toEqual(all.slice(i + 1));
        continue;
      }
      for (const call of [list, () => first(clients.Connect.watchEvents({ cursor }))]) {
        const failure = await failureOf(call());
        expect(failure).toMatchObject({ code: "OutOfRange", reason: "CURSOR_EXPIRED" });
        const rest = await clients.gRPC.listEvents({
          cursor: failure.metadata.oldest_cursor ?? "",
        });
        expect(rest.events).toEqual(all.slice(3));
      }
    }
    expect((await clients.gRPC.listEvents({})).events).toEqual(all.slice(3));
    const gone = await failureOf(clients.gRPC.getEvent({ eventId: all[0]?.eventId ?? "" }));
    expect(gone).toMatchObject({ reason: "EVENT_NOT_FOUND" });
  });
});

async function first<T>(messages: AsyncIterable<T>): Promise<T | undefined> {
  for await (const message of messages) return message;
  return undefined;
}
