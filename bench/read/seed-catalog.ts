import { createHash } from "node:crypto";
import { sql } from "kysely";
import { catalogVersion, hashOfVersion } from "../../src/catalog/record.ts";
import type { CatalogModelTable } from "../../src/store/catalog-tables.ts";
import { insertCatalogVersions, type NewCatalogVersion } from "../../src/store/catalog-versions.ts";
import type { Store } from "../../src/store/store.ts";
import { registrationOf } from "./registration.ts";
import { VERSIONS_PER_MODEL, versionAt } from "./versions.ts";

/** Versions a transaction. */
const BATCH = 1000;

/**
 * Writes versions `from` to `until` into databases of Modelwire as it would write them itself, and
 * marks their catalogs as complete as of now.
 */
export async function seedCatalogs(
  stores: readonly Store[],
  from: number,
  until: number,
): Promise<void> {
  let next = from;
  const seedNext = async () => {
    while (next < until) {
      const start = next;
      next = Math.min(start + BATCH, until);
      const rows = rowsOf(start, next);
      await Promise.all(stores.map((store) => insert(store, rows)));
    }
  };
  // One makes rows while the other waits for a database.
  await Promise.all([seedNext(), seedNext()]);
  const now = Date.now();
  for (const { db } of stores) {
    await db
      .updateTable("catalog_state")
      .set({ sweep: 1, first_sight_at: 0, as_of: now, looked_until: now })
      .execute();
    // What a database does by itself after a while.
    await sql`analyze`.execute(db);
  }
}

interface Rows {
  models: CatalogModelTable[];
  versions: NewCatalogVersion[];
}

function rowsOf(from: number, until: number): Rows {
  const models: CatalogModelTable[] = [];
  const versions: NewCatalogVersion[] = [];
  for (let i = from; i < until; i++) {
    const version = versionAt(i);
    const { name, creation_timestamp: createdAt } = version;
    // As random as those that Modelwire gives.
    const modelKey = createHash("md5").update(name).digest("hex").slice(0, 24);
    if (i % VERSIONS_PER_MODEL === 0) models.push(modelRow(modelKey, name, createdAt));
    versions.push(
      catalogVersion(modelKey, {
        registration: registrationOf(version),
        modelUuid: undefined,
        unread: false,
        seenHash: hashOfVersion(version),
        confirmedAt: createdAt,
      }),
    );
  }
  return { models, versions };
}

async function insert(store: Store, { models, versions }: Rows): Promise<void> {
  await store.transaction(async (tx) => {
    if (models.length > 0) await tx.insertInto("catalog_models").values(models).execute();
    await insertCatalogVersions(tx, versions);
  });
}

function modelRow(modelKey: string, name: string, createdAt: number): CatalogModelTable {
  return {
    model_key: modelKey,
    name,
    last_name: name,
    created_at: createdAt,
    updated_at: createdAt,
    deleted_at: null,
    description: null,
    tags: "{}",
    seen_in: 1,
  };
}
