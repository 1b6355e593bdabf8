import { create, fromJsonString } from "@bufbuild/protobuf";
import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import { type ApiKey, ApiKeySchema } from "#gen/modelwire/access/v1/api_key_pb.js";
import { IdentitySchema } from "#gen/modelwire/access/v1/identity_pb.js";
import type { ApiKeyRow } from "../store/api-keys.ts";

/** Makes the message of an API key; the key itself is not part of it. */
export function apiKeyMessage(row: ApiKeyRow): ApiKey {
  const isPreviousTaken = row.revoked_at === null && (row.previous_until ?? 0) > Date.now();
  return create(ApiKeySchema, {
    apiKeyId: row.api_key_id,
    displayName: row.display_name,
    scope: row.scope,
    modelPrefixes: JSON.parse(row.model_prefixes) as string[],
    creationTime: timestampFromMs(row.created_at),
    ...(row.created_by !== null && {
      // A newer server may have written more of it.
      createdBy: fromJsonString(IdentitySchema, row.created_by, { ignoreUnknownFields: true }),
    }),
    ...(row.expires_at !== null && { expiryTime: timestampFromMs(row.expires_at) }),
    ...(row.revoked_at !== null && { revocationTime: timestampFromMs(row.revoked_at) }),
    ...(row.last_used_at !== null && { lastUseTime: timestampFromMs(row.last_used_at) }),
    ...(isPreviousTaken && {
      previousKeyExpiryTime: timestampFromMs(row.previous_until ?? 0),
    }),
  });
}
