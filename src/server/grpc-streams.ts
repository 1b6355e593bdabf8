import type { Http2Server, IncomingHttpHeaders, ServerHttp2Stream } from "node:http2";
import type { ConnectError } from "@connectrpc/connect";
import type { Server } from "@grpc/grpc-js";
import { malformedMessage } from "./call-errors.ts";
import { statusOf } from "./grpc-metadata.ts";
import { MOST_BINARY_VALUES } from "./listener-limits.ts";
import { dropLongTimeouts } from "./long-timeouts.ts";

type OnStream = (stream: ServerHttp2Stream, headers: IncomingHttpHeaders, flags: number) => void;

/**
 * Looks at the headers of each call before grpc-js does, which has read them when it comes to an
 * interceptor.
 */
export function guardHeaders(server: Server): void {
  for (const http2 of http2ServersOf(server)) {
    const handlers = http2.listeners("stream") as OnStream[];
    http2.removeAllListeners("stream");
    http2.on("stream", (stream: ServerHttp2Stream, headers: IncomingHttpHeaders, flags: number) => {
      const error = findFault(headers);
      if (error) return refuse(stream, error);
      dropLongTimeouts(headers);
      for (const handle of handlers) handle.call(http2, stream, headers, flags);
    });
  }
}

// grpc-js keeps them to itself; test/listeners.test.ts notices when they are elsewhere.
function http2ServersOf(server: Server): Iterable<Http2Server> {
  const { http2Servers } = server as unknown as { http2Servers?: Map<Http2Server, unknown> };
  return http2Servers?.keys() ?? [];
}

/** Of binary headers grpc-js makes a buffer for each comma, which takes 200 times as much memory. */
function findFault(headers: IncomingHttpHeaders): ConnectError | undefined {
  let values = 0;
  for (const name in headers) {
    if (!name.endsWith("-bin")) continue;
    values += String(headers[name]).split(",", MOST_BINARY_VALUES + 1).length;
  }
  if (values <= MOST_BINARY_VALUES) return undefined;
  return malformedMessage(`expected ${MOST_BINARY_VALUES} values of binary headers at the most`);
}

function refuse(stream: ServerHttp2Stream, error: ConnectError): void {
  stream.on("error", () => {});
  const { code, details, metadata } = statusOf(error, new Headers());
  const headers = {
    ":status": 200,
    "content-type": "application/grpc",
    "grpc-status": code,
    "grpc-message": encodeURI(details ?? ""),
    ...metadata?.toHttp2Headers(),
  };
  stream.respond(headers, { endStream: true });
}
