import { readFileSync } from "node:fs";
import { createFileRegistry, type DescMessage, fromBinary, type Message } from "@bufbuild/protobuf";
import type { GenMessage, GenService } from "@bufbuild/protobuf/codegenv2";
import { type Any, FileDescriptorSetSchema } from "@bufbuild/protobuf/wkt";

// The suite's own messages, as far as the service reads and writes them. Their fields and rules
// are told in connectrpc/conformance/v1/service.proto and server_compat.proto of its module.
const suite = "connectrpc.conformance.v1";
type In<Name extends string> = Message<`${typeof suite}.${Name}`>;

/** A name with its values, of a header, a trailer or a query parameter. */
export interface Header {
  name: string;
  value: string[];
}

/** An error that is asked for. */
export interface AskedError {
  code: number;
  message?: string;
  details: Any[];
}

/** What both kinds of answer have. */
export interface AskedMetadata {
  responseHeaders: Header[];
  responseTrailers: Header[];
  responseDelayMs: number;
}

/** The answer that a unary call or a client stream asks for. */
export interface AskedAnswer extends AskedMetadata {
  response:
    | { case: "responseData"; value: Uint8Array }
    | { case: "error"; value: AskedError }
    | { case: undefined; value?: undefined };
}

/** The answer that a server stream or a stream both ways asks for. */
export interface AskedAnswers extends AskedMetadata {
  responseData: Uint8Array[];
  error?: AskedError;
}

/** What was seen of a request. */
export type RequestInfo = In<"ConformancePayload.RequestInfo"> & {
  requestHeaders: Header[];
  timeoutMs?: bigint;
  requests: Any[];
  connectGetInfo?: { queryParams: Header[] };
};

interface Payload {
  data: Uint8Array;
  requestInfo?: RequestInfo;
}

/** A request that one answer follows. */
export interface UnaryRequest<Name extends string = string> extends In<Name> {
  responseDefinition?: AskedAnswer;
}

/** A request that any number of answers follows. */
export interface StreamRequest<Name extends string = string> extends In<Name> {
  responseDefinition?: AskedAnswers;
}

interface BidiRequest extends StreamRequest<"BidiStreamRequest"> {
  fullDuplex: boolean;
}

interface Answer<Name extends string> extends In<Name> {
  payload?: Payload;
}

/** What the runner asks of a server. */
export interface ServerRequest extends In<"ServerCompatRequest"> {
  useTls: boolean;
  /** Empty, or the certificate, in PEM, that clients will show. */
  clientTlsCert: Uint8Array;
  messageReceiveLimit: number;
  /** Certificate and key, in PEM, for a server on this machine. */
  serverCreds?: { cert: Uint8Array; key: Uint8Array };
}

interface ServerResponse extends In<"ServerCompatResponse"> {
  host: string;
  port: number;
  pemCert: Uint8Array;
}

interface Method<Kind extends string, Input extends Message, Output extends Message> {
  methodKind: Kind;
  input: GenMessage<Input>;
  output: GenMessage<Output>;
}

type Service = GenService<{
  unary: Method<"unary", UnaryRequest<"UnaryRequest">, Answer<"UnaryResponse">>;
  idempotentUnary: Method<
    "unary",
    UnaryRequest<"IdempotentUnaryRequest">,
    Answer<"IdempotentUnaryResponse">
  >;
  serverStream: Method<
    "server_streaming",
    StreamRequest<"ServerStreamRequest">,
    Answer<"ServerStreamResponse">
  >;
  clientStream: Method<
    "client_streaming",
    UnaryRequest<"ClientStreamRequest">,
    Answer<"ClientStreamResponse">
  >;
  bidiStream: Method<"bidi_streaming", BidiRequest, Answer<"BidiStreamResponse">>;
}>;

/** The suite's descriptors. */
export interface Protos {
  service: Service;
  requestInfo: GenMessage<RequestInfo>;
  serverRequest: GenMessage<ServerRequest>;
  serverResponse: GenMessage<ServerResponse>;
}

/** Reads the suite's descriptors from the image that buf made of its protos. */
export function readProtos(imagePath: string): Protos {
  const registry = createFileRegistry(fromBinary(FileDescriptorSetSchema, readFileSync(imagePath)));
  const service = registry.getService(`${suite}.ConformanceService`);
  if (service === undefined) throw new Error(`${imagePath} has no ConformanceService`);
  const message = (name: string): DescMessage => {
    const found = registry.getMessage(`${suite}.${name}`);
    if (found === undefined) throw new Error(`${imagePath} has no message ${name}`);
    return found;
  };
  return {
    service: service as unknown as Service,
    requestInfo: message("ConformancePayload.RequestInfo") as GenMessage<RequestInfo>,
    serverRequest: message("ServerCompatRequest") as GenMessage<ServerRequest>,
    serverResponse: message("ServerCompatResponse") as GenMessage<ServerResponse>,
  };
}
