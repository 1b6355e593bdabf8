import { pino } from "pino";
import { expect, onTestFinished, test } from "vitest";
import { warnOfUnheardNotices } from "../src/server/unheard-notices.ts";
import { openPostgres } from "../src/store/postgres.ts";
import { openStore } from "../src/store/store.ts";
import { createTestDatabase } from "./support/services.ts";
import { startTcpFront } from "./support/tcp-front.ts";

test("a store says whether notices come to it, and a server warns where they do not", async () => {
  const database = await createTestDatabase();
  onTestFinished(() => database.drop());
  const store = await openStore(database.url);
  onTestFinished(() => store.close());
  const lines: { level: number; msg: string }[] = [];
  const log = pino({}, { write: (line: string) => void lines.push(JSON.parse(line)) });
  await warnOfUnheardNotices(store, log);
  expect(lines).toEqual([]);

  const url = new URL(database.url);
  const front = await startTcpFront(url.host, {});
  url.host = front.address;
  const engine = openPostgres(url.href);
  onTestFinished(() => engine.close());
  // Before the engine: what the front keeps silent would not say goodbye.
  onTestFinished(() => front.close());
  await engine.listen(() => {});
  // The connection that listens is there, and brings nothing more; those of queries are new.
  front.silence();
  await warnOfUnheardNotices({ ...store, engine }, log);
  expect(lines).toMatchObject([{ level: 40, msg: expect.stringContaining("session mode") }]);
});
