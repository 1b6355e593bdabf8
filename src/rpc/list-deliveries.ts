import type { ServiceImpl } from "@connectrpc/connect";
import { DeliverySchema, DeliveryState } from "#gen/modelwire/webhook/v1/delivery_pb.js";
import type {
  ListDeliveriesRequest,
  WebhookService,
} from "#gen/modelwire/webhook/v1/webhook_service_pb.js";
import { fillPage } from "../catalog/list-page.ts";
import { invalidField } from "../error.ts";
import { wrongId } from "../event/ids.ts";
import type { DeliveryRow } from "../store/deliveries.ts";
import { type DeliveryFilter, readDeliveries } from "../store/delivery-lists.ts";
import { deliveryMessage } from "./delivery-message.ts";
import { readPage, timeAndId } from "./page.ts";
import type { WebhookContext } from "./webhook-context.ts";

/** Creates the handler of WebhookService.ListDeliveries. */
export function createListDeliveries({
  store,
}: WebhookContext): ServiceImpl<typeof WebhookService>["listDeliveries"] {
  return async (request) => {
    const filter = readFilter(request);
    const page = readPage(timeAndId("dlv"), request, filter);
    // One more than asked for tells whether there is a next page.
    const batches = readDeliveries(store.db, filter, page.size + 1, page.after);
    const { items, next } = await fillPage(batches, page.size, DeliverySchema, (rows) =>
      rows.map(deliveryMessage),
    );
    return { deliveries: items, nextPageToken: next ? page.tokenAfter(next) : "" };
  };
}

function readFilter({
  endpointId,
  eventId,
  state,
  modelName,
}: ListDeliveriesRequest): DeliveryFilter {
  const ids = [
    ["endpoint_id", endpointId === undefined ? undefined : wrongId("ep", endpointId)],
    ["event_id", eventId === undefined ? undefined : wrongId("evt", eventId)],
  ] as const;
  for (const [field, wrong] of ids) if (wrong) throw invalidField(field, wrong);
  if (modelName === "") throw invalidField("model_name", "expected a name; unset means any");
  const name = DeliveryState[state];
  if (name === undefined) throw invalidField("state", "expected a DeliveryState");
  return {
    endpointId,
    eventId,
    modelName,
    state: state === DeliveryState.UNSPECIFIED ? undefined : (name as DeliveryRow["state"]),
  };
}
