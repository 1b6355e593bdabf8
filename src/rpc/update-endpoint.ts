import type { ServiceImpl } from "@connectrpc/connect";
import { z } from "zod";
import type { WebhookService } from "#gen/modelwire/webhook/v1/webhook_service_pb.js";
import { invalidField } from "../error.ts";
import { findEndpoint } from "../store/endpoint-health.ts";
import { targetsHold, updateEndpoint } from "../store/endpoints.ts";
import { check } from "../validation.ts";
import { endpointMessage } from "./endpoint-message.ts";
import {
  checkEndpointId,
  descriptionRule,
  endpointNotFound,
  filterRule,
  urlRule,
  wrongPayloadVersion,
} from "./endpoint-rules.ts";
import type { WebhookContext } from "./webhook-context.ts";

/** Creates the handler of WebhookService.UpdateEndpoint. */
export function createUpdateEndpoint({
  store,
  vault,
  wrongUrl,
}: WebhookContext): ServiceImpl<typeof WebhookService>["updateEndpoint"] {
  const rules = z.looseObject({
    url: urlRule(wrongUrl).optional(),
    description: descriptionRule.optional(),
    filter: filterRule.optional(),
  });
  return async (request) => {
    const { endpointId, url, description, filter, ordered, payloadVersion } = request;
    checkEndpointId(endpointId);
    check(rules, request);
    const change = {
      ...(url !== undefined && { url }),
      ...(description !== undefined && { description: description || null }),
      ...(filter !== undefined && { filter: filter || null }),
      ...(ordered !== undefined && { ordered: ordered ? 1 : 0 }),
      ...(payloadVersion !== undefined && { payload_version: payloadVersion }),
    };
    if (Object.keys(change).length === 0) {
      throw invalidField(
        "url",
        "expected this, description, filter, ordered or payload_version to be set",
      );
    }
    if (payloadVersion !== undefined) {
      // The format of an endpoint never changes: this need not be in one transaction.
      const row = await findEndpoint(store.db, endpointId);
      if (!row) throw endpointNotFound(endpointId);
      const wrong = wrongPayloadVersion(row.format, payloadVersion);
      if (wrong) throw invalidField("payload_version", wrong);
    }
    const row = await updateEndpoint(store.db, endpointId, change);
    if (!row) throw endpointNotFound(endpointId);
    // Whoever has deliveries in hand sends them as it says now.
    store.wake("endpoints");
    if (filter !== undefined) await targetsHold(store.engine);
    return { endpoint: await endpointMessage(vault, store.db, row) };
  };
}
