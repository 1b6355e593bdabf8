import { createServer, type Socket } from "node:net";
import type { ConnectRouter, Interceptor } from "@connectrpc/connect";
import { logVerbosity, Server, ServerCredentials, setLogVerbosity } from "@grpc/grpc-js";
import { createCallInterceptor } from "./grpc-calls.ts";
import { registerMethod } from "./grpc-handlers.ts";
import { createHealth } from "./health.ts";
import { listen } from "./listen-address.ts";
import { addReflection } from "./reflection.ts";
import { collectRoutes } from "./routes.ts";
import { stopWithin } from "./shutdown.ts";

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
}

/** A gRPC server that listens. */
export interface GrpcListener {
  /** `host:port` that it listens on. */
  readonly address: string;
  /** Says whether the server can do its work, through the health service; false until called. */
  setServing(serving: boolean): void;
  /** Takes no new call, lets what runs finish within the time, and closes every connection. */
  close(graceMs: number): Promise<void>;
}

/**
 * Serves Connect routes as gRPC over HTTP/2 without TLS, with health checking and reflection.
 *
 * @throws ListenError with code `EADDRINUSE` where something else listens there.
 */
export async function createGrpcListener(options: GrpcListenerOptions): Promise<GrpcListener> {
  // grpc-js writes to stderr by itself, values of request metadata included. What matters of it
  // comes back as an error.
  setLogVerbosity(logVerbosity.NONE);
  const shutdown = new AbortController();
  const calls = createCallInterceptor(options.maxMessageBytes);
  const server = new Server({
    interceptors: [calls.interceptor],
    "grpc.max_receive_message_length": options.maxMessageBytes,
    // Finds clients that vanished without a word, such as behind a NAT, within a minute and a
    // half, and keeps idle streams open through proxies that drop what is silent.
    "grpc.keepalive_time_ms": 60_000,
    "grpc.keepalive_timeout_ms": 20_000,
  });
  const routes = collectRoutes(options.routes);
  for (const { spec, interceptors } of routes) {
    registerMethod(server, spec, {
      interceptors: interceptors ?? options.interceptors,
      shutdownSignal: shutdown.signal,
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
  const sockets = new Set<Socket>();
  const acceptor = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
    injector.injectConnection(socket);
  });
  const address = await listen(acceptor, options.address);
  return {
    address,
    setServing: (serving) => health.setServing(serving),
    close(graceMs) {
      health.setServing(false);
      calls.endBuiltIn();
      const closed = new Promise<void>((resolve) => acceptor.close(() => resolve()));
      const idle = new Promise<void>((resolve) => server.tryShutdown(() => resolve()));
      return stopWithin({
        stopped: Promise.all([closed, idle]),
        graceMs,
        abort: (reason) => shutdown.abort(reason),
        destroy() {
          server.forceShutdown();
          for (const socket of sockets) socket.destroy();
        },
      });
    },
  };
}
