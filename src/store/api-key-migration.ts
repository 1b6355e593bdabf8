import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** Keeps API keys: of the keys themselves no more than their digests. */
export const apiKeys: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable("api_keys")
      .addColumn("api_key_id", "text", (c) => c.primaryKey())
      .addColumn("request_id", "text", (c) => c.unique())
      .addColumn("display_name", "text", (c) => c.notNull())
      .addColumn("scope", "integer", (c) => c.notNull())
      .addColumn("model_prefixes", "text", (c) => c.notNull())
      .addColumn("created_at", "bigint", (c) => c.notNull())
      .addColumn("created_by", "text")
      .addColumn("expires_at", "bigint")
      .addColumn("revoked_at", "bigint")
      .addColumn("last_used_at", "bigint")
      .addColumn("digest", "text", (c) => c.notNull())
      .addColumn("previous_digest", "text")
      .addColumn("previous_until", "bigint")
      .execute();
    await db.schema
      .createIndex("api_keys_by_created_at")
      .on("api_keys")
      .columns(["created_at", "api_key_id"])
      .execute();
  },
};
