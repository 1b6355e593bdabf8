import type { ServiceImpl } from "@connectrpc/connect";
import type { AccessService } from "#gen/modelwire/access/v1/access_service_pb.js";
import { digestOfKey, newKey } from "../identity/api-key-text.ts";
import type { AccessContext } from "./access-context.ts";
import { apiKeyMessage } from "./api-key-message.ts";
import { changeApiKey, checkApiKeyId, requireUnrevoked } from "./change-api-key.ts";
import { DEFAULT_OVERLAP_MS, readOverlap } from "./overlap.ts";

/** Creates the handler of AccessService.RotateApiKey. */
export function createRotateApiKey(
  context: AccessContext,
): ServiceImpl<typeof AccessService>["rotateApiKey"] {
  return async ({ apiKeyId, overlap }, { values }) => {
    checkApiKeyId(apiKeyId);
    const overlapMs = overlap ? readOverlap(overlap) : DEFAULT_OVERLAP_MS;
    const key = newKey(apiKeyId);
    const row = await changeApiKey(context, values, {
      apiKeyId,
      done: "rotated",
      change(before) {
        requireUnrevoked(before);
        return {
          digest: digestOfKey(key),
          previous_digest: overlapMs > 0 ? before.digest : null,
          previous_until: overlapMs > 0 ? Date.now() + overlapMs : null,
        };
      },
    });
    return { apiKey: apiKeyMessage(row), key };
  };
}
