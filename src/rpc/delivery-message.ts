import { create } from "@bufbuild/protobuf";
import { durationFromMs, timestampFromMs } from "@bufbuild/protobuf/wkt";
import { EventType } from "#gen/modelwire/event/v1/event_pb.js";
import { ErrorReason } from "#gen/modelwire/registry/v1/error_reason_pb.js";
import {
  type Attempt,
  AttemptSchema,
  type Delivery,
  DeliverySchema,
  DeliveryState,
} from "#gen/modelwire/webhook/v1/delivery_pb.js";
import { invalidField, ModelwireError } from "../error.ts";
import { wrongId } from "../event/ids.ts";
import { typeNames } from "../event/standard-body.ts";
import type { AttemptRow } from "../store/deliveries.ts";
import type { DeliveryWithAttempts } from "../store/delivery-lists.ts";

const typesByName = new Map(
  Object.entries(typeNames).map(([type, name]) => [name, Number(type) as EventType]),
);

/** Makes the message of a delivery. */
export function deliveryMessage({ delivery, attempts }: DeliveryWithAttempts): Delivery {
  return create(DeliverySchema, {
    deliveryId: delivery.delivery_id,
    eventId: delivery.event_id,
    endpointId: delivery.endpoint_id,
    modelName: delivery.model_name,
    sequence: delivery.sequence,
    eventType: typesByName.get(delivery.type) ?? EventType.UNSPECIFIED,
    state: DeliveryState[delivery.state],
    attempts: attempts.map(attemptMessage),
    creationTime: timestampFromMs(delivery.created_at),
    ...(delivery.skipped_reason !== null && { skippedReason: delivery.skipped_reason }),
    ...(delivery.state === "PENDING" && {
      nextAttemptTime: timestampFromMs(delivery.next_attempt_at),
    }),
    ...(delivery.completed_at !== null && {
      completionTime: timestampFromMs(delivery.completed_at),
    }),
  });
}

/** Makes the message of an attempt. */
export function attemptMessage(attempt: Omit<AttemptRow, "delivery_id">): Attempt {
  return create(AttemptSchema, {
    number: attempt.number,
    startTime: timestampFromMs(attempt.started_at),
    latency: durationFromMs(attempt.latency_ms),
    responseExcerpt: attempt.response_excerpt,
    serverFault: attempt.server_fault === 1,
    ...(attempt.status !== null && { status: attempt.status }),
    ...(attempt.error !== null && { error: attempt.error }),
  });
}

/** Checks a delivery's id. @throws ModelwireError INVALID_FIELD */
export function checkDeliveryId(deliveryId: string): void {
  const wrong = wrongId("dlv", deliveryId);
  if (wrong) throw invalidField("delivery_id", wrong);
}

/** Creates the error for a delivery that is not there. */
export function deliveryNotFound(deliveryId: string): ModelwireError {
  return new ModelwireError(ErrorReason.DELIVERY_NOT_FOUND, `there is no delivery ${deliveryId}`, {
    resource: { type: "delivery", name: deliveryId },
  });
}
