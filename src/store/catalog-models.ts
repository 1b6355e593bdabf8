import { createHash, randomBytes } from "node:crypto";
import type { Selectable } from "kysely";
import type { CatalogModelTable, CatalogVersionTable } from "./catalog-tables.ts";
import type { Queryable } from "./store.ts";

/** A row of the catalog's registered models. */
export type CatalogModelRow = Selectable<CatalogModelTable>;

/** A registered model as MLflow has it. */
export interface SeenModel {
  name: string;
  createdAt: number;
  updatedAt: number | undefined;
  description: string | undefined;
  tags: Readonly<Record<string, string>>;
  /** Version numbers by alias. */
  aliases: Readonly<Record<string, number>>;
}

/** Far below what a statement may have parameters. */
const ROWS_A_STATEMENT = 500;

/** Hashes a tag's value for a search: a value can be too long for an index. */
export function hashOfValue(value: string): string {
  return createHash("sha256").update(value).digest("base64url");
}

/** Finds a registered model that is there, by its name. */
export function findCatalogModel(
  db: Queryable,
  name: string,
): Promise<CatalogModelRow | undefined> {
  return db.selectFrom("catalog_models").selectAll().where("name", "=", name).executeTakeFirst();
}

/** Finds registered models that are there, by their names. */
export async function findCatalogModels(
  db: Queryable,
  names: readonly string[],
): Promise<Map<string, CatalogModelRow>> {
  if (names.length === 0) return new Map();
  const rows = await db
    .selectFrom("catalog_models")
    .selectAll()
    .where("name", "in", [...names])
    .execute();
  return new Map(rows.map((row) => [row.name ?? "", row]));
}

/**
 * Finds registered models that are not known to be deleted and were created at a time, or of which
 * that time is not known yet.
 */
export function findCatalogModelsCreatedAt(
  db: Queryable,
  createdAt: number,
): Promise<CatalogModelRow[]> {
  return db
    .selectFrom("catalog_models")
    .selectAll()
    .where((e) => e.or([e("created_at", "=", createdAt), e("created_at", "is", null)]))
    .where("deleted_at", "is", null)
    .execute();
}

/** A version of a registered model, and when it was created. */
export type VersionTime = Pick<
  Selectable<CatalogVersionTable>,
  "model_key" | "version" | "created_at"
>;

/**
 * Finds the versions with the highest numbers, so many of each, of the registered models that
 * {@link findCatalogModelsCreatedAt} finds.
 */
export function findNewestVersionsCreatedAt(
  db: Queryable,
  createdAt: number,
  count: number,
): Promise<VersionTime[]> {
  return (
    db
      .selectFrom("catalog_models as m")
      .innerJoin("catalog_versions as v", "v.model_key", "m.model_key")
      .select(["v.model_key", "v.version", "v.created_at"])
      .where((e) => e.or([e("m.created_at", "=", createdAt), e("m.created_at", "is", null)]))
      .where("m.deleted_at", "is", null)
      .where("v.deleted_at", "is", null)
      // No window: SQLite would sort all versions of all of them.
      .where("v.version", ">=", (e) => {
        const last = e
          .selectFrom("catalog_versions as n")
          .select("n.version")
          .whereRef("n.model_key", "=", "m.model_key")
          .where("n.deleted_at", "is", null)
          .orderBy("n.version", "desc")
          .limit(1)
          .offset(count - 1);
        return e.fn.coalesce(last, e.lit(0));
      })
      .execute()
  );
}

/** Finds names of registered models that were registered, and not seen in MLflow yet. */
export async function findNamesNotSeenYet(db: Queryable, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom("catalog_models")
    .select("name")
    .where("created_at", "is", null)
    .where("deleted_at", "is", null)
    .where("name", "is not", null)
    .limit(limit)
    .$narrowType<{ name: string }>()
    .execute();
  return rows.map(({ name }) => name);
}

/**
 * Gives the key of the registered model of a name, which is made where it is not there.
 * @param createdAt when MLflow made it, where that is known
 */
export async function ensureCatalogModel(
  db: Queryable,
  name: string,
  createdAt?: number,
): Promise<string> {
  const known = await findCatalogModel(db, name);
  if (known) return known.model_key;
  await db
    .insertInto("catalog_models")
    .values({
      model_key: randomBytes(12).toString("hex"),
      name,
      last_name: name,
      created_at: createdAt ?? null,
      updated_at: null,
      deleted_at: null,
      description: null,
      tags: "{}",
      seen_in: 0,
    })
    .onConflict((conflict) => conflict.column("name").doNothing())
    .execute();
  const { model_key } = await db
    .selectFrom("catalog_models")
    .select("model_key")
    .where("name", "=", name)
    .executeTakeFirstOrThrow();
  return model_key;
}

