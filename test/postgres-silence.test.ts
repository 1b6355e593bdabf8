import { sql } from "kysely";
import { expect, onTestFinished, test } from "vitest";
import { openPostgres } from "../src/store/postgres.ts";
import { createTestDatabase } from "./support/services.ts";
import { startTcpFront } from "./support/tcp-front.ts";

/** Opens a new database through a front of its own, with a time for answers that tests can wait. */
async function openBehindFront(answerMs: number) {
  const database = await createTestDatabase();
  onTestFinished(() => database.drop());
  const url = new URL(database.url);
  const front = await startTcpFront(url.host, {});
  onTestFinished(() => front.close());
  url.host = front.address;
  const engine = openPostgres(url.href, undefined, answerMs);
  onTestFinished(() => engine.close());
  return { engine, front };
}

test("a connection that is lost without a word fails what waits on it, and others take its place", async () => {
  const { engine, front } = await openBehindFront(3000);
  const ask = () => sql<{ one: number }>`select 1 as one`.execute(engine.db);
  const statement = sql<{ one: number }>`select 1 as one`.compile(engine.db);
  await Promise.all([ask(), ask(), engine.readPrepared(statement)]);
  front.silence();
  const ends = await Promise.allSettled([ask(), engine.readPrepared(statement)]);
  for (const end of ends) {
    expect(end.status === "rejected" && engine.isUnavailable(end.reason)).toBe(true);
  }
  // One more was idle, and is given out before a new one is made.
  await ask().catch(() => {});
  expect((await ask()).rows).toEqual([{ one: 1 }]);
  expect(await engine.readPrepared(statement)).toEqual([{ one: 1 }]);
});

test("within a transaction too, which is rolled back", async () => {
  const { engine, front } = await openBehindFront(3000);
  const lost = engine.db.transaction().execute(async (tx) => {
    await sql`create table t (x int)`.execute(tx);
    front.silence();
    await sql`insert into t values (1)`.execute(tx);
  });
  expect(engine.isUnavailable(await lost.catch((error: unknown) => error))).toBe(true);
  await expect(sql`select * from t`.execute(engine.db)).rejects.toThrow(/does not exist/);
});

test("a migration takes as long as it takes", async () => {
  const { engine } = await openBehindFront(100);
  await engine.withMigrationLock(async () => {
    await sql`select pg_sleep(0.5)`.execute(engine.db);
  });
  const late = sql`select pg_sleep(5)`.execute(engine.db);
  await expect(late).rejects.toThrow(/Connection terminated/);
});
