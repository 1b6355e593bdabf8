import { setTimeout as sleep } from "node:timers/promises";
import SqliteDatabase from "better-sqlite3";
import { sql } from "kysely";
import pg from "pg";
import { expect, inject, onTestFinished, test } from "vitest";
import { ensureCatalogModel, putCatalogModel } from "../src/store/catalog-models.ts";
import { insertEndpoint, listEndpoints } from "../src/store/endpoints.ts";
import { insertRegistration } from "../src/store/registrations.ts";
import { openStore, type Store } from "../src/store/store.ts";
import { startPostgres } from "./support/postgres.ts";
import { createTestDatabase } from "./support/services.ts";
import {
  describeOnBothEngines,
  newEndpoint,
  newRegistration,
  openInChild,
} from "./support/stores.ts";
import { makeTemporaryDirectory } from "./support/temporary-directory.ts";

const tables = [
  "api_keys",
  "attempts",
  "catalog_aliases",
  "catalog_improvements",
  "catalog_model_tags",
  "catalog_models",
  "catalog_state",
  "catalog_version_tags",
  "catalog_versions",
  "deliveries",
  "discarded_registrations",
  "endpoints",
  "event_bodies",
  "event_log",
  "events",
  "model_locks",
  "model_sequences",
  "registrations",
  "signature_bundles",
  "upload_files",
  "uploads",
];

async function ownTables(store: Store): Promise<string[]> {
  const all = await store.db.introspection.getTables();
  return all
    .map((table) => table.name)
    .filter((name) => !name.startsWith("modelwire_migration"))
    .sort();
}

async function migrationsRun(store: Store): Promise<{ name: string; timestamp: string }[]> {
  const rows = await sql<{ name: string; timestamp: string }>`
    select name, timestamp from modelwire_migrations order by name`.execute(store.db);
  return rows.rows;
}

/** Waits for something to become true; the test's own time-out ends it. */
async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await sleep(20);
}

