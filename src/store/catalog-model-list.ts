import { type Expression, type RawBuilder, sql } from "kysely";
import {
  all,
  type Batch,
  compare,
  findFewest,
  orderBy,
  readBatches,
  type TagCondition,
  type Window,
} from "./catalog-lists.ts";
import { type CatalogModelRow, hashOfValue } from "./catalog-models.ts";
import { hasPrefix } from "./catalog-version-conditions.ts";
import type { Queryable } from "./store.ts";

/** Which registered models are listed: those that all of this allows. */
export interface ModelFilter {
  namePrefix: string | undefined;
  /** One that points to a version that is there. */
  alias: string | undefined;
  tags: readonly TagCondition[];
}

/** By name; or by when they were created. */
export type ModelOrder = "name" | "newest";

/** By name: the name. By time: when it was created, or null, and the model key. */
export type ModelPosition = readonly (string | number | null)[];

/** A registered model in a list. */
export type ListedModel = Pick<
  CatalogModelRow,
  "model_key" | "created_at" | "updated_at" | "description" | "tags"
> & { name: string };

interface ModelKey {
  model_key: string;
}

interface ModelCondition {
  of: string;
  /** Whether the registered model `m` passes. */
  where: RawBuilder<boolean>;
  /** Reads what passes from an index. */
  keys: RawBuilder<ModelKey>;
}

/** Lists registered models that are there, after a position, as versions are listed. */
export async function* listModels(
  db: Queryable,
  filter: ModelFilter,
  order: ModelOrder,
  after: ModelPosition | undefined,
  wanted: number,
): AsyncGenerator<Batch<ListedModel, ModelPosition>> {
  const conditions = conditionsOf(filter);
  const isCovered = conditions.every(({ of }) => order === "name" && of === "prefix");
  const few = isCovered ? undefined : await findFewest(db, conditions);
  const columns = order === "name" ? (["name"] as const) : (["created_at", "model_key"] as const);
  yield* readBatches<ListedModel, ModelPosition>(
    {
      async findEnd(from, offset) {
        if (order === "newest" && isUnseen(from)) return SEEN;
        return few ? undefined : findEnd(db, columns, filter, from, offset);
      },
      findRows: (window, limit) => findRows(db, columns, few, conditions, window, limit),
      positionOf: (row) => columns.map((column) => row[column]),
    },
    after,
    wanted,
  );
}

// Those that were not seen in MLflow yet, and have no time, are the newest: they come first, which
// no index has in both engines. The first window is theirs, up to here.
const SEEN: ModelPosition = [Number.MAX_SAFE_INTEGER, ""];

function isUnseen(position: ModelPosition | undefined): boolean {
  return position === undefined || position[0] === null;
}

function conditionsOf({ namePrefix, alias, tags }: ModelFilter): ModelCondition[] {
  const conditions: ModelCondition[] = [];
  for (const { key, value } of tags) {
    const found = sql`(select t.value_hash from catalog_model_tags as t
      where t.model_key = m.model_key and t.key = ${key})`;
    const hash = value === undefined ? undefined : hashOfValue(value);
    conditions.push({
      of: "tag",
      where: hash === undefined ? sql`${found} is not null` : sql`${found} = ${hash}`,
      keys: sql`select t.model_key from catalog_model_tags as t
        where t.key = ${key} and ${hash === undefined ? all([]) : sql`t.value_hash = ${hash}`}`,
    });
  }
  if (alias !== undefined) {
    conditions.push({
      of: "alias",
      where: sql`(select v.version from catalog_aliases as a cross join catalog_versions as v
        where a.model_key = m.model_key and a.alias = ${alias} and v.model_key = a.model_key
          and v.version = a.version and v.deleted_at is null) is not null`,
      keys: sql`select a.model_key from catalog_aliases as a where a.alias = ${alias}`,
    });
  }
  if (namePrefix !== undefined) {
    const where = hasPrefix("m.name", namePrefix);
    const keys = sql<ModelKey>`select m.model_key from catalog_models as m where ${where}`;
    conditions.push({ of: "prefix", where, keys });
  }
  return conditions;
}

type Columns = readonly ["name"] | readonly ["created_at", "model_key"];

