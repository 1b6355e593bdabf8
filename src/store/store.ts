import type { Kysely, Transaction } from "kysely";
import { Migrator } from "kysely/migration";
import type { Channel, Engine } from "./engine.ts";
import { migrationsOf } from "./migrations.ts";
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
  /** Wakes whoever {@link onWake} for this channel, in every replica. Never fails. */
  wake(channel: Channel): void;
  /** Calls `wake` when there may be work. Returns how to stop that. */
  onWake(channel: Channel, wake: () => void): () => void;
  /** Fails where the database does not answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens the database of a URL (`sqlite:<path>` or `postgresql://…`) and brings its tables up
 * to date. Processes that start at the same time wait for each other.
 */
export async function openStore(url: string): Promise<Store> {
  const engine = url.startsWith("sqlite:")
    ? openSqlite(url.slice("sqlite:".length))
    : openPostgres(url);
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
  return {
    engine,
    db: engine.db,
    readByUuid: createUuidReader(engine),
    transaction: (work) => engine.db.transaction().execute(work),
    wake(channel) {
      // What a caller is answered about an endpoint holds here from then on.
      if (channel === "endpoints") wakeLocally(channel);
      // A lost notice costs a poll interval, never an event.
      engine.notify(channel).catch(() => wakeLocally(channel));
    },
    onWake(channel, wake) {
      const set = wakers.get(channel) ?? new Set();
      wakers.set(channel, set.add(wake));
      return () => set.delete(wake);
    },
    async ping() {
      await engine.db.selectFrom("model_sequences").select("model_name").limit(1).execute();
    },
    close: () => engine.close(),
  };
}

async function migrate(engine: Engine): Promise<void> {
  const migrations = migrationsOf(engine);
  const migrator = new Migrator({
    db: engine.db,
    provider: { getMigrations: async () => migrations },
    migrationTableName: "modelwire_migrations",
    migrationLockTableName: "modelwire_migration_lock",
  });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}
