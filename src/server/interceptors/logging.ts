import { Code, ConnectError, type Interceptor } from "@connectrpc/connect";
import { codeToString } from "@connectrpc/connect/protocol-connect";
import type { Logger } from "pino";
import { callCanceled } from "../call-errors.ts";

type Done = (error?: unknown) => void;

/**
 * Creates the interceptor that writes one line a call: `rpc`, `protocol`, `code`, `duration_ms`
 * until the last message, and `request_id` where the request has one. Failures of the service are
 * warnings or errors and have their text in `error`; errors also have the `stack` of their cause.
 * Messages and headers are never written. It belongs outermost, so that it sees the code that the
 * caller gets.
 */
export function createLoggingInterceptor(logger: Logger): Interceptor {
  return (next) => async (request) => {
    const startMs = performance.now();
    const line = {
      rpc: `${request.service.typeName}/${request.method.name}`,
      protocol: protocolOf(request.header),
      ...(request.stream ? {} : requestIdOf(request.message)),
    };
    const done: Done = (error) => {
      const durationMs = Math.round(performance.now() - startMs);
      const known = error === undefined ? undefined : connectErrorOf(error, request.signal);
      write(logger, { ...line, duration_ms: durationMs }, known);
    };
    try {
      const response = await next(request);
      if (response.stream) {
        return { ...response, message: untilEnd(response.message, request.signal, done) };
      }
      done();
      return response;
    } catch (error) {
      done(error);
      throw error;
    }
  };
}

async function* untilEnd<T>(
  messages: AsyncIterable<T>,
  signal: AbortSignal,
  done: Done,
): AsyncGenerator<T> {
  let handingOver = false;
  try {
    for await (const message of messages) {
      handingOver = true;
      yield message;
      handingOver = false;
    }
    done();
  } catch (error) {
    if (!handingOver) done(error);
    throw error;
  } finally {
    // Nobody takes the message: the caller is gone, or the call was told to stop.
    if (handingOver) done(signal.reason ?? callCanceled());
  }
}

/** Gives what the caller gets, or would get if it were still there. */
function connectErrorOf(error: unknown, signal: AbortSignal): ConnectError {
  if (error instanceof ConnectError) return error;
  // An error of the connection, where the caller went away.
  if (signal.aborted && error === signal.reason) return callCanceled();
  return new ConnectError("internal error", Code.Internal, undefined, undefined, error);
}

function write(logger: Logger, line: object, error: ConnectError | undefined): void {
  if (error === undefined) {
    logger.info({ ...line, code: "ok" }, "call");
    return;
  }
  const coded = { ...line, code: codeToString(error.code) };
  switch (error.code) {
    case Code.Internal:
    case Code.Unknown:
    case Code.DataLoss:
      logger.error({ ...coded, error: error.rawMessage, stack: stacksOf(error.cause) }, "call");
      break;
    case Code.Unavailable:
      logger.warn({ ...coded, error: error.rawMessage }, "call");
      break;
    default:
      logger.info(coded, "call");
  }
}

/** Gives the stacks of an error and its causes, and none of their fields: those may hold bodies. */
function stacksOf(error: unknown): string | undefined {
  if (error === undefined) return undefined;
  if (!(error instanceof Error)) return String(error);
  const own = error.stack ?? error.message;
  const cause = stacksOf(error.cause);
  return cause === undefined ? own : `${own}\ncaused by ${cause}`;
}

function protocolOf(header: Headers): string {
  const type = header.get("content-type") ?? "";
  if (type.startsWith("application/grpc-web")) return "grpc-web";
  return type.startsWith("application/grpc") ? "grpc" : "connect";
}

function requestIdOf(message: object): { request_id?: string } {
  const id = "requestId" in message ? message.requestId : undefined;
  return typeof id === "string" && id !== "" ? { request_id: id } : {};
}
