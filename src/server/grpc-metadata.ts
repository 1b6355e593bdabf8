import { Code, ConnectError } from "@connectrpc/connect";
import { setTrailerStatus } from "@connectrpc/connect/protocol-grpc";
import { Metadata, type StatusObject } from "@grpc/grpc-js";

/** Turns request metadata into headers; `-bin` values become base64, as on the wire. */
export function headersOf(metadata: Metadata): [string, string][] {
  const headers: [string, string][] = [];
  for (const [name, value] of Object.entries(metadata.toHttp2Headers())) {
    for (const one of Array.isArray(value) ? value : [value]) headers.push([name, String(one)]);
  }
  return headers;
}

/**
 * Turns headers into metadata. What gRPC cannot carry is left out: names with other characters
 * than letters, digits, `.`, `_`, `-`, and values that are not printable ASCII.
 */
export function metadataOf(headers: Headers): Metadata {
  const metadata = new Metadata();
  for (const [name, value] of headers) {
    if (!/^[0-9a-z_.-]+$/.test(name)) continue;
    if (name.endsWith("-bin")) {
      for (const one of value.split(",")) metadata.add(name, Buffer.from(one.trim(), "base64"));
    } else if (/^[ -~]*$/.test(value)) {
      metadata.add(name, value);
    }
  }
  return metadata;
}

/**
 * Turns what a call failed with into the status that ends it: code, message, trailers, the
 * metadata of the error, and its details in `grpc-status-details-bin`. Whatever is not a
 * ConnectError is INTERNAL and keeps its text to itself, as in Connect's own handlers.
 */
export function statusOf(error: unknown, trailers: Headers): StatusObject {
  const known =
    error instanceof ConnectError
      ? error
      : new ConnectError("internal error", Code.Internal, undefined, undefined, error);
  const all = setTrailerStatus(new Headers(trailers), known);
  // grpc-js writes these two from the status itself.
  all.delete("grpc-status");
  all.delete("grpc-message");
  return { code: known.code as number, details: known.rawMessage, metadata: metadataOf(all) };
}
