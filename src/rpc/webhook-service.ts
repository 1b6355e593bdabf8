import type { ServiceImpl } from "@connectrpc/connect";
import type { WebhookService } from "#gen/modelwire/webhook/v1/webhook_service_pb.js";
import type { RegistryContext } from "../registry/context.ts";
import { createCreateEndpoint } from "./create-endpoint.ts";
import { createDeleteEndpoint } from "./delete-endpoint.ts";
import { createListDeliveries } from "./list-deliveries.ts";
import { createListEndpoints } from "./list-endpoints.ts";

/** Creates the handlers of WebhookService. */
export function createWebhookService(context: RegistryContext): ServiceImpl<typeof WebhookService> {
  return {
    createEndpoint: createCreateEndpoint(context),
    listEndpoints: createListEndpoints(context),
    deleteEndpoint: createDeleteEndpoint(context),
    listDeliveries: createListDeliveries(context),
  };
}
