import { type RawBuilder, sql } from "kysely";
import type { Queryable } from "./store.ts";

/** What the catalog has of a version that is there, and up to when it knows what MLflow has. */
export interface CatalogAnswer {
  /** modelwire.registry.v1.Registration. */
  registration: Uint8Array;
  /** Of the registration. */
  etag: string;
  /** 1 where the registration lacks its ModelInfo because that was not read yet. */
  unread: number;
  /** Why the registration lacks its ModelInfo for good. */
  read_error: string | null;
  confirmed_at: number;
  /** `name/version` of what it improves; null for nothing. */
  baseline_id: string | null;
  /** Null also where it was not known when the registration was written down. */
  baseline_uuid: string | null;
  /** Null until all of MLflow was seen once. */
  as_of: number | null;
}

// Every read goes through here, so it is written as text, which takes half the time of a query
// that is built. The state is one row: in the same query, no answer is told fresher than it is.
async function readOne(db: Queryable, rest: RawBuilder<unknown>) {
  const query = sql<CatalogAnswer>`
    select v.registration, v.etag, v.unread, v.read_error, v.confirmed_at,
      v.baseline_id, v.baseline_uuid, s.as_of
    from catalog_versions as v
      join catalog_models as m on m.model_key = v.model_key
      join catalog_state as s on s.id = 1
    where v.deleted_at is null and m.name is not null and ${rest}`;
  return (await query.execute(db)).rows[0];
}

/** Reads a version by its name and number. */
export function readByVersion(
  db: Queryable,
  name: string,
  version: number,
): Promise<CatalogAnswer | undefined> {
  return readOne(db, sql`m.name = ${name} and v.version = ${version}`);
}

/** Reads the version that an alias points to; none where it points to one that was deleted. */
export function readByAlias(
  db: Queryable,
  name: string,
  alias: string,
): Promise<CatalogAnswer | undefined> {
  return readOne(
    db,
    sql`m.name = ${name} and v.version = (select a.version from catalog_aliases as a
      where a.model_key = m.model_key and a.alias = ${alias})`,
  );
}
