import { Code, type ContextValues, type Interceptor } from "@connectrpc/connect";
import type { Logger } from "pino";
import { IdentityKind } from "#gen/modelwire/access/v1/identity_pb.js";
import { callerKey } from "../../rpc/caller.ts";
import type { CallEnd, CallListener, ObservedCall } from "../../telemetry/calls.ts";
import { currentLogFields } from "../../tracing.ts";
import { createCallObserver } from "./observe-calls.ts";

/** Creates an interceptor that does nothing but what {@link createCallLog} does. */
export function createLoggingInterceptor(logger: Logger): Interceptor {
  return createCallObserver([createCallLog(logger)]);
}

/**
 * Creates what writes one line a call: `rpc`, `protocol`, `code`, `duration_ms` until the last
 * message, `request_id` of the call, `trace_id` where it belongs to a trace, `caller` where it is
 * known, and `idempotency_key` where the request has one. Failures of the service are warnings or
 * errors and have their text in `error`; errors also have the `stack` of their cause. Messages and
 * headers are never written.
 */
export function createCallLog(logger: Logger): CallListener {
  return (call) => (end) => {
    const line = {
      rpc: `${call.service}/${call.method}`,
      protocol: call.protocol,
      ...currentLogFields(),
      ...callerOf(call.request.contextValues),
      ...idempotencyKeyOf(call),
      duration_ms: Math.round(end.durationMs),
      code: end.code,
      ...(end.reason !== undefined && { reason: end.reason }),
    };
    write(logger, line, end.error);
  };
}

function write(logger: Logger, line: object, error: CallEnd["error"]): void {
  switch (error?.code) {
    case Code.Internal:
    case Code.Unknown:
    case Code.DataLoss:
      logger.error({ ...line, error: error.rawMessage, stack: stacksOf(error.cause) }, "call");
      break;
    case Code.Unavailable:
      logger.warn({ ...line, error: error.rawMessage }, "call");
      break;
    default:
      logger.info(line, "call");
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

const uuidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function callerOf(values: ContextValues): { caller?: { kind: string; subject: string } } {
  const { identity } = values.get(callerKey);
  if (!identity) return {};
  const { kind, subject } = identity;
  return { caller: { kind: (IdentityKind[kind] ?? "").toLowerCase(), subject } };
}

/**
 * Gives the `request_id` of a message: not that of the call, but what makes it one of its kind. It
 * was not checked yet, and what is no UUID can be anything.
 */
function idempotencyKeyOf({ request }: ObservedCall): { idempotency_key?: string } {
  if (request.stream) return {};
  const id = "requestId" in request.message ? request.message.requestId : undefined;
  return typeof id === "string" && uuidPattern.test(id) ? { idempotency_key: id } : {};
}
