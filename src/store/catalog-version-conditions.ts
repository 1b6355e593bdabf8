import { type RawBuilder, sql } from "kysely";
import { all, endOfPrefix, type TagCondition } from "./catalog-lists.ts";
import { hashOfValue } from "./catalog-models.ts";

/** Which versions are listed: those that all of this allows. */
export interface VersionFilter {
  modelName: string | undefined;
  /** What the name of the registered model begins with. */
  namePrefix: string | undefined;
  modelType: string | undefined;
  isBaseline: boolean | undefined;
  contributor: { kind: number; id: string } | undefined;
  tags: readonly TagCondition[];
  alias: string | undefined;
  /** The first moment, in milliseconds since 1970. */
  createdFrom: number | undefined;
  /** The first moment that is too late, in milliseconds since 1970. */
  createdBefore: number | undefined;
}

/** Identifies a version. */
export interface VersionKey {
  model_key: string;
  version: number;
}

/** A part of a filter. */
export interface VersionCondition {
  /** What it is about. */
  of: string;
  /** Whether a version `v` passes, which has the name of its registered model too. */
  where: RawBuilder<boolean>;
  /** Reads what passes from an index; by `created_at, model_key, version` where it is ordered. */
  keys: RawBuilder<VersionKey>;
  /** Whether the index has what passes in the order of time. */
  isOrdered: boolean;
}

/** Reads the versions that are there in the order of time. */
export const versionsByTime = live(sql`1 = 1`);

/** Splits a filter into its parts, those with the fewest matches as a rule first. */
export function conditionsOf(filter: VersionFilter): VersionCondition[] {
  const { modelName, namePrefix, contributor, modelType, isBaseline, alias } = filter;
  const { createdFrom, createdBefore } = filter;
  const conditions: VersionCondition[] = [];
  const add = (of: string, where: RawBuilder<boolean>, keys: RawBuilder<VersionKey>, by?: "time") =>
    conditions.push({ of, where, keys, isOrdered: by === "time" });

  if (modelName !== undefined) {
    const key = sql`(select model_key from catalog_models where name = ${modelName})`;
    add("name", sql`v.name = ${modelName}`, live(sql`v.model_key = ${key}`), "time");
  }
  for (const [index, tag] of filter.tags.entries()) {
    add(`tag ${index}`, hasTag(tag), keysByTag(tag), tag.value === undefined ? undefined : "time");
  }
  if (contributor) {
    const isTheirs = sql<boolean>`v.contributor_id = ${contributor.id}
      and v.contributor_kind = ${contributor.kind}`;
    add("contributor", isTheirs, live(isTheirs), "time");
  }
  if (modelType !== undefined) {
    const isOfType = sql<boolean>`v.model_type = ${modelType}`;
    add("model_type", isOfType, live(isOfType), "time");
  }
  if (isBaseline !== undefined) {
    const is = sql<boolean>`v.is_baseline = ${Number(isBaseline)}`;
    add("is_baseline", is, live(is), "time");
  }
  if (alias !== undefined) {
    const where = sql<boolean>`(select a.version from catalog_aliases as a
      where a.model_key = v.model_key and a.alias = ${alias}) = v.version`;
    add("alias", where, sql`select model_key, version from catalog_aliases where alias = ${alias}`);
  }
  if (namePrefix !== undefined) {
    const keys = sql<VersionKey>`select v.model_key, v.version
      from catalog_models as m cross join catalog_versions as v
      where v.model_key = m.model_key and v.deleted_at is null
        and ${hasPrefix("m.name", namePrefix)}`;
    add("prefix", hasPrefix("v.name", namePrefix), keys);
  }
  if (createdFrom !== undefined || createdBefore !== undefined) {
    const where = isCreatedWithin("v.created_at", filter);
    add("created", where, live(where), "time");
  }
  return conditions;
}

/** Tells whether a time is within those of a filter. */
export function isCreatedWithin(
  column: string,
  { createdFrom, createdBefore }: VersionFilter,
): RawBuilder<boolean> {
  const ref = sql.ref(column);
  return all([
    ...(createdFrom === undefined ? [] : [sql<boolean>`${ref} >= ${createdFrom}`]),
    ...(createdBefore === undefined ? [] : [sql<boolean>`${ref} < ${createdBefore}`]),
  ]);
}

/** Tells whether a name begins with a prefix: a range, so that an index on names serves it. */
export function hasPrefix(column: string, prefix: string): RawBuilder<boolean> {
  const ref = sql.ref(column);
  const end = endOfPrefix(prefix);
  return all([
    sql<boolean>`${ref} >= ${prefix}`,
    ...(end === undefined ? [] : [sql<boolean>`${ref} < ${end}`]),
  ]);
}

function live(where: RawBuilder<unknown>): RawBuilder<VersionKey> {
  return sql`select v.created_at, v.model_key, v.version from catalog_versions as v
    where v.deleted_at is null and ${where}`;
}

function keysByTag({ key, value }: TagCondition): RawBuilder<VersionKey> {
  const hasValue = value === undefined ? sql`1 = 1` : sql`value_hash = ${hashOfValue(value)}`;
  return sql`select created_at, model_key, version from catalog_version_tags
    where key = ${key} and ${hasValue}`;
}

// A value and no `exists`: PostgreSQL would join all that has the tag for a few rows of a window.
function hasTag({ key, value }: TagCondition): RawBuilder<boolean> {
  const found = sql`(select t.value_hash from catalog_version_tags as t
    where t.model_key = v.model_key and t.version = v.version and t.key = ${key})`;
  return value === undefined ? sql`${found} is not null` : sql`${found} = ${hashOfValue(value)}`;
}
