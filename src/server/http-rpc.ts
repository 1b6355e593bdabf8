import type { IncomingMessage, ServerResponse } from "node:http";
import { createRegistry } from "@bufbuild/protobuf";
import { type ConnectRouter, createConnectRouter, type Interceptor } from "@connectrpc/connect";
import type { UniversalHandler } from "@connectrpc/connect/protocol";
import {
  compressionBrotli,
  compressionGzip,
  universalRequestFromNodeRequest,
  universalResponseToNodeResponse,
} from "@connectrpc/connect-node";
import { callCanceled } from "./call-errors.ts";
import { sendJson } from "./http-json.ts";
import { endRequests } from "./interceptors/end-requests.ts";
import { limitDecompression, limitMessages } from "./message-limit.ts";
import { collectRoutes } from "./routes.ts";

/**
 * How long a client may go on with a request that was answered already. Until then what it sends
 * is read and dropped, since it may see the answer only behind it; then the connection is closed.
 */
const unreadMs = 10_000;

/** What RPCs over HTTP/1.1 need. */
export interface HttpRpcOptions {
  routes: (router: ConnectRouter) => void;
  interceptors: Interceptor[];
  maxMessageBytes: number;
  /** Aborts the signal of every call. */
  shutdownSignal: AbortSignal;
}

/** Answers a request if its path is that of an RPC, and says whether it is. */
export type HttpRpcHandler = (request: IncomingMessage, response: ServerResponse) => boolean;

/**
 * Creates the handler for Connect and gRPC-Web. It does what connect-node's adapter does, and
 * two things more: it limits messages with error details, and a request that is no valid HTTP,
 * such as one with the header `Host: [`, is answered, where the adapter would throw out of the
 * server's event and so end the process.
 */
export function createHttpRpcHandler(options: HttpRpcOptions): HttpRpcHandler {
  const { maxMessageBytes } = options;
  const files = collectRoutes(options.routes).map(({ spec }) => spec.method.parent.file);
  const router = createConnectRouter({
    grpc: false,
    interceptors: [...options.interceptors, endRequests],
    shutdownSignal: options.shutdownSignal,
    // An Any can be written as JSON only where its type is known.
    jsonOptions: { registry: createRegistry(...new Set(files)) },
    acceptCompression: [compressionGzip, compressionBrotli].map((compression) =>
      limitDecompression(compression, maxMessageBytes),
    ),
  });
  options.routes(router);
  const handlers = new Map(router.handlers.map((handler) => [handler.requestPath, handler]));
  return (request, response) => {
    const handler = handlers.get(request.url?.split("?", 1)[0] ?? "");
    if (handler === undefined) return false;
    void answer(handler, request, response, maxMessageBytes);
    return true;
  };
}

async function answer(
  handler: UniversalHandler,
  request: IncomingMessage,
  response: ServerResponse,
  maxMessageBytes: number,
): Promise<void> {
  response.once("finish", () => dropUnread(request));
  if (!URL.canParse(`http://${request.headers.host ?? ""}`)) {
    sendJson(response, 400, { code: "invalid_argument", message: "host: expected a host name" });
    return;
  }
  try {
    const universal = universalRequestFromNodeRequest(request, response, undefined, undefined);
    const type = request.headers["content-type"] ?? "";
    const enveloped = /^application\/(connect\+|grpc-web)/.test(type);
    // Streams carry files of models, which compressing only slows down.
    if (type.startsWith("application/connect+")) universal.header.delete("connect-accept-encoding");
    const body = limitMessages(bytesOf(request), enveloped, maxMessageBytes);
    await universalResponseToNodeResponse(await handler({ ...universal, body }), response);
  } catch {
    // Handlers answer their own errors: what comes here could not be written to the client.
    response.destroy();
  }
}

async function* bytesOf(request: IncomingMessage): AsyncGenerator<Uint8Array> {
  try {
    // Stopping to read must not destroy the request, for its connection carries the answer.
    yield* request.iterator({ destroyOnReturn: false });
  } catch {
    throw callCanceled();
  }
}

/** Reads what an implementation left unread: it would block the connection's next request. */
function dropUnread(request: IncomingMessage): void {
  if (request.complete) return;
  const timer = setTimeout(() => request.destroy(), unreadMs).unref();
  request.once("close", () => clearTimeout(timer));
  request.resume();
}
