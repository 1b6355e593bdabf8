import type { ServiceImpl } from "@connectrpc/connect";
import type { WebhookService } from "#gen/modelwire/webhook/v1/webhook_service_pb.js";
import { deleteEndpoint } from "../store/endpoints.ts";
import { checkEndpointId, endpointNotFound } from "./endpoint-rules.ts";
import type { WebhookContext } from "./webhook-context.ts";

/** Creates the handler of WebhookService.DeleteEndpoint. */
export function createDeleteEndpoint({
  store,
}: WebhookContext): ServiceImpl<typeof WebhookService>["deleteEndpoint"] {
  return async ({ endpointId }) => {
    checkEndpointId(endpointId);
    if (!(await deleteEndpoint(store.db, endpointId))) throw endpointNotFound(endpointId);
    store.wake("endpoints");
    return {};
  };
}
