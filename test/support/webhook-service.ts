import { afterAll, beforeAll, describe } from "vitest";
import type { Endpoint } from "#gen/modelwire/webhook/v1/endpoint_pb.js";
import { connect } from "../../clients/typescript/src/connect.ts";
import { type Clients, createClients } from "./clients.ts";
import { startModelwire, type TestModelwire } from "./modelwire.ts";
import { type Receiver, startReceiver } from "./receiver.ts";
import { createTestDatabase, type TestDatabase } from "./services.ts";

// Nothing listens there: what is committed stays pending.
const nowhere = "http://127.0.0.1:9/";

/** A request to create an endpoint. */
export type CreateRequest = Parameters<Clients["webhooks"]["createEndpoint"]>[0];

/** An endpoint as it was created. */
export interface CreatedEndpoint {
  endpoint: Endpoint;
  endpointId: string;
  secret: string;
}

/** A WebhookService of one suite. */
export interface TestWebhookService {
  readonly webhooks: Clients["webhooks"];
  /** Takes all that it is sent. */
  readonly receiver: Receiver;
  /** Creates an endpoint, where nothing is said at an address where nobody listens. */
  create(request?: CreateRequest): Promise<CreatedEndpoint>;
}

const clientsOf: Record<string, (modelwire: TestModelwire) => Clients> = {
  HTTP: ({ httpUrl }) => createClients(httpUrl),
  gRPC: ({ grpcAddress }) => connect({ url: `http://${grpcAddress}`, protocol: "grpc" }),
};

const kinds = ["SQLite", "PostgreSQL"].flatMap((engine) =>
  Object.keys(clientsOf).map((listener) => ({ engine, listener })),
);

/** Runs a suite on WebhookService with both databases and over both listeners. */
export function describeWebhookService(suite: (service: TestWebhookService) => void): void {
  describe.for(kinds)("endpoints in $engine over $listener", ({ engine, listener }) => {
    let database: TestDatabase | undefined;
    let modelwire: TestModelwire;
    let webhooks: Clients["webhooks"];
    let receiver: Receiver;
    beforeAll(async () => {
      if (engine === "PostgreSQL") database = await createTestDatabase();
      modelwire = await startModelwire(database && { databaseUrl: database.url });
      const clients = clientsOf[listener]?.(modelwire);
      if (!clients) throw new Error(`no listener ${listener}`);
      webhooks = clients.webhooks;
      receiver = await startReceiver();
    });
    afterAll(async () => {
      await receiver?.close();
      await modelwire?.stop();
      await database?.drop();
    });
    suite({
      get webhooks() {
        return webhooks;
      },
      get receiver() {
        return receiver;
      },
      async create(request = {}) {
        const { endpoint, secret } = await webhooks.createEndpoint({ url: nowhere, ...request });
        if (!endpoint) throw new Error("no endpoint");
        return { endpoint, secret, endpointId: endpoint.endpointId };
      },
    });
  });
}
