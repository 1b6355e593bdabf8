import { toJsonString } from "@bufbuild/protobuf";
import { type Identity, IdentitySchema } from "#gen/modelwire/access/v1/identity_pb.js";
import { ErrorReason } from "#gen/modelwire/registry/v1/error_reason_pb.js";
import { ModelwireError } from "../error.ts";
import { type ApiKeyRow, findApiKeyByRequestId, insertApiKey } from "../store/api-keys.ts";
import type { Queryable } from "../store/store.ts";
import { type ApiKeySettings, checkExpiry, checkSettings } from "./api-key-rules.ts";
import { digestOfKey, newApiKeyId, newKey } from "./api-key-text.ts";

/** What an API key is created with. */
export interface NewApiKey extends ApiKeySettings {
  /** Makes a repeat known as one. */
  requestId: string | undefined;
  /** Milliseconds since 1970; undefined where it does not expire. */
  expiresAt: number | undefined;
  /** Undefined where nobody is known. */
  createdBy: Identity | undefined;
}

/**
 * Creates an API key, and gives the key itself, which is kept nowhere.
 * @throws ModelwireError INVALID_FIELD, REQUEST_ID_REUSED
 */
export async function createApiKey(
  db: Queryable,
  given: NewApiKey,
): Promise<{ row: ApiKeyRow; key: string }> {
  const now = Date.now();
  checkSettings(given);
  checkExpiry(given.expiresAt, now);
  const apiKeyId = newApiKeyId();
  const key = newKey(apiKeyId);
  const row: ApiKeyRow = {
    api_key_id: apiKeyId,
    request_id: given.requestId?.toLowerCase() ?? null,
    display_name: given.displayName,
    scope: given.scope,
    model_prefixes: JSON.stringify(given.modelPrefixes),
    created_at: now,
    created_by: given.createdBy ? toJsonString(IdentitySchema, given.createdBy) : null,
    expires_at: given.expiresAt ?? null,
    revoked_at: null,
    last_used_at: null,
    digest: digestOfKey(key),
    previous_digest: null,
    previous_until: null,
  };
  if (await insertApiKey(db, row)) return { row, key };
  const requestId = row.request_id ?? "";
  const earlier = await findApiKeyByRequestId(db, requestId);
  throw new ModelwireError(
    ErrorReason.REQUEST_ID_REUSED,
    `request_id: ${requestId} was used before, and the key is not told again; rotate the API key that was created for another, or make a new UUID`,
    { metadata: { request_id: requestId, api_key_id: earlier?.api_key_id ?? "" } },
  );
}
