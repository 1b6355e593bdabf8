import {
  findImprovementsOf,
  findLineageByNames,
  findLineageByUuids,
  type LineageRow,
  type NamedVersion,
} from "../store/catalog-lineage.ts";
import type { Queryable } from "../store/store.ts";
import { version as versionRule } from "./name-rules.ts";

/** A place in a lineage. */
export interface Place {
  /** Tells it apart from all others. */
  readonly key: string;
  /** Unset for what is known only because a version names it as its baseline. */
  readonly row?: LineageRow;
  /** Of what has no row, as it is named: `name/version`. */
  readonly id?: string;
  /** Of what has no row, as it is named. */
  readonly uuid?: string;
}

/** Where lineages are found. */
export interface LineageSource {
  db: Queryable;
  /** What MLflow answered, of which the catalog knows nothing yet. */
  answered: readonly LineageRow[];
}

/** Gives the place of a version. */
export function placeOf(row: LineageRow): Place {
  return { key: `${row.model_key}/${row.version}`, row };
}

/** Gives the name that a version has, or had last: `name/version`. */
export function lineageId({ last_name, version }: LineageRow): string {
  return `${last_name}/${version}`;
}

/** Reads a `name/version`; undefined where it can be none of a version. */
export function namedVersion(id: string): NamedVersion | undefined {
  const slash = id.lastIndexOf("/");
  const number = id.slice(slash + 1);
  if (slash < 1 || !versionRule.safeParse(number).success) return undefined;
  return { name: id.slice(0, slash), version: Number(number) };
}

/** Tells which of two versions is older; of two that are as old, which comes first by name. */
export function compareAge(a: LineageRow, b: LineageRow): number {
  return (
    a.created_at - b.created_at ||
    Buffer.compare(Buffer.from(a.last_name), Buffer.from(b.last_name)) ||
    a.version - b.version ||
    (a.model_key < b.model_key ? -1 : Number(a.model_key > b.model_key))
  );
}

/**
 * Finds what each of some versions improves, by the key of the version's place; there is nothing
 * for a version that names no baseline.
 */
export async function parentsOf(
  source: LineageSource,
  children: readonly LineageRow[],
): Promise<Map<string, Place>> {
  const byUuid = Map.groupBy(
    await findByUuids(
      source,
      children.flatMap((child) => child.baseline_uuid || []),
    ),
    (row) => row.model_uuid,
  );
  const toName = children.filter((child) => othersOf(child, byUuid).length === 0);
  const byId = Map.groupBy(
    await findByIds(
      source,
      toName.flatMap((child) => child.baseline_id || []),
    ),
    lineageId,
  );
  const parents = new Map<string, Place>();
  for (const child of children) {
    const parent = parentOf(child, othersOf(child, byUuid), byId);
    if (parent) parents.set(placeOf(child).key, parent);
  }
  return parents;
}

/** Finds the versions that improve each of some places, by the key of the place, oldest first. */
export async function improvementsOf(
  source: LineageSource,
  places: readonly Place[],
): Promise<Map<string, LineageRow[]>> {
  const keys = {
    uuids: places.flatMap(({ row, uuid }) => (row ? row.model_uuid : uuid) ?? []),
    ids: places.flatMap(({ row, uuid, id }) => (row ? lineageId(row) : uuid ? [] : (id ?? []))),
    idsWithoutUuid: places.flatMap(({ row }) => (row?.model_uuid === null ? lineageId(row) : [])),
  };
  const children = [...(await findImprovementsOf(source.db, keys)), ...source.answered];
  const parents = await parentsOf(source, children);
  const improvements = new Map<string, LineageRow[]>(places.map(({ key }) => [key, []]));
  for (const child of children.sort(compareAge)) {
    const parent = parents.get(placeOf(child).key);
    if (parent) improvements.get(parent.key)?.push(child);
  }
  return improvements;
}

/** Gives the versions of a child's baseline by its uuid; a model may be its own baseline. */
function othersOf(
  child: LineageRow,
  byUuid: ReadonlyMap<string | null, LineageRow[]>,
): LineageRow[] {
  const { key } = placeOf(child);
  const versions = child.baseline_uuid ? (byUuid.get(child.baseline_uuid) ?? []) : [];
  return versions.filter((row) => placeOf(row).key !== key);
}

function parentOf(
  child: LineageRow,
  ofUuid: readonly LineageRow[],
  byId: ReadonlyMap<string, LineageRow[]>,
): Place | undefined {
  const [uuid, id] = [child.baseline_uuid || undefined, child.baseline_id || undefined];
  if (uuid === undefined && id === undefined) return undefined;
  const ofId = ofUuid.filter((row) => lineageId(row) === id);
  const chosen = chooseByAge(ofId.length > 0 ? ofId : ofUuid, child);
  if (chosen) return placeOf(chosen);
  // A name may have been deleted and made anew since, and a number is of another version then.
  const named = (byId.get(id ?? "") ?? []).filter(
    (row) => isNotAfter(row, child) && (uuid === undefined || row.model_uuid === null),
  );
  const newest = named.toSorted(compareAge).at(-1);
  if (newest) return placeOf(newest);
  return {
    key: uuid === undefined ? `id:${id}` : `uuid:${uuid}`,
    ...(id !== undefined && { id }),
    ...(uuid !== undefined && { uuid }),
  };
}

/** Chooses the newest version that is not newer than a child, or else the oldest. */
function chooseByAge(rows: readonly LineageRow[], child: LineageRow): LineageRow | undefined {
  const sorted = rows.toSorted(compareAge);
  return sorted.findLast((row) => isNotAfter(row, child)) ?? sorted[0];
}

function isNotAfter(row: LineageRow, child: LineageRow): boolean {
  return row.created_at <= child.created_at && placeOf(row).key !== placeOf(child).key;
}

async function findByUuids(
  { db, answered }: LineageSource,
  uuids: readonly string[],
): Promise<LineageRow[]> {
  const wanted = new Set<string | null>(uuids);
  const found = await findLineageByUuids(db, uuids);
  return [...found, ...answered.filter((row) => wanted.has(row.model_uuid))];
}

async function findByIds(
  { db, answered }: LineageSource,
  ids: readonly string[],
): Promise<LineageRow[]> {
  const wanted = new Set(ids);
  const found = await findLineageByNames(
    db,
    ids.flatMap((id) => namedVersion(id) ?? []),
  );
  return [...found, ...answered.filter((row) => wanted.has(lineageId(row)))];
}
