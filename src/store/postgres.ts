import { once } from "node:events";
import { Kysely, PostgresDialect, sql } from "kysely";
import pg from "pg";
import { messageOf } from "../error.ts";
import type { Channel, Engine } from "./engine.ts";
import { observed, queryLog, type StoreObserver, unobserved } from "./observer.ts";
import { keepersEnded } from "./postgres-keepers.ts";
import { endWhereSilent } from "./postgres-silence.ts";
import type { Database } from "./schema.ts";
import { toJson, withoutNul } from "./text.ts";

// Any constant does, as long as no other program uses it on this database.
const MIGRATION_LOCK = 0x6d6f646c;
const RELISTEN_MS = 1000;
/** A notice that takes longer than this does not come. */
const NOTICE_MS = 5000;
/** What takes longer than this is lost, not slow. */
const ANSWER_MS = 30_000;
/** After this an idle connection is asked for a sign of life. */
const KEEP_ALIVE_MS = 10_000;

/**
 * SQLSTATEs of a database that cannot be used now: connection exceptions, operator intervention,
 * resources; it lets this server in no more (28, 3D, 42501, 55000), or has become a standby (25006),
 * which no query of ours brings about; and the codes of the socket.
 */
const unavailable = /^(08|57P|53|28|3D|42501|55000|25006|ECONN|ENOTFOUND|EPIPE|ETIMEDOUT)/;

/**
 * Says what is wrong with the URL of a PostgreSQL database, and nothing of what it holds; undefined
 * where it can be one. No connection is made.
 */
export function wrongPostgresUrl(url: string): string | undefined {
  try {
    new pg.Client({ connectionString: url });
    return undefined;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ERR_INVALID_URL") {
      return "expected postgresql://user:password@host:port/database, what is special in a name or password percent-encoded, such as %2F for /";
    }
    // Such as a file of certificates that it names.
    return messageOf(error);
  }
}

/**
 * Opens a PostgreSQL database, or one that speaks its protocol.
 *
 * @param answerMs time for the answer to a query, migrations apart
 */
export function openPostgres(
  url: string,
  observer: StoreObserver = unobserved,
  answerMs = ANSWER_MS,
): Engine {
  // To change a large table, or to wait for another process that does, takes as long as it takes.
  let isMigrating = false;
  const pool = new pg.Pool({
    connectionString: url,
    max: 16,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
    types: {
      // Milliseconds and counts fit a double exactly; the driver's default is text.
      getTypeParser: (oid, format) =>
        oid === pg.types.builtins.INT8 && format !== "binary"
          ? Number
          : pg.types.getTypeParser(oid, format),
    },
  });
  // A connection that breaks must not end the process, idle or in use: its query says so.
  pool.on("error", () => {});
  /** The processes of PostgreSQL that serve this pool, as notices name them. */
  const ownProcesses = new Set<number>();
  pool.on("remove", (client) => void ownProcesses.delete(processOf(client)));
  pool.on("connect", (client) => {
    client.on("error", () => {});
    ownProcesses.add(processOf(client));
    endWhereSilent(client, () => (isMigrating ? undefined : answerMs));
  });
  const db = new Kysely<Database>({
    dialect: new PostgresDialect({ pool }),
    plugins: [withoutNul()],
    log: queryLog(observer),
  });
  const statementNames = new Map<string, string>();
  let listener: pg.Client | undefined;
  let relisten: NodeJS.Timeout | undefined;

  async function connectListener(wake: (channel: Channel) => void): Promise<void> {
    const client = new pg.Client({
      connectionString: url,
      keepAlive: true,
      keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
    });
    const again = () => {
      if (listener === client) listener = undefined;
      relisten = setTimeout(() => void connectListener(wake).catch(() => {}), RELISTEN_MS).unref();
    };
    client.once("end", again);
    client.on("error", () => {});
    client.on("notification", ({ processId, payload }) => {
      // Who notifies has woken those who are here.
      if (!ownProcesses.has(processId)) wake(payload as Channel);
    });
    listener = client;
    await client.connect();
    await client.query("listen modelwire");
  }

  async function notify(payload: string): Promise<void> {
    await sql`select pg_notify('modelwire', ${payload})`.execute(db);
  }

  return {
    name: "postgres",
    db,
    pool: () => ({
      used: pool.totalCount - pool.idleCount,
      idle: pool.idleCount,
      waiting: pool.waitingCount,
    }),
    bytesType: "bytea",
    nameType: sql`text collate "C"`,
    async withMigrationLock(migrate) {
      const client = await pool.connect();
      isMigrating = true;
      try {
        // A pooler that gives connections out by the transaction would leave a session's lock behind.
        await client.query("begin");
        await client.query("select pg_advisory_xact_lock($1)", [MIGRATION_LOCK]);
        await migrate();
      } finally {
        // Ending the connection ends the transaction and gives the lock back, whatever its state.
        client.release(true);
        isMigrating = false;
      }
    },
    skipLocked: (query) => query.forUpdate().skipLocked(),
    rows: (values) => sql`json_array_elements(cast(${toJson(values)} as json))`,
    keepRows: (query) => query.forKeyShare(),
    lockRows: (query) => query.forNoKeyUpdate(),
    keepersEnded: (table) => keepersEnded(db, table, answerMs),
    // Of text, as a cast of the double itself would cut it after 15 digits.
    decimalSum: (of) => sql`sum(cast(cast(${of} as text) as numeric))`,
    async readPrepared({ sql: text, parameters }) {
      const name = statementNames.get(text) ?? `read_${statementNames.size}`;
      statementNames.set(text, name);
      // A statement with a name is parsed once a connection, and planned a few times.
      const values = [...parameters];
      return (await observed(observer, () => pool.query({ name, text, values }))).rows;
    },
    notify,
    listen: connectListener,
    async hearsNotices() {
      const asked = listener;
      if (!asked) return true;
      const came = once(asked, "notification", { signal: AbortSignal.timeout(NOTICE_MS) }).then(
        () => true,
        // Of a connection that broke meanwhile, nothing is known.
        (error: Error) => error.name !== "AbortError" || asked !== listener,
      );
      // Nobody waits for this channel.
      await notify("hello");
      return came;
    },
    isUnavailable: (error) =>
      error instanceof Error &&
      (/timeout exceeded when trying to connect|Connection terminated|not queryable/i.test(
        error.message,
      ) ||
        ("code" in error && typeof error.code === "string" && unavailable.test(error.code))),
    async close() {
      const last = listener;
      listener = undefined;
      last?.removeAllListeners("end");
      clearTimeout(relisten);
      await last?.end();
      await db.destroy();
    },
  };
}

function processOf(client: pg.PoolClient): number {
  // The types leave it out.
  return (client as pg.PoolClient & { processID: number }).processID;
}
