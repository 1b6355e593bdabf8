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
  const metadata = new UnpaddedMetadata();
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
 * ConnectError is INTERNAL and keeps its text to itself, as in Connect's own handlers; so is an
 * error whose details cannot be written.
 */
export function statusOf(error: unknown, trailers: Headers): StatusObject {
  let known = error instanceof ConnectError ? error : internal(error);
  let all: Headers;
  try {
    all = setTrailerStatus(new Headers(trailers), known);
  } catch (cause) {
    known = internal(cause);
    all = setTrailerStatus(new Headers(trailers), known);
  }
  // grpc-js writes these two from the status itself.
  all.delete("grpc-status");
  all.delete("grpc-message");
  return { code: known.code as number, details: known.rawMessage, metadata: metadataOf(all) };
}

function internal(cause: unknown): ConnectError {
  return new ConnectError("internal error", Code.Internal, undefined, undefined, cause);
}

/**
 * Metadata whose binary values have no padding on the wire, as gRPC recommends for what a server
 * sends: grpc-js pads.
 */
class UnpaddedMetadata extends Metadata {
  override clone(): UnpaddedMetadata {
    const copy = new UnpaddedMetadata(this.getOptions());
    copy.merge(this);
    return copy;
  }

  override toHttp2Headers() {
    const headers = super.toHttp2Headers();
    for (const [name, value] of Object.entries(headers)) {
      if (!name.endsWith("-bin")) continue;
      headers[name] = Array.isArray(value) ? value.map(unpadded) : unpadded(String(value));
    }
    return headers;
  }
}

function unpadded(base64: string): string {
  return base64.replace(/=+$/, "");
}
