import type { ServiceImpl } from "@connectrpc/connect";
import type { WebhookService } from "#gen/modelwire/webhook/v1/webhook_service_pb.js";
import { findEndpoint } from "../store/endpoint-health.ts";
import { endpointMessage } from "./endpoint-message.ts";
import { checkEndpointId, endpointNotFound } from "./endpoint-rules.ts";
import type { WebhookContext } from "./webhook-context.ts";

/** Creates the handler of WebhookService.GetEndpoint. */
export function createGetEndpoint({
  store,
  vault,
}: WebhookContext): ServiceImpl<typeof WebhookService>["getEndpoint"] {
  return async ({ endpointId }) => {
    checkEndpointId(endpointId);
    const row = await findEndpoint(store.db, endpointId);
    if (!row) throw endpointNotFound(endpointId);
    return { endpoint: await endpointMessage(vault, store.db, row) };
  };
}
