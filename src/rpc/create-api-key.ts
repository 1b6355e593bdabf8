import type { ServiceImpl } from "@connectrpc/connect";
import { z } from "zod";
import type { AccessService } from "#gen/modelwire/access/v1/access_service_pb.js";
import { createApiKey } from "../identity/create-api-key.ts";
import { uuid } from "../registry/request-rules.ts";
import { check } from "../validation.ts";
import type { AccessContext } from "./access-context.ts";
import { apiKeyMessage } from "./api-key-message.ts";
import { callerKey } from "./caller.ts";
import { logChange } from "./change-api-key.ts";
import { readTime } from "./list-filters.ts";

const rules = z.looseObject({ requestId: uuid.optional() });

/** Creates the handler of AccessService.CreateApiKey. */
export function createCreateApiKey(
  context: AccessContext,
): ServiceImpl<typeof AccessService>["createApiKey"] {
  return async (request, { values }) => {
    check(rules, request);
    const { row, key } = await createApiKey(context.store.db, {
      requestId: request.requestId,
      displayName: request.displayName,
      scope: request.scope,
      modelPrefixes: request.modelPrefixes,
      expiresAt: readTime(request.expiryTime, "expiry_time"),
      createdBy: values.get(callerKey).identity,
    });
    logChange(context, values, row.api_key_id, "created");
    return { apiKey: apiKeyMessage(row), key };
  };
}
