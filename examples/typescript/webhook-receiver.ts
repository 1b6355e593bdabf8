// Receives a webhook: makes an endpoint known, registers a model, and prints what arrives.
// A receiver with Express is in clients/typescript/examples/receiver.ts.
//   MODELWIRE_URL=http://127.0.0.1:8080 node webhook-receiver.ts <model_uri, such as models:/m-…>
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { connect, type Event, EventType, verifyWebhook, WebhookError } from "@modelwire/client";

const [modelUri = ""] = process.argv.slice(2);
const url = process.env.MODELWIRE_URL ?? "http://127.0.0.1:8080";
const { registry, webhooks } = connect({ url });

let secret = "";
const arrived = Promise.withResolvers<Event>();
const server = createServer(async (request, response) => {
  // The bytes as they came are what was signed.
  const body = await buffer(request);
  try {
    arrived.resolve(verifyWebhook({ headers: request.headers, body }, secret));
    response.writeHead(204).end();
  } catch (error) {
    response.writeHead(error instanceof WebhookError ? 401 : 500).end();
  }
}).listen(0, "127.0.0.1");
await once(server, "listening");

const { port } = server.address() as AddressInfo;
const modelName = "example_webhooks_typescript";
const created = await webhooks.createEndpoint({
  requestId: randomUUID(),
  url: `http://127.0.0.1:${port}/`,
  filter: `event.model_name == "${modelName}"`,
});
secret = created.secret;
try {
  // What MLflow holds already needs no files.
  await registry.registerBaseline({
    requestId: randomUUID(),
    modelType: "lead_scoring",
    modelName,
    source: { case: "mlflowUri", value: modelUri },
  });
  const event = await arrived.promise;
  console.log(EventType[event.type], event.modelRegistered?.registration?.modelId);
} finally {
  await webhooks.deleteEndpoint({ endpointId: created.endpoint?.endpointId ?? "" });
  server.close();
}
