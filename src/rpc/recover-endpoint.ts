import { fromBinary } from "@bufbuild/protobuf";
import type { ServiceImpl } from "@connectrpc/connect";
import { EventSchema } from "#gen/modelwire/event/v1/event_pb.js";
import type {
  RecoverEndpointRequest,
  WebhookService,
} from "#gen/modelwire/webhook/v1/webhook_service_pb.js";
import { invalidField } from "../error.ts";
import { deliveryTo } from "../event/fan-out.ts";
import {
  addMissingDeliveries,
  recoverFailed,
  type TimeRange,
} from "../store/recover-deliveries.ts";
import { checkEndpointId, endpointNotFound } from "./endpoint-rules.ts";
import { readTime } from "./list-filters.ts";
import type { WebhookContext } from "./webhook-context.ts";

/** Creates the handler of WebhookService.RecoverEndpoint. */
export function createRecoverEndpoint({
  store,
}: WebhookContext): ServiceImpl<typeof WebhookService>["recoverEndpoint"] {
  return async (request) => {
    const { endpointId, includeMissing } = request;
    checkEndpointId(endpointId);
    const range = readRange(request);
    const failed = await recoverFailed(store, endpointId, range);
    const missing = includeMissing
      ? await addMissingDeliveries(store, endpointId, range, (endpoint, event, committedAt) =>
          deliveryTo(endpoint, fromBinary(EventSchema, event), committedAt),
        )
      : 0;
    // Also where the endpoint was deleted in between.
    if (failed === undefined || missing === undefined) throw endpointNotFound(endpointId);
    store.wake("deliveries");
    return { recoveredCount: failed + missing };
  };
}

function readRange({ sinceTime, untilTime }: RecoverEndpointRequest): TimeRange {
  const since = readTime(sinceTime, "since_time");
  if (since === undefined) throw invalidField("since_time", "expected a time");
  // What is committed from now on is delivered anyway.
  const until = readTime(untilTime, "until_time") ?? Date.now() + 1;
  if (untilTime && until <= since) {
    throw invalidField("until_time", "expected a time after since_time");
  }
  return { since, until };
}
