import type { ServiceImpl } from "@connectrpc/connect";
import type { WebhookService } from "#gen/modelwire/webhook/v1/webhook_service_pb.js";
import { findEndpoint } from "../store/endpoint-health.ts";
import { type EndpointRow, updateEndpoint } from "../store/endpoints.ts";
import { hastenDeliveries } from "../store/recover-deliveries.ts";
import { endpointMessage } from "./endpoint-message.ts";
import { checkEndpointId, endpointNotFound } from "./endpoint-rules.ts";
import type { WebhookContext } from "./webhook-context.ts";

/** Creates the handler of WebhookService.ResumeEndpoint. */
export function createResumeEndpoint({
  store,
  vault,
}: WebhookContext): ServiceImpl<typeof WebhookService>["resumeEndpoint"] {
  async function resume(endpointId: string): Promise<EndpointRow | undefined> {
    const row = await findEndpoint(store.db, endpointId);
    // What an enabled endpoint waits for is its own schedule.
    if (row === undefined || row.state === "ENABLED") return row;
    // First, so that a call that is broken off leaves nothing late: a repeat goes on with it.
    await hastenDeliveries(store, endpointId);
    return updateEndpoint(store.db, endpointId, {
      state: "ENABLED",
      disabled_reason: null,
      failing_since: null,
      consecutive_failures: 0,
    });
  }
  return async ({ endpointId }) => {
    checkEndpointId(endpointId);
    const row = await resume(endpointId);
    if (!row) throw endpointNotFound(endpointId);
    store.wake("endpoints");
    return { endpoint: await endpointMessage(vault, store.db, row) };
  };
}
