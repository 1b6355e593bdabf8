import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { sql } from "kysely";
import { Migrator } from "kysely/migration";
import { expect, test } from "vitest";
import { type LogState, placeEvents } from "../src/store/event-log.ts";
import { placeBefore, readPlacedEvents } from "../src/store/event-reads.ts";
import { migrationsOf } from "../src/store/migrations.ts";
import { openPostgres } from "../src/store/postgres.ts";
import { openSqlite } from "../src/store/sqlite.ts";
import type { Store } from "../src/store/store.ts";
import { commitEvent, describeOnBothEngines, NOW } from "./support/stores.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const any = { modelName: undefined, types: [], createdFrom: undefined };

// Commits events of a few models. The pause lets the other processes come to their turn: SQLite
// gives its lock to whoever asks at the right moment.
const committer = `
import { openStore } from "./src/store/store.ts";
import { commitEvent } from "./src/event/commit.ts";
import { setTimeout as sleep } from "node:timers/promises";
const [url, name, count] = process.argv.slice(1);
const store = await openStore(url);
for (let i = 0; i < Number(count); i++) {
  const modelName = "model-" + (i % 3);
  const draft = { modelName, type: 3, aliasChanged: { alias: name, version: String(i) } };
  await store.transaction((tx) => commitEvent(store, tx, draft, Date.now()));
  await sleep(2);
}
await store.close();
`;

async function commitInProcess(url: string, name: string, count: number): Promise<void> {
  const args = ["--input-type=module", "-e", committer, url, name, String(count)];
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
  });
  const [exitCode] = await once(child, "exit");
  expect(exitCode).toBe(0);
}

async function readAll(store: Store, { lastPosition }: LogState) {
  const range = { after: 0, until: lastPosition, limit: 1000, mostBytes: 1024 ** 2 };
  return (await readPlacedEvents(store, any, range)).rows;
}

async function placesOf(store: Store) {
  return store.db
    .selectFrom("events")
    .select(["model_name", "sequence", "created_at", "position", "log_time"])
    .orderBy("position")
    .execute();
}

/** Checks what holds in every log: places without a gap, models in order, times that grow. */
async function expectLog(store: Store, count: number): Promise<void> {
  const rows = await placesOf(store);
  expect(rows.map((row) => row.position)).toEqual(Array.from({ length: count }, (_, i) => i + 1));
  const seen = new Map<string, number>();
  let time = 0;
  for (const row of rows) {
    expect(row.sequence).toBe((seen.get(row.model_name) ?? 0) + 1);
    seen.set(row.model_name, row.sequence);
    time = Math.max(time, row.created_at);
    expect(row.log_time).toBe(time);
  }
}

