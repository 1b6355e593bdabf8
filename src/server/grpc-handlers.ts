import type { EventEmitter } from "node:events";
import { ConnectError, type Interceptor, type MethodImplSpec } from "@connectrpc/connect";
import {
  createMethodSerializationLookup,
  createMethodUrl,
  invokeUnaryImplementation,
  transformInvokeImplementation,
  validateReadWriteMaxBytes,
} from "@connectrpc/connect/protocol";
import type {
  handleBidiStreamingCall,
  handleServerStreamingCall,
  handleUnaryCall,
  Server,
  ServerDuplexStream,
  ServerUnaryCall,
  ServerWritableStream,
} from "@grpc/grpc-js";
import { callCanceled, deadlineExceeded, malformedMessage } from "./call-errors.ts";
import { createGrpcContext, type GrpcContext } from "./grpc-context.ts";
import { headersOf, metadataOf, statusOf } from "./grpc-metadata.ts";
import { endRequests } from "./interceptors/end-requests.ts";
import { addressOf, peerAddressKey } from "./peer-address.ts";
import { peerCertificateKey } from "./peer-certificate.ts";
import { accountOf, onCallerFault } from "./watched-call.ts";

/** What every handler of a listener shares. */
export interface HandlerOptions {
  interceptors: Interceptor[];
  /** Aborts the signal of every call. */
  shutdownSignal: AbortSignal;
  /** Of the URLs that handlers see. */
  scheme: "http" | "https";
}

// Signals abort at the end of every call, and one error each is a tenth of what a call costs.
const callEnded = new DOMException("the call has ended", "AbortError");

/** What precedes each message on its way: a byte of flags and the size. */
const PREFIX_BYTES = 5;

type UnaryCall = ServerUnaryCall<Uint8Array, Uint8Array>;
type OneRequestCall = ServerWritableStream<Uint8Array, Uint8Array>;
type StreamCall = ServerDuplexStream<Uint8Array, Uint8Array>;

/**
 * Registers the implementation of one RPC with a grpc-js server. Messages cross as bytes and are
 * read and written here, so that a malformed one ends the call with the same error as over HTTP.
 */
export function registerMethod(
  server: Server,
  spec: MethodImplSpec,
  options: HandlerOptions,
): void {
  const register = (handler: HandlerOf, type: string) =>
    server.register(
      createMethodUrl("/", spec.method),
      handler,
      bufferOf,
      (bytes: Buffer): Uint8Array => bytes,
      type,
    );
  switch (spec.kind) {
    case "unary":
      return void register(unaryHandler(spec, options), "unary");
    case "server_streaming":
      return void register(streamHandler(spec, options), "serverStream");
    // On the wire a client stream is a stream both ways with one answer.
    case "client_streaming":
    case "bidi_streaming":
      return void register(streamHandler(spec, options), "bidi");
  }
}

type HandlerOf =
  | handleUnaryCall<Uint8Array, Uint8Array>
  | handleServerStreamingCall<Uint8Array, Uint8Array>
  | handleBidiStreamingCall<Uint8Array, Uint8Array>;

function unaryHandler(
  spec: MethodImplSpec & { kind: "unary" },
  options: HandlerOptions,
): handleUnaryCall<Uint8Array, Uint8Array> {
  const { parse, serialize } = serializationOf(spec);
  return async (call, callback) => {
    const context = contextOf(call, spec, options);
    try {
      const request = parse(call.request);
      const response = await invokeUnaryImplementation(
        spec,
        context,
        request,
        options.interceptors,
      );
      const bytes = serialize(response);
      sendHeaders(call, context);
      callback(null, bytes, metadataOf(context.responseTrailer));
    } catch (error) {
      sendHeaders(call, context);
      callback(statusOf(error, context.responseTrailer));
    } finally {
      context.abort(callEnded);
    }
  };
}

