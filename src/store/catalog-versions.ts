import type { Insertable, Selectable } from "kysely";
import { hashOfValue } from "./catalog-models.ts";
import type { CatalogImprovementTable, CatalogVersionTable } from "./catalog-tables.ts";
import type { Queryable } from "./store.ts";

/** A row of the catalog's versions. */
export type CatalogVersionRow = Selectable<CatalogVersionTable>;

/** A version to write into the catalog, with what it is found by. */
export interface NewCatalogVersion {
  row: Insertable<CatalogVersionTable>;
  tags: Readonly<Record<string, string>>;
  improvements: readonly Omit<
    Insertable<CatalogImprovementTable>,
    "model_key" | "version" | "position" | "created_at"
  >[];
}

const ROWS_A_STATEMENT = 500;

/** Writes a version in place of what the catalog had of it. */
export async function putCatalogVersion(db: Queryable, version: NewCatalogVersion): Promise<void> {
  const { row } = version;
  const { model_key: _, version: __, ...values } = row;
  await db
    .insertInto("catalog_versions")
    .values(row)
    .onConflict((conflict) => conflict.columns(["model_key", "version"]).doUpdateSet(values))
    .execute();
  await removeFinders(db, row.model_key, row.version);
  await insertFinders(db, [version]);
}

/** Inserts versions that the catalog does not have; those that it has stay as they are. */
export async function insertCatalogVersions(
  db: Queryable,
  versions: readonly NewCatalogVersion[],
): Promise<void> {
  for (let from = 0; from < versions.length; from += ROWS_A_STATEMENT) {
    const some = versions.slice(from, from + ROWS_A_STATEMENT);
    const inserted = await db
      .insertInto("catalog_versions")
      .values(some.map(({ row }) => row))
      .onConflict((conflict) => conflict.columns(["model_key", "version"]).doNothing())
      .returning(["model_key", "version"])
      .execute();
    const keys = new Set(inserted.map((row) => `${row.model_key}/${row.version}`));
    await insertFinders(
      db,
      some.filter(({ row }) => keys.has(`${row.model_key}/${row.version}`)),
    );
  }
}

async function insertFinders(db: Queryable, versions: readonly NewCatalogVersion[]): Promise<void> {
  const tags = versions.flatMap(({ row, tags }) =>
    Object.entries(tags).map(([key, value]) => ({
      model_key: row.model_key,
      version: row.version,
      key,
      value_hash: hashOfValue(value),
      created_at: row.created_at,
    })),
  );
  const improvements = versions.flatMap(({ row, improvements }) =>
    improvements.map((improvement, position) => ({
      ...improvement,
      model_key: row.model_key,
      version: row.version,
      position,
      created_at: row.created_at,
    })),
  );
  for (let from = 0; from < tags.length; from += ROWS_A_STATEMENT) {
    const some = tags.slice(from, from + ROWS_A_STATEMENT);
    await db.insertInto("catalog_version_tags").values(some).execute();
  }
  for (let from = 0; from < improvements.length; from += ROWS_A_STATEMENT) {
    const some = improvements.slice(from, from + ROWS_A_STATEMENT);
    await db.insertInto("catalog_improvements").values(some).execute();
  }
}

async function removeFinders(db: Queryable, modelKey: string, version: number): Promise<void> {
  for (const table of ["catalog_version_tags", "catalog_improvements"] as const) {
    await db
      .deleteFrom(table)
      .where("model_key", "=", modelKey)
      .where("version", "=", version)
      .execute();
  }
}

/** Finds a version, also one that was deleted. */
export function findCatalogVersion(
  db: Queryable,
  modelKey: string,
  version: number,
): Promise<CatalogVersionRow | undefined> {
  return db
    .selectFrom("catalog_versions")
    .selectAll()
    .where("model_key", "=", modelKey)
    .where("version", "=", version)
    .executeTakeFirst();
}

/** Finds a version that is there by the name of its registered model. */
export function findVersionByName(
  db: Queryable,
  name: string,
  version: number,
): Promise<CatalogVersionRow | undefined> {
  return db
    .selectFrom("catalog_models")
    .innerJoin("catalog_versions", "catalog_versions.model_key", "catalog_models.model_key")
    .selectAll("catalog_versions")
    .where("catalog_models.name", "=", name)
    .where("version", "=", version)
    .where("catalog_versions.deleted_at", "is", null)
    .executeTakeFirst();
}

/** What tells whether a version is as it was written down. */
export type VersionMark = Pick<CatalogVersionRow, "version" | "deleted_at" | "seen_hash">;

