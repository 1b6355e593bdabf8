import fc from "fast-check";
import { expect, test } from "vitest";
import { ContributorKind } from "#gen/modelwire/registry/v1/registration_pb.js";
import { listRegisteredModels } from "../src/catalog/list-models.ts";
import { listModelVersions } from "../src/catalog/list-versions.ts";
import type { ModelFilter, ModelOrder, ModelPosition } from "../src/store/catalog-model-list.ts";
import type { VersionFilter } from "../src/store/catalog-version-conditions.ts";
import type { VersionOrder, VersionPosition } from "../src/store/catalog-version-list.ts";
import { insertCatalogVersions, markVersionDeleted } from "../src/store/catalog-versions.ts";
import type { Store } from "../src/store/store.ts";
import {
  anyVersion,
  compareText,
  fillCatalog,
  manyModels,
  type PlainModel,
  type PlainVersion,
  plainVersion,
  rowOf,
} from "./support/catalog.ts";
import { describeOnBothEngines, NOW } from "./support/stores.ts";

const { signal } = new AbortController();

const idOf = ({ name, version }: { name: string; version: number | string }) =>
  `${name}/${version}`;

const hasTags = (tags: Record<string, string>, filter: VersionFilter["tags"]) =>
  filter.every(({ key, value }) =>
    value === undefined ? Object.hasOwn(tags, key) : tags[key] === value,
  );

/** Filters and sorts versions plainly. */
function plainList(
  models: readonly PlainModel[],
  filter: VersionFilter,
  order: VersionOrder,
): PlainVersion[] {
  const { contributor, createdFrom = -Infinity, createdBefore = Infinity } = filter;
  const found = models
    .filter(({ isDeleted }) => !isDeleted)
    .flatMap(({ versions }) => versions)
    .filter(
      (one) =>
        !one.isDeleted &&
        (filter.modelName === undefined || one.name === filter.modelName) &&
        one.name.startsWith(filter.namePrefix ?? "") &&
        (filter.modelType === undefined || one.modelType === filter.modelType) &&
        (filter.isBaseline === undefined || one.isBaseline === filter.isBaseline) &&
        (contributor === undefined ||
          (one.contributor?.kind === contributor.kind && one.contributor.id === contributor.id)) &&
        hasTags(one.tags, filter.tags) &&
        (filter.alias === undefined || one.aliases.includes(filter.alias)) &&
        one.createdAt >= createdFrom &&
        one.createdAt < createdBefore,
    );
  const byTime = (a: PlainVersion, b: PlainVersion) =>
    a.createdAt - b.createdAt || compareText(a.modelKey, b.modelKey) || a.version - b.version;
  const byName = (a: PlainVersion, b: PlainVersion) =>
    compareText(a.name, b.name) || a.version - b.version;
  found.sort(order === "name" ? byName : byTime);
  return order === "newest" ? found.reverse() : found;
}

function positionOf(one: PlainVersion, order: VersionOrder): VersionPosition {
  return order === "name" ? [one.name, one.version] : [one.createdAt, one.modelKey, one.version];
}

const optional = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined, freq: 1 });
const tagFilter = fc.oneof(
  fc.record({ key: fc.constant("team"), value: fc.constantFrom(undefined, "growth", "risk", "?") }),
  fc.record({ key: fc.constant("stage"), value: fc.constantFrom(undefined, "", "é".repeat(3000)) }),
  fc.record({ key: fc.constantFrom("rare", "nobody has it"), value: fc.constant(undefined) }),
);
const address = `0x${"a".repeat(40)}`;
const contributor = fc.constantFrom(
  { kind: ContributorKind.ACCOUNT, id: "ann" },
  { kind: ContributorKind.ETHEREUM_ADDRESS, id: address },
  { kind: ContributorKind.ACCOUNT, id: address },
);
// Half of the fields at the most, as a rule: all together leave nothing.
const versionFilter: fc.Arbitrary<VersionFilter> = fc
  .record(
    {
      modelName: fc.constantFrom("lead", "Zoë", "nobody", "😀8"),
      namePrefix: fc.constantFrom("", "lead", "lead_", "lead%", "L", "é", "ｱ", "😀", "\u{10ffff}"),
      modelType: fc.constantFrom("ranking", "churn", ""),
      isBaseline: fc.boolean(),
      contributor,
      tags: fc.array(tagFilter, { maxLength: 3 }),
      alias: fc.constantFrom("champion", "canary", "nobody"),
      createdFrom: fc.integer({ min: NOW - 1, max: NOW + 2000 }),
      createdBefore: fc.integer({ min: NOW, max: NOW + 2001 }),
    },
    { requiredKeys: [] },
  )
  .chain((all) =>
    fc
      .subarray(Object.keys(all), { maxLength: Math.min(4, Object.keys(all).length) })
      .map((kept) => ({
        ...anyVersion,
        ...Object.fromEntries(Object.entries(all).filter(([key]) => kept.includes(key))),
      })),
  );