describeOnBothEngines((stores) => {
  test("openers and processes that begin at once make one schema", async () => {
    const [opened, children] = await Promise.all([
      Promise.all(Array.from({ length: 4 }, () => stores.open())),
      Promise.all(Array.from({ length: 4 }, () => openInChild(stores.url))),
    ]);
    expect(children).toEqual(children.map(() => ({ exitCode: 0, said: "opened\n" })));
    for (const store of opened) expect(await ownTables(store)).toEqual(tables);
    const [first] = opened;
    expect(first && (await migrationsRun(first)).map(({ name }) => name)).toEqual([
      "0001-registrations-events-deliveries",
      "0002-uploads",
      "0003-open-runs",
      "0004-signature-bundles",
      "0005-discarded-registrations",
      "0006-catalog",
      "0007-event-log",
      "0008-api-keys",
      "0009-upload-owners",
    ]);
  });

  test("a second opening changes nothing and keeps what is there", async () => {
    const first = await stores.open();
    await insertRegistration(first.db, newRegistration());
    const run = await migrationsRun(first);
    await first.close();
    const second = await stores.open();
    expect(await migrationsRun(second)).toEqual(run);
    expect(await second.db.selectFrom("registrations").selectAll().execute()).toHaveLength(1);
  });

  test("a transaction that fails leaves nothing", async () => {
    const store = await stores.open();
    const failing = store.transaction(async (tx) => {
      await insertRegistration(tx, newRegistration());
      await insertEndpoint(tx, newEndpoint());
      throw new Error("on purpose");
    });
    await expect(failing).rejects.toThrow("on purpose");
    expect(await store.db.selectFrom("registrations").selectAll().execute()).toEqual([]);
    expect(await listEndpoints(store.db, 10, undefined)).toEqual([]);
  });

  test("numbers of the size of times come back as numbers", async () => {
    const store = await stores.open();
    const createdAt = 2 ** 52 + 1;
    await insertRegistration(store.db, newRegistration({ createdAt, leaseUntil: createdAt }));
    const row = await store.db.selectFrom("registrations").selectAll().executeTakeFirstOrThrow();
    expect(row).toMatchObject({ created_at: createdAt, lease_until: createdAt, lease_token: 1 });
  });

  test("any text comes back as it was, without the NULs that PostgreSQL's text cannot hold", async () => {
    const store = await stores.open();
    const text = "ü 日本 😀 \u2028 \x01\x7f \\ ' \" % _ \n\t $1 ? :x";
    const kept = newEndpoint({ description: text, url: `http://x/${text}` });
    const withNul = newEndpoint({ description: "a\0b", created_at: kept.created_at + 1 });
    expect(await insertEndpoint(store.db, kept)).toBe(true);
    expect(await insertEndpoint(store.db, withNul)).toBe(true);
    expect(await listEndpoints(store.db, 10, undefined)).toEqual([
      kept,
      { ...withNul, description: "a\ufffdb" },
    ]);
    const named = store.db.selectFrom("endpoints").selectAll().where("endpoint_id", "=", "a\0b");
    expect(await named.execute()).toEqual([]);
  });

  test("a registered model is written with however many tags", async () => {
    const store = await stores.open();
    const modelKey = await ensureCatalogModel(store.db, "model");
    // With 3 columns, more than a statement of either engine may have parameters.
    const tags = Object.fromEntries(Array.from({ length: 22_000 }, (_, i) => [`tag-${i}`, "x"]));
    const seen = { name: "model", createdAt: 1, updatedAt: 1, description: undefined, aliases: {} };
    await store.transaction((tx) => putCatalogModel(tx, modelKey, { ...seen, tags }));
    const rows = await store.db.selectFrom("catalog_model_tags").select("key").execute();
    expect(rows).toHaveLength(22_000);
  });

  test("a constraint that is violated is not the database's absence", async () => {
    const store = await stores.open();
    const endpoint = newEndpoint();
    await insertEndpoint(store.db, endpoint);
    const again = insertEndpoint(store.db, endpoint).then(
      () => undefined,
      (error: unknown) => error,
    );
    const orphan = store.db
      .insertInto("event_bodies")
      .values({
        event_id: "none",
        format: "x",
        content_type: "x",
        body: Buffer.from("x"),
        headers: "{}",
      })
      .execute()
      .catch((error: unknown) => error);
    for (const error of await Promise.all([again, orphan])) {
      expect(error).toBeInstanceOf(Error);
      expect(store.engine.isUnavailable(error)).toBe(false);
    }
    expect(store.engine.isUnavailable(new TypeError("x is not a function"))).toBe(false);
  });

  test("a sleeper is woken for its channel, until it does not want to be", async () => {
    const store = await stores.open();
    const woken: string[] = [];
    const off = store.onWake("deliveries", () => woken.push("deliveries"));
    store.onWake("deliveries", () => woken.push("deliveries too"));
    store.onWake("registrations", () => woken.push("registrations"));
    store.wake("deliveries");
    await until(() => woken.length === 2);
    off();
    store.wake("deliveries");
    await until(() => woken.length === 3);
    store.wake("registrations");
    await until(() => woken.length === 4);
    expect(woken).toEqual(["deliveries", "deliveries too", "deliveries too", "registrations"]);
  });

  test("a closed store is not opened again by what it still listens for", async () => {
    const store = await stores.open();
    await store.close();
    await expect(store.ping()).rejects.toThrow();
    // Never fails: who wakes is done already, and a sleeper polls.
    store.wake("deliveries");
  });
});

test("SQLite is set to lose nothing at a power failure", async () => {
  const folder = await makeTemporaryDirectory("modelwire-store-");
  onTestFinished(() => folder.remove());
  const store = await openStore(`sqlite:${folder.path}/modelwire.db`);
  const pragma = async (name: string) =>
    Object.values((await sql.raw(`pragma ${name}`).execute(store.db)).rows[0] ?? {})[0];
  expect(await pragma("journal_mode")).toBe("wal");
  expect(await pragma("synchronous")).toBe(2);
  expect(await pragma("foreign_keys")).toBe(1);
  await store.close();
});

test("a SQLite file that another program has locked is waited for, with the thread free", async () => {
  const folder = await makeTemporaryDirectory("modelwire-store-");
  onTestFinished(() => folder.remove());
  const store = await openStore(`sqlite:${folder.path}/modelwire.db`);
  const other = new SqliteDatabase(`${folder.path}/modelwire.db`, { timeout: 0 });
  other.exec("begin immediate");
  const inserted = insertEndpoint(store.db, newEndpoint());
  const inTransaction = store.transaction((tx) => insertEndpoint(tx, newEndpoint()));
  // Only a thread that is free comes to let the lock go.
  await sleep(50);
  other.exec("rollback");
  expect(await Promise.all([inserted, inTransaction])).toEqual([true, true]);

  const refused = await store.transaction(() => errorOf(async () => other.exec("begin immediate")));
  expect(refused).toMatchObject({ code: "SQLITE_BUSY" });
  expect(store.engine.isUnavailable(refused)).toBe(true);
  other.close();
  await store.close();
});

test("openers of one PostgreSQL database wake each other", async () => {
  const database = await createTestDatabase();
  onTestFinished(() => database.drop());
  const [sleeper, waker] = await Promise.all([openStore(database.url), openStore(database.url)]);
  let woken = 0;
  sleeper.onWake("deliveries", () => woken++);
  sleeper.onWake("registrations", () => {
    woken += 100;
  });
  waker.wake("deliveries");
  await until(() => woken === 1);
  await Promise.all([sleeper.close(), waker.close()]);
});

