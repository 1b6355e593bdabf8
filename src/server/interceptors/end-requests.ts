import { Code, ConnectError, type Interceptor } from "@connectrpc/connect";
import { ModelwireError } from "../../error.ts";
import { callCanceled, deadlineExceeded, explained } from "../call-errors.ts";

/**
 * Ends the requests of a stream where the call ends: a handler that waits for the next message
 * of a client that is gone, late, too slow, or connected to a server that shuts down gets an error
 * in place of it, so that it can clean up. So it does where the next message cannot be read. It
 * belongs innermost.
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
            else
              inner
                .next()
                .then(resolve, (error) =>
                  reject(error instanceof ConnectError ? explained(error) : error),
                );
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
function endOf({ reason }: AbortSignal): ConnectError | ModelwireError {
  // Of an interceptor, such as where the caller's credentials were revoked.
  if (reason instanceof ModelwireError) return reason;
  if (!(reason instanceof ConnectError)) return callCanceled();
  if (reason.code === Code.DeadlineExceeded) return deadlineExceeded();
  // A shutdown and a caller that is too slow have a reason. Everything else is how connections break.
  return reason.details.length > 0 ? reason : callCanceled();
}
