import pg from "pg";
import { openStore } from "../../src/store/store.ts";

/** The rows of every table of a database at one moment. */
export type Snapshot = ReadonlyMap<string, readonly Record<string, unknown>[]>;

/**
 * Reads all that a database has at one moment, while others write: what pg_dump reads too, which has
 * to be as new as the server and is not on every machine.
 */
export async function readSnapshot(url: string): Promise<Snapshot> {
  const client = await connect(url);
  try {
    await client.query("begin isolation level repeatable read, read only");
    const snapshot = new Map<string, Record<string, unknown>[]>();
    for (const table of await tablesOf(client)) {
      snapshot.set(table, (await client.query(`select * from ${table}`)).rows);
    }
    return snapshot;
  } finally {
    await client.end();
  }
}

/** Puts a snapshot into an empty database, as pg_restore does. */
export async function restoreSnapshot(snapshot: Snapshot, url: string): Promise<void> {
  await (await openStore(url)).close();
  const client = await connect(url);
  try {
    await client.query("set session_replication_role = replica");
    for (const [table, rows] of snapshot) {
      await client.query(`delete from ${table}`);
      for (const row of rows) {
        const names = Object.keys(row);
        const values = names.map((_, i) => `$${i + 1}`);
        const insert = `insert into ${table} (${names.join(", ")}) values (${values.join(", ")})`;
        await client.query(insert, Object.values(row));
      }
    }
  } finally {
    await client.end();
  }
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}

async function tablesOf(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ tablename: string }>(
    "select tablename from pg_tables where schemaname = 'public' order by tablename",
  );
  return rows.map(({ tablename }) => tablename).filter((name) => !/^modelwire_migr/.test(name));
}
