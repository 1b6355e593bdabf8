import { type ColumnDataType, type Kysely, type RawBuilder, sql } from "kysely";
import type { Migration } from "kysely/migration";
import { apiKeys } from "./api-key-migration.ts";
import { catalog } from "./catalog-migration.ts";
import type { Engine } from "./engine.ts";
import { eventLog } from "./event-migration.ts";

/** Lists the migrations of an engine by name; they run in the order of their names, once each. */
export function migrationsOf(engine: Engine): Record<string, Migration> {
  return {
    "0001-registrations-events-deliveries": first(engine.bytesType),
    "0002-uploads": uploads(engine.bytesType),
    "0003-open-runs": openRuns,
    "0004-signature-bundles": signatureBundles,
    "0005-discarded-registrations": discardedRegistrations,
    "0006-catalog": catalog(engine),
    "0007-event-log": eventLog,
    "0008-api-keys": apiKeys,
    "0009-upload-owners": uploadOwners,
  };
}

function first(bytes: ColumnDataType | RawBuilder<unknown>): Migration {
  return {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable("registrations")
        .addColumn("registration_id", "text", (c) => c.primaryKey())
        .addColumn("request_id", "text", (c) => c.unique())
        .addColumn("fingerprint", "text", (c) => c.notNull())
        .addColumn("state", "text", (c) => c.notNull())
        .addColumn("plan", "text", (c) => c.notNull())
        .addColumn("created_at", "bigint", (c) => c.notNull())
        .addColumn("completed_at", "bigint")
        .addColumn("lease_token", "integer", (c) => c.notNull())
        .addColumn("lease_until", "bigint", (c) => c.notNull())
        .addColumn("recoveries", "integer", (c) => c.notNull())
        .addColumn("last_error", "text")
        .addColumn("model_name", "text")
        .addColumn("version", "text")
        .addColumn("model_uuid", "text")
        .addColumn("registration", bytes)
        .execute();
      // Partial, so that the queue of the few pending ones does not grow with history.
      await sql`create index registrations_pending on registrations (lease_until) where state = 'PENDING'`.execute(
        db,
      );
      await sql`create index registrations_taken_over on registrations (completed_at) where lease_token > 1`.execute(
        db,
      );
      await index(db, "registrations", ["model_uuid", "completed_at"]);
      await index(db, "registrations", ["model_name", "version"]);

      await db.schema
        .createTable("model_sequences")
        .addColumn("model_name", "text", (c) => c.primaryKey())
        .addColumn("last_sequence", "integer", (c) => c.notNull())
        .execute();

      await db.schema
        .createTable("events")
        .addColumn("event_id", "text", (c) => c.primaryKey())
        .addColumn("model_name", "text", (c) => c.notNull())
        .addColumn("sequence", "integer", (c) => c.notNull())
        .addColumn("type", "text", (c) => c.notNull())
        .addColumn("created_at", "bigint", (c) => c.notNull())
        .addColumn("event", bytes, (c) => c.notNull())
        .addUniqueConstraint("events_model_sequence", ["model_name", "sequence"])
        .execute();

      await db.schema
        .createTable("event_bodies")
        .addColumn("event_id", "text", (c) => c.notNull().references("events.event_id"))
        .addColumn("format", "text", (c) => c.notNull())
        .addColumn("content_type", "text", (c) => c.notNull())
        .addColumn("body", bytes, (c) => c.notNull())
        .addPrimaryKeyConstraint("event_bodies_key", ["event_id", "format"])
        .execute();

      await db.schema
        .createTable("endpoints")
        .addColumn("endpoint_id", "text", (c) => c.primaryKey())
        .addColumn("request_id", "text", (c) => c.unique())
        .addColumn("fingerprint", "text", (c) => c.notNull())
        .addColumn("url", "text", (c) => c.notNull())
        .addColumn("format", "text", (c) => c.notNull())
        .addColumn("description", "text")
        .addColumn("state", "text", (c) => c.notNull())
        .addColumn("disabled_reason", "text")
        .addColumn("secret", "text", (c) => c.notNull())
        .addColumn("created_at", "bigint", (c) => c.notNull())
        .execute();
      await index(db, "endpoints", ["created_at", "endpoint_id"]);

      await db.schema
        .createTable("deliveries")
        .addColumn("delivery_id", "text", (c) => c.primaryKey())
        .addColumn("event_id", "text", (c) => c.notNull().references("events.event_id"))
        .addColumn("endpoint_id", "text", (c) =>
          c.notNull().references("endpoints.endpoint_id").onDelete("cascade"),
        )
        .addColumn("model_name", "text", (c) => c.notNull())
        .addColumn("state", "text", (c) => c.notNull())
        .addColumn("attempt_count", "integer", (c) => c.notNull())
        .addColumn("next_attempt_at", "bigint", (c) => c.notNull())
        .addColumn("lease_token", "integer", (c) => c.notNull())
        .addColumn("lease_until", "bigint", (c) => c.notNull())
        .addColumn("created_at", "bigint", (c) => c.notNull())
        .addColumn("completed_at", "bigint")
        .addUniqueConstraint("deliveries_event_endpoint", ["event_id", "endpoint_id"])
        .execute();
      await sql`create index deliveries_pending on deliveries (next_attempt_at) where state = 'PENDING'`.execute(
        db,
      );
      await index(db, "deliveries", ["created_at", "delivery_id"]);
      await index(db, "deliveries", ["endpoint_id", "created_at", "delivery_id"]);

      await db.schema
        .createTable("attempts")
        .addColumn("delivery_id", "text", (c) =>
          c.notNull().references("deliveries.delivery_id").onDelete("cascade"),
        )
        .addColumn("number", "integer", (c) => c.notNull())
        .addColumn("started_at", "bigint", (c) => c.notNull())
        .addColumn("latency_ms", "integer", (c) => c.notNull())
        .addColumn("status", "integer")
        .addColumn("error", "text")
        .addColumn("response_excerpt", "text", (c) => c.notNull())
        .addPrimaryKeyConstraint("attempts_key", ["delivery_id", "number"])
        .execute();
    },
  };
}

