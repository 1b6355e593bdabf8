import { createContextValues, type HandlerContext } from "@connectrpc/connect";
import { deadlineExceeded } from "./call-errors.ts";

/** What a handler gets with a call, and how the call is ended for it. */
export interface GrpcContext extends HandlerContext {
  /** Aborts the signal, and lets go of the timer and of the listener's own signal. */
  abort(reason: unknown): void;
}

type GivenContext = Pick<
  HandlerContext,
  "service" | "method" | "protocolName" | "requestMethod" | "url" | "requestHeader"
>;

/**
 * Creates the context of a call. It is what `createHandlerContext` of connect makes, with one
 * signal in place of three that are linked, which are a tenth of what a call costs.
 *
 * @param deadlineMs milliseconds since 1970; Infinity where the caller set none
 */
export function createGrpcContext(
  given: GivenContext,
  deadlineMs: number,
  shutdownSignal: AbortSignal,
): GrpcContext {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const shutDown = () => abort(shutdownSignal.reason);
  const abort = (reason: unknown) => {
    clearTimeout(timer);
    shutdownSignal.removeEventListener("abort", shutDown);
    controller.abort(reason);
  };
  const leftMs = deadlineMs - Date.now();
  if (shutdownSignal.aborted) shutDown();
  else if (leftMs <= 0) abort(deadlineExceeded());
  else {
    shutdownSignal.addEventListener("abort", shutDown);
    if (Number.isFinite(leftMs)) timer = setTimeout(() => abort(deadlineExceeded()), leftMs);
  }
  return {
    ...given,
    signal: controller.signal,
    timeoutMs: () => (Number.isFinite(deadlineMs) ? deadlineMs - Date.now() : undefined),
    responseHeader: new Headers(),
    responseTrailer: new Headers(),
    values: createContextValues(),
    abort,
  };
}
