import { Kysely, PostgresDialect, sql } from "kysely";
import pg from "pg";
import type { Channel, Engine } from "./engine.ts";
import type { Database } from "./schema.ts";
import { toJson, withoutNul } from "./text.ts";

// Any constant does, as long as no other program uses it on this database.
const MIGRATION_LOCK = 0x6d6f646c;
const RELISTEN_MS = 1000;

/** Opens a PostgreSQL database, or one that speaks its protocol. */
export function openPostgres(url: string): Engine {
  const pool = new pg.Pool({
    connectionString: url,
    max: 16,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
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
  pool.on("connect", (client) => client.on("error", () => {}));
  const db = new Kysely<Database>({
    dialect: new PostgresDialect({ pool }),
    plugins: [withoutNul()],
  });
  const statementNames = new Map<string, string>();
  let listener: pg.Client | undefined;
  let relisten: NodeJS.Timeout | undefined;

  async function connectListener(wake: (channel: Channel) => void): Promise<void> {
    const client = new pg.Client({ connectionString: url, keepAlive: true });
    const again = () => {
      if (listener === client) listener = undefined;
      relisten = setTimeout(() => void connectListener(wake).catch(() => {}), RELISTEN_MS).unref();
    };
    client.once("end", again);
    client.on("error", () => {});
    client.on("notification", (message) => wake(message.payload as Channel));
    listener = client;
    await client.connect();
    await client.query("listen modelwire");
  }

  return {
    name: "postgres",
    db,
    bytesType: "bytea",
    nameType: sql`text collate "C"`,
    async withMigrationLock(migrate) {
      const client = await pool.connect();
      try {
        // A pooler that gives connections out by the transaction would leave a session's lock behind.
        await client.query("begin");
        await client.query("select pg_advisory_xact_lock($1)", [MIGRATION_LOCK]);
        await migrate();
      } finally {
        // Ending the connection ends the transaction and gives the lock back, whatever its state.
        client.release(true);
      }
    },
    skipLocked: (query) => query.forUpdate().skipLocked(),
    rows: (values) => sql`json_array_elements(cast(${toJson(values)} as json))`,
    keepRows: (query) => query.forKeyShare(),
    lockRows: (query) => query.forNoKeyUpdate(),
    // Of text, as a cast of the double itself would cut it after 15 digits.
    decimalSum: (of) => sql`sum(cast(cast(${of} as text) as numeric))`,
    async readPrepared({ sql: text, parameters }) {
      const name = statementNames.get(text) ?? `read_${statementNames.size}`;
      statementNames.set(text, name);
      // A statement with a name is parsed once a connection, and planned a few times.
      return (await pool.query({ name, text, values: [...parameters] })).rows;
    },
    async notify(channel) {
      await sql`select pg_notify('modelwire', ${channel})`.execute(db);
    },
    listen: connectListener,
    isUnavailable: (error) =>
      error instanceof Error &&
      (/timeout exceeded when trying to connect|Connection terminated/i.test(error.message) ||
        ("code" in error &&
          typeof error.code === "string" &&
          // Connection exceptions, operator intervention, resources; and the socket's own.
          /^(08|57P|53|ECONN|ENOTFOUND|EPIPE|ETIMEDOUT)/.test(error.code))),
    async close() {
      listener?.removeAllListeners("end");
      clearTimeout(relisten);
      await listener?.end();
      await db.destroy();
    },
  };
}
