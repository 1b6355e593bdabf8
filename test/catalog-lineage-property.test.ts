import fc from "fast-check";
import { expect, test } from "vitest";
import {
  deleteVersion,
  drawing,
  fillCatalog,
  type LineageFixture,
  lineageOf,
} from "./support/catalog-lineages.ts";
import { describeOnBothEngines } from "./support/stores.ts";

type Version = LineageFixture & { isDeleted: boolean };

/** What a version improves: one that is there, or a name that is none's. */
type Parent = { version: Version } | { unknown: string; name: string };

/** Versions of any age, that name one another, themselves and what is not there, in any way. */
const forests = fc.array(
  fc.record({
    model: fc.constantFrom("a", "b", "c"),
    at: fc.nat(12),
    uuid: fc.option(fc.nat(9), { nil: undefined }),
    baseline: fc.option(fc.nat(24), { nil: undefined }),
    names: fc.constantFrom("both", "id", "uuid", "other uuid"),
    isDeleted: fc.boolean(),
  }),
  { minLength: 1, maxLength: 20 },
);

type Drawn = typeof forests extends fc.Arbitrary<infer T> ? T : never;

/** Makes versions that have nothing in common with those of another run. */
function versionsOf(drawn: Drawn, run: number): Version[] {
  const counts = new Map<string, number>();
  const ids = drawn.map(({ model }) => {
    counts.set(model, (counts.get(model) ?? 0) + 1);
    return `${run}-${model}/${counts.get(model)}`;
  });
  const uuid = (number: number | undefined) =>
    number === undefined ? undefined : `m-${run}-${number}`;
  return drawn.map(({ at, uuid: own, baseline, names, isDeleted }, i) => {
    const target = baseline === undefined ? undefined : drawn[baseline];
    const baselineId = ids[baseline ?? -1] ?? `${run}-unknown/1`;
    const baselineUuid = names === "other uuid" ? uuid(5) : uuid(target?.uuid);
    return {
      id: ids[i] ?? "",
      at,
      uuid: uuid(own),
      isDeleted,
      ...(baseline !== undefined && names !== "uuid" && { baselineId }),
      ...(baseline !== undefined && names !== "id" && { baselineUuid }),
    };
  });
}

function byAge(versions: readonly Version[]): Version[] {
  const name = (version: Version) => version.id.slice(0, version.id.indexOf("/"));
  const number = ({ id }: Version) => Number(id.slice(id.indexOf("/") + 1));
  return versions.toSorted(
    (a, b) =>
      a.at - b.at || (name(a) < name(b) ? -1 : Number(name(a) > name(b))) || number(a) - number(b),
  );
}

function parentOf(all: readonly Version[], child: Version): Parent | undefined {
  const { baselineId: id, baselineUuid: uuid } = child;
  if (!id && !uuid) return undefined;
  const others = byAge(all).filter((one) => one !== child);
  const before = (rows: Version[]) => rows.filter(({ at }) => at <= child.at).at(-1);
  const ofUuid = others.filter((one) => uuid && one.uuid === uuid);
  const named = ofUuid.filter((one) => one.id === id);
  const candidates = named.length > 0 ? named : ofUuid;
  const version =
    before(candidates) ??
    candidates[0] ??
    before(others.filter((one) => one.id === id && (!uuid || !one.uuid)));
  return version ? { version } : { unknown: uuid ?? id ?? "", name: id || (uuid ?? "") };
}

/** Draws the lineage of a version, by looking at all versions again and again. */
function expectedDrawing(all: readonly Version[], start: Version): string[] {
  const path: Version[] = [start];
  let root: Parent = { version: start };
  for (;;) {
    const parent: Parent | undefined = parentOf(all, path.at(-1) ?? start);
    if (!parent) break;
    root = parent;
    if ("unknown" in parent) break;
    const index = path.indexOf(parent.version);
    if (index < 0) {
      path.push(parent.version);
      continue;
    }
    const oldest = byAge(path.slice(index))[0] ?? start;
    path.splice(path.indexOf(oldest) + 1);
    root = { version: oldest };
    break;
  }
  const childrenOf = (place: Parent): Version[] =>
    byAge(all).filter((one) => {
      if ("version" in root && one === root.version) return false;
      const parent = parentOf(all, one);
      if (!parent) return false;
      return "version" in place
        ? "version" in parent && parent.version === place.version
        : "unknown" in parent && parent.unknown === place.unknown;
    });
  const draw = (place: Parent, depth: number): string[] => {
    const children = childrenOf(place).map((one) => ({
      one,
      lines: draw({ version: one }, depth + 1),
    }));
    const shown = children.filter(({ lines }) => lines.length > 0);
    const lines = shown.flatMap((child) => child.lines);
    const own = "version" in place ? place.version : undefined;
    const isMissing = !own || own.isDeleted;
    const isOnPath = !own || path.includes(own);
    if (isMissing && lines.length === 0) return [];
    const nameOfMissing = shown.find(({ one }) => one.baselineId)?.one.baselineId;
    const plain = own ? own.id : "name" in place ? place.name : "";
    const name = isMissing ? nameOfMissing || plain : plain;
    const marks = `${isOnPath ? " *" : ""}${isMissing ? " ?" : ""}`;
    return [`${"  ".repeat(depth)}${name}${marks}`, ...lines];
  };
  return draw(root, 0);
}

describeOnBothEngines((stores) => {
  test("any forest is told as a plain look at all of its versions tells it", async () => {
    const store = await stores.open();
    let run = 0;
    await fc.assert(
      fc.asyncProperty(forests, async (drawn) => {
        run += 1;
        const versions = versionsOf(drawn, run);
        await fillCatalog(store, versions);
        for (const { id, isDeleted } of versions) if (isDeleted) await deleteVersion(store, id);
        for (const start of versions.filter(({ isDeleted }) => !isDeleted).slice(0, 4)) {
          const told = drawing(await lineageOf(store, start.id));
          expect(told).toEqual(expectedDrawing(versions, start));
        }
      }),
      { numRuns: stores.engine === "sqlite" ? 150 : 40 },
    );
  });
});
