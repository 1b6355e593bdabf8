import type { Kysely, Transaction } from "kysely";
import { Migrator } from "kysely/migration";
import type { Channel, Engine } from "./engine.ts";
import { MIGRATION_TABLE, readMigrations, wrongMigrations } from "./migration-state.ts";
import { migrationsOf } from "./migrations.ts";
import { type StoreObserver, unobserved } from "./observer.ts";
import { openPostgres } from "./postgres.ts";
import type { Database } from "./schema.ts";
import { openSqlite } from "./sqlite.ts";
import { createUuidReader, type UuidReader } from "./uuid-reader.ts";

/** A query that can run inside a transaction or on its own. */
export type Queryable = Kysely<Database> | Transaction<Database>;

/** Modelwire's own database. */
export interface Store {
  readonly engine: Engine;
  readonly db: Kysely<Database>;
  /** Reads what the catalog has of a uuid, together with others that are looked up now. */
  readonly readByUuid: UuidReader;
  /** Runs `work` in one transaction: all of it happens, or nothing. */
  transaction<T>(work: (tx: Transaction<Database>) => Promise<T>): Promise<T>;
  /** Does something once a {@link transaction} is committed; nothing where it is rolled back. */
  afterCommit(tx: Queryable, work: () => void): void;
  readonly observer: StoreObserver;
  /** Wakes whoever {@link onWake} for this channel, in every replica. Never fails. */
  wake(channel: Channel): void;
  /** Calls `wake` when there may be work. Returns how to stop that. */
  onWake(channel: Channel, wake: () => void): () => void;
  /** Fails where the database does not answer, or is not as this build's migrations make it. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens the database of a URL (`sqlite:<path>` or `postgresql://…`) and brings its tables up
 * to date. Processes that start at the same time wait for each other.
 *
 * @throws Error where it cannot be opened, or was brought up to date by a newer build
 */
export async function openStore(url: string, observer: StoreObserver = unobserved): Promise<Store> {
  const engine = url.startsWith("sqlite:")
    ? openSqlite(url.slice("sqlite:".length), observer)
    : openPostgres(url, observer);
  const afterCommits = new WeakMap<Queryable, (() => void)[]>();
  const wakers = new Map<Channel, Set<() => void>>();
  const wakeLocally = (channel: Channel) => {
    for (const wake of wakers.get(channel) ?? []) wake();
  };
  try {
    await engine.withMigrationLock(() => migrate(engine));
    await engine.listen(wakeLocally);
  } catch (error) {
    await engine.close().catch(() => {});
    throw error;
  }
  const known = Object.keys(migrationsOf(engine));
  return {
    engine,
    db: engine.db,
    readByUuid: createUuidReader(engine),
    observer,
    async transaction(work) {
      const committed: (() => void)[] = [];
      const result = await engine.db.transaction().execute((tx) => {
        afterCommits.set(tx, committed);
        return work(tx);
      });
      for (const tell of committed) tell();
      return result;
    },
    afterCommit: (tx, work) => void afterCommits.get(tx)?.push(work),
    wake(channel) {
      // At once: what a caller is answered about an endpoint holds here from then on, and nobody
      // here waits for a notice, which a pooler may swallow.
      wakeLocally(channel);
      // A lost notice costs the others a poll interval, never an event.
      engine.notify(channel).catch(() => {});
    },
    onWake(channel, wake) {
      const set = wakers.get(channel) ?? new Set();
      wakers.set(channel, set.add(wake));
      return () => set.delete(wake);
    },
    async ping() {
      const wrong = wrongMigrations(await readMigrations(engine.db), known);
      if (wrong) throw new Error(wrong);
    },
    close: () => engine.close(),
  };
}

async function migrate(engine: Engine): Promise<void> {
  const migrations = migrationsOf(engine);
  const migrator = new Migrator({
    db: engine.db,
    provider: { getMigrations: async () => migrations },
    migrationTableName: MIGRATION_TABLE,
    migrationLockTableName: "modelwire_migration_lock",
  });
  const { error } = await migrator.migrateToLatest();
  if (!error) return;
  // Its own words for migrations that it does not know are that they are corrupted.
  const made = await readMigrations(engine.db).catch(() => []);
  const newer = made.some((name) => migrations[name] === undefined);
  throw newer ? new Error(wrongMigrations(made, Object.keys(migrations)), { cause: error }) : error;
}
