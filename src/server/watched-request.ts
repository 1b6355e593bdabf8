import type { IncomingMessage, ServerResponse } from "node:http";
import type { ConnectError } from "@connectrpc/connect";
import type { ByteAccount, ByteBudget } from "./byte-budget.ts";
import { callCanceled } from "./call-errors.ts";
import type { StalledCalls } from "./stalled-calls.ts";

/** The request of a call that is looked after. */
export interface WatchedRequest {
  /** The request's bytes; what ends the call ends them with an error. */
  body: AsyncIterable<Uint8Array>;
  /** Aborts as the given signal does, and where the caller takes nothing. */
  signal: AbortSignal;
  /** What the call holds of memory. */
  account: ByteAccount;
}

/** What looks after the requests of a listener. */
export interface RequestWatch {
  /** Ends those whose callers are too slow. */
  stalled: StalledCalls;
  /** Bounds what they hold of memory. */
  budget: ByteBudget;
}

/** Looks after a call from its headers until its answer is sent. */
export function watchRequest(
  request: IncomingMessage,
  response: ServerResponse,
  { isOneRequest, signal }: { isOneRequest: boolean; signal: AbortSignal },
  { stalled, budget }: RequestWatch,
): WatchedRequest {
  const controller = new AbortController();
  signal.addEventListener("abort", () => controller.abort(signal.reason), { once: true });
  if (signal.aborted) controller.abort(signal.reason);
  let received = 0;
  let fail: ((error: ConnectError) => void) | undefined;
  let refusal: ConnectError | undefined;
  // Stopping to read must not destroy the request, for its connection carries the answer.
  const chunks = request.iterator({ destroyOnReturn: false });
  const next = () =>
    new Promise<IteratorResult<Uint8Array>>((resolve, reject) => {
      fail = reject;
      if (refusal) return reject(refusal);
      chunks.next().then(resolve, () => reject(callCanceled()));
    }).finally(() => {
      fail = undefined;
      received += 1;
    });
  const account = budget.open((error) => {
    if (request.complete) return false;
    refusal = error;
    fail?.(error);
    return true;
  });
  const remove = stalled.add({
    isOneRequest,
    awaitsRequest: () => fail !== undefined,
    received: () => received,
    pendingBytes: () => response.writableLength,
    taken: () => (response.socket?.bytesWritten ?? 0) - response.writableLength,
    endRequest: (error) => fail?.(error),
    endAnswer(error) {
      controller.abort(error);
      response.destroy();
    },
  });
  response.once("close", () => {
    remove();
    account.close();
  });
  return {
    body: {
      [Symbol.asyncIterator]: () => ({
        next,
        async return(value?: unknown) {
          // Not waited for: it would wait for bytes that are still to come.
          chunks.return?.()?.catch(() => {});
          return { done: true, value };
        },
      }),
    },
    signal: controller.signal,
    account,
  };
}
