import { Code, ConnectError, type Interceptor } from "@connectrpc/connect";
import type { Logger } from "pino";
import { toConnectError } from "./connect-error.ts";

/**
 * Creates the interceptor that turns what handlers throw into errors of the contract, and logs
 * what should not happen.
 */
export function errorInterceptor(
  log: Logger,
  isDatabaseUnavailable: (error: unknown) => boolean,
): Interceptor {
  return (next) => async (request) => {
    try {
      return await next(request);
    } catch (thrown) {
      const error = toConnectError(thrown, isDatabaseUnavailable, request.signal);
      if (error.code === Code.Internal && !(thrown instanceof ConnectError)) {
        log.error({ err: thrown, rpc: request.method.name }, "a call failed as it should not");
      }
      throw error;
    }
  };
}