/** Writes what MLflow says of a registered model, its aliases apart. */
export async function putCatalogModel(
  db: Queryable,
  modelKey: string,
  seen: SeenModel,
): Promise<void> {
  await db
    .updateTable("catalog_models")
    .set({
      created_at: seen.createdAt,
      updated_at: seen.updatedAt ?? null,
      description: seen.description ?? null,
      tags: JSON.stringify(seen.tags),
    })
    .where("model_key", "=", modelKey)
    .execute();
  await db.deleteFrom("catalog_model_tags").where("model_key", "=", modelKey).execute();
  const tags = Object.entries(seen.tags).map(([key, value]) => ({
    model_key: modelKey,
    key,
    value_hash: hashOfValue(value),
  }));
  for (let from = 0; from < tags.length; from += ROWS_A_STATEMENT) {
    const some = tags.slice(from, from + ROWS_A_STATEMENT);
    await db.insertInto("catalog_model_tags").values(some).execute();
  }
}

/** Gives a registered model another name; null where it has none that is known. */
export async function renameCatalogModel(
  db: Queryable,
  modelKey: string,
  name: string | null,
): Promise<void> {
  await db
    .updateTable("catalog_models")
    .set({ name, ...(name !== null && { last_name: name }) })
    .where("model_key", "=", modelKey)
    .execute();
}

/** Notes that a registered model was deleted. */
export async function markModelDeleted(
  db: Queryable,
  modelKey: string,
  deletedAt: number,
): Promise<void> {
  await db.deleteFrom("catalog_aliases").where("model_key", "=", modelKey).execute();
  await db.deleteFrom("catalog_model_tags").where("model_key", "=", modelKey).execute();
  await db
    .updateTable("catalog_models")
    .set({ name: null, deleted_at: deletedAt })
    .where("model_key", "=", modelKey)
    .execute();
}

/** Notes that a sweep saw registered models. */
export async function markModelsSeen(
  db: Queryable,
  names: readonly string[],
  sweep: number,
): Promise<void> {
  if (names.length === 0) return;
  await db
    .updateTable("catalog_models")
    .set({ seen_in: sweep })
    .where("name", "in", [...names])
    .execute();
}

/**
 * Finds the next registered models by key that a sweep did not see, or whose name is not known, and
 * that are not known to be deleted.
 */
export function findModelsNotSeen(
  db: Queryable,
  sweep: number,
  after: string,
  limit: number,
): Promise<CatalogModelRow[]> {
  return db
    .selectFrom("catalog_models")
    .selectAll()
    .where("deleted_at", "is", null)
    .where("model_key", ">", after)
    .where((e) => e.or([e("seen_in", "<", sweep), e("name", "is", null)]))
    .orderBy("model_key")
    .limit(limit)
    .execute();
}

/** Gives the version numbers of a registered model's aliases, dangling ones too. */
export async function findAliases(
  db: Queryable,
  modelKey: string,
): Promise<Record<string, number>> {
  const rows = await db
    .selectFrom("catalog_aliases")
    .select(["alias", "version"])
    .where("model_key", "=", modelKey)
    .execute();
  return Object.fromEntries(rows.map(({ alias, version }) => [alias, version]));
}

/** Gives the version numbers of the aliases of several registered models, by their keys. */
export async function findAliasesOfModels(
  db: Queryable,
  modelKeys: readonly string[],
): Promise<Map<string, Record<string, number>>> {
  const found = new Map<string, Record<string, number>>();
  if (modelKeys.length === 0) return found;
  const rows = await db
    .selectFrom("catalog_aliases")
    .selectAll()
    .where("model_key", "in", [...modelKeys])
    .execute();
  for (const { model_key, alias, version } of rows) {
    found.set(model_key, { ...found.get(model_key), [alias]: version });
  }
  return found;
}

/** Points an alias to a version. */
export async function putAlias(
  db: Queryable,
  modelKey: string,
  alias: string,
  version: number,
): Promise<void> {
  await db
    .insertInto("catalog_aliases")
    .values({ model_key: modelKey, alias, version })
    .onConflict((conflict) => conflict.columns(["model_key", "alias"]).doUpdateSet({ version }))
    .execute();
}

/** Deletes an alias. */
export async function deleteAlias(db: Queryable, modelKey: string, alias: string): Promise<void> {
  await db
    .deleteFrom("catalog_aliases")
    .where("model_key", "=", modelKey)
    .where("alias", "=", alias)
    .execute();
}
