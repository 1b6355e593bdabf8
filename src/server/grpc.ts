import { createServer, type Socket } from "node:net";
import { createServer as createTlsServer } from "node:tls";
import type { ConnectRouter, Interceptor } from "@connectrpc/connect";
import { logVerbosity, Server, ServerCredentials, setLogVerbosity } from "@grpc/grpc-js";
import { limitConnections, refuseHttp2 } from "./connection-limit.ts";
import { createCallInterceptor } from "./grpc-calls.ts";
import { createGrpcDrain } from "./grpc-drain.ts";
import { registerMethod } from "./grpc-handlers.ts";
import { guardHeaders } from "./grpc-streams.ts";
import { createHealth } from "./health.ts";
import { listen } from "./listen-address.ts";
import {
  budgetOf,
  defaultLimits,
  IDLE_GRPC_MS,
  type ListenerLimits,
  mostUnadmitted,
  STREAMS_PER_CONNECTION,
  sessionMemory,
} from "./listener-limits.ts";
import { type ListenerObserver, unobserved } from "./listener-observer.ts";
import { addReflection } from "./reflection.ts";
import { collectRoutes } from "./routes.ts";
import { stopWithin } from "./shutdown.ts";
import { trackSockets } from "./sockets.ts";
import { createStalledCalls } from "./stalled-calls.ts";
import { guardTls, type ListenerTls, tlsServerOptions } from "./tls-listener.ts";
import { createUnadmittedCalls } from "./unadmitted-calls.ts";

/** What a gRPC listener needs. */
export interface GrpcListenerOptions {
  /** Registers the services: the function that the HTTP listener is given too. */
  routes: (router: ConnectRouter) => void;
  /** Run around every call, the first one outermost. */
  interceptors: Interceptor[];
  /** `host:port`; port 0 takes a free one. */
  address: string;
  /** Largest request message, after decompression. */
  maxMessageBytes: number;
  limits?: ListenerLimits;
  /** Unset: it speaks plain text. */
  tls?: ListenerTls | undefined;
}

/** A gRPC server that listens. */
export interface GrpcListener {
  /** `host:port` that it listens on. */
  readonly address: string;
  /**
   * Says through the health service whether the server can do its work; false until called. With a
   * name, whether that which it names can.
   */
  setServing(serving: boolean, name?: string): void;
  /** Takes no new call, lets what runs finish within the time, and closes every connection. */
  close(graceMs: number): Promise<void>;
}

/**
 * Serves Connect routes as gRPC over HTTP/2, with health checking and reflection.
 *
 * @throws ListenError with code `EADDRINUSE` where something else listens there.
 */
export async function createGrpcListener(options: GrpcListenerOptions): Promise<GrpcListener> {
  // grpc-js writes to stderr by itself, values of request metadata included. What matters of it
  // comes back as an error.
  setLogVerbosity(logVerbosity.NONE);
  const shutdown = new AbortController();
  const { limits = defaultLimits } = options;
  const { maxConnections, stallTimeoutMs, observer = unobserved } = limits;
  const stalled = createStalledCalls(stallTimeoutMs, observer.callStalled);
  const unadmitted = createUnadmittedCalls(mostUnadmitted(maxConnections));
  const drain = createGrpcDrain();
  const calls = createCallInterceptor(
    options.maxMessageBytes,
    { stalled, budget: budgetOf(limits), unadmitted },
    () => observer.connectionRefused("pings"),
    drain,
  );
  const server = new Server({
    interceptors: [calls.interceptor],
    "grpc.max_receive_message_length": options.maxMessageBytes,
    // Finds clients that vanished without a word, such as behind a NAT, within a minute and a
    // half, and keeps idle streams open through proxies that drop what is silent.
    "grpc.keepalive_time_ms": 60_000,
    "grpc.keepalive_timeout_ms": 20_000,
    "grpc.max_connection_idle_ms": IDLE_GRPC_MS,
    "grpc.max_concurrent_streams": STREAMS_PER_CONNECTION,
    "grpc-node.max_session_memory": sessionMemory(options.maxMessageBytes),
  });
  const routes = collectRoutes(options.routes);
  for (const { spec, interceptors } of routes) {
    registerMethod(server, spec, {
      interceptors: interceptors ?? options.interceptors,
      shutdownSignal: shutdown.signal,
      scheme: options.tls ? "https" : "http",
    });
  }
  const services = [...new Set(routes.map(({ spec }) => spec.method.parent))];
  const health = createHealth(services.map((service) => service.typeName));
  health.addToServer(server);
  addReflection(
    server,
    services.map((service) => service.file),
  );
  // grpc-js waits without end for a client that leaves its end of a connection open, so the
  // connections are ours.
  const injector = server.createConnectionInjector(ServerCredentials.createInsecure());
  guardHeaders(server);
  const take = (socket: Socket) => {
    if (isTooMany(socket)) refuseHttp2(socket);
    else injector.injectConnection(socket);
  };
  const acceptor = options.tls
    ? createTlsAcceptor(options.tls, take, observer.connectionRefused)
    : createServer({ noDelay: true }, take);
  const isTooMany = limitConnections(acceptor, maxConnections, () =>
    observer.connectionRefused("limit"),
  );
  const sockets = trackSockets(acceptor);
  const address = await listen(acceptor, options.address);
  return {
    address,
    setServing: (serving, name) => health.setServing(serving, name),
    close(graceMs) {
      health.setServing(false);
      calls.endBuiltIn();
      const closed = new Promise<void>((resolve) => acceptor.close(() => resolve()));
      const idle = drain
        .begin()
        .then(() => new Promise<void>((resolve) => server.tryShutdown(() => resolve())));
      return stopWithin({
        stopped: Promise.all([closed, idle]),
        graceMs,
        abort: (reason) => shutdown.abort(reason),
        destroy() {
          server.forceShutdown();
          sockets.destroy();
        },
      }).finally(() => stalled.close());
    },
  };
}

/** Takes connections whose clients ask for HTTP/2 in the handshake (ALPN), as gRPC's do. */
function createTlsAcceptor(
  tls: ListenerTls,
  take: (socket: Socket) => void,
  onRefused: ListenerObserver["connectionRefused"],
) {
  const options = { ...tlsServerOptions(tls), noDelay: true, ALPNProtocols: ["h2"] };
  const acceptor = createTlsServer(options);
  guardTls(acceptor, tls, onRefused);
  return acceptor.on("secureConnection", (socket) => {
    // Of one that was not used yet nobody else listens for this.
    socket.on("error", () => {});
    if (socket.alpnProtocol === "h2" && !socket.destroyed) take(socket);
    else socket.destroy();
  });
}
