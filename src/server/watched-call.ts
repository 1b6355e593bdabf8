import { constants, type ServerHttp2Stream } from "node:http2";
import type { ConnectError } from "@connectrpc/connect";
import type { Metadata, ServerInterceptingCallInterface } from "@grpc/grpc-js";
import type { ByteAccount, ByteBudget } from "./byte-budget.ts";
import { statusOf } from "./grpc-metadata.ts";
import type { StalledCalls } from "./stalled-calls.ts";
import type { UnadmittedCalls } from "./unadmitted-calls.ts";

type Abort = (error: ConnectError) => void;

/** What looks after the calls of a listener. */
export interface CallWatch {
  /** Ends those whose callers are too slow. */
  stalled: StalledCalls;
  /** Bounds what they hold of memory. */
  budget: ByteBudget;
  /** Bounds those that no interceptor has come to. */
  unadmitted: UnadmittedCalls;
}

/** What a call is. */
export interface CallKind {
  /** Whether its request is one message, which is there before an interceptor has the call. */
  isOneRequest: boolean;
  /** Whether it is one of health or reflection, which no interceptor has. */
  isBuiltIn: boolean;
}

// The metadata is all that the call of a handler and that of an interceptor have in common.
const aborts = new WeakMap<Metadata, Abort>();
const accounts = new WeakMap<Metadata, ByteAccount>();

/** Has a call's handler told where the call is ended because of its caller. */
export function onCallerFault(metadata: Metadata, abort: Abort): void {
  aborts.set(metadata, abort);
}

/** Gives the account of what a call holds of memory. */
export function accountOf(metadata: Metadata): ByteAccount | undefined {
  return accounts.get(metadata);
}

/** Looks after a call from its headers to the end of its stream. */
export function watchCall(
  call: ServerInterceptingCallInterface,
  stream: ServerHttp2Stream,
  { isOneRequest, isBuiltIn }: CallKind,
  { stalled, budget, unadmitted }: CallWatch,
): void {
  let received = 0;
  let taken = 0;
  let ended = false;
  const endRequest = (error: ConnectError) => {
    const abort = abortOf(call);
    if (ended) stream.close(constants.NGHTTP2_CANCEL);
    // The handler of a stream ends it, and says why.
    else if (abort) abort(error);
    else call.sendStatus(statusOf(error, new Headers()));
    ended = true;
  };
  const account = budget.open((error) => {
    if (isOneRequest && stream.readableEnded) return false;
    endRequest(error);
    return true;
  });
  const metadata = metadataOf(call);
  if (metadata) accounts.set(metadata, account);
  stream.on("data", (bytes: Buffer) => {
    received += 1;
    account.receive(bytes.byteLength);
  });
  const send = call.sendMessage.bind(call);
  call.sendMessage = (message: Uint8Array, callback) => {
    account.add(message.byteLength);
    send(message, () => {
      taken += 1;
      account.release(message.byteLength);
      callback();
    });
  };
  const remove = stalled.add({
    isOneRequest,
    awaitsRequest: () => !stream.readableEnded && !stream.isPaused(),
    received: () => received,
    pendingBytes: () => stream.writableLength,
    taken: () => taken,
    endRequest,
    endAnswer(error) {
      abortOf(call)?.(error);
      // What is not read cannot say why. Callers take this for a stream that was lost, and begin
      // another one; ENHANCE_YOUR_CALM would be a quota to them.
      stream.close(constants.NGHTTP2_INTERNAL_ERROR);
    },
  });
  const { session } = stream;
  if (session && (isBuiltIn || isOneRequest)) {
    const leave = unadmitted.add(session, (error) => {
      // A status would wait behind an answer that nobody takes.
      if (stream.writableLength > 0) stream.close(constants.NGHTTP2_ENHANCE_YOUR_CALM);
      else endRequest(error);
    });
    if (!isBuiltIn) stream.once("end", leave);
    stream.once("close", leave);
  }
  stream.once("close", () => {
    remove();
    account.close();
  });
}

function abortOf(call: ServerInterceptingCallInterface): Abort | undefined {
  const metadata = metadataOf(call);
  return metadata && aborts.get(metadata);
}

// grpc-js keeps it to itself; test/stalled-calls.test.ts notices when it is elsewhere.
function metadataOf(call: ServerInterceptingCallInterface): Metadata | undefined {
  return (call as { metadata?: Metadata }).metadata;
}
