import type { Interceptor, Transport } from "@connectrpc/connect";
import { createConnectTransport, createGrpcTransport } from "@connectrpc/connect-node";
import { createGrpcListener } from "../../src/server/grpc.ts";
import { createHttpListener } from "../../src/server/http.ts";
import { defaultLimits, type ListenerLimits } from "../../src/server/listener-limits.ts";
import type { ListenerTls } from "../../src/server/tls-listener.ts";
import type { Echo } from "./echo-service.ts";

/** The message limit of the listeners. */
export const maxMessageBytes = 1_000_000;

/** A listener of the test service. */
export interface Listener {
  address: string;
  close(graceMs: number): Promise<void>;
}

/** What a client trusts, and what it shows. */
export interface ClientTls {
  ca: string;
  cert?: string;
  key?: string;
}

/** One of the two listeners, and how it is called. */
export interface ListenerKind {
  name: string;
  start(options: {
    echo: Pick<Echo, "routes">;
    interceptors?: Interceptor[];
    address?: string;
    limits?: ListenerLimits;
    tls?: ListenerTls;
  }): Promise<Listener>;
  /** Gives a transport, over TLS where the client has something to trust. */
  transport(address: string, tls?: ClientTls): Transport;
}

/** The gRPC listener. */
export const grpcKind: ListenerKind = {
  name: "the gRPC listener",
  start: ({ echo, interceptors = [], address = "127.0.0.1:0", limits = defaultLimits, tls }) =>
    createGrpcListener({
      routes: echo.routes,
      interceptors,
      address,
      maxMessageBytes,
      limits,
      tls,
    }),
  transport: (address, tls) =>
    createGrpcTransport({ baseUrl: baseUrl(address, tls), nodeOptions: tls ?? {} }),
};

/** The HTTP listener. */
export const httpKind: ListenerKind = {
  name: "the HTTP listener",
  start: ({ echo, interceptors = [], address = "127.0.0.1:0", limits = defaultLimits, tls }) =>
    createHttpListener({
      routes: echo.routes,
      interceptors,
      address,
      maxMessageBytes,
      limits,
      tls,
      ready: async () => ({ ready: true, reasons: [] }),
    }),
  transport: (address, tls) =>
    createConnectTransport({
      baseUrl: baseUrl(address, tls),
      httpVersion: "1.1",
      nodeOptions: tls ?? {},
    }),
};

/** Both listeners, for tests that both must pass. */
export const listenerKinds: ListenerKind[] = [grpcKind, httpKind];

function baseUrl(address: string, tls: ClientTls | undefined): string {
  return `${tls ? "https" : "http"}://${address}`;
}
