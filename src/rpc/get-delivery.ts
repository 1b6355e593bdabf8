import type { ServiceImpl } from "@connectrpc/connect";
import type { WebhookService } from "#gen/modelwire/webhook/v1/webhook_service_pb.js";
import { getDelivery } from "../store/delivery-lists.ts";
import { checkDeliveryId, deliveryMessage, deliveryNotFound } from "./delivery-message.ts";
import type { WebhookContext } from "./webhook-context.ts";

/** Creates the handler of WebhookService.GetDelivery. */
export function createGetDelivery({
  store,
}: WebhookContext): ServiceImpl<typeof WebhookService>["getDelivery"] {
  return async ({ deliveryId }) => {
    checkDeliveryId(deliveryId);
    const found = await getDelivery(store.db, deliveryId);
    if (!found) throw deliveryNotFound(deliveryId);
    return { delivery: deliveryMessage(found) };
  };
}
