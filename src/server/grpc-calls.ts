import { constants, type ServerHttp2Stream } from "node:http2";
import { Code, ConnectError } from "@connectrpc/connect";
import {
  ResponderBuilder,
  ServerInterceptingCall,
  type ServerInterceptingCallInterface,
  type ServerInterceptor,
  ServerListenerBuilder,
  status,
} from "@grpc/grpc-js";
import { deadlineExceeded, messageTooLarge, shuttingDown } from "./call-errors.ts";
import { widenWindows } from "./flow-control.ts";
import { statusOf } from "./grpc-metadata.ts";

/** What a gRPC listener does with calls before they come to a handler. */
export interface CallInterceptor {
  interceptor: ServerInterceptor;
  /** Ends open calls of the health and reflection services, which have no end of their own. */
  endBuiltIn(): void;
}

/**
 * Creates the interceptor that gives error details to the statuses grpc-js makes by itself: a
 * message over the limit, and a deadline that passed. It also refuses a stream that ends within a
 * message, and tells a client that goes on sending after the status to stop, where grpc-js would
 * read and drop all that comes.
 */
export function createCallInterceptor(maxMessageBytes: number): CallInterceptor {
  const builtIn = new Set<ServerInterceptingCallInterface>();
  const interceptor: ServerInterceptor = (method, call) => {
    const session = streamOf(call)?.session;
    if (session && !session.destroyed) widenWindows(session);
    explainStatus(call, maxMessageBytes);
    const isBuiltIn = method.path.startsWith("/grpc.");
    if (!isBuiltIn && !method.requestStream) return new ServerInterceptingCall(call);
    if (isBuiltIn) builtIn.add(call);
    const listener = new ServerListenerBuilder()
      .withOnCancel(() => builtIn.delete(call))
      .withOnReceiveHalfClose((next) => {
        // grpc-js takes the end of a stream that broke off for the end of its request, and leaves
        // out a message of which only a part came.
        if (streamOf(call)?.aborted) return;
        if (isWithinMessage(call)) call.sendStatus(statusOf(messageIncomplete(), new Headers()));
        else next();
      })
      .build();
    return new ServerInterceptingCall(
      call,
      new ResponderBuilder().withStart((next) => next(listener)).build(),
    );
  };
  const endBuiltIn = () => {
    for (const call of builtIn) {
      call.sendStatus(statusOf(shuttingDown(), new Headers()));
    }
  };
  return { interceptor, endBuiltIn };
}

function explainStatus(call: ServerInterceptingCallInterface, maxMessageBytes: number): void {
  // grpc-js ends a call from inside of the innermost one, past the interceptors around it, so the
  // innermost one's own method is what has to be wrapped.
  const send = call.sendStatus.bind(call);
  call.sendStatus = (given) => {
    const error = given.metadata ? undefined : errorOf(given.code, maxMessageBytes);
    const stream = streamOf(call);
    const needsTrailers = stream?.headersSent === true && !stream.writableEnded;
    // With OK, where grpc-js says "OK", gRPC has no message.
    const own = given.code === status.OK ? { ...given, details: "" } : given;
    send(error ? statusOf(error, new Headers()) : own);
    if (stream && !stream.readableEnded) resetBehindStatus(stream, needsTrailers);
  };
}

/** Resets a stream, without an error, once its status is on its way. */
function resetBehindStatus(stream: ServerHttp2Stream, needsTrailers: boolean): void {
  // Node sends trailers in an immediate of its own: earlier, the reset would overtake them.
  const reset = () => setImmediate(() => stream.close(constants.NGHTTP2_NO_ERROR));
  if (needsTrailers) stream.once("wantTrailers", reset);
  else reset();
}

// grpc-js keeps it to itself; test/listener-streams.test.ts notices when it is elsewhere.
function streamOf(call: ServerInterceptingCallInterface): ServerHttp2Stream | undefined {
  return (call as { stream?: ServerHttp2Stream }).stream;
}

function messageIncomplete(): ConnectError {
  return new ConnectError("the stream ended within a message", Code.InvalidArgument);
}

// grpc-js keeps this to itself too; test/listener-streams.test.ts notices when it is elsewhere.
function isWithinMessage(call: ServerInterceptingCallInterface): boolean {
  return ((call as { decoder?: { readState?: number } }).decoder?.readState ?? 0) !== 0;
}

function errorOf(code: status, maxMessageBytes: number): ConnectError | undefined {
  if (code === status.RESOURCE_EXHAUSTED) return messageTooLarge(maxMessageBytes);
  if (code === status.DEADLINE_EXCEEDED) return deadlineExceeded();
  return undefined;
}