async function versionsAfter(
  store: Store,
  filter: VersionFilter,
  order: VersionOrder,
  after: VersionPosition | undefined,
  size: number,
) {
  const page = await listModelVersions(
    { store },
    { filter, order, size, after },
    undefined,
    signal,
  );
  const ids = page.versions.map(({ modelVersion }) =>
    idOf(modelVersion ?? { name: "", version: 0 }),
  );
  return { ids, next: page.next };
}

describeOnBothEngines((stores) => {
  test("pages of versions are what a plain filter and sort of the same versions gives", async () => {
    const store = await stores.open();
    const models = manyModels();
    await fillCatalog(store, models);
    await fc.assert(
      fc.asyncProperty(
        versionFilter,
        fc.constantFrom<VersionOrder>("newest", "oldest", "name"),
        fc.nat(),
        fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 3 }),
        async (filter, order, where, sizes) => {
          const expected = plainList(models, filter, order);
          let start = where % (expected.length + 1);
          const before = expected[start - 1];
          let after = before && positionOf(before, order);
          for (const size of sizes) {
            const { ids, next } = await versionsAfter(store, filter, order, after, size);
            expect(ids).toEqual(expected.slice(start, start + ids.length).map(idOf));
            start += ids.length;
            if (next === undefined) {
              expect(start).toBe(expected.length);
              return;
            }
            expect(ids.length).toBeLessThanOrEqual(size);
            after = next;
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  test("all pages together are the whole list", async () => {
    const store = await stores.open();
    const models = manyModels();
    await fillCatalog(store, models);
    for (const order of ["newest", "oldest", "name"] as const) {
      const filter = { ...anyVersion, modelType: "ranking", isBaseline: false };
      const all: string[] = [];
      let after: VersionPosition | undefined;
      do {
        const page = await versionsAfter(store, filter, order, after, 1000);
        all.push(...page.ids);
        after = page.next;
      } while (after);
      expect(all).toEqual(plainList(models, filter, order).map(idOf));
    }
  });

  test("paging loses and doubles nothing that is there all the time", async () => {
    const store = await stores.open();
    const models = manyModels().slice(0, 30);
    await fillCatalog(store, models);
    for (const order of ["newest", "oldest", "name"] as const) {
      const stays = (one: PlainVersion) => one.version % 3 !== 1 && one.version < 5000;
      const expected = plainList(models, anyVersion, order).filter(stays).map(idOf);
      const seen: string[] = [];
      let after: VersionPosition | undefined;
      let round = 0;
      do {
        const page = await versionsAfter(store, anyVersion, order, after, 97);
        seen.push(...page.ids);
        after = page.next;
        await disturb(store, models, round++, order);
      } while (after);
      expect(new Set(seen).size).toBe(seen.length);
      const numberOf = (id: string) => Number(id.slice(id.lastIndexOf("/") + 1));
      const staying = seen.filter((id) => numberOf(id) % 3 !== 1 && numberOf(id) < 5000);
      expect(staying).toEqual(expected);
    }
  });

  test("pages of registered models are what a plain filter and sort of them gives", async () => {
    const store = await stores.open();
    const models = manyModels();
    await fillCatalog(store, models);
    const modelFilter = fc.record({
      namePrefix: optional(fc.constantFrom("", "lead", "lead_", "lead%", "Z", "😀")),
      alias: optional(fc.constantFrom("champion", "canary", "nobody")),
      tags: fc.array(
        fc.record({
          key: fc.constantFrom("team", "own7"),
          value: fc.constantFrom(undefined, "risk"),
        }),
        { maxLength: 2 },
      ),
    });
    await fc.assert(
      fc.asyncProperty(
        modelFilter,
        fc.constantFrom<ModelOrder>("name", "newest"),
        fc.integer({ min: 1, max: 300 }),
        async (filter, order, size) => {
          const found = [];
          let after: ModelPosition | undefined;
          do {
            const page = { filter, order, size, after };
            const answer = await listRegisteredModels({ store }, page, undefined, signal);
            found.push(...answer.models);
            after = answer.next;
          } while (after);
          expect(found.map(({ name }) => name)).toEqual(
            plainModels(models, filter, order).map(({ name }) => name),
          );
          for (const model of found) {
            const plain = models.find(({ name }) => name === model.name);
            const live = plain?.versions.filter(({ isDeleted }) => !isDeleted) ?? [];
            expect(model.versionCount).toBe(live.length);
            expect(model.latestVersion).toBe(live.at(-1)?.version.toString());
            expect(model.aliases).toEqual(liveAliases(plain));
            expect(model.tags).toEqual(plain?.tags);
            expect(model.creationTime !== undefined).toBe(plain?.createdAt !== undefined);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test("a page ends at about a mebibyte and says that there is more", async () => {
    const store = await stores.open();
    const versions = Array.from({ length: 30 }, (_, index) => ({
      ...plainVersion,
      name: "large",
      modelKey: "",
      version: index + 1,
      tags: { text: "x".repeat(100_000) },
    }));
    const model = { name: "large", modelKey: "", createdAt: NOW, isDeleted: false, tags: {} };
    await fillCatalog(store, [{ ...model, aliases: {}, versions }]);
    const sizes: number[] = [];
    const seen: string[] = [];
    let after: VersionPosition | undefined;
    do {
      const page = await versionsAfter(store, anyVersion, "oldest", after, 1000);
      sizes.push(page.ids.length);
      seen.push(...page.ids);
      after = page.next;
    } while (after);
    expect(sizes).toEqual([10, 10, 10]);
    expect(seen).toEqual(versions.map(idOf));
  });
});

function liveAliases(model: PlainModel | undefined): Record<string, string> {
  const isLive = ([, version]: [string, number]) => !model?.versions[version - 1]?.isDeleted;
  return Object.fromEntries(
    Object.entries(model?.aliases ?? {})
      .filter(isLive)
      .map(([alias, version]) => [alias, String(version)]),
  );
}

function plainModels(
  models: readonly PlainModel[],
  { namePrefix = "", alias, tags }: ModelFilter,
  order: ModelOrder,
): PlainModel[] {
  const found = models.filter(
    (one) =>
      !one.isDeleted &&
      one.name.startsWith(namePrefix) &&
      (alias === undefined || Object.hasOwn(liveAliases(one), alias)) &&
      hasTags(one.tags, tags),
  );
  if (order === "name") return found.sort((a, b) => compareText(a.name, b.name));
  const time = ({ createdAt = Infinity }: PlainModel) => createdAt;
  return found.sort((a, b) =>
    time(a) === time(b) ? compareText(b.modelKey, a.modelKey) : time(b) - time(a),
  );
}

/** Makes a version in each model at either end of the list, and deletes some that do not stay. */
async function disturb(
  store: Store,
  models: readonly PlainModel[],
  round: number,
  order: VersionOrder,
): Promise<void> {
  const base = { newest: 10_000, oldest: 20_000, name: 30_000 }[order] + round;
  for (const { name, modelKey, versions, isDeleted } of models.slice(0, 5)) {
    if (isDeleted) continue;
    const createdAt = NOW + (round % 2 === 0 ? -round : 2000 + round);
    const made = { ...plainVersion, name, modelKey, version: base, createdAt };
    await insertCatalogVersions(store.db, [rowOf(made)]);
    const goes = versions.filter(({ version }) => version % 3 === 1)[round];
    if (goes) await markVersionDeleted(store.db, modelKey, goes.version, NOW);
  }
}