test("who sleeps here is woken at once, and by its own notice not once more", async () => {
  const database = await createTestDatabase();
  onTestFinished(() => database.drop());
  const [store, other] = await Promise.all([openStore(database.url), openStore(database.url)]);
  const woken: string[] = [];
  const told: string[] = [];
  for (const channel of [
    "deliveries",
    "endpoints",
    "registrations",
    "catalog",
    "events",
  ] as const) {
    store.onWake(channel, () => woken.push(channel));
    other.onWake(channel, () => told.push(channel));
    store.wake(channel);
    // No notice could have come yet, and through some poolers none does.
    expect(woken).toContain(channel);
  }
  await until(() => told.length === 5);
  // Notices come in the order in which they were given.
  other.wake("catalog");
  await until(() => woken.length > 5);
  expect(woken.toSpliced(5)).toEqual(
    expect.arrayContaining(["deliveries", "endpoints", "registrations", "catalog", "events"]),
  );
  expect(woken.slice(5)).toEqual(["catalog"]);
  await Promise.all([store.close(), other.close()]);
});

test("a store survives that PostgreSQL ends all its connections", async () => {
  const database = await createTestDatabase();
  onTestFinished(() => database.drop());
  const [store, waker] = await Promise.all([openStore(database.url), openStore(database.url)]);
  let woken = 0;
  store.onWake("deliveries", () => woken++);
  const began = Promise.withResolvers<void>();
  const interrupted = errorOf(
    store.transaction(async (tx) => {
      await insertEndpoint(tx, newEndpoint());
      began.resolve();
      await sql`select pg_sleep(60)`.execute(tx);
    }),
  );
  await began.promise;
  await terminateBackends(database.url);

  expect(store.engine.isUnavailable(await interrupted)).toBe(true);
  await until(async () => {
    const failed = await errorOf(store.ping());
    expect(failed === undefined || store.engine.isUnavailable(failed)).toBe(true);
    return failed === undefined;
  });
  expect(await listEndpoints(store.db, 10, undefined)).toEqual([]);
  // It listens again, too: a notice of the other opener arrives.
  await until(() => {
    waker.wake("deliveries");
    return woken > 0;
  });
  await Promise.all([store.close(), waker.close()]);
});

test("a store that is closed while its listener is away does not come back", async () => {
  const database = await createTestDatabase();
  onTestFinished(() => database.drop());
  const store = await openStore(database.url);
  await until(async () => {
    // It may have come back meanwhile.
    await terminateBackends(database.url);
    return (await connectionsTo(database.url)) === 0;
  });
  await store.close();
  // Longer than a listener waits before it connects again.
  await sleep(1500);
  expect(await connectionsTo(database.url)).toBe(0);
});

test("a PostgreSQL that was stopped is unavailable to those who have it open and who open it", async () => {
  const postgres = await startPostgres();
  let stopping: Promise<void> | undefined;
  const stop = () => (stopping ??= postgres.stop());
  onTestFinished(stop);
  const store = await openStore(postgres.url);
  await store.ping();
  await stop();
  for (let attempt = 0; attempt < 3; attempt++) {
    expect(store.engine.isUnavailable(await errorOf(store.ping()))).toBe(true);
  }
  const inTransaction = store.transaction((tx) => insertEndpoint(tx, newEndpoint()));
  expect(store.engine.isUnavailable(await errorOf(inTransaction))).toBe(true);
  expect(store.engine.isUnavailable(await errorOf(openStore(postgres.url)))).toBe(true);
  store.wake("deliveries");
  await store.close();
});

async function errorOf(work: Promise<unknown> | (() => Promise<unknown>)): Promise<unknown> {
  return (typeof work === "function" ? work() : work).then(
    () => undefined,
    (error: unknown) => error,
  );
}

/** Connections of clients: autovacuum has some of its own. */
const CLIENTS = "from pg_stat_activity where datname = $1 and backend_type = 'client backend'";

async function terminateBackends(url: string): Promise<void> {
  await ask(`select pg_terminate_backend(pid) ${CLIENTS}`, url);
}

async function connectionsTo(url: string): Promise<number> {
  return (await ask(`select pid ${CLIENTS}`, url)).length;
}

/** Asks PostgreSQL about the database of a URL, without a connection to that. */
async function ask(query: string, url: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: inject("postgresUrl") });
  await client.connect();
  const { rows } = await client.query(query, [new URL(url).pathname.slice(1)]);
  await client.end();
  return rows;
}
