import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import SqliteDatabase from "better-sqlite3";
import {
  CompiledQuery,
  type DatabaseConnection,
  Kysely,
  SqliteDialect,
  SqliteDriver,
  sql,
} from "kysely";
import { addDecimal, type DecimalSum, decimalText } from "./decimal-sum.ts";
import type { Channel, Engine } from "./engine.ts";
import { observed, queryLog, type StoreObserver, unobserved } from "./observer.ts";
import type { Database } from "./schema.ts";
import { watchCommits } from "./sqlite-commits.ts";
import { toJson, withoutNul } from "./text.ts";

const BUSY_TIMEOUT_MS = 10_000;
const BUSY_RETRY_MS = 20;
/**
 * What the commit of another process may have brought. The rest is found by polls; what endpoints
 * are is looked at each second while they are sent to.
 */
const fromOthers: readonly Channel[] = ["deliveries", "events"];
/** 64 MiB. With the default of 2 MB, a read of a large catalog takes twice as long. */
const CACHE_SIZE = "cache_size = -65536";

// SQLite's own way to wait for another process's lock would stop this process's only thread.
async function whenFree<T>(work: () => T): Promise<Awaited<T>> {
  const giveUpAt = Date.now() + BUSY_TIMEOUT_MS;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!isBusy(error) || Date.now() > giveUpAt) throw error;
      await sleep(BUSY_RETRY_MS * (0.5 + Math.random()));
    }
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof SqliteDatabase.SqliteError && error.code.startsWith("SQLITE_BUSY");
}

class ImmediateDriver extends SqliteDriver {
  override async acquireConnection(): Promise<DatabaseConnection> {
    const connection = await super.acquireConnection();
    return {
      executeQuery: <R>(query: CompiledQuery) => whenFree(() => connection.executeQuery<R>(query)),
      streamQuery: (query, chunkSize) => connection.streamQuery(query, chunkSize),
    };
  }
  // A transaction that begins as a reader and then writes can fail at once where another
  // process has written in between, whatever the time-out; one that begins as a writer waits.
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
export function openSqlite(path: string, observer: StoreObserver = unobserved): Engine {
  if (path !== ":memory:") mkdirSync(dirname(path), { recursive: true });
  const raw = new SqliteDatabase(path, { timeout: BUSY_TIMEOUT_MS });
  raw.pragma("journal_mode = WAL");
  // NORMAL would lose the last commits at a power failure, and with them registrations that
  // were answered.
  raw.pragma("synchronous = FULL");
  raw.pragma("foreign_keys = ON");
  raw.pragma("busy_timeout = 0");
  raw.pragma(CACHE_SIZE);
  raw.aggregate<unknown>("decimal_sum", {
    start: (): DecimalSum => new Map(),
    step(sum, value) {
      if (typeof value === "number") addDecimal(sum as DecimalSum, value);
    },
    result: (sum) => decimalText(sum as DecimalSum),
    deterministic: true,
  });
  // On the one connection, a read would wait for each transaction, or be in the midst of it.
  const reader = new SqliteDatabase(path, { readonly: true });
  reader.pragma("busy_timeout = 0");
  reader.pragma(CACHE_SIZE);
  const statements = new Map<string, SqliteDatabase.Statement>();
  const db = new Kysely<Database>({
    dialect: new ImmediateDialect(raw),
    plugins: [withoutNul()],
    log: queryLog(observer),
  });
  const wakers: ((channel: Channel) => void)[] = [];
  const unwatch = watchCommits(raw, () => {
    for (const channel of fromOthers) for (const wake of wakers) wake(channel);
  });
  return {
    name: "sqlite",
    db,
    bytesType: "blob",
    nameType: "text",
    async withMigrationLock(migrate) {
      await whenFree(() => raw.exec("begin immediate"));
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
    rows: (values) => sql`json_each(${toJson(values)})`,
    keepRows: (query) => query,
    lockRows: (query) => query,
    async keepersEnded() {},
    decimalSum: (of) => sql`decimal_sum(${of})`,
    readPrepared: <R>({ sql, parameters }: CompiledQuery<R>) =>
      observed(observer, () =>
        whenFree(() => {
          const statement = statements.get(sql) ?? reader.prepare(sql);
          statements.set(sql, statement);
          return statement.all(...parameters) as R[];
        }),
      ),
    // The others see that something was committed.
    async notify() {},
    async listen(wake) {
      wakers.push(wake);
    },
    hearsNotices: async () => true,
    isUnavailable: (error) =>
      error instanceof SqliteDatabase.SqliteError &&
      /^SQLITE_(BUSY|LOCKED|FULL|IOERR|CANTOPEN|READONLY)/.test(error.code),
    async close() {
      unwatch();
      // The last to close takes the log with it, which one that only reads cannot.
      reader.close();
      await db.destroy();
    },
  };
}