describeOnBothEngines((stores) => {
  test("readers see each event once and in order while several processes commit", async () => {
    const readers = await Promise.all([stores.open(), stores.open()]);
    let committing = true;
    const committed = Promise.all(
      ["a", "b", "c"].map((name) => commitInProcess(stores.url, name, 80)),
    ).finally(() => {
      committing = false;
    });
    const read = async (store: Store) => {
      const seen: { position: number; model_name: string }[] = [];
      let after = 0;
      for (let last = false; !last; ) {
        // Read once more after the last commit.
        last = !committing;
        const log = await placeEvents(store);
        const { rows } = await readPlacedEvents(store, any, {
          ...{ after, until: log.lastPosition },
          ...{ limit: 1000, mostBytes: 1024 ** 2 },
        });
        seen.push(...rows.map(({ position, model_name }) => ({ position, model_name })));
        after = rows.at(-1)?.position ?? after;
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      return seen;
    };
    const [, ...seen] = await Promise.all([committed, ...readers.map(read)]);
    const [store] = readers;
    await expectLog(store, 240);
    const whole = (await placesOf(store)).map(({ position, model_name }) => ({
      position,
      model_name,
    }));
    for (const one of seen) expect(one).toEqual(whole);
  }, 60_000);

  test("what is placed together comes by time, and never before its predecessor", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            model: fc.constantFrom("a", "b", "c"),
            at: fc.nat({ max: 20 }),
            placed: fc.boolean(),
          }),
          { maxLength: 12 },
        ),
        async (events) => {
          const store = await stores.open();
          const before = (await placesOf(store)).length;
          for (const { model, at, placed } of events) {
            await commitEvent(store, { modelName: model, createdAt: NOW + at });
            if (placed) await placeEvents(store);
          }
          await placeEvents(store);
          await expectLog(store, before + events.length);
        },
      ),
      { numRuns: 8 },
    );
    const store = await stores.open();
    for (const [modelName, at] of [
      ["x", 900],
      ["x", 100],
      ["y", 500],
      ["z", 900],
    ] as const) {
      await commitEvent(store, { modelName, createdAt: NOW + at });
    }
    const { lastPosition } = await placeEvents(store);
    const rows = (await placesOf(store)).slice(lastPosition - 4);
    expect(rows.map((row) => [row.model_name, row.sequence])).toEqual([
      ["y", 1],
      ["x", 1],
      ["x", 2],
      ["z", 1],
    ]);
  });

  test("a backlog of thousands is placed in order, over several batches", async () => {
    const store = await stores.open();
    for (const modelName of ["many", "a-few"]) {
      await store.transaction(async (tx) => {
        const count = modelName === "many" ? 2100 : 5;
        const rows = Array.from({ length: count }, (_, i) => ({
          event_id: `evt_${modelName}_${i}`,
          model_name: modelName,
          sequence: i + 1,
          type: "modelwire.alias.changed",
          created_at: NOW + ((i * 7) % 100),
          event: Buffer.from("event"),
        }));
        for (let i = 0; i < count; i += 500) {
          await tx
            .insertInto("events")
            .values(rows.slice(i, i + 500))
            .execute();
        }
      });
    }
    const states = await Promise.all([placeEvents(store), placeEvents(await stores.open())]);
    for (const { lastPosition } of states) expect(lastPosition).toBe(2105);
    await expectLog(store, 2105);
  });

  test("one who looks and finds nothing new writes nothing", async () => {
    const [store, other] = await Promise.all([stores.open(), stores.open()]);
    await commitEvent(store);
    const state = await placeEvents(store);
    expect(state).toMatchObject({ lastPosition: 1, expiredPosition: 0 });
    // What would wait for the lock of a writer, or fail, if it were one.
    await other.transaction(async (tx) => {
      await tx.updateTable("event_log").set({ last_log_time: NOW }).execute();
      expect(await placeEvents(store)).toEqual(state);
    });
    expect(await readAll(store, state)).toHaveLength(1);
  });

  test("a time leads to the first event that was committed then or later", async () => {
    const store = await stores.open();
    const times = [5, 3, 9, 7, 9, 20];
    for (const [i, at] of times.entries()) {
      await commitEvent(store, { modelName: `model-${i}`, createdAt: NOW + at });
      await placeEvents(store);
    }
    for (let at = 0; at <= 21; at++) {
      const first = times.findIndex((time) => time >= at);
      expect(await placeBefore(store, NOW + at)).toBe(first < 0 ? undefined : first);
    }
  });

  test("events of a database from before the log have their place in it, by time", async () => {
    const engine =
      stores.engine === "sqlite"
        ? openSqlite(stores.url.slice("sqlite:".length))
        : openPostgres(stores.url);
    try {
      const migrator = new Migrator({
        db: engine.db,
        provider: { getMigrations: async () => migrationsOf(engine) },
        migrationTableName: "modelwire_migrations",
        migrationLockTableName: "modelwire_migration_lock",
      });
      const { error } = await migrator.migrateTo("0006-catalog");
      expect(error).toBeUndefined();
      for (const [i, [model, sequence, at]] of [
        ["b", 2, 10],
        ["b", 1, 40],
        ["a", 1, 20],
        ["c", 1, 50],
        ["a", 2, 50],
      ].entries()) {
        await sql`insert into events (event_id, model_name, sequence, type, created_at, event)
          values (${`evt_${i}`}, ${model}, ${sequence}, 'modelwire.alias.changed', ${NOW + Number(at)}, ${Buffer.from("event")})`.execute(
          engine.db,
        );
      }
    } finally {
      await engine.close();
    }
    const store = await stores.open();
    const rows = await placesOf(store);
    expect(rows.map((row) => `${row.model_name}${row.sequence}`)).toEqual([
      "a1",
      "b1",
      "b2",
      "a2",
      "c1",
    ]);
    await commitEvent(store, { modelName: "new", createdAt: NOW });
    expect(await placeEvents(store)).toMatchObject({ lastPosition: 6, expiredPosition: 0 });
    await expectLog(store, 6);
  });
});
