import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { nextSequence } from "../src/store/events.ts";
import { commitEvent, describeOnBothEngines, insertNewEvent } from "./support/stores.ts";

describeOnBothEngines((stores) => {
  test("sequences have no gap and no double, whoever counts and whoever rolls back", async () => {
    const all = await Promise.all(Array.from({ length: 4 }, () => stores.open()));
    const [store] = all;
    if (!store) throw new Error("no store");
    const work = Array.from({ length: 48 }, (_, i) => {
      const committer = all[i % all.length] ?? store;
      const modelName = i % 2 === 0 ? "even" : "odd";
      const isLost = i % 3 === 0;
      return committer
        .transaction(async (tx) => {
          await insertNewEvent(committer, tx, { modelName });
          if (isLost) throw new Error("on purpose");
        })
        .then(
          () => undefined,
          (error: unknown) => (isLost ? undefined : error),
        );
    });
    expect((await Promise.all(work)).filter((error) => error !== undefined)).toEqual([]);
    for (const modelName of ["even", "odd"]) {
      const rows = await store.db
        .selectFrom("events")
        .select("sequence")
        .where("model_name", "=", modelName)
        .orderBy("sequence")
        .execute();
      expect(rows.map((row) => row.sequence)).toEqual(Array.from({ length: 16 }, (_, i) => i + 1));
    }
    expect(await store.transaction((tx) => nextSequence(tx, "even"))).toBe(17);
    expect(await store.transaction((tx) => nextSequence(tx, "another"))).toBe(1);
  });

  test("an event is not seen before its transaction ends, and the next one waits for it", async () => {
    const [first, second, reader] = await Promise.all([
      stores.open(),
      stores.open(),
      stores.open(),
    ]);
    const order: string[] = [];
    let later: Promise<void> | undefined;
    await first.transaction(async (tx) => {
      await insertNewEvent(first, tx);
      later = commitEvent(second).then(({ sequence }) => void order.push(`second: ${sequence}`));
      const seen = await reader.db.selectFrom("events").selectAll().execute();
      order.push(`seen: ${seen.length}`, "first ends");
    });
    await later;
    expect(order).toEqual(["seen: 0", "first ends", "second: 2"]);
  });

  test("the same sequence of a model twice is refused", async () => {
    const store = await stores.open();
    await commitEvent(store, { sequence: 5 });
    await expect(commitEvent(store, { sequence: 5 })).rejects.toThrow(/unique/i);
  });

  test("an event's bytes come back as they were", async () => {
    const store = await stores.open();
    const everyByte = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
    const samples = [Buffer.alloc(0), Buffer.from([0]), everyByte, randomBytes(1024 ** 2)];
    for (const bytes of samples) {
      const body = Buffer.concat([bytes, everyByte]);
      const { eventId } = await commitEvent(store, {
        event: bytes,
        bodies: [
          { format: "STANDARD", contentType: "application/json", body, headers: {} },
          { format: "PROTOBUF", contentType: "application/protobuf", body: bytes, headers: {} },
        ],
      });
      const row = await store.db
        .selectFrom("events")
        .select("event")
        .where("event_id", "=", eventId)
        .executeTakeFirstOrThrow();
      const bodies = await store.db
        .selectFrom("event_bodies")
        .select(["format", "body"])
        .where("event_id", "=", eventId)
        .orderBy("format")
        .execute();
      expect(row.event).toBeInstanceOf(Uint8Array);
      expect(bytes.equals(row.event)).toBe(true);
      expect(bodies.map(({ format }) => format)).toEqual(["PROTOBUF", "STANDARD"]);
      expect(bytes.equals(bodies[0]?.body ?? Buffer.from("none"))).toBe(true);
      expect(body.equals(bodies[1]?.body ?? Buffer.from("none"))).toBe(true);
    }
  });
});
