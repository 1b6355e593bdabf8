import { DecoratorHandler, type Dispatcher } from "undici";

/** Says that an attempt was not begun, as its delivery is not this worker's any more. */
export class LeaseLostError extends Error {
  override readonly name = "LeaseLostError";
}

class LeaseCheck extends DecoratorHandler {
  readonly #mayBegin: () => boolean;
  readonly #inner: Dispatcher.DispatchHandler;

  constructor(inner: Dispatcher.DispatchHandler, mayBegin: () => boolean) {
    super(inner);
    this.#inner = inner;
    this.#mayBegin = mayBegin;
  }

  // undici calls it when a connection is there, right before it writes the request.
  onRequestStart(controller: Dispatcher.DispatchController, context: object): void {
    this.#inner.onRequestStart?.(controller, context);
    if (!this.#mayBegin()) controller.abort(new LeaseLostError("the lease was lost"));
  }
}

/** Makes a dispatcher of another that writes no request whose lease is lost by then. */
export function withLease(dispatcher: Dispatcher, lease: { mayBegin(): boolean }): Dispatcher {
  return dispatcher.compose(
    (dispatch) => (options, handler) =>
      dispatch(options, new LeaseCheck(handler, () => lease.mayBegin())),
  );
}
