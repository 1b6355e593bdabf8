import type { Interceptor, Transport } from "@connectrpc/connect";
import { createConnectTransport, createGrpcTransport } from "@connectrpc/connect-node";
import { createGrpcListener } from "../../src/server/grpc.ts";
import { createHttpListener } from "../../src/server/http.ts";
import type { Echo } from "./echo-service.ts";

/** The message limit of the listeners. */
export const maxMessageBytes = 1_000_000;

/** A listener of the test service. */
export interface Listener {
  address: string;
  close(graceMs: number): Promise<void>;
}

/** One of the two listeners, and how it is called. */
export interface ListenerKind {
  name: string;
  start(options: {
    echo: Pick<Echo, "routes">;
    interceptors?: Interceptor[];
    address?: string;
  }): Promise<Listener>;
  transport(address: string): Transport;
}

/** Both listeners, for tests that both must pass. */
export const listenerKinds: ListenerKind[] = [
  {
    name: "the gRPC listener",
    start: ({ echo, interceptors = [], address = "127.0.0.1:0" }) =>
      createGrpcListener({
        routes: echo.routes,
        interceptors,
        address,
        maxMessageBytes,
      }),
    transport: (address) => createGrpcTransport({ baseUrl: `http://${address}` }),
  },
  {
    name: "the HTTP listener",
    start: ({ echo, interceptors = [], address = "127.0.0.1:0" }) =>
      createHttpListener({
        routes: echo.routes,
        interceptors,
        address,
        maxMessageBytes,
        ready: async () => ({ ready: true, reasons: [] }),
      }),
    transport: (address) =>
      createConnectTransport({ baseUrl: `http://${address}`, httpVersion: "1.1" }),
  },
];
