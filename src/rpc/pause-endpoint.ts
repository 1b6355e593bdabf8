import type { ServiceImpl } from "@connectrpc/connect";
import type { WebhookService } from "#gen/modelwire/webhook/v1/webhook_service_pb.js";
import { updateEndpoint } from "../store/endpoints.ts";
import { endpointMessage } from "./endpoint-message.ts";
import { checkEndpointId, endpointNotFound } from "./endpoint-rules.ts";
import type { WebhookContext } from "./webhook-context.ts";

/** Creates the handler of WebhookService.PauseEndpoint. */
export function createPauseEndpoint({
  store,
  vault,
}: WebhookContext): ServiceImpl<typeof WebhookService>["pauseEndpoint"] {
  return async ({ endpointId }) => {
    checkEndpointId(endpointId);
    const change = { state: "PAUSED" as const, disabled_reason: null };
    const row = await updateEndpoint(store.db, endpointId, change);
    if (!row) throw endpointNotFound(endpointId);
    // Whoever has deliveries in hand that it has not begun to send gives them back.
    store.wake("endpoints");
    return { endpoint: await endpointMessage(vault, store.db, row) };
  };
}
