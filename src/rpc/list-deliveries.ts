import { create } from "@bufbuild/protobuf";
import { durationFromMs, timestampFromMs } from "@bufbuild/protobuf/wkt";
import type { ServiceImpl } from "@connectrpc/connect";
import {
  type Delivery,
  DeliverySchema,
  DeliveryState,
} from "#gen/modelwire/webhook/v1/delivery_pb.js";
import type {
  ListDeliveriesRequest,
  WebhookService,
} from "#gen/modelwire/webhook/v1/webhook_service_pb.js";
import { invalidField } from "../error.ts";
import { wrongId } from "../event/ids.ts";
import type { RegistryContext } from "../registry/context.ts";
import {
  type AttemptRow,
  type DeliveryFilter,
  type DeliveryRow,
  listDeliveries,
} from "../store/deliveries.ts";
import { readPage, timeAndId } from "./page.ts";

/** Creates the handler of WebhookService.ListDeliveries. */
export function createListDeliveries({
  store,
}: RegistryContext): ServiceImpl<typeof WebhookService>["listDeliveries"] {
  return async (request) => {
    const filter = readFilter(request);
    const page = readPage(timeAndId("dlv"), request, filter);
    const rows = await listDeliveries(store.db, filter, page.size + 1, page.after);
    const shown = rows.slice(0, page.size);
    const last = rows.length > page.size ? shown.at(-1)?.delivery : undefined;
    return {
      deliveries: shown.map(deliveryMessage),
      nextPageToken: last
        ? page.tokenAfter({ createdAt: last.created_at, id: last.delivery_id })
        : "",
    };
  };
}

function readFilter({ endpointId, eventId, state }: ListDeliveriesRequest): DeliveryFilter {
  const ids = [
    ["endpoint_id", endpointId === undefined ? undefined : wrongId("ep", endpointId)],
    ["event_id", eventId === undefined ? undefined : wrongId("evt", eventId)],
  ] as const;
  for (const [field, wrong] of ids) if (wrong) throw invalidField(field, wrong);
  const name = DeliveryState[state];
  if (name === undefined) throw invalidField("state", "expected a DeliveryState");
  return {
    endpointId,
    eventId,
    state: state === DeliveryState.UNSPECIFIED ? undefined : (name as DeliveryRow["state"]),
  };
}

function deliveryMessage(row: { delivery: DeliveryRow; attempts: AttemptRow[] }): Delivery {
  const { delivery, attempts } = row;
  return create(DeliverySchema, {
    deliveryId: delivery.delivery_id,
    eventId: delivery.event_id,
    endpointId: delivery.endpoint_id,
    modelName: delivery.model_name,
    state: DeliveryState[delivery.state],
    attempts: attempts.map((attempt) => ({
      number: attempt.number,
      startTime: timestampFromMs(attempt.started_at),
      latency: durationFromMs(attempt.latency_ms),
      responseExcerpt: attempt.response_excerpt,
      ...(attempt.status !== null && { status: attempt.status }),
      ...(attempt.error !== null && { error: attempt.error }),
    })),
    creationTime: timestampFromMs(delivery.created_at),
    ...(delivery.state === "PENDING" && {
      nextAttemptTime: timestampFromMs(delivery.next_attempt_at),
    }),
    ...(delivery.completed_at !== null && {
      completionTime: timestampFromMs(delivery.completed_at),
    }),
  });
}
