import { type Kysely, sql } from "kysely";
import type { Database } from "./schema.ts";

/** Where the names of the migrations that were made are kept. */
export const MIGRATION_TABLE = "modelwire_migrations";

/** Reads the names of the migrations that a database has, in their order. */
export async function readMigrations(db: Kysely<Database>): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select name from ${sql.table(MIGRATION_TABLE)} order by name`.execute(db);
  return rows.map(({ name }) => name);
}

/**
 * Says why a build that knows some migrations cannot work with a database that has others;
 * undefined where both are the same.
 */
export function wrongMigrations(
  made: readonly string[],
  known: readonly string[],
): string | undefined {
  const newer = made.filter((name) => !known.includes(name));
  if (newer.length > 0) {
    return `it is that of a newer build, which made ${newer.join(", ")}: run that build or a later one, or restore a backup from before the upgrade`;
  }
  const missing = known.filter((name) => !made.includes(name));
  if (missing.length === 0) return undefined;
  return `it lacks ${missing.join(", ")}: start this build anew, which brings it up to date`;
}
