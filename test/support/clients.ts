import { type Client, createClient, type Transport } from "@connectrpc/connect";
import { createConnectTransport } from "@connectrpc/connect-node";
import { EventService } from "#gen/modelwire/event/v1/event_service_pb.js";
import { RegistryService } from "#gen/modelwire/registry/v1/registry_service_pb.js";
import { WebhookService } from "#gen/modelwire/webhook/v1/webhook_service_pb.js";

/** Clients of a Modelwire, over Connect. */
export interface Clients {
  registry: Client<typeof RegistryService>;
  events: Client<typeof EventService>;
  webhooks: Client<typeof WebhookService>;
}

/** Creates the clients of the Modelwire at a base URL. */
export function createClients(baseUrl: string): Clients {
  const transport: Transport = createConnectTransport({ baseUrl, httpVersion: "1.1" });
  return {
    registry: createClient(RegistryService, transport),
    events: createClient(EventService, transport),
    webhooks: createClient(WebhookService, transport),
  };
}
