import { AsyncLocalStorage } from "node:async_hooks";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createRegistry } from "@bufbuild/protobuf";
import {
  type ConnectRouter,
  type ContextValues,
  createConnectRouter,
  createContextValues,
  type Interceptor,
} from "@connectrpc/connect";
import type { UniversalHandler, UniversalServerResponse } from "@connectrpc/connect/protocol";
import {
  compressionBrotli,
  compressionGzip,
  universalRequestFromNodeRequest,
  universalResponseToNodeResponse,
} from "@connectrpc/connect-node";
import type { ByteAccount } from "./byte-budget.ts";
import { dropUnread } from "./drop-unread.ts";
import { explainResponse } from "./http-explain.ts";
import { sendJson } from "./http-json.ts";
import { endRequests } from "./interceptors/end-requests.ts";
import { dropLongTimeouts } from "./long-timeouts.ts";
import { limitDecompression, limitMessages } from "./message-limit.ts";
import { peerAddressKey } from "./peer-address.ts";
import { peerCertificateKey, peerCertificateOf } from "./peer-certificate.ts";
import { collectRoutes } from "./routes.ts";
import { type RequestWatch, watchRequest } from "./watched-request.ts";

/** What RPCs over HTTP/1.1 need. */
export interface HttpRpcOptions extends RequestWatch {
  routes: (router: ConnectRouter) => void;
  interceptors: Interceptor[];
  maxMessageBytes: number;
  /** Aborts the signal of every call. */
  shutdownSignal: AbortSignal;
  /** Says for which hosts calls are taken, as the header `Host` has them; unset: for any. */
  takesHost?: ((host: string) => boolean) | undefined;
}

/** Counts what the call is unpacked to that is answered: what unpacks does not know of which it is. */
const unpacking = new AsyncLocalStorage<(bytes: number) => void>();

/** Answers a request if its path is that of an RPC, and says whether it is. */
export type HttpRpcHandler = (request: IncomingMessage, response: ServerResponse) => boolean;

/**
 * Creates the handler for Connect and gRPC-Web. It does what connect-node's adapter does, and
 * four things more: it limits messages with error details, it ends calls whose callers are too
 * slow, it takes deadlines that no timer can wait for, and a request that is no valid HTTP, such as
 * one with the header `Host: [`, is answered, where the adapter would throw out of the server's event
 * and so end the process.
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
      limitDecompression(compression, maxMessageBytes, (bytes) => unpacking.getStore()?.(bytes)),
    ),
  });
  options.routes(router);
  const handlers = new Map(router.handlers.map((handler) => [handler.requestPath, handler]));
  return (request, response) => {
    const handler = handlers.get(request.url?.split("?", 1)[0] ?? "");
    if (handler === undefined) return false;
    void answer(handler, request, response, options);
    return true;
  };
}

async function answer(
  handler: UniversalHandler,
  request: IncomingMessage,
  response: ServerResponse,
  options: HttpRpcOptions,
): Promise<void> {
  response.once("finish", () => dropUnread(request));
  const { takesHost } = options;
  const host = request.headers.host ?? "";
  if (!URL.canParse(`http://${host}`)) {
    sendJson(response, 400, { code: "invalid_argument", message: "host: expected a host name" });
    return;
  }
  if (takesHost && !takesHost(host)) {
    const message =
      "host: expected an address or a name of this machine, since callers need not be known; MODELWIRE_AUTH=on has them known, and off says that any name is meant";
    sendJson(response, 403, { code: "permission_denied", message });
    return;
  }
  try {
    dropLongTimeouts(request.headers);
    const universal = universalRequestFromNodeRequest(
      request,
      response,
      undefined,
      contextOf(request),
    );
    const type = request.headers["content-type"] ?? "";
    const enveloped = /^application\/(connect\+|grpc-web)/.test(type);
    // Streams carry files of models, which compressing only slows down.
    if (type.startsWith("application/connect+")) universal.header.delete("connect-accept-encoding");
    const isOneRequest = !/^(client|bidi)_streaming$/.test(handler.method.methodKind);
    const { signal } = universal;
    const watched = watchRequest(request, response, { isOneRequest, signal }, options);
    const { account } = watched;
    const { maxMessageBytes } = options;
    const releases = !isOneRequest;
    const limits = { enveloped, maxMessageBytes, account, releases };
    const body = limitMessages(watched.body, limits);
    await unpacking.run(countUnpacked(account), async () => {
      const answered = await handler({ ...universal, signal: watched.signal, body });
      const explained = await explainResponse(answered);
      await universalResponseToNodeResponse(countAnswer(explained, account), response);
    });
  } catch {
    // Handlers answer their own errors: what comes here could not be written to the client.
    response.destroy();
  }
}

/** Counts the message that was unpacked last, in place of the one before. */
function countUnpacked(account: ByteAccount): (bytes: number) => void {
  let lastBytes = 0;
  return (bytes) => {
    account.release(lastBytes);
    account.receive(bytes);
    lastBytes = bytes;
  };
}

/** Counts what is written of an answer until the client has taken it. */
function countAnswer(
  answer: UniversalServerResponse,
  account: ByteAccount,
): UniversalServerResponse {
  const { body } = answer;
  return body ? { ...answer, body: countChunks(body, account) } : answer;
}

function countChunks(
  body: AsyncIterable<Uint8Array>,
  account: ByteAccount,
): AsyncIterable<Uint8Array> {
  return {
    [Symbol.asyncIterator]() {
      const chunks = body[Symbol.asyncIterator]();
      let heldBytes = 0;
      return {
        async next() {
          // Who asks for the next has sent the one before.
          account.release(heldBytes);
          const next = await chunks.next();
          heldBytes = next.done ? 0 : next.value.byteLength;
          account.add(heldBytes);
          return next;
        },
        return: async (value) => chunks.return?.(value) ?? { done: true, value },
        throw: async (error) => chunks.throw?.(error) ?? Promise.reject(error),
      };
    },
  };
}

function contextOf(request: IncomingMessage): ContextValues {
  const values = createContextValues();
  values.set(peerAddressKey, request.socket.remoteAddress ?? "");
  const certificate = peerCertificateOf(request.socket);
  return certificate ? values.set(peerCertificateKey, certificate) : values;
}
