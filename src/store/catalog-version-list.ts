import { type Expression, type RawBuilder, sql } from "kysely";
import {
  all,
  type Batch,
  compare,
  findFewest,
  orderBy,
  readBatches,
  type Window,
} from "./catalog-lists.ts";
import {
  conditionsOf,
  hasPrefix,
  isCreatedWithin,
  type VersionCondition,
  type VersionFilter,
  type VersionKey,
  versionsByTime,
} from "./catalog-version-conditions.ts";
import type { Queryable } from "./store.ts";

/** By when they were created; or by name and version. */
export type VersionOrder = "newest" | "oldest" | "name";

/** By time: when it was created, model key, version. By name: name, version. */
export type VersionPosition = readonly (string | number)[];

/** A version in a list. */
export interface ListedVersion extends VersionKey {
  name: string;
  created_at: number;
  model_uuid: string | null;
  /** modelwire.registry.v1.Registration. */
  registration: Uint8Array;
}

/**
 * Lists versions that are there, after a position.
 *
 * Where a part of the filter has few matches, the list is made of these. Otherwise it is a walk
 * along the index that has the order, and what does not pass is left out on the way.
 * @param wanted how many are wanted at the most
 */
export async function* listVersions(
  db: Queryable,
  filter: VersionFilter,
  order: VersionOrder,
  after: VersionPosition | undefined,
  wanted: number,
): AsyncGenerator<Batch<ListedVersion, VersionPosition>> {
  const conditions = conditionsOf(filter);
  const way = order === "name" ? wayByName(filter) : wayByTime(filter, order, conditions);
  const isCovered = conditions.every(({ of }) => way.covers.includes(of));
  const few = isCovered ? undefined : await findFewest(db, conditions);
  const reader = {
    findEnd: (from: VersionPosition | undefined, offset: number) =>
      few ? Promise.resolve(undefined) : findEnd(db, way, from, offset),
    findRows: (window: Window<VersionPosition>, limit: number) =>
      findRows(db, way, few ?? keysWithin(way, window), conditions, window, limit),
    positionOf: (row: ListedVersion) => way.columns.map((column) => row[column]),
  };
  yield* readBatches(reader, after, wanted);
}

/** An order, and how an index has it. */
interface Way {
  columns: readonly ("created_at" | "model_key" | "version" | "name")[];
  direction: "asc" | "desc";
  /** Reads all that it is along, with the columns. */
  walk: RawBuilder<unknown>;
  /** What of the filter the walk leaves out by itself. */
  covers: readonly string[];
}

function wayByTime(
  filter: VersionFilter,
  order: "newest" | "oldest",
  conditions: readonly VersionCondition[],
): Way {
  const first = conditions.find(({ isOrdered }) => isOrdered);
  return {
    columns: ["created_at", "model_key", "version"],
    direction: order === "newest" ? "desc" : "asc",
    walk: sql`select created_at, model_key, version from (${first?.keys ?? versionsByTime}) as o
      where ${isCreatedWithin("created_at", filter)}`,
    covers: ["created", ...(first ? [first.of] : [])],
  };
}

function wayByName({ modelName, namePrefix }: VersionFilter): Way {
  const names = [
    sql<boolean>`m.name is not null`,
    ...(modelName === undefined ? [] : [sql<boolean>`m.name = ${modelName}`]),
    ...(namePrefix === undefined ? [] : [hasPrefix("m.name", namePrefix)]),
  ];
  return {
    columns: ["name", "version"],
    direction: "asc",
    walk: sql`select m.name, v.model_key, v.version
      from catalog_models as m cross join catalog_versions as v
      where v.model_key = m.model_key and v.deleted_at is null and ${all(names)}`,
    covers: ["name", "prefix"],
  };
}

type Alias = (column: string) => string;
const walked: Alias = (column) => `w.${column}`;
const found: Alias = (column) => `v.${column}`;
const picked: Alias = (column) => `p.${column}`;

function isWithin(
  { columns, direction }: Way,
  alias: Alias,
  { after, until }: Window<VersionPosition>,
): RawBuilder<boolean> {
  const [beyond, upTo] = direction === "asc" ? ([">", "<="] as const) : (["<", ">="] as const);
  const refs = columns.map(alias);
  const conditions: RawBuilder<boolean>[] = [];
  if (after) conditions.push(compare(refs, beyond, after));
  if (until) conditions.push(compare(refs, upTo, until));
  if (columns[0] === "name") {
    // Name and version are of two tables, and together no range of an index: the name is.
    if (after) conditions.push(compare(refs.slice(0, 1), ">=", after.slice(0, 1)));
    if (until) conditions.push(compare(refs.slice(0, 1), "<=", until.slice(0, 1)));
  }
  return all(conditions);
}

function keysWithin(way: Way, window: Window<VersionPosition>): RawBuilder<VersionKey> {
  return sql`select w.model_key, w.version from (${way.walk}) as w
    where ${isWithin(way, walked, window)}`;
}

async function findEnd(
  db: Queryable,
  way: Way,
  after: VersionPosition | undefined,
  offset: number,
): Promise<VersionPosition | undefined> {
  const { columns, direction, walk } = way;
  const query = sql<Record<string, string | number>>`
    select ${sql.join(columns.map((column) => sql.ref(walked(column))))} from (${walk}) as w
    where ${isWithin(way, walked, { after, until: undefined })}
    order by ${orderBy(columns.map(walked), direction)} limit 1 offset ${offset}`;
  const row = (await query.execute(db)).rows[0];
  return row && columns.map((column) => row[column] ?? "");
}

// SQLite keeps to the order of cross joins. PostgreSQL, where its statistics are old or none, takes
// the keys for one and any other index for better than theirs: so rows are found by them alone,
// and looked at afterwards. What is sorted are keys: registrations can be large, and are read last.
async function findRows(
  db: Queryable,
  way: Way,
  keys: Expression<VersionKey>,
  conditions: readonly VersionCondition[],
  window: Window<VersionPosition>,
  limit: number,
): Promise<ListedVersion[]> {
  const { columns, direction } = way;
  const query = sql<ListedVersion>`
    with keys as materialized (${keys}), found as materialized (
      select v.model_key, v.version, v.created_at, v.deleted_at, m.name, v.model_type,
        v.is_baseline, v.contributor_kind, v.contributor_id
      from keys as k cross join catalog_versions as v cross join catalog_models as m
      where v.model_key = k.model_key and v.version = k.version and m.model_key = k.model_key
    ), picked as materialized (
      select v.model_key, v.version, v.created_at, v.name from found as v
      where v.deleted_at is null and v.name is not null
        and ${all(conditions.map(({ where }) => where))} and ${isWithin(way, found, window)}
      order by ${orderBy(columns.map(found), direction)} limit ${limit}
    )
    select p.model_key, p.version, p.created_at, p.name, v.model_uuid, v.registration
    from picked as p cross join catalog_versions as v
    where v.model_key = p.model_key and v.version = p.version
    order by ${orderBy(columns.map(picked), direction)}`;
  return (await query.execute(db)).rows;
}