function streamHandler(spec: MethodImplSpec, options: HandlerOptions) {
  const { parse, serialize } = serializationOf(spec);
  return async (call: OneRequestCall | StreamCall) => {
    const context = contextOf(call, spec, options);
    const invoke = transformInvokeImplementation(spec, context, [
      ...options.interceptors,
      endRequests,
    ]);
    try {
      let sentHeaders = false;
      for await (const message of invoke(requestsOf(call, parse, context.signal))) {
        const bytes = serialize(message);
        // Not before the first message: until then the implementation may set headers.
        if (!sentHeaders) sendHeaders(call, context);
        sentHeaders = true;
        if (!call.write(bytes)) await drained(call, context.signal);
        context.signal.throwIfAborted();
      }
      if (!sentHeaders) sendHeaders(call, context);
      call.end(metadataOf(context.responseTrailer));
    } catch (error) {
      sendHeaders(call, context);
      call.emit("error", statusOf(error, context.responseTrailer));
    } finally {
      context.abort(callEnded);
    }
  };
}

function contextOf(
  call: UnaryCall | OneRequestCall | StreamCall,
  spec: MethodImplSpec,
  { shutdownSignal, scheme }: HandlerOptions,
): GrpcContext {
  const deadlineMs = Number(call.getDeadline());
  const given = {
    service: spec.method.parent,
    method: spec.method,
    protocolName: "grpc",
    requestMethod: "POST",
    url: `${scheme}://${call.getHost()}${call.getPath()}`,
    // grpc-js keeps the content type to itself, and interceptors know the protocol by it.
    requestHeader: new Headers([...headersOf(call.metadata), ["content-type", "application/grpc"]]),
  };
  const context = createGrpcContext(given, deadlineMs, shutdownSignal);
  context.values.set(peerAddressKey, addressOf(call.getPeer()));
  onCallerFault(call.metadata, context.abort);
  const certificate = call.getAuthContext().sslPeerCertificate;
  if (certificate) context.values.set(peerCertificateKey, certificate);
  const events: EventEmitter = call;
  events.once("cancelled", () => {
    // grpc-js says this of calls that were answered too.
    if (context.signal.aborted) return;
    context.abort(Date.now() < deadlineMs ? callCanceled() : deadlineExceeded());
  });
  return context;
}

async function* requestsOf<T>(
  call: OneRequestCall | StreamCall,
  parse: (bytes: Uint8Array) => T,
  signal: AbortSignal,
): AsyncGenerator<T> {
  if ("request" in call) {
    yield parse(call.request);
    return;
  }
  const account = accountOf(call.metadata);
  try {
    // An implementation may stop reading and answer: that must not destroy the call.
    for await (const bytes of call.iterator({ destroyOnReturn: false })) {
      yield parse(bytes);
      // Who asks for the next is done with it.
      account?.release(PREFIX_BYTES + bytes.byteLength);
    }
  } catch (error) {
    throw signal.aborted ? signal.reason : error;
  }
}

function sendHeaders(call: UnaryCall | OneRequestCall | StreamCall, context: GrpcContext): void {
  const metadata = metadataOf(context.responseHeader);
  // Without any, grpc-js sends them with the first message, or with the status alone.
  if (Object.keys(metadata.getMap()).length > 0) call.sendMetadata(metadata);
}

function drained(call: OneRequestCall | StreamCall, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      call.off("drain", done);
      signal.removeEventListener("abort", done);
      resolve();
    };
    call.on("drain", done);
    signal.addEventListener("abort", done);
    if (signal.aborted) done();
  });
}

function serializationOf({ method }: MethodImplSpec) {
  const lookup = createMethodSerializationLookup(
    method,
    undefined,
    undefined,
    validateReadWriteMaxBytes(undefined, undefined, undefined),
  );
  const { parse } = lookup.getI(true);
  return {
    parse(bytes: Uint8Array) {
      try {
        return parse(bytes);
      } catch (error) {
        throw malformedMessage(ConnectError.from(error).rawMessage);
      }
    },
    serialize: lookup.getO(true).serialize,
  };
}

function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
