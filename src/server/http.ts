import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerOptions,
  type ServerResponse,
} from "node:http";
import { createServer as createTlsServer } from "node:https";
import { Code, type ConnectRouter, type Interceptor } from "@connectrpc/connect";
import { messageOf } from "../error.ts";
import { limitConnections } from "./connection-limit.ts";
import { dropUnread } from "./drop-unread.ts";
import { createHttpDrain } from "./http-drain.ts";
import { sendJson } from "./http-json.ts";
import { createHttpRpcHandler } from "./http-rpc.ts";
import { listen } from "./listen-address.ts";
import {
  budgetOf,
  defaultLimits,
  HEADERS_MS,
  IDLE_HTTP_MS,
  type ListenerLimits,
  MOST_HEADER_BYTES,
} from "./listener-limits.ts";
import { type ListenerObserver, unobserved } from "./listener-observer.ts";
import { stopWithin } from "./shutdown.ts";
import { trackSockets } from "./sockets.ts";
import { createStalledCalls } from "./stalled-calls.ts";
import { guardTls, type ListenerTls, tlsServerOptions } from "./tls-listener.ts";

/** Whether the service can do its work now. */
export interface Readiness {
  ready: boolean;
  /** What is wrong, a sentence each; also what does not keep it from being ready. */
  reasons: readonly string[];
  /** What it stands on, each by its name. */
  checks?: readonly ReadinessCheck[];
}

/** One thing that the service stands on. */
export interface ReadinessCheck {
  name: string;
  ok: boolean;
  /** Why it is not. */
  reason?: string;
  /** Since when it is what it is, as RFC 3339 has it. */
  since: string;
}

/** What an HTTP listener needs. */
export interface HttpListenerOptions {
  /** Registers the services: the function that the gRPC listener is given too. */
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
  /** Says for which hosts calls are taken; unset: for any. */
  takesHost?: ((host: string) => boolean) | undefined;
  /** Answers `/readyz`. */
  ready: () => Promise<Readiness>;
  /** Answers `/metrics`. */
  metrics?: RequestListener;
  /** Answers what is none of these and no RPC; a 404 in JSON where it is not given. */
  fallback?: RequestListener;
}

/** An HTTP server that listens. */
export interface HttpListener {
  /** `host:port` that it listens on. */
  readonly address: string;
  /** Takes no new call, lets what runs finish within the time, and closes every connection. */
  close(graceMs: number): Promise<void>;
}

/**
 * Serves Connect routes as Connect, gRPC-Web and JSON over HTTP/1.1, and `/healthz`, `/readyz` and `/metrics`.
 *
 * @throws ListenError with code `EADDRINUSE` where something else listens there.
 */
export async function createHttpListener(options: HttpListenerOptions): Promise<HttpListener> {
  const shutdown = new AbortController();
  const { limits: given = defaultLimits } = options;
  const { maxConnections, stallTimeoutMs, observer = unobserved } = given;
  const stalled = createStalledCalls(stallTimeoutMs, observer.callStalled);
  const rpc = createHttpRpcHandler({
    ...options,
    stalled,
    budget: budgetOf(given),
    shutdownSignal: shutdown.signal,
  });
  const fallback = options.fallback ?? notFound;
  const limits = {
    headersTimeout: HEADERS_MS,
    keepAliveTimeout: IDLE_HTTP_MS,
    maxHeaderSize: MOST_HEADER_BYTES,
    connectionsCheckingInterval: HEADERS_MS / 4,
    // An upload may take hours: what ends a request that stalls, looks at the call.
    requestTimeout: 0,
  };
  const server = createFor(options.tls, limits, observer, (request, response) => {
    drain.onRequest(response);
    const isRefused = isTooMany(request.socket);
    if (isRefused) response.setHeader("connection", "close");
    if (answerProbe(request, response, options)) return;
    if (isRefused) return refuse(response);
    if (rpc(request, response)) return;
    response.once("finish", () => dropUnread(request));
    fallback(request, response);
  });
  const isTooMany = limitConnections(server, maxConnections, () =>
    observer.connectionRefused("limit"),
  );
  const drain = createHttpDrain(server);
  const sockets = trackSockets(server);
  const address = await listen(server, options.address);
  return {
    address,
    close(graceMs) {
      return stopWithin({
        stopped: drain.stop(),
        graceMs,
        abort: (reason) => shutdown.abort(reason),
        destroy: () => sockets.destroy(),
      }).finally(() => stalled.close());
    },
  };
}

/** Says so where a connection is one too many, whatever else it asks. */
function refuse(response: ServerResponse): void {
  response.setHeader("retry-after", "1");
  const message = "the server has as many connections as it takes";
  sendJson(response, 503, { code: "unavailable", message });
}

function createFor(
  tls: ListenerTls | undefined,
  options: ServerOptions,
  observer: ListenerObserver,
  listener: RequestListener,
): Server {
  if (tls === undefined) return createServer(options, listener);
  const server = createTlsServer({ ...options, ...tlsServerOptions(tls) }, listener);
  guardTls(server, tls, observer.connectionRefused);
  return server;
}

/**
 * Answers those who look after the process, and says whether it did. They get their answer on a
 * connection that is one too many too: a server that has much to do is not to be taken for dead.
 */
function answerProbe(
  request: IncomingMessage,
  response: ServerResponse,
  { ready, metrics }: HttpListenerOptions,
): boolean {
  if (isProbe(request, "/healthz")) sendJson(response, 200, { status: "ok" });
  else if (isProbe(request, "/readyz")) void sendReadiness(ready, response);
  else if (metrics && isProbe(request, "/metrics")) metrics(request, response);
  else return false;
  response.once("finish", () => dropUnread(request));
  return true;
}

function isProbe(request: IncomingMessage, path: string): boolean {
  const [asked] = request.url?.split("?", 1) ?? [];
  return asked === path && (request.method === "GET" || request.method === "HEAD");
}

async function sendReadiness(
  ready: () => Promise<Readiness>,
  response: ServerResponse,
): Promise<void> {
  const readiness = await ready().catch((error) => ({ ready: false, reasons: [messageOf(error)] }));
  sendJson(response, readiness.ready ? 200 : 503, readiness);
}

function notFound(request: IncomingMessage, response: ServerResponse): void {
  const message = `no such path: ${request.url?.split("?", 1)[0]}`;
  const type = request.headers["content-type"] ?? "";
  if (type.startsWith("application/grpc-web")) {
    // gRPC-Web tells of failures in headers of its own, where there is no message.
    const status = { "grpc-status": Code.Unimplemented, "grpc-message": encodeURI(message) };
    response.writeHead(200, { "content-type": type, ...status }).end();
    return;
  }
  // What Connect's clients take a 404 for, and what a call of an unknown RPC is over gRPC.
  sendJson(response, 404, { code: "unimplemented", message });
}
