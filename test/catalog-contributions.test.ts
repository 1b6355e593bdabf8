import { timestampMs } from "@bufbuild/protobuf/wkt";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Contribution } from "#gen/modelwire/registry/v1/lineage_pb.js";
import { listContributions } from "../src/catalog/contributions.ts";
import type { ContributionFilter } from "../src/store/catalog-contributions.ts";
import type { Store } from "../src/store/store.ts";
import { deleteVersion, fillCatalog, type LineageFixture } from "./support/catalog-lineages.ts";
import { describeOnBothEngines, NOW } from "./support/stores.ts";

/** Lists all contributions, page by page. */
async function listAll(
  store: Store,
  filter: ContributionFilter = {},
  size = 1000,
): Promise<Contribution[]> {
  const all: Contribution[] = [];
  for (let after: Parameters<typeof listContributions>[3]; ; ) {
    const page = await listContributions(store, filter, size, after);
    expect(page.contributions.length).toBeLessThanOrEqual(size);
    all.push(...page.contributions);
    after = page.next;
    if (!after) return all;
  }
}

/** A version with its contributor's improvements: metric, direction, unit and change. */
function contributed(
  id: string,
  contributor: string,
  ...improvements: NonNullable<LineageFixture["improvements"]>
): LineageFixture {
  return { id, at: Number(id.slice(id.indexOf("/") + 1)), contributor, improvements };
}

const plain = ({ contributor, metric, direction, unit, versionCount, ...rest }: Contribution) => [
  contributor?.id,
  metric,
  direction,
  unit,
  versionCount,
  rest.unknownChangeCount,
  rest.absoluteChange,
];

/** Adds numbers up as their digits say, in units of 1e-400. */
function sumAsWritten(values: number[]): number {
  const units = values.map((value) => {
    const [digits = "", exponent] = value.toExponential().split("e");
    const decimals = digits.split(".")[1]?.length ?? 0;
    return BigInt(digits.replace(".", "")) * 10n ** BigInt(400 + Number(exponent) - decimals);
  });
  return Number(`${units.reduce((sum, one) => sum + one, 0n)}e-400`);
}

const names = fc.constantFrom("ann", "Ann", "zoe", "ä", "\uffee", "\u{1f600}", "a b");
const improvement = fc.record({
  metric: fc.constantFrom("accuracy", "Loss", "latency"),
  direction: fc.constantFrom(1, 2),
  unit: fc.constantFrom("", "ms"),
  absoluteChange: fc.option(
    fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }),
    { nil: undefined },
  ),
});
const improvementsOfOne = fc.uniqueArray(improvement, {
  maxLength: 3,
  selector: ({ metric }) => metric,
});
const versions = fc.array(
  fc.record({ contributor: names, improvements: improvementsOfOne, isDeleted: fc.boolean() }),
  { maxLength: 30 },
);

