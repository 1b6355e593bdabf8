import { Code, ConnectError, type Interceptor } from "@connectrpc/connect";
import { callCanceled, deadlineExceeded } from "../call-errors.ts";

/**
 * Ends the requests of a stream where the call ends: a handler that waits for the next message
 * of a client that is gone, late, or connected to a server that shuts down gets an error in place
 * of it, so that it can clean up. It belongs innermost.
 */
export const endRequests: Interceptor = (next) => (request) => {
  if (!request.stream) return next(request);
  return next({ ...request, message: untilAborted(request.message, request.signal) });
};

function untilAborted<T>(messages: AsyncIterable<T>, signal: AbortSignal): AsyncIterable<T> {
  return {
    [Symbol.asyncIterator]() {
      const inner = messages[Symbol.asyncIterator]();
      // Not Promise.race: the signal's promise would hold on to every message of the stream.
      let end = () => {};
      signal.addEventListener("abort", () => end(), { once: true });
      return {
        next: () =>
          new Promise<IteratorResult<T>>((resolve, reject) => {
            end = () => reject(endOf(signal));
            if (signal.aborted) end();
            else inner.next().then(resolve, reject);
          }),
        async return(value?: unknown) {
          // Not waited for: it would wait for a message that is still to come.
          inner.return?.().catch(() => {});
          return { done: true, value };
        },
      };
    },
  };
}

/** Says why a call ended, with the details that a caller gets. */
function endOf({ reason }: AbortSignal): ConnectError {
  const code = reason instanceof ConnectError ? reason.code : undefined;
  if (code === Code.DeadlineExceeded) return deadlineExceeded();
  // Of a shutdown. Everything else is how a connection breaks.
  return code === Code.Unavailable ? reason : callCanceled();
}
