import type { Selectable, Updateable } from "kysely";
import type { CatalogStateTable } from "./catalog-tables.ts";
import type { Queryable } from "./store.ts";

/** How far the catalog knows what MLflow has. */
export type CatalogStateRow = Selectable<CatalogStateTable>;

/** Reads how far the catalog knows what MLflow has. */
export function readCatalogState(db: Queryable): Promise<CatalogStateRow> {
  return db.selectFrom("catalog_state").selectAll().where("id", "=", 1).executeTakeFirstOrThrow();
}

/**
 * Makes this process the one that looks at MLflow; undefined where another one is. Its state is
 * that of the one before, whose work it goes on with.
 */
export function claimCatalog(
  db: Queryable,
  now: number,
  leaseUntil: number,
): Promise<CatalogStateRow | undefined> {
  return db
    .updateTable("catalog_state")
    .set((e) => ({ lease_token: e("lease_token", "+", 1), lease_until: leaseUntil }))
    .where("id", "=", 1)
    .where("lease_until", "<=", now)
    .returningAll()
    .executeTakeFirst();
}

/** Changes the state; undefined where another process has become the one that does. */
export function changeCatalogState(
  db: Queryable,
  leaseToken: number,
  change: Updateable<Omit<CatalogStateTable, "id" | "lease_token">>,
): Promise<CatalogStateRow | undefined> {
  return db
    .updateTable("catalog_state")
    .set(change)
    .where("id", "=", 1)
    .where("lease_token", "=", leaseToken)
    .returningAll()
    .executeTakeFirst();
}

/** Asks for a sweep that begins from now on, of whichever process does that. */
export async function wantSweep(db: Queryable, now: number): Promise<void> {
  await db
    .updateTable("catalog_state")
    .set({ wanted_at: now })
    .where("id", "=", 1)
    .where("wanted_at", "<", now)
    .execute();
}

/** Counts what the catalog has. */
export async function countCatalog(
  db: Queryable,
): Promise<{ models: number; versions: number; unread: number }> {
  const [models, versions, unread] = await Promise.all([
    db
      .selectFrom("catalog_models")
      .select((e) => e.fn.countAll<number>().as("count"))
      .where("deleted_at", "is", null)
      .executeTakeFirstOrThrow(),
    db
      .selectFrom("catalog_versions")
      .select((e) => e.fn.countAll<number>().as("count"))
      .where("deleted_at", "is", null)
      .executeTakeFirstOrThrow(),
    db
      .selectFrom("catalog_versions")
      .select((e) => e.fn.countAll<number>().as("count"))
      .where("unread", "=", 1)
      .executeTakeFirstOrThrow(),
  ]);
  return { models: models.count, versions: versions.count, unread: unread.count };
}
