import type { ServiceImpl } from "@connectrpc/connect";
import type { AccessService } from "#gen/modelwire/access/v1/access_service_pb.js";
import type { AccessContext } from "./access-context.ts";
import { apiKeyMessage } from "./api-key-message.ts";
import { changeApiKey } from "./change-api-key.ts";

/** Creates the handler of AccessService.RevokeApiKey. */
export function createRevokeApiKey(
  context: AccessContext,
): ServiceImpl<typeof AccessService>["revokeApiKey"] {
  return async ({ apiKeyId }, { values }) => {
    const row = await changeApiKey(context, values, {
      apiKeyId,
      done: "revoked",
      change: ({ revoked_at: revokedAt }) =>
        revokedAt === null ? { revoked_at: Date.now() } : undefined,
    });
    return { apiKey: apiKeyMessage(row) };
  };
}
