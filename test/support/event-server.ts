import { createClient } from "@connectrpc/connect";
import { createConnectTransport, createGrpcTransport } from "@connectrpc/connect-node";
import { pino } from "pino";
import { type Event, EventType } from "#gen/modelwire/event/v1/event_pb.js";
import { EventService } from "#gen/modelwire/event/v1/event_service_pb.js";
import { commitEvent, type EventDraft, wakeForEvents } from "../../src/event/commit.ts";
import { type EventHub, startEventHub } from "../../src/event/watch.ts";
import { errorInterceptor } from "../../src/rpc/error-interceptor.ts";
import { createEventService } from "../../src/rpc/event-service.ts";
import { createGrpcListener } from "../../src/server/grpc.ts";
import { createHttpListener } from "../../src/server/http.ts";
import type { ListenerLimits } from "../../src/server/listener-limits.ts";
import type { Store } from "../../src/store/store.ts";

/** An EventService on both listeners, over a store of a test's own and without an MLflow. */
export interface EventServer {
  readonly hub: EventHub;
  readonly httpUrl: string;
  readonly grpcAddress: string;
  close(): Promise<void>;
}

/** Starts an EventService as a Modelwire does. */
export async function startEventServer(
  store: Store,
  limits?: ListenerLimits,
): Promise<EventServer> {
  const log = pino({ level: "silent" });
  const hub = startEventHub(store, log);
  const listening = {
    routes: (router: Parameters<Parameters<typeof createGrpcListener>[0]["routes"]>[0]) =>
      void router.service(EventService, createEventService({ store, hub })),
    interceptors: [errorInterceptor(log, (error) => store.engine.isUnavailable(error))],
    address: "127.0.0.1:0",
    maxMessageBytes: 16 * 1024 ** 2,
    ...(limits && { limits }),
  };
  const grpc = await createGrpcListener(listening);
  const http = await createHttpListener({
    ...listening,
    ready: async () => ({ ready: true, reasons: [] }),
  });
  return {
    hub,
    httpUrl: `http://${http.address}`,
    grpcAddress: grpc.address,
    async close() {
      await Promise.all([hub.stop(), grpc.close(2000), http.close(2000)]);
    },
  };
}

/** Makes the clients that a test of EventService is run with. */
export const eventClients = {
  gRPC: ({ grpcAddress }: Pick<EventServer, "grpcAddress">) =>
    createClient(EventService, createGrpcTransport({ baseUrl: `http://${grpcAddress}` })),
  Connect: ({ httpUrl: baseUrl }: Pick<EventServer, "httpUrl">) =>
    createClient(EventService, createConnectTransport({ baseUrl, httpVersion: "1.1" })),
  "Connect in JSON": ({ httpUrl: baseUrl }: Pick<EventServer, "httpUrl">) =>
    createClient(
      EventService,
      createConnectTransport({ baseUrl, httpVersion: "1.1", useBinaryFormat: false }),
    ),
};

/** One of {@link eventClients}. */
export type EventClient = ReturnType<(typeof eventClients)["gRPC"]>;

/** Commits an event as Modelwire does, in a transaction of its own, and wakes those who watch. */
export async function announce(
  store: Store,
  draft: Partial<EventDraft> = {},
  now = Date.now(),
): Promise<Event> {
  const event = await store.transaction((tx) =>
    commitEvent(
      store,
      tx,
      {
        modelName: "model",
        type: EventType.ALIAS_CHANGED,
        aliasChanged: { alias: "prod", version: "1" },
        ...draft,
      },
      now,
    ),
  );
  wakeForEvents(store);
  return event;
}