function isWithin(columns: Columns, { after, until }: Window<ModelPosition>): RawBuilder<boolean> {
  const refs = columns.map((column) => `m.${column}`);
  if (columns[0] === "name") {
    return all([
      sql`m.name is not null`,
      ...(after ? [compare(refs, ">", after)] : []),
      ...(until ? [compare(refs, "<=", until)] : []),
    ]);
  }
  if (isUnseen(after)) {
    const key = after?.[1];
    return all([
      sql`m.name is not null and m.created_at is null`,
      ...(key === undefined ? [] : [sql<boolean>`m.model_key < ${key}`]),
    ]);
  }
  return all([
    sql`m.name is not null`,
    ...(after ? [compare(refs, "<", after)] : []),
    ...(until ? [compare(refs, ">=", until)] : []),
  ]);
}

function ordered(columns: Columns): RawBuilder<unknown> {
  const refs = columns.map((column) => `m.${column}`);
  return orderBy(refs, columns[0] === "name" ? "asc" : "desc");
}

async function findEnd(
  db: Queryable,
  columns: Columns,
  { namePrefix }: ModelFilter,
  after: ModelPosition | undefined,
  offset: number,
): Promise<ModelPosition | undefined> {
  const isByName = columns[0] === "name" && namePrefix !== undefined;
  const query = sql<{ name: string; created_at: number; model_key: string }>`
    select m.name, m.created_at, m.model_key from catalog_models as m
    where ${isWithin(columns, { after, until: undefined })}
      and ${isByName ? hasPrefix("m.name", namePrefix) : all([])}
    order by ${ordered(columns)} limit 1 offset ${offset}`;
  const row = (await query.execute(db)).rows[0];
  return row && columns.map((column) => row[column]);
}

async function findRows(
  db: Queryable,
  columns: Columns,
  few: Expression<ModelKey> | undefined,
  conditions: readonly ModelCondition[],
  window: Window<ModelPosition>,
  limit: number,
): Promise<ListedModel[]> {
  const passes = all([...conditions.map(({ where }) => where), isWithin(columns, window)]);
  const fields = sql`m.model_key, m.name, m.created_at, m.updated_at, m.description, m.tags`;
  const end = sql`order by ${ordered(columns)} limit ${limit}`;
  const query = few
    ? sql<ListedModel>`with keys as materialized (${few})
        select ${fields} from keys as k cross join catalog_models as m
        where m.model_key = k.model_key and ${passes} ${end}`
    : sql<ListedModel>`select ${fields} from catalog_models as m where ${passes} ${end}`;
  return (await query.execute(db)).rows;
}

/** What the catalog has of a registered model beside its row. */
export interface ModelDetails {
  /** Version numbers by the aliases that point to versions that are there. */
  aliases: Map<string, number>;
  versions: number;
  /** 0 where it has no version. */
  latest: number;
}

/** Reads what registered models have, by their keys. */
export async function readModelDetails(
  db: Queryable,
  modelKeys: readonly string[],
): Promise<Map<string, ModelDetails>> {
  const details = new Map<string, ModelDetails>();
  if (modelKeys.length === 0) return details;
  const [counts, aliases] = await Promise.all([
    db
      .selectFrom("catalog_versions")
      .select((e) => [
        "model_key",
        e.fn.countAll<number>().as("versions"),
        e.fn.max("version").as("latest"),
      ])
      .where("model_key", "in", [...modelKeys])
      .where("deleted_at", "is", null)
      .groupBy("model_key")
      .execute(),
    db
      .selectFrom("catalog_aliases as a")
      .innerJoin("catalog_versions as v", (join) =>
        join.onRef("v.model_key", "=", "a.model_key").onRef("v.version", "=", "a.version"),
      )
      .select(["a.model_key", "a.alias", "a.version"])
      .where("a.model_key", "in", [...modelKeys])
      .where("v.deleted_at", "is", null)
      .execute(),
  ]);
  for (const { model_key, versions, latest } of counts) {
    details.set(model_key, { aliases: new Map(), versions, latest });
  }
  for (const row of aliases) details.get(row.model_key)?.aliases.set(row.alias, row.version);
  return details;
}
