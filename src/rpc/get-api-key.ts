import type { ServiceImpl } from "@connectrpc/connect";
import type { AccessService } from "#gen/modelwire/access/v1/access_service_pb.js";
import { findApiKey } from "../store/api-keys.ts";
import type { AccessContext } from "./access-context.ts";
import { apiKeyMessage } from "./api-key-message.ts";
import { apiKeyNotFound, checkApiKeyId } from "./change-api-key.ts";

/** Creates the handler of AccessService.GetApiKey. */
export function createGetApiKey({
  store,
}: AccessContext): ServiceImpl<typeof AccessService>["getApiKey"] {
  return async ({ apiKeyId }) => {
    checkApiKeyId(apiKeyId);
    const row = await findApiKey(store.engine, apiKeyId);
    if (!row) throw apiKeyNotFound(apiKeyId);
    return { apiKey: apiKeyMessage(row) };
  };
}
