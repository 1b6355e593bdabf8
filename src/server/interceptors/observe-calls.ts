import { randomUUID } from "node:crypto";
import {
  Code,
  ConnectError,
  type Interceptor,
  type StreamRequest,
  type UnaryRequest,
} from "@connectrpc/connect";
import { codeToString } from "@connectrpc/connect/protocol-connect";
import { SpanKind, type Tracer } from "@opentelemetry/api";
import { ErrorInfoSchema } from "#gen/google/rpc/error_details_pb.js";
import { followMessages } from "../../rpc/follow-messages.ts";
import type { CallEnd, CallListener, ObservedCall } from "../../telemetry/calls.ts";
import { type OpenSpan, openSpan } from "../../tracing.ts";
import { callCanceled } from "../call-errors.ts";

/** What an id of a call may be that its caller has chosen. */
const requestIdPattern = /^[\w.:/+=@-]{1,128}$/;

/** Codes that say something of the server; the others are its caller's (OpenTelemetry, gRPC). */
const serverFaults: ReadonlySet<Code> = new Set([
  Code.Unknown,
  Code.DeadlineExceeded,
  Code.Unimplemented,
  Code.Internal,
  Code.Unavailable,
  Code.DataLoss,
]);

/**
 * Creates the interceptor that makes a server span of each call, in the trace of its caller's
 * `traceparent`; gives the call an id, that of its header `x-request-id` where it has a reasonable
 * one, and answers with it; and tells listeners of its beginning and its end. It belongs
 * outermost, so that it sees the code that the caller gets.
 */
export function createCallObserver(
  listeners: readonly CallListener[],
  tracer?: Tracer,
): Interceptor {
  return (next) => async (request) => {
    const startMs = performance.now();
    const call = describe(request);
    const requestId = requestIdOf(request.header);
    const span = openCallSpan(call, requestId, tracer);
    const ends = span.run(() => listeners.map((listener) => listener(call)));
    const done = (thrown?: unknown) => {
      const error = thrown === undefined ? undefined : connectErrorOf(thrown, request.signal);
      const end = { ...outcomeOf(error), error, durationMs: performance.now() - startMs };
      span.run(() => {
        for (const tell of ends) tell(end);
      });
      endCallSpan(span, call, end);
    };
    try {
      const response = await span.run(() => next(request));
      response.header.set("x-request-id", requestId);
      if (response.stream) {
        const message = followMessages(response.message, request.signal, {
          // What makes the messages runs when one is asked for, and belongs to the call all the same.
          run: (work) => span.run(work),
          // Left: the caller is gone, or the call was told to stop.
          onEnd: (how, error) =>
            done(how === "left" ? (request.signal.reason ?? callCanceled()) : error),
        });
        return { ...response, message };
      }
      done();
      return response;
    } catch (error) {
      if (error instanceof ConnectError) error.metadata.set("x-request-id", requestId);
      done(error);
      throw error;
    }
  };
}

function describe(request: UnaryRequest | StreamRequest): ObservedCall {
  const { service, method, header } = request;
  return { service: service.typeName, method: method.name, protocol: protocolOf(header), request };
}

function protocolOf(header: Headers): ObservedCall["protocol"] {
  const type = header.get("content-type") ?? "";
  if (type.startsWith("application/grpc-web")) return "grpc-web";
  return type.startsWith("application/grpc") ? "grpc" : "connect";
}

function requestIdOf(header: Headers): string {
  const given = header.get("x-request-id") ?? "";
  return requestIdPattern.test(given) ? given : randomUUID();
}

function openCallSpan(call: ObservedCall, requestId: string, tracer: Tracer | undefined): OpenSpan {
  const name = `${call.service}/${call.method}`;
  const attributes = tracer && {
    "rpc.system.name": call.protocol === "connect" ? "connectrpc" : "grpc",
    "rpc.method": name,
    "modelwire.request_id": requestId,
  };
  const parent = call.request.header.get("traceparent") ?? "";
  return openSpan(
    name,
    { kind: SpanKind.SERVER, parent, ...(attributes && { attributes }) },
    requestId,
    tracer,
  );
}

function endCallSpan(span: OpenSpan, call: ObservedCall, { code, reason, error }: CallEnd): void {
  span.set("rpc.response.status_code", call.protocol === "connect" ? code : code.toUpperCase());
  if (error) {
    if (serverFaults.has(error.code)) span.fail(code);
    else span.set("error.type", code);
    if (reason !== undefined) span.set("modelwire.error.reason", reason);
  }
  span.end();
}

function outcomeOf(error: ConnectError | undefined): Pick<CallEnd, "code" | "reason"> {
  if (!error) return { code: "ok", reason: undefined };
  const [info] = error.findDetails(ErrorInfoSchema);
  return { code: codeToString(error.code), reason: info?.reason };
}

/** Gives what the caller gets, or would get if it were still there. */
function connectErrorOf(error: unknown, signal: AbortSignal): ConnectError {
  if (error instanceof ConnectError) return error;
  // An error of the connection, where the caller went away.
  if (signal.aborted && error === signal.reason) return callCanceled();
  return new ConnectError("internal error", Code.Internal, undefined, undefined, error);
}
