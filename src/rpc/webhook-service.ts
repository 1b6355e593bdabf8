import type { ServiceImpl } from "@connectrpc/connect";
import type { WebhookService } from "#gen/modelwire/webhook/v1/webhook_service_pb.js";
import { createCreateEndpoint } from "./create-endpoint.ts";
import { createDeleteEndpoint } from "./delete-endpoint.ts";
import { createGetDelivery } from "./get-delivery.ts";
import { createGetEndpoint } from "./get-endpoint.ts";
import { createListDeliveries } from "./list-deliveries.ts";
import { createListEndpoints } from "./list-endpoints.ts";
import { createPauseEndpoint } from "./pause-endpoint.ts";
import { createRecoverEndpoint } from "./recover-endpoint.ts";
import { createRedeliver } from "./redeliver.ts";
import { createResumeEndpoint } from "./resume-endpoint.ts";
import { createRotateEndpointSecret } from "./rotate-endpoint-secret.ts";
import { createTestEndpoint } from "./test-endpoint.ts";
import { createUpdateEndpoint } from "./update-endpoint.ts";
import type { WebhookContext } from "./webhook-context.ts";

/** Creates the handlers of WebhookService. */
export function createWebhookService(context: WebhookContext): ServiceImpl<typeof WebhookService> {
  return {
    createEndpoint: createCreateEndpoint(context),
    getEndpoint: createGetEndpoint(context),
    listEndpoints: createListEndpoints(context),
    updateEndpoint: createUpdateEndpoint(context),
    deleteEndpoint: createDeleteEndpoint(context),
    pauseEndpoint: createPauseEndpoint(context),
    resumeEndpoint: createResumeEndpoint(context),
    rotateEndpointSecret: createRotateEndpointSecret(context),
    testEndpoint: createTestEndpoint(context),
    listDeliveries: createListDeliveries(context),
    getDelivery: createGetDelivery(context),
    redeliver: createRedeliver(context),
    recoverEndpoint: createRecoverEndpoint(context),
  };
}
