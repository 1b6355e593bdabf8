import { SpanKind } from "@opentelemetry/api";
import { traceparentOf } from "../event/traceparent-of.ts";
import { currentTraceparent, isTracing, traced } from "../tracing.ts";
import type { DeliveryObserver } from "./observer.ts";
import { reasonOf } from "./reason.ts";
import type { WebhookRequest, WebhookSender } from "./sender.ts";

/**
 * Creates a sender that makes a span of each request, in the trace that its event was committed in,
 * however long ago and by whomever; tells the endpoint of it in the header `traceparent`; and tells
 * an observer of what became of it.
 */
export function createObservedSender(
  sender: WebhookSender,
  observer: DeliveryObserver,
): WebhookSender {
  return {
    send(request, lease) {
      const parent = traceOf(request);
      const attributes = isTracing() ? attributesOf(request) : {};
      const description = { kind: SpanKind.PRODUCER, parent, attributes };
      return traced("send webhook", description, async (span) => {
        const traceparent = currentTraceparent();
        const headers = { ...request.headers, ...(traceparent !== undefined && { traceparent }) };
        const result = await sender.send({ ...request, headers }, lease);
        if (result.status !== undefined) span.set("http.response.status_code", result.status);
        if (result.unsent) span.set("modelwire.delivery.unsent", true);
        else {
          if (result.error !== undefined) span.fail(reasonOf(result));
          observer.attempted(result);
        }
        return result;
      });
    },
    close: () => sender.close(),
  };
}

/** Gives the trace that the event of a request belongs to; undefined where it belongs to none. */
export function traceOf({
  format,
  headers,
  body,
}: Pick<WebhookRequest, "format" | "headers" | "body">): string | undefined {
  return format === "PROTOBUF" ? traceparentOf(body) : headers.traceparent;
}

// Of the URL only the host: what is behind it can be a secret.
function attributesOf({ url, id, delivery }: WebhookRequest) {
  const { hostname, port, protocol } = new URL(url);
  return {
    "messaging.system": "modelwire",
    "messaging.operation.name": "send",
    "messaging.operation.type": "send",
    "messaging.message.id": id,
    "http.request.method": "POST",
    "server.address": hostname,
    "server.port": Number(port || (protocol === "https:" ? 443 : 80)),
    ...(delivery && {
      "messaging.destination.name": delivery.endpointId,
      "modelwire.delivery.id": delivery.deliveryId,
      "modelwire.delivery.attempt": delivery.attempt,
    }),
  };
}
