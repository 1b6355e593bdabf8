import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";
import type { Engine } from "./engine.ts";

/** Makes the tables of what MLflow has. */
export function catalog({ bytesType, nameType }: Engine): Migration {
  return {
    async up(db: Kysely<unknown>) {
      await state(db);

      await db.schema
        .createTable("catalog_models")
        .addColumn("model_key", "text", (c) => c.primaryKey())
        .addColumn("name", nameType, (c) => c.unique())
        .addColumn("last_name", "text", (c) => c.notNull())
        .addColumn("created_at", "bigint")
        .addColumn("updated_at", "bigint")
        .addColumn("deleted_at", "bigint")
        .addColumn("description", "text")
        .addColumn("tags", "text", (c) => c.notNull())
        .addColumn("seen_in", "bigint", (c) => c.notNull())
        .execute();
      await index(db, "catalog_models", "created_at, model_key");
      await index(db, "catalog_models", "last_name");

      await db.schema
        .createTable("catalog_model_tags")
        .addColumn("model_key", "text", (c) => c.notNull())
        .addColumn("key", "text", (c) => c.notNull())
        .addColumn("value_hash", "text", (c) => c.notNull())
        .addPrimaryKeyConstraint("catalog_model_tags_key", ["model_key", "key"])
        .execute();
      await index(db, "catalog_model_tags", "key, value_hash");

      await db.schema
        .createTable("catalog_aliases")
        .addColumn("model_key", "text", (c) => c.notNull())
        .addColumn("alias", "text", (c) => c.notNull())
        .addColumn("version", "integer", (c) => c.notNull())
        .addPrimaryKeyConstraint("catalog_aliases_key", ["model_key", "alias"])
        .execute();
      await index(db, "catalog_aliases", "alias");
      await index(db, "catalog_aliases", "model_key, version");

      await db.schema
        .createTable("catalog_versions")
        .addColumn("model_key", "text", (c) => c.notNull())
        .addColumn("version", "integer", (c) => c.notNull())
        .addColumn("created_at", "bigint", (c) => c.notNull())
        .addColumn("updated_at", "bigint")
        .addColumn("deleted_at", "bigint")
        .addColumn("model_uuid", "text")
        .addColumn("model_type", "text")
        .addColumn("is_baseline", "integer")
        .addColumn("contributor_kind", "integer")
        .addColumn("contributor_id", "text")
        .addColumn("baseline_id", "text")
        .addColumn("baseline_uuid", "text")
        .addColumn("unread", "integer", (c) => c.notNull())
        .addColumn("read_after", "bigint", (c) => c.notNull())
        .addColumn("read_error", "text")
        .addColumn("seen_hash", "text", (c) => c.notNull())
        .addColumn("confirmed_at", "bigint", (c) => c.notNull())
        .addColumn("registration", bytesType, (c) => c.notNull())
        .addColumn("etag", "text", (c) => c.notNull())
        .addPrimaryKeyConstraint("catalog_versions_key", ["model_key", "version"])
        .execute();
      await index(db, "catalog_versions", "model_uuid, created_at, version");
      await index(db, "catalog_versions", "baseline_uuid");
      await index(db, "catalog_versions", "baseline_id");
      // Each list in the order of its pages, so that a page costs the same however many there are.
      const order = "created_at, model_key, version";
      const live = "where deleted_at is null";
      await index(db, "catalog_versions", order, live);
      await index(db, "catalog_versions", `model_type, ${order}`, live);
      await index(db, "catalog_versions", `is_baseline, ${order}`, live);
      await index(db, "catalog_versions", `contributor_id, ${order}`, live);
      await index(db, "catalog_versions", "model_key, created_at, version", live);
      await index(db, "catalog_versions", "model_key, version", live);
      await index(db, "catalog_versions", "read_after", "where unread = 1");

      await db.schema
        .createTable("catalog_version_tags")
        .addColumn("model_key", "text", (c) => c.notNull())
        .addColumn("version", "integer", (c) => c.notNull())
        .addColumn("key", "text", (c) => c.notNull())
        .addColumn("value_hash", "text", (c) => c.notNull())
        .addColumn("created_at", "bigint", (c) => c.notNull())
        .addPrimaryKeyConstraint("catalog_version_tags_key", ["model_key", "version", "key"])
        .execute();
      await index(db, "catalog_version_tags", "key, value_hash, created_at, model_key, version");

      await db.schema
        .createTable("catalog_improvements")
        .addColumn("model_key", "text", (c) => c.notNull())
        .addColumn("version", "integer", (c) => c.notNull())
        .addColumn("position", "integer", (c) => c.notNull())
        .addColumn("contributor_kind", "integer", (c) => c.notNull())
        .addColumn("contributor_id", nameType, (c) => c.notNull())
        .addColumn("metric", nameType, (c) => c.notNull())
        .addColumn("direction", "integer", (c) => c.notNull())
        .addColumn("unit", nameType, (c) => c.notNull())
        .addColumn("absolute_change", "double precision")
        .addColumn("created_at", "bigint", (c) => c.notNull())
        .addPrimaryKeyConstraint("catalog_improvements_key", ["model_key", "version", "position"])
        .execute();
      // With all that is summed up, so that a sum reads nothing else.
      const by = "contributor_id, contributor_kind";
      const sum = "direction, unit, absolute_change, created_at";
      await index(db, "catalog_improvements", `${by}, metric, ${sum}`);
      await index(db, "catalog_improvements", `metric, ${by}, ${sum}`);

      await db.schema
        .createTable("model_locks")
        .addColumn("model_name", "text", (c) => c.primaryKey())
        .addColumn("token", "text", (c) => c.notNull())
        .addColumn("lease_until", "bigint", (c) => c.notNull())
        .execute();
    },
  };
}

async function state(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("catalog_state")
    .addColumn("id", "integer", (c) => c.primaryKey())
    .addColumn("sweep", "bigint", (c) => c.notNull())
    .addColumn("sweep_started_at", "bigint")
    .addColumn("phase", "text", (c) => c.notNull())
    .addColumn("position", "text")
    .addColumn("first_sight_at", "bigint")
    .addColumn("mlflow_made_at", "bigint")
    .addColumn("as_of", "bigint")
    .addColumn("looked_until", "bigint", (c) => c.notNull())
    .addColumn("wanted_at", "bigint", (c) => c.notNull())
    .addColumn("last_error", "text")
    .addColumn("failed_at", "bigint")
    .addColumn("lease_token", "integer", (c) => c.notNull())
    .addColumn("lease_until", "bigint", (c) => c.notNull())
    .execute();
  await sql`insert into catalog_state
    (id, sweep, phase, looked_until, wanted_at, lease_token, lease_until)
    values (1, 0, 'VERSIONS', 0, 0, 0, 0)`.execute(db);
}

async function index(
  db: Kysely<unknown>,
  table: string,
  columns: string,
  where = "",
): Promise<void> {
  // PostgreSQL cuts names after 63 bytes.
  const by = columns
    .replace("created_at, model_key, version", "time")
    .replace("contributor_id, contributor_kind", "contributor")
    .replace("direction, unit, absolute_change, created_at", "sum")
    .replaceAll(", ", "_");
  const name = `${table}_by_${by}`;
  await sql.raw(`create index ${name} on ${table} (${columns}) ${where}`).execute(db);
}
