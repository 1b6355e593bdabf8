import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

/** Makes a log of the events, and lets endpoints be filtered, ordered, paused and rotated. */
export const eventLog: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable("event_log")
      .addColumn("id", "integer", (c) => c.primaryKey())
      .addColumn("log_id", "text", (c) => c.notNull())
      .addColumn("last_position", "bigint", (c) => c.notNull())
      .addColumn("last_log_time", "bigint", (c) => c.notNull())
      .addColumn("expired_position", "bigint", (c) => c.notNull())
      .execute();
    for (const column of ["position", "log_time"]) {
      await db.schema.alterTable("events").addColumn(column, "bigint").execute();
    }
    // In the order that `placeEvents` gives, all at once: there may be millions of them.
    await sql`update events set position = placed.position, log_time = placed.log_time
      from (
        select event_id, position, max(time) over (order by position) as log_time
        from (
          select event_id, time, row_number() over (order by time, model_name, sequence) as position
          from (
            select event_id, model_name, sequence,
              max(created_at) over (partition by model_name order by sequence) as time
            from events
          ) as timed
        ) as numbered
      ) as placed
      where events.event_id = placed.event_id`.execute(db);
    const logId = crypto.randomUUID();
    await sql`insert into event_log (id, log_id, last_position, last_log_time, expired_position)
      select 1, ${logId}, count(*), coalesce(max(log_time), 0), 0 from events`.execute(db);
    // Partial, so that an event has an entry in each only once, and so that PostgreSQL does not
    // take its place for a key, which those would wait for that refer to it.
    await sql`create unique index events_by_position on events (position) where position is not null`.execute(
      db,
    );
    await sql`create index events_by_model_position on events (model_name, position) where position is not null`.execute(
      db,
    );
    await sql`create index events_by_type_position on events (type, position) where position is not null`.execute(
      db,
    );
    await sql`create index events_by_log_time on events (log_time, position) where position is not null`.execute(
      db,
    );
    await sql`create index events_unplaced on events (model_name, sequence) where position is null`.execute(
      db,
    );
    await sql`create index events_by_created_at on events (created_at)`.execute(db);

    await db.schema
      .alterTable("event_bodies")
      .addColumn("headers", "text", (c) => c.notNull().defaultTo("{}"))
      .execute();

    for (const column of ["filter", "last_error"]) {
      await db.schema.alterTable("endpoints").addColumn(column, "text").execute();
    }
    for (const column of ["failing_since", "last_success_at", "last_failure_at"]) {
      await db.schema.alterTable("endpoints").addColumn(column, "bigint").execute();
    }
    for (const column of ["ordered", "consecutive_failures"]) {
      await db.schema
        .alterTable("endpoints")
        .addColumn(column, "integer", (c) => c.notNull().defaultTo(0))
        .execute();
    }
    await db.schema
      .alterTable("endpoints")
      .addColumn("previous_secrets", "text", (c) => c.notNull().defaultTo("[]"))
      .execute();
    // The one format that there was has one version.
    await db.schema
      .alterTable("endpoints")
      .addColumn("payload_version", "text", (c) => c.notNull().defaultTo("1"))
      .execute();

    await db.schema.alterTable("deliveries").addColumn("skipped_reason", "text").execute();
    await db.schema
      .alterTable("deliveries")
      .addColumn("type", "text", (c) => c.notNull().defaultTo(""))
      .execute();
    for (const column of ["sequence", "scheduled_count"]) {
      await db.schema
        .alterTable("deliveries")
        .addColumn(column, "integer", (c) => c.notNull().defaultTo(0))
        .execute();
    }
    await sql`update deliveries set scheduled_count = attempt_count,
      sequence = (select events.sequence from events where events.event_id = deliveries.event_id),
      type = (select events.type from events where events.event_id = deliveries.event_id)`.execute(
      db,
    );
    // Instead of one queue for all: an endpoint that waits with a million costs the others nothing.
    await sql`drop index deliveries_pending`.execute(db);
    await sql`create index deliveries_pending on deliveries (endpoint_id, next_attempt_at) where state = 'PENDING'`.execute(
      db,
    );
    await sql`create index deliveries_pending_in_order on deliveries (endpoint_id, model_name, sequence) where state = 'PENDING'`.execute(
      db,
    );
    // What the health of an endpoint counts, and what is recovered.
    await sql`create index deliveries_waiting on deliveries (endpoint_id, created_at) where state = 'PENDING'`.execute(
      db,
    );
    await sql`create index deliveries_failed on deliveries (endpoint_id, created_at, delivery_id) where state = 'FAILED'`.execute(
      db,
    );
    await sql`create index deliveries_by_model on deliveries (model_name, created_at, delivery_id)`.execute(
      db,
    );

    await db.schema
      .alterTable("attempts")
      .addColumn("server_fault", "integer", (c) => c.notNull().defaultTo(0))
      .execute();
  },
};