function uploads(bytes: ColumnDataType | RawBuilder<unknown>): Migration {
  return {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable("uploads")
        .addColumn("upload_id", "text", (c) => c.primaryKey())
        .addColumn("registration_id", "text", (c) => c.notNull().unique())
        .addColumn("state", "text", (c) => c.notNull())
        .addColumn("name", "text", (c) => c.notNull())
        .addColumn("experiment_id", "text", (c) => c.notNull())
        .addColumn("run_id", "text")
        .addColumn("own_run", "integer", (c) => c.notNull())
        .addColumn("model_id", "text")
        .addColumn("artifact_uri", "text")
        .addColumn("mlmodel", bytes)
        .addColumn("created_at", "bigint", (c) => c.notNull())
        .addColumn("expires_at", "bigint", (c) => c.notNull())
        .addColumn("lease_until", "bigint", (c) => c.notNull())
        .execute();
      await sql`create index uploads_expiring on uploads (expires_at) where state in ('OPEN', 'DELETING')`.execute(
        db,
      );

      await db.schema
        .createTable("upload_files")
        .addColumn("upload_id", "text", (c) =>
          c.notNull().references("uploads.upload_id").onDelete("cascade"),
        )
        .addColumn("path", "text", (c) => c.notNull())
        .addColumn("size_bytes", "bigint", (c) => c.notNull())
        .addColumn("sha256", "text", (c) => c.notNull())
        .addColumn("stored_bytes", "bigint", (c) => c.notNull())
        .addColumn("complete", "integer", (c) => c.notNull())
        .addColumn("multipart", "text")
        .addPrimaryKeyConstraint("upload_files_key", ["upload_id", "path"])
        .execute();
    },
  };
}

const uploadOwners: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable("uploads").addColumn("owner", "text").execute();
  },
};

const openRuns: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable("registrations").addColumn("open_run", "text").execute();
    await sql`create index registrations_open_runs on registrations (lease_until) where open_run is not null`.execute(
      db,
    );
  },
};

const signatureBundles: Migration = {
  async up(db: Kysely<unknown>) {
    // A table of its own: what works on registrations reads and writes their rows often.
    await db.schema
      .createTable("signature_bundles")
      .addColumn("registration_id", "text", (c) =>
        c.primaryKey().references("registrations.registration_id").onDelete("cascade"),
      )
      .addColumn("bundle", "text", (c) => c.notNull())
      .execute();
  },
};

const discardedRegistrations: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable("discarded_registrations")
      .addColumn("registration_id", "text", (c) => c.primaryKey())
      .addColumn("plan", "text", (c) => c.notNull())
      .addColumn("discarded_at", "bigint", (c) => c.notNull())
      .execute();
  },
};

async function index(db: Kysely<unknown>, table: string, columns: string[]): Promise<void> {
  await db.schema
    .createIndex(`${table}_by_${columns.join("_")}`)
    .on(table)
    .columns(columns)
    .execute();
}
