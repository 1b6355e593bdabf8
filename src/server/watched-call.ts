import { constants, type ServerHttp2Stream } from "node:http2";
import type { ConnectError } from "@connectrpc/connect";
import type { Metadata, ServerInterceptingCallInterface } from "@grpc/grpc-js";
import type { ByteAccount, ByteBudget } from "./byte-budget.ts";
import { statusOf } from "./grpc-metadata.ts";
import type { StalledCalls } from "./stalled-calls.ts";

type Abort = (error: ConnectError) => void;

/** What looks after the calls of a listener. */
export interface CallWatch {
  /** Ends those whose callers are too slow. */
  stalled: StalledCalls;
  /** Bounds what they hold of memory. */
  budget: ByteBudget;
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
  isOneRequest: boolean,
  { stalled, budget }: CallWatch,
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
      stream.close(constants.NGHTTP2_ENHANCE_YOUR_CALM);
    },
  });
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
