import { randomUUID } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";
import { createTestDatabase, type TestDatabase } from "./services.ts";

/** A PostgreSQL database that belongs to a role of its own, with a password. */
export interface OwnedDatabase extends TestDatabase {
  readonly name: string;
  /** The role that {@link TestDatabase.url} logs in as. */
  readonly role: string;
  /** Runs statements as the superuser, who is connected to another database. */
  administer(...statements: string[]): Promise<void>;
  /** Ends all connections of the role. */
  disconnect(): Promise<void>;
}

/** Creates an empty database and the role that owns it. */
export async function createOwnedDatabase(password: string): Promise<OwnedDatabase> {
  const database = await createTestDatabase();
  const url = new URL(database.url);
  const name = url.pathname.slice(1);
  const role = `role_${randomUUID().replaceAll("-", "")}`;
  await administer(
    `create role ${role} login password ${pg.escapeLiteral(password)}`,
    `alter database ${name} owner to ${role}`,
  );
  url.username = role;
  url.password = encodeURIComponent(password);
  return {
    url: url.href,
    name,
    role,
    administer,
    disconnect: () =>
      administer(
        `select pg_terminate_backend(pid, 10000) from pg_stat_activity where usename = '${role}'`,
      ),
    async drop() {
      await database.drop();
      await administer(`drop role ${role}`);
    },
  };
}

async function administer(...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: inject("postgresUrl") });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
