import { setImmediate } from "node:timers/promises";
import { type CompiledQuery, sql } from "kysely";
import { expect, test } from "vitest";
import { registrationOf } from "../src/catalog/registration-bytes.ts";
import type { CatalogAnswer } from "../src/store/catalog-reads.ts";
import type { Engine } from "../src/store/engine.ts";
import type { Store } from "../src/store/store.ts";
import { createUuidReader } from "../src/store/uuid-reader.ts";
import { fillCatalog, type PlainModel, plainVersion, sawMlflow } from "./support/catalog.ts";
import { describeOnBothEngines, NOW } from "./support/stores.ts";

const uuid = (number: number) => `m-${number.toString(16).padStart(32, "0")}`;
const idOf = (answer: CatalogAnswer | undefined) => answer && registrationOf(answer).modelId;

/** Makes a registered model whose versions have these uuids, each a millisecond after the last. */
function model(name: string, uuids: string[], given: Partial<PlainModel> = {}): PlainModel {
  const versions = uuids.map((modelUuid, index) => ({
    ...plainVersion,
    name,
    modelKey: "",
    version: index + 1,
    createdAt: NOW + index,
    modelUuid,
  }));
  const own = { name, modelKey: "", createdAt: NOW, tags: {}, aliases: {}, isDeleted: false };
  return { ...own, versions, ...given };
}

/** Makes a reader, and a list of what it asks the database. */
function recordingReader({ engine }: Store) {
  const queries: CompiledQuery[] = [];
  const recording: Engine = {
    ...engine,
    readPrepared(query) {
      queries.push(query);
      return engine.readPrepared(query);
    },
  };
  return { read: createUuidReader(recording), queries };
}

describeOnBothEngines((stores) => {
  test("all that is looked up at once is answered by a few queries, each with its own", async () => {
    const store = await stores.open();
    const uuids = Array.from({ length: 150 }, (_, number) => uuid(number));
    await fillCatalog(store, [model("many", uuids)]);
    const { read, queries } = recordingReader(store);
    const asked = [...uuids, uuid(999), ...uuids.slice(0, 7)];
    const answers = await Promise.all(asked.map(read));
    expect(answers.map(idOf)).toEqual([
      ...uuids.map((_, index) => `many/${index + 1}`),
      undefined,
      ...uuids.slice(0, 7).map((_, index) => `many/${index + 1}`),
    ]);
    expect(queries.map(({ parameters }) => parameters.length)).toEqual([64, 64, 32]);
    expect(await read(uuid(3)).then(idOf)).toBe("many/4");
    expect(queries.length).toBe(4);
  });

  test("the newest version answers that is there, of whichever registered model", async () => {
    const store = await stores.open();
    await fillCatalog(store, [
      model("old", [uuid(1), uuid(2), uuid(1)]),
      model("other", [uuid(1), uuid(9), uuid(9), uuid(1)]),
      model("deleted", [uuid(9), uuid(9), uuid(9), uuid(9), uuid(1)], { isDeleted: true }),
      model("same", [uuid(9), uuid(9), uuid(2)]),
    ]);
    await store.db
      .updateTable("catalog_versions")
      .set({ created_at: NOW + 1 })
      .where("model_uuid", "=", uuid(2))
      .execute();
    const answers = await Promise.all([uuid(1), uuid(2)].map(store.readByUuid));
    // Of two that were made in the same millisecond, the one with the higher number.
    expect(answers.map(idOf)).toEqual(["other/4", "same/3"]);
  });

  test("a failure reaches all who wait, and none who asks later", async () => {
    const store = await stores.open();
    await fillCatalog(store, [model("one", [uuid(1), uuid(2)])]);
    await sql`alter table catalog_state rename to gone`.execute(store.db);
    const failed = await Promise.allSettled([uuid(1), uuid(2), uuid(1)].map(store.readByUuid));
    expect(failed.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
    await sql`alter table gone rename to catalog_state`.execute(store.db);
    expect(await store.readByUuid(uuid(1)).then(idOf)).toBe("one/1");
  });

  test("an answer is what was committed, is not held up by a transaction, and says as of when", async () => {
    const store = await stores.open();
    await fillCatalog(store, [model("one", [uuid(1)])]);
    const before = await store.readByUuid(uuid(1));
    expect(before).toMatchObject({ as_of: NOW, confirmed_at: NOW, unread: 0, read_error: null });
    await store.transaction(async (tx) => {
      await sawMlflow(tx, NOW + 5);
      await tx.updateTable("catalog_versions").set({ etag: "new" }).execute();
      expect(await store.readByUuid(uuid(1))).toEqual(before);
    });
    expect(await store.readByUuid(uuid(1))).toEqual({ ...before, as_of: NOW + 5, etag: "new" });
  });

  test("who asks after a commit is not given an answer from before it", async () => {
    const store = await stores.open();
    await fillCatalog(store, [model("one", [uuid(1)])]);
    for (let round = 1; round <= 30; round++) {
      const earlier = store.readByUuid(uuid(1));
      if (round % 2 === 0) await setImmediate();
      await sawMlflow(store.db, NOW + round);
      expect((await store.readByUuid(uuid(1)))?.as_of).toBe(NOW + round);
      expect((await earlier)?.as_of).toBeLessThanOrEqual(NOW + round);
    }
  });

  test("what is looked up is found by the index of uuids, also before a database knows its tables", async () => {
    const store = await stores.open();
    const uuids = Array.from({ length: 1000 }, (_, number) => uuid(number));
    await fillCatalog(store, [model("many", uuids)]);
    const { read, queries } = recordingReader(store);
    await Promise.all(uuids.slice(0, 40).map(read));
    await read(uuid(1));
    const explain = store.engine.name === "sqlite" ? "explain query plan" : "explain";
    await store.transaction(async (tx) => {
      // On a table as small as this PostgreSQL would read it whole whatever the index.
      if (store.engine.name === "postgres") await sql`set local enable_seqscan = off`.execute(tx);
      for (const query of queries) {
        const explaining = { ...query, sql: `${explain} ${query.sql}` };
        const { rows } = await tx.executeQuery<Record<string, string>>(explaining);
        const plan = rows.map((row) => row.detail ?? row["QUERY PLAN"]).join("\n");
        const index = "catalog_versions_by_model_uuid_created_at_version";
        // For the versions, and for those that may be newer.
        expect(plan.split(index).length - 1, plan).toBe(2);
        expect(plan).not.toMatch(/Seq Scan on catalog_versions|SCAN (v|newer)\b/);
      }
    });
  });
});
