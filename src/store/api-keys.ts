import type { Selectable, Updateable } from "kysely";
import type { ListPosition } from "./endpoints.ts";
import type { Engine } from "./engine.ts";
import type { ApiKeyTable } from "./schema.ts";
import type { Queryable } from "./store.ts";

/** A row of the API keys. */
export type ApiKeyRow = Selectable<ApiKeyTable>;

const columns = [
  "api_key_id",
  "request_id",
  "display_name",
  "scope",
  "model_prefixes",
  "created_at",
  "created_by",
  "expires_at",
  "revoked_at",
  "last_used_at",
  "digest",
  "previous_digest",
  "previous_until",
] as const satisfies readonly (keyof ApiKeyTable)[];

/** Inserts an API key; false where its request id is taken. */
export async function insertApiKey(db: Queryable, row: ApiKeyRow): Promise<boolean> {
  const result = await db
    .insertInto("api_keys")
    .values(row)
    .onConflict((conflict) => conflict.column("request_id").doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

/** Finds an API key as it is committed, which no transaction holds up. */
export async function findApiKey(engine: Engine, apiKeyId: string): Promise<ApiKeyRow | undefined> {
  const query = engine.db.selectFrom("api_keys").select(columns).where("api_key_id", "=", apiKeyId);
  return (await engine.readPrepared<ApiKeyRow>(query.compile()))[0];
}

/** Finds an API key by the caller's idempotency key. */
export function findApiKeyByRequestId(
  db: Queryable,
  requestId: string,
): Promise<ApiKeyRow | undefined> {
  return db
    .selectFrom("api_keys")
    .selectAll()
    .where("request_id", "=", requestId)
    .executeTakeFirst();
}

/** Gets an API key that nobody else changes until the transaction ends. */
export function lockApiKey(
  engine: Engine,
  tx: Queryable,
  apiKeyId: string,
): Promise<ApiKeyRow | undefined> {
  return engine
    .lockRows(tx.selectFrom("api_keys").selectAll().where("api_key_id", "=", apiKeyId))
    .executeTakeFirst();
}

/** Changes an API key and gives it as it is then. */
export function updateApiKey(
  db: Queryable,
  apiKeyId: string,
  change: Updateable<ApiKeyTable>,
): Promise<ApiKeyRow> {
  return db
    .updateTable("api_keys")
    .set(change)
    .where("api_key_id", "=", apiKeyId)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Notes when an API key was used, unless a later use is noted. */
export async function noteApiKeyUse(
  db: Queryable,
  apiKeyId: string,
  usedAt: number,
): Promise<void> {
  await db
    .updateTable("api_keys")
    .set({ last_used_at: usedAt })
    .where("api_key_id", "=", apiKeyId)
    .where((e) => e.or([e("last_used_at", "is", null), e("last_used_at", "<", usedAt)]))
    .execute();
}

/** Lists API keys, oldest first, after a position. */
export function listApiKeys(
  db: Queryable,
  limit: number,
  after: ListPosition | undefined,
): Promise<ApiKeyRow[]> {
  let query = db.selectFrom("api_keys").selectAll();
  if (after) {
    query = query.where((e) =>
      e.or([
        e("created_at", ">", after.createdAt),
        e.and([e("created_at", "=", after.createdAt), e("api_key_id", ">", after.id)]),
      ]),
    );
  }
  return query.orderBy("created_at").orderBy("api_key_id").limit(limit).execute();
}

/** Tells whether there is an API key that is neither revoked nor expired. */
export async function hasUsableApiKey(db: Queryable, now: number): Promise<boolean> {
  const row = await db
    .selectFrom("api_keys")
    .select("api_key_id")
    .where("revoked_at", "is", null)
    .where((e) => e.or([e("expires_at", "is", null), e("expires_at", ">", now)]))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
