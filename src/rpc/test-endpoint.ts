import { create } from "@bufbuild/protobuf";
import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import type { ServiceImpl } from "@connectrpc/connect";
import { EventOrigin, EventSchema, EventType } from "#gen/modelwire/event/v1/event_pb.js";
import type { WebhookService } from "#gen/modelwire/webhook/v1/webhook_service_pb.js";
import { targetOf } from "../delivery/target.ts";
import { testBodyOf } from "../event/bodies.ts";
import { newId } from "../event/ids.ts";
import { TEST_MODEL_NAME } from "../event/site-test.ts";
import { findEndpoint } from "../store/endpoint-health.ts";
import { attemptMessage } from "./delivery-message.ts";
import { checkEndpointId, endpointNotFound } from "./endpoint-rules.ts";
import type { WebhookContext } from "./webhook-context.ts";

/** Creates the handler of WebhookService.TestEndpoint. */
export function createTestEndpoint({
  store,
  vault,
  sender,
}: WebhookContext): ServiceImpl<typeof WebhookService>["testEndpoint"] {
  return async ({ endpointId }) => {
    checkEndpointId(endpointId);
    const row = await findEndpoint(store.db, endpointId);
    if (!row) throw endpointNotFound(endpointId);
    const now = Date.now();
    const event = create(EventSchema, {
      eventId: newId("evt"),
      type: EventType.ENDPOINT_TEST,
      time: timestampFromMs(now),
      modelName: TEST_MODEL_NAME,
      sequence: 1,
      origin: EventOrigin.MODELWIRE,
      endpointTest: { endpointId },
    });
    const { contentType, headers, body } = testBodyOf(event, row);
    const result = await sender.send({
      ...targetOf(row, vault, now),
      id: event.eventId,
      contentType,
      headers,
      body,
    });
    return {
      attempt: attemptMessage({
        number: 1,
        started_at: result.startedAt,
        latency_ms: result.latencyMs,
        status: result.status ?? null,
        error: result.error ?? null,
        response_excerpt: result.responseExcerpt,
        server_fault: Number(result.serverFault),
      }),
      delivered: result.error === undefined,
      eventId: event.eventId,
    };
  };
}
