import { Code, ConnectError, type Interceptor } from "@connectrpc/connect";
import type { Logger } from "pino";
import { ErrorReason } from "#gen/modelwire/registry/v1/error_reason_pb.js";
import { ModelwireError } from "../error.ts";
import { toConnectError } from "./connect-error.ts";
import { followMessages } from "./follow-messages.ts";

/**
 * Creates the interceptor that turns what handlers throw into errors of the contract, and logs
 * what should not happen: when a call begins, and while the messages of its answer are taken.
 */
export function errorInterceptor(
  log: Logger,
  isDatabaseUnavailable: (error: unknown) => boolean,
): Interceptor {
  return (next) => async (request) => {
    const convert = (thrown: unknown): ConnectError => {
      const known = orCallEnd(thrown, request.signal);
      const error = toConnectError(known, isDatabaseUnavailable, request.signal);
      if (error.code === Code.Internal && !(known instanceof ConnectError)) {
        log.error({ err: thrown, rpc: request.method.name }, "a call failed as it should not");
      }
      return error;
    };
    try {
      const response = await next(request);
      if (!response.stream) return response;
      return {
        ...response,
        message: followMessages(response.message, request.signal, { convert }),
      };
    } catch (thrown) {
      throw convert(thrown);
    }
  };
}

/** Takes the error of work that its call's signal ended for that end, whoever ended it. */
function orCallEnd(thrown: unknown, signal: AbortSignal): unknown {
  if (!signal.aborted || thrown instanceof ConnectError) return thrown;
  const isEnd =
    thrown === signal.reason || (thrown instanceof Error && thrown.name === "AbortError");
  if (!isEnd) return thrown;
  if (signal.reason instanceof ConnectError) return signal.reason;
  const message = "the caller canceled the call";
  return new ModelwireError(ErrorReason.CALL_ENDED, message, { cause: thrown });
}