describeOnBothEngines((stores) => {
  test("contributions are the sums over all versions that are there, page by page", async () => {
    const store = await stores.open();
    await fc.assert(
      fc.asyncProperty(versions, fc.integer({ min: 1, max: 8 }), async (drawn, size) => {
        for (const table of ["catalog_versions", "catalog_improvements"] as const) {
          await store.db.deleteFrom(table).execute();
        }
        const fixtures = drawn.map(({ contributor, improvements }, i) =>
          contributed(
            `m/${i + 1}`,
            contributor,
            ...improvements.map(({ unit, absoluteChange, ...rest }) => ({
              ...rest,
              ...(unit && { unit }),
              ...(absoluteChange !== undefined && { absoluteChange }),
            })),
          ),
        );
        await fillCatalog(store, fixtures);
        for (const [i, { isDeleted }] of drawn.entries()) {
          if (isDeleted) await deleteVersion(store, `m/${i + 1}`);
        }
        const groups = new Map<string, { count: number; changes: number[] }>();
        for (const { contributor, improvements, isDeleted } of drawn) {
          for (const { metric, direction, unit, absoluteChange } of isDeleted ? [] : improvements) {
            const key = JSON.stringify([contributor, metric, direction, unit]);
            const group = groups.get(key) ?? { count: 0, changes: [] };
            groups.set(key, group);
            group.count += 1;
            if (absoluteChange !== undefined) group.changes.push(absoluteChange);
          }
        }
        const told = await listAll(store, {}, size);
        const keys = told.map(({ contributor, metric, direction, unit }) =>
          JSON.stringify([contributor?.id, metric, direction, unit ?? ""]),
        );
        expect(keys.toSorted()).toEqual([...groups.keys()].sort());
        const order = told.map((one) => Buffer.from(one.contributor?.id ?? ""));
        expect(order).toEqual(order.toSorted(Buffer.compare));
        for (const [i, contribution] of told.entries()) {
          const { count, changes } = groups.get(keys[i] ?? "") ?? { count: 0, changes: [] };
          expect(contribution.versionCount).toBe(count);
          expect(contribution.unknownChangeCount).toBe(count - changes.length);
          expect(contribution.absoluteChange).toBe(sumAsWritten(changes));
        }
      }),
      { numRuns: stores.engine === "sqlite" ? 100 : 40 },
    );
  });

  test("contributions come by contributor, metric, direction and unit, with their times", async () => {
    const store = await stores.open();
    await fillCatalog(store, [
      contributed(
        "m/1",
        "bob",
        { metric: "latency", direction: 2, unit: "ms", absoluteChange: -5 },
        { metric: "accuracy", direction: 1, absoluteChange: 0.25 },
      ),
      contributed("m/2", "bob", { metric: "latency", direction: 2, absoluteChange: -1 }),
      contributed("m/3", "bob", { metric: "accuracy", direction: 1, absoluteChange: 0.5 }),
      contributed("m/4", "bob", { metric: "accuracy", direction: 1 }),
      contributed("m/5", "ann", { metric: "latency", direction: 1, absoluteChange: 1 }),
      contributed("m/6", "nobody"),
    ]);
    const all = await listAll(store);
    expect(all.map(plain)).toEqual([
      ["ann", "latency", 1, undefined, 1, 0, 1],
      ["bob", "accuracy", 1, undefined, 3, 1, 0.75],
      ["bob", "latency", 2, undefined, 1, 0, -1],
      ["bob", "latency", 2, "ms", 1, 0, -5],
    ]);
    const times = [all[1]?.firstTime, all[1]?.lastTime].map((time) => time && timestampMs(time));
    expect(times).toEqual([NOW + 1, NOW + 4]);
    expect((await listAll(store, { metric: "accuracy" }, 1)).map(plain)).toEqual([
      plain(all[1] as Contribution),
    ]);
    const ann = { contributor: { kind: 2, id: "ann" } };
    expect((await listAll(store, ann)).map(plain)).toEqual([plain(all[0] as Contribution)]);
    expect(await listAll(store, { contributor: { kind: 1, id: "ann" } })).toEqual([]);
    expect(await listAll(store, { ...ann, metric: "accuracy" })).toEqual([]);
  });

  test("a large change does not swallow a small one, and one that is no number is not known", async () => {
    const store = await stores.open();
    const metric = "loss";
    const changes = [1e16, 1, -1e16, Number.NaN, Number.POSITIVE_INFINITY];
    await fillCatalog(
      store,
      changes.map((absoluteChange, i) =>
        contributed(`m/${i + 1}`, "ann", { metric, direction: 2, absoluteChange }),
      ),
    );
    expect((await listAll(store)).map(plain)).toEqual([["ann", metric, 2, undefined, 5, 2, 1]]);
  });

  test("changes are added as they are written", async () => {
    const store = await stores.open();
    const metric = "accuracy";
    await fillCatalog(
      store,
      [0.1, 0.2, 0.7, 0.1].map((absoluteChange, i) =>
        contributed(`m/${i + 1}`, i < 2 ? "ann" : "bob", { metric, direction: 1, absoluteChange }),
      ),
    );
    expect((await listAll(store)).map(plain)).toEqual([
      ["ann", metric, 1, undefined, 2, 0, 0.3],
      ["bob", metric, 1, undefined, 2, 0, 0.8],
    ]);
  });
});
