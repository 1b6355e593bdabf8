import { Code, ConnectError, type Interceptor } from "@connectrpc/connect";
import { RetryInfoSchema } from "#gen/google/rpc/error_details_pb.js";
import { translateErrors } from "./translate-errors.ts";

/** As long as the server asks for itself, where it says so in words. */
const retryDelay = { seconds: 1n };

/**
 * Creates the interceptor that calls a stream which HTTP/2 refused UNAVAILABLE, worth a repeat in a
 * second: nothing of it was looked at. Connect calls it INTERNAL.
 */
export function tellRefusedStreams(): Interceptor {
  return translateErrors((error) => {
    if (!isRefusedStream(error)) return error;
    const { rawMessage, metadata, cause } = ConnectError.from(error);
    const details = [{ desc: RetryInfoSchema, value: { retryDelay } }];
    return new ConnectError(rawMessage, Code.Unavailable, metadata, details, cause);
  });
}

/** Node has HTTP/2's code of a stream that was reset in the words of its error alone. */
function isRefusedStream(error: unknown): boolean {
  const cause = error instanceof ConnectError ? error.cause : undefined;
  return (
    cause instanceof Error &&
    "code" in cause &&
    cause.code === "ERR_HTTP2_STREAM_ERROR" &&
    cause.message.endsWith("NGHTTP2_REFUSED_STREAM")
  );
}
