import type { Event } from "#gen/modelwire/event/v1/event_pb.js";
import { insertDeliveries, type NewDelivery } from "../store/deliveries.ts";
import { type EndpointTarget, keepTargets } from "../store/endpoints.ts";
import type { Queryable, Store } from "../store/store.ts";
import { isToldOf, whyNoBody } from "./bodies.ts";
import { compileFilter } from "./filter.ts";
import { newId } from "./ids.ts";
import { typeNames } from "./standard-body.ts";

/** Makes a delivery for each endpoint that an event is for, also where its events wait. */
export async function fanOut(
  store: Store,
  tx: Queryable,
  event: Event,
  now: number,
): Promise<void> {
  const targets = await keepTargets(store.engine, tx);
  await insertDeliveries(
    store,
    tx,
    targets.flatMap((target) => deliveryTo(target, event, now) ?? []),
  );
}

/** Makes the delivery of an event to an endpoint; undefined where that does not want it. */
export function deliveryTo(
  target: EndpointTarget,
  event: Event,
  now: number,
): NewDelivery | undefined {
  if (!isToldOf(target, event)) return undefined;
  if (target.filter !== null && !isWanted(target.filter, event)) return undefined;
  return {
    deliveryId: newId("dlv"),
    eventId: event.eventId,
    endpointId: target.endpoint_id,
    modelName: event.modelName,
    sequence: event.sequence,
    type: typeNames[event.type],
    createdAt: now,
    skippedReason: whyNoBody(event, target),
  };
}

function isWanted(filter: string, event: Event): boolean {
  try {
    return compileFilter(filter)(event);
  } catch {
    // It was right when it was set: no event is to be lost, nor its commit, where it is not now.
    return true;
  }
}
