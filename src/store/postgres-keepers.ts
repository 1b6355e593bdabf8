import { setTimeout as sleep } from "node:timers/promises";
import { type Kysely, sql } from "kysely";
import type { Database } from "./schema.ts";

const LOOK_MS = 20;

/**
 * Waits until the transactions that have rows of a table kept or locked now have ended. To ask for a
 * lock that they are in the way of would be simpler, but whoever came meanwhile would wait behind
 * that: all registrations, for one transaction whose machine is lost.
 *
 * @throws Error where one of them has not ended after so long
 */
export async function keepersEnded(
  db: Kysely<Database>,
  table: keyof Database,
  limitMs: number,
): Promise<void> {
  const giveUpAt = performance.now() + limitMs;
  let waitedFor = await listKeepers(db, table);
  while (waitedFor.size > 0) {
    if (performance.now() > giveUpAt) {
      const message = `a transaction that goes by what ${table} were does not end`;
      throw Object.assign(new Error(message), { code: "ETIMEDOUT" });
    }
    await sleep(LOOK_MS);
    const still = await listKeepers(db, table);
    waitedFor = new Set([...waitedFor].filter((one) => still.has(one)));
  }
}

/**
 * Lists the transactions that have asked for rows to keep or lock, be there any or not: each takes
 * the lock of the table before it begins to read.
 */
async function listKeepers(db: Kysely<Database>, table: keyof Database): Promise<Set<string>> {
  const { rows } = await sql<{ virtualtransaction: string }>`
    select virtualtransaction from pg_locks
    where locktype = 'relation' and mode = 'RowShareLock' and granted
      and relation = cast(${table} as regclass)
      and database = (select oid from pg_database where datname = current_database())`.execute(db);
  return new Set(rows.map((row) => row.virtualtransaction));
}
