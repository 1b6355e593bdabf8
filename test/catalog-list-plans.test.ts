import { sql } from "kysely";
import { expect, test } from "vitest";
import { ContributorKind } from "#gen/modelwire/registry/v1/registration_pb.js";
import { listRegisteredModels } from "../src/catalog/list-models.ts";
import { listModelVersions } from "../src/catalog/list-versions.ts";
import type { ModelFilter } from "../src/store/catalog-model-list.ts";
import type { VersionPosition } from "../src/store/catalog-version-list.ts";
import type { Store } from "../src/store/store.ts";
import { anyVersion, fillCatalog, manyModels } from "./support/catalog.ts";
import { describeOnBothEngines, NOW } from "./support/stores.ts";

const { signal } = new AbortController();
const anyModel: ModelFilter = { namePrefix: undefined, alias: undefined, tags: [] };

describeOnBothEngines((stores) => {
  test.each(["newest", "oldest", "name"] as const)(
    "no list of versions by %s reads a whole table where an index serves",
    async (order) => {
      const store = await stores.open();
      await fillCatalog(store, manyModels().slice(0, 40));
      for (const filter of [
        {},
        { modelName: "lead" },
        { namePrefix: "lead" },
        { modelType: "churn" },
        { isBaseline: true },
        { contributor: { kind: ContributorKind.ACCOUNT, id: "ann" } },
        { tags: [{ key: "team", value: "growth" }] },
        { tags: [{ key: "rare", value: undefined }] },
        { alias: "canary" },
        { createdFrom: NOW, createdBefore: NOW + 5 },
        { modelType: "churn", isBaseline: false, tags: [{ key: "team", value: "risk" }] },
      ]) {
        const after: VersionPosition = order === "name" ? ["lead", 7] : [NOW + 1000, "7", 3];
        const wholes = await whatReadsWholeTables(store, (spied) => {
          const page = { filter: { ...anyVersion, ...filter }, order, size: 10, after };
          return listModelVersions({ store: spied }, page, undefined, signal);
        });
        expect(wholes, JSON.stringify(filter)).toEqual([]);
      }
    },
  );

  test("no list of registered models reads a whole table where an index serves", async () => {
    const store = await stores.open();
    await fillCatalog(store, manyModels());
    for (const order of ["name", "newest"] as const) {
      for (const filter of [
        { namePrefix: "lead" },
        { alias: "canary" },
        { tags: [{ key: "own7", value: undefined }] },
        { tags: [{ key: "team", value: "risk" }] },
      ]) {
        const page = { filter: { ...anyModel, ...filter }, order, size: 10, after: undefined };
        const wholes = await whatReadsWholeTables(store, (spied) =>
          listRegisteredModels({ store: spied }, page, undefined, signal),
        );
        expect(wholes, `${order} ${JSON.stringify(filter)}`).toEqual([]);
      }
    }
  });
});

/**
 * Does work on a store and gives the parts of its queries' plans that read a table from one end
 * to the other without the order of an index.
 */
async function whatReadsWholeTables(
  store: Store,
  work: (store: Store) => Promise<unknown>,
): Promise<string[]> {
  const { db, engine } = store;
  const nodes: Parameters<Parameters<typeof db.withPlugin>[0]["transformQuery"]>[0][] = [];
  const spied = db.withPlugin({
    transformQuery(args) {
      nodes.push(args);
      return args.node;
    },
    transformResult: async ({ result }) => result,
  });
  await work({ ...store, db: spied });
  const plans = await store.transaction(async (tx) => {
    // On tables as small as these PostgreSQL would read them whole whatever the index.
    if (engine.name === "postgres") await sql`set local enable_seqscan = off`.execute(tx);
    const lines: string[] = [];
    for (const { node, queryId } of nodes) {
      const compiled = db.getExecutor().compileQuery(node, queryId);
      const explain = engine.name === "postgres" ? "explain " : "explain query plan ";
      const { rows } = await tx.executeQuery<Record<string, string>>({
        ...compiled,
        sql: explain + compiled.sql,
      });
      const plan = rows.map((row) => row.detail ?? row["QUERY PLAN"] ?? "");
      // Rows that were found by their keys are looked through, under the name of their table.
      const found = compiled.sql.includes("from found as v") ? plan.lastIndexOf("SCAN v") : -1;
      lines.push(...plan.filter((_, index) => index !== found));
    }
    return lines;
  });
  expect(plans.length).toBeGreaterThan(0);
  return plans.filter((line) => /Seq Scan on|^SCAN (?!k\b|p\b|first\b|.* USING )/.test(line));
}
