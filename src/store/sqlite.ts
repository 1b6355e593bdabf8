import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import SqliteDatabase from "better-sqlite3";
import {
  CompiledQuery,
  type DatabaseConnection,
  Kysely,
  SqliteDialect,
  SqliteDriver,
} from "kysely";
import type { Channel, Engine } from "./engine.ts";
import type { Database } from "./schema.ts";

// A transaction that begins as a reader and then writes can fail at once where another
// process has written in between, whatever the time-out; one that begins as a writer waits.
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw("begin immediate"));
  }
}

class ImmediateDialect extends SqliteDialect {
  readonly #database: SqliteDatabase.Database;
  constructor(database: SqliteDatabase.Database) {
    super({ database });
    this.#database = database;
  }
  override createDriver(): ImmediateDriver {
    return new ImmediateDriver({ database: this.#database });
  }
}

/** Opens a SQLite file, making it and its folder where they are not there. */
export function openSqlite(path: string): Engine {
  if (path !== ":memory:") mkdirSync(dirname(path), { recursive: true });
  const raw = new SqliteDatabase(path, { timeout: 10_000 });
  raw.pragma("journal_mode = WAL");
  // NORMAL would lose the last commits at a power failure, and with them registrations that
  // were answered.
  raw.pragma("synchronous = FULL");
  raw.pragma("foreign_keys = ON");
  const db = new Kysely<Database>({ dialect: new ImmediateDialect(raw) });
  const wakers: ((channel: Channel) => void)[] = [];
  return {
    name: "sqlite",
    db,
    bytesType: "blob",
    async withMigrationLock(migrate) {
      raw.exec("begin immediate");
      try {
        await migrate();
        raw.exec("commit");
      } catch (error) {
        raw.exec("rollback");
        throw error;
      }
    },
    // There is one writer at a time: nothing is ever under another's hand.
    skipLocked: (query) => query,
    keepRows: (query) => query,
    async notify(channel) {
      for (const wake of wakers) wake(channel);
    },
    async listen(wake) {
      wakers.push(wake);
    },
    isUnavailable: (error) =>
      error instanceof SqliteDatabase.SqliteError &&
      /^SQLITE_(BUSY|LOCKED|FULL|IOERR|CANTOPEN|READONLY)/.test(error.code),
    async close() {
      await db.destroy();
    },
  };
}
