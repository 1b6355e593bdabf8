import type { ServiceImpl } from "@connectrpc/connect";
import { ErrorReason } from "#gen/modelwire/registry/v1/error_reason_pb.js";
import type { WebhookService } from "#gen/modelwire/webhook/v1/webhook_service_pb.js";
import { invalidField, ModelwireError } from "../error.ts";
import { wrongId } from "../event/ids.ts";
import type { RegistryContext } from "../registry/context.ts";
import { deleteEndpoint } from "../store/endpoints.ts";

/** Creates the handler of WebhookService.DeleteEndpoint. */
export function createDeleteEndpoint({
  store,
}: RegistryContext): ServiceImpl<typeof WebhookService>["deleteEndpoint"] {
  return async ({ endpointId }) => {
    const wrong = wrongId("ep", endpointId);
    if (wrong) throw invalidField("endpoint_id", wrong);
    if (await deleteEndpoint(store.db, endpointId)) return {};
    throw new ModelwireError(ErrorReason.ENDPOINT_NOT_FOUND, `there is no endpoint ${endpointId}`, {
      resource: { type: "endpoint", name: endpointId },
    });
  };
}