/** Finds the marks of a registered model's versions between two numbers, both included. */
export function findVersionMarks(
  db: Queryable,
  modelKey: string,
  from: number,
  to: number,
): Promise<VersionMark[]> {
  return db
    .selectFrom("catalog_versions")
    .select(["version", "deleted_at", "seen_hash"])
    .where("model_key", "=", modelKey)
    .where("version", ">=", from)
    .where("version", "<=", to)
    .execute();
}

/** Finds the next versions of a registered model after a number that are not deleted. */
export function findLiveVersionsAfter(
  db: Queryable,
  modelKey: string,
  after: number,
  limit: number,
): Promise<CatalogVersionRow[]> {
  return db
    .selectFrom("catalog_versions")
    .selectAll()
    .where("model_key", "=", modelKey)
    .where("deleted_at", "is", null)
    .where("version", ">", after)
    .orderBy("version")
    .limit(limit)
    .execute();
}

/** Finds the versions of a registered model with the highest numbers that are not deleted. */
export function findNewestLiveVersions(
  db: Queryable,
  modelKey: string,
  limit: number,
): Promise<CatalogVersionRow[]> {
  return db
    .selectFrom("catalog_versions")
    .selectAll()
    .where("model_key", "=", modelKey)
    .where("deleted_at", "is", null)
    .orderBy("version", "desc")
    .limit(limit)
    .execute();
}

/** Finds all versions that a uuid was registered as, the newest first; deleted ones too. */
export function findCatalogVersionsByUuid(
  db: Queryable,
  modelUuid: string,
): Promise<(CatalogVersionRow & { name: string | null })[]> {
  return db
    .selectFrom("catalog_versions")
    .innerJoin("catalog_models", "catalog_models.model_key", "catalog_versions.model_key")
    .selectAll("catalog_versions")
    .select("catalog_models.name")
    .where("model_uuid", "=", modelUuid)
    .orderBy("catalog_versions.created_at", "desc")
    .orderBy("version", "desc")
    .execute();
}

/** Tells when a version was deleted that had this name last; undefined where none is known. */
export async function findDeletionTime(
  db: Queryable,
  lastName: string,
  version: number,
): Promise<number | undefined> {
  const row = await db
    .selectFrom("catalog_models")
    .innerJoin("catalog_versions", "catalog_versions.model_key", "catalog_models.model_key")
    .select("catalog_versions.deleted_at")
    .where("catalog_models.last_name", "=", lastName)
    .where("version", "=", version)
    .where("catalog_versions.deleted_at", "is not", null)
    .orderBy("catalog_versions.deleted_at", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.deleted_at ?? undefined;
}

/** Marks a version as deleted; it is not found by its tags and improvements any more. */
export async function markVersionDeleted(
  db: Queryable,
  modelKey: string,
  version: number,
  deletedAt: number,
): Promise<void> {
  await db
    .updateTable("catalog_versions")
    .set({ deleted_at: deletedAt, unread: 0 })
    .where("model_key", "=", modelKey)
    .where("version", "=", version)
    .execute();
  await removeFinders(db, modelKey, version);
}

/** Writes what a version is answered with, where nothing that it is found by has changed. */
export async function putVersionAnswer(
  db: Queryable,
  modelKey: string,
  version: number,
  answer: Pick<CatalogVersionRow, "registration" | "etag">,
): Promise<void> {
  await db
    .updateTable("catalog_versions")
    .set(answer)
    .where("model_key", "=", modelKey)
    .where("version", "=", version)
    .execute();
}

/** Finds versions whose models are still to be read, and may be read now. */
export function findUnreadVersions(
  db: Queryable,
  now: number,
  limit: number,
): Promise<{ name: string; version: number }[]> {
  return db
    .selectFrom("catalog_versions")
    .innerJoin("catalog_models", "catalog_models.model_key", "catalog_versions.model_key")
    .select(["catalog_models.name", "version"])
    .where("unread", "=", 1)
    .where("read_after", "<=", now)
    .where("catalog_models.name", "is not", null)
    .orderBy("read_after")
    .limit(limit)
    .$narrowType<{ name: string }>()
    .execute();
}

/**
 * Tells whether models of MLflow 2, whose uuids only their files tell, were not all read yet; those
 * apart whose files MLflow could not give.
 */
export async function hasUnknownUuids(db: Queryable): Promise<boolean> {
  const row = await db
    .selectFrom("catalog_versions")
    .select("version")
    .where("unread", "=", 1)
    .where("read_after", "=", 0)
    .where("model_uuid", "is", null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
