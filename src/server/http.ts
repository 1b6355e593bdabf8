import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
} from "node:http";
import { Code, type ConnectRouter, type Interceptor } from "@connectrpc/connect";
import { messageOf } from "../error.ts";
import { sendJson } from "./http-json.ts";
import { createHttpRpcHandler } from "./http-rpc.ts";
import { listen } from "./listen-address.ts";
import { stopWithin } from "./shutdown.ts";

/** Whether the service can do its work now. */
export interface Readiness {
  ready: boolean;
  /** Why it cannot, a sentence each. */
  reasons: readonly string[];
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
  const rpc = createHttpRpcHandler({ ...options, shutdownSignal: shutdown.signal });
  const fallback = options.fallback ?? notFound;
  // An upload may take longer than the five minutes that Node gives a request.
  const server = createServer({ requestTimeout: 3_600_000 }, (request, response) => {
    // A connection that is kept alive would outlive the server's last answer.
    response.once("close", () => {
      if (!server.listening) server.closeIdleConnections();
    });
    if (rpc(request, response)) return;
    if (isProbe(request, "/healthz")) sendJson(response, 200, { status: "ok" });
    else if (isProbe(request, "/readyz")) void sendReadiness(options.ready, response);
    else if (options.metrics && isProbe(request, "/metrics")) options.metrics(request, response);
    else fallback(request, response);
  });
  const address = await listen(server, options.address);
  return {
    address,
    close(graceMs) {
      const stopped = new Promise<void>((resolve) => server.close(() => resolve()));
      return stopWithin({
        stopped,
        graceMs,
        abort: (reason) => shutdown.abort(reason),
        destroy: () => server.closeAllConnections(),
      });
    },
  };
}

function isProbe(request: IncomingMessage, path: string): boolean {
  return request.url === path && (request.method === "GET" || request.method === "HEAD");
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
