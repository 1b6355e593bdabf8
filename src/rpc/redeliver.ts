import type { ServiceImpl } from "@connectrpc/connect";
import { ErrorReason } from "#gen/modelwire/registry/v1/error_reason_pb.js";
import type { WebhookService } from "#gen/modelwire/webhook/v1/webhook_service_pb.js";
import { ModelwireError } from "../error.ts";
import { getDelivery } from "../store/delivery-lists.ts";
import { redeliver } from "../store/recover-deliveries.ts";
import { checkDeliveryId, deliveryMessage, deliveryNotFound } from "./delivery-message.ts";
import type { WebhookContext } from "./webhook-context.ts";

/** Creates the handler of WebhookService.Redeliver. */
export function createRedeliver({
  store,
}: WebhookContext): ServiceImpl<typeof WebhookService>["redeliver"] {
  return async ({ deliveryId }) => {
    checkDeliveryId(deliveryId);
    const became = await redeliver(store, deliveryId, Date.now());
    const found = became === "not found" ? undefined : await getDelivery(store.db, deliveryId);
    if (!found) throw deliveryNotFound(deliveryId);
    if (became === "skipped") {
      const { skipped_reason: reason } = found.delivery;
      throw new ModelwireError(
        ErrorReason.DELIVERY_SKIPPED,
        `delivery ${deliveryId} cannot be sent: ${reason}`,
        { metadata: { delivery_id: deliveryId } },
      );
    }
    if (became === "in progress") {
      throw new ModelwireError(
        ErrorReason.DELIVERY_IN_PROGRESS,
        `delivery ${deliveryId} is being sent just now, or is the next to be: see what becomes of that before it is sent again`,
        { metadata: { delivery_id: deliveryId } },
      );
    }
    store.wake("deliveries");
    return { delivery: deliveryMessage(found) };
  };
}
