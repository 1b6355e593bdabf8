import { sql } from "kysely";
import { expect, test } from "vitest";
import { placeEvents } from "../src/store/event-log.ts";
import { type EventConditions, placeBefore, readPlacedEvents } from "../src/store/event-reads.ts";
import { removeOldEvents } from "../src/store/event-retention.ts";
import type { Store } from "../src/store/store.ts";
import { commitEvent, describeOnBothEngines, NOW } from "./support/stores.ts";

const any: EventConditions = { modelName: undefined, types: [], createdFrom: undefined };
const range = { after: 5, until: 30, limit: 10, mostBytes: 1024 ** 2 };

describeOnBothEngines((stores) => {
  test("no read of the log reads the whole of it, or sorts what it has read", async () => {
    const store = await stores.open();
    for (let i = 0; i < 40; i++) await commitEvent(store, { modelName: `model-${i % 4}` });
    await placeEvents(store);
    const reads: [string, (spied: Store) => Promise<unknown>][] = [
      ["look", placeEvents],
      ["all", (spied) => readPlacedEvents(spied, any, range)],
      ["late", (spied) => readPlacedEvents(spied, { ...any, createdFrom: NOW }, range)],
      ["of a model", (spied) => readPlacedEvents(spied, { ...any, modelName: "model-1" }, range)],
      ["of a type", (spied) => readPlacedEvents(spied, { ...any, types: ["a"] }, range)],
      ["of types", (spied) => readPlacedEvents(spied, { ...any, types: ["a", "b", "c"] }, range)],
      [
        "of a model's types",
        (spied) => readPlacedEvents(spied, { ...any, modelName: "model-1", types: ["a"] }, range),
      ],
      ["from a time", (spied) => placeBefore(spied, NOW)],
      ["too old", (spied) => removeOldEvents(spied, NOW - 1, 10)],
    ];
    for (const [name, read] of reads) {
      const plans = await plansOf(store, read);
      expect(plans.length, name).toBeGreaterThan(0);
      const wholes = plans.filter((line) => /Seq Scan on events|^SCAN events(?! USING)/.test(line));
      expect(wholes, name).toEqual([]);
      // SQLite merges several types by sorting at most as many of each as are wanted.
      const sorts = plans.filter((line) => /^\s*(->\s*)?Sort |USE TEMP B-TREE/.test(line));
      if (name !== "of types") expect(sorts, name).toEqual([]);
    }
  });
});

/** Does a read and gives the plans of its queries, line by line. */
async function plansOf(store: Store, read: (spied: Store) => Promise<unknown>): Promise<string[]> {
  const queries: { sql: string; parameters: readonly unknown[] }[] = [];
  const db = store.db.withPlugin({
    transformQuery(args) {
      queries.push(store.db.getExecutor().compileQuery(args.node, args.queryId));
      return args.node;
    },
    transformResult: async ({ result }) => result,
  });
  await read({
    ...store,
    db,
    engine: { ...store.engine, db },
    transaction: (work) => db.transaction().execute(work),
  });
  return store.transaction(async (tx) => {
    const postgres = store.engine.name === "postgres";
    // On a table as small as this PostgreSQL would read it whole and sort it, whatever the index.
    for (const way of postgres ? ["seqscan", "bitmapscan", "sort"] : []) {
      await sql`set local ${sql.raw(`enable_${way}`)} = off`.execute(tx);
    }
    const lines: string[] = [];
    for (const query of queries.filter(({ sql: text }) => /^\s*select/.test(text))) {
      const { rows } = await tx.executeQuery<Record<string, string>>({
        ...store.db
          .getExecutor()
          .compileQuery(sql`select 1`.toOperationNode(), { queryId: "plan" }),
        sql: (postgres ? "explain " : "explain query plan ") + query.sql,
        parameters: query.parameters,
      });
      lines.push(...rows.map((row) => row.detail ?? row["QUERY PLAN"] ?? ""));
    }
    return lines;
  });
}
