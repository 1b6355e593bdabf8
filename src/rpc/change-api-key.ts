import type { ContextValues } from "@connectrpc/connect";
import type { Updateable } from "kysely";
import { ErrorReason } from "#gen/modelwire/registry/v1/error_reason_pb.js";
import { invalidField, ModelwireError } from "../error.ts";
import { wrongApiKeyId } from "../identity/api-key-text.ts";
import { type ApiKeyRow, lockApiKey, updateApiKey } from "../store/api-keys.ts";
import type { ApiKeyTable } from "../store/schema.ts";
import type { AccessContext } from "./access-context.ts";
import { callerKey } from "./caller.ts";

/** A change of an API key, made once nobody else can change it. */
export interface ApiKeyChange {
  apiKeyId: string;
  /** What the log is to say was done. */
  done: string;
  /** Says what is to become of it; undefined for nothing. */
  change(row: ApiKeyRow): Updateable<ApiKeyTable> | undefined;
}

/**
 * Changes an API key, with a line in the log that says who did it.
 * @throws ModelwireError INVALID_FIELD, API_KEY_NOT_FOUND
 */
export async function changeApiKey(
  context: AccessContext,
  values: ContextValues,
  { apiKeyId, done, change }: ApiKeyChange,
): Promise<ApiKeyRow> {
  const { store, forget } = context;
  checkApiKeyId(apiKeyId);
  const changed = await store.transaction(async (tx) => {
    const row = await lockApiKey(store.engine, tx, apiKeyId);
    if (!row) throw apiKeyNotFound(apiKeyId);
    const to = change(row);
    return to ? updateApiKey(tx, apiKeyId, to) : row;
  });
  forget(apiKeyId);
  logChange(context, values, apiKeyId, done);
  return changed;
}

/** Writes into the log what was done to an API key, and by whom. */
export function logChange(
  { log }: AccessContext,
  values: ContextValues,
  apiKeyId: string,
  done: string,
): void {
  const by = values.get(callerKey).identity?.subject;
  log.info({ api_key_id: apiKeyId, ...(by !== undefined && { by }) }, `API key ${done}`);
}

/** Checks an API key's id. @throws ModelwireError INVALID_FIELD */
export function checkApiKeyId(apiKeyId: string): void {
  const wrong = wrongApiKeyId(apiKeyId);
  if (wrong) throw invalidField("api_key_id", wrong);
}

/** Creates the error for an API key that is not there. */
export function apiKeyNotFound(apiKeyId: string): ModelwireError {
  return new ModelwireError(ErrorReason.API_KEY_NOT_FOUND, `there is no API key ${apiKeyId}`, {
    resource: { type: "api_key", name: apiKeyId },
  });
}

/** Refuses to change an API key that was revoked. @throws ModelwireError API_KEY_REVOKED */
export function requireUnrevoked({ api_key_id: id, revoked_at: revokedAt }: ApiKeyRow): void {
  if (revokedAt === null) return;
  const text = `the API key ${id} was revoked, which is for good; create another`;
  throw new ModelwireError(ErrorReason.API_KEY_REVOKED, text, { metadata: { api_key_id: id } });
}
