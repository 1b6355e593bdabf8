import { constants, type Http2Session, type ServerHttp2Stream } from "node:http2";
import type { ConnectError } from "@connectrpc/connect";
import {
  ResponderBuilder,
  ServerInterceptingCall,
  type ServerInterceptingCallInterface,
  type ServerInterceptor,
  ServerListenerBuilder,
  status,
} from "@grpc/grpc-js";
import {
  deadlineExceeded,
  malformedMessage,
  messageIncomplete,
  messageTooLarge,
  shuttingDown,
} from "./call-errors.ts";
import { widenWindows } from "./flow-control.ts";
import type { GrpcDrain } from "./grpc-drain.ts";
import { statusOf } from "./grpc-metadata.ts";
import { peerCertificateOf } from "./peer-certificate.ts";
import { limitPings } from "./ping-limit.ts";
import { type CallWatch, watchCall } from "./watched-call.ts";

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
export function createCallInterceptor(
  maxMessageBytes: number,
  watch: CallWatch,
  onTooManyPings: () => void,
  drain: GrpcDrain,
): CallInterceptor {
  const builtIn = new Set<ServerInterceptingCallInterface>();
  const interceptor: ServerInterceptor = (method, call) => {
    const stream = streamOf(call);
    const session = stream?.session;
    const usable = session?.destroyed ? undefined : session;
    if (usable) {
      widenWindows(usable);
      limitPings(usable, onTooManyPings);
      drain.add(usable);
    }
    rememberCertificate(call, usable);
    const isBuiltIn = method.path.startsWith("/grpc.");
    const kind = { isOneRequest: !method.requestStream, isBuiltIn };
    if (stream) watchCall(call, stream, kind, watch);
    explainStatus(call, maxMessageBytes);
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

/**
 * Lets a call have the certificate that its connection has. grpc-js would read it anew each time,
 * and fail where the connection has ended meanwhile.
 */
function rememberCertificate(
  call: ServerInterceptingCallInterface,
  session: Http2Session | undefined,
): void {
  const certificate = session?.encrypted ? peerCertificateOf(session.socket) : undefined;
  call.getAuthContext = () =>
    certificate ? { transportSecurityType: "ssl", sslPeerCertificate: certificate } : {};
}

function explainStatus(call: ServerInterceptingCallInterface, maxMessageBytes: number): void {
  // grpc-js ends a call from inside of the innermost one, past the interceptors around it, so the
  // innermost one's own method is what has to be wrapped.
  const send = call.sendStatus.bind(call);
  let isSent = false;
  call.sendStatus = (given) => {
    const error = given.metadata ? undefined : errorOf(given, call, maxMessageBytes);
    const stream = streamOf(call);
    const needsTrailers = stream?.headersSent === true && !stream.writableEnded;
    // With OK, where grpc-js says "OK", gRPC has no message.
    const own = given.code === status.OK ? { ...given, details: "" } : given;
    send(error ? statusOf(error, new Headers()) : own);
    // Of two, such as that of a deadline that passes at this moment, grpc-js sends the first, which
    // may still be on its way.
    if (isSent) return;
    isSent = true;
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

// grpc-js keeps this to itself too; test/listener-streams.test.ts notices when it is elsewhere.
function isWithinMessage(call: ServerInterceptingCallInterface): boolean {
  return ((call as { decoder?: { readState?: number } }).decoder?.readState ?? 0) !== 0;
}

type GivenStatus = Parameters<ServerInterceptingCallInterface["sendStatus"]>[0];

function errorOf(
  given: GivenStatus,
  call: ServerInterceptingCallInterface,
  maxMessageBytes: number,
): ConnectError | undefined {
  switch (given.code) {
    case status.UNIMPLEMENTED:
      // What grpc-js says of a call that is one message where none came, or a part.
      return isWithinMessage(call) ? messageIncomplete() : undefined;
    case status.RESOURCE_EXHAUSTED:
      return messageTooLarge(maxMessageBytes);
    case status.DEADLINE_EXCEEDED:
      return deadlineExceeded();
    case status.INTERNAL:
      return whatCannotBeRead(given.details);
  }
  return undefined;
}

// grpc-js has one code for what the caller did wrong and for what went wrong here.
function whatCannotBeRead(details: string | null | undefined): ConnectError | undefined {
  if (details?.startsWith("Failed to decompress")) {
    return malformedMessage("it is not compressed as its headers say");
  }
  if (details?.startsWith("Invalid grpc-timeout")) {
    return malformedMessage(
      "expected grpc-timeout to be up to 8 digits and one of H, M, S, m, u, n",
    );
  }
  return undefined;
}
