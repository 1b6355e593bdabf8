import type { IncomingHttpHeaders } from "node:http";
import type { Dispatcher } from "undici";

const EXCERPT_BYTES = 1024;
/** Cuts off the rest of an answer's body, which is not wanted, however long it is. */
const ENOUGH = new Error("the rest of the answer is not wanted");

/** What an endpoint answered. */
export interface HttpAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  /** The first kilobyte of the body, as text. */
  excerpt: string;
}

/** Says that a request was not begun, as the right to make it was lost. */
export class LeaseLostError extends Error {
  override readonly name = "LeaseLostError";
}

/**
 * Receives one answer, as undici tells of it. undici's own `request()` makes a stream of each, which
 * costs more than all that is done here.
 */
export class Exchange implements Dispatcher.DispatchHandler {
  readonly #mayBegin: () => boolean;
  readonly #answer = Promise.withResolvers<HttpAnswer>();
  readonly #chunks: Buffer[] = [];
  #size = 0;
  #controller: Dispatcher.DispatchController | undefined;
  #stopped: Error | undefined;
  #ended = false;
  #head: { status: number; headers: IncomingHttpHeaders } | undefined;

  /** @param mayBegin asked when a connection is there, right before the request is written */
  constructor(mayBegin: () => boolean) {
    this.#mayBegin = mayBegin;
  }

  /** Rejects where no status came. */
  get answer(): Promise<HttpAnswer> {
    return this.#answer.promise;
  }

  /**
   * Ends it: what came until then is the answer. One that has no connection yet ends when that is
   * there or cannot be made, which the connector's own time limits, and whose fault it tells.
   */
  stop(reason: Error): void {
    if (this.#ended) return;
    this.#stopped = reason;
    this.#controller?.abort(reason);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#stopped) controller.abort(this.#stopped);
    else if (!this.#mayBegin()) controller.abort(new LeaseLostError("the lease was lost"));
  }

  onResponseStart(
    _: Dispatcher.DispatchController,
    status: number,
    headers: IncomingHttpHeaders,
  ): void {
    // Those below come before the answer.
    if (status >= 200) this.#head = { status, headers };
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#size += chunk.byteLength;
    if (this.#size >= EXCERPT_BYTES) controller.abort(ENOUGH);
  }

  onResponseEnd(): void {
    this.#end(ENOUGH);
  }

  onResponseError(_: Dispatcher.DispatchController | null, error: Error): void {
    this.#end(error);
  }

  #end(error: Error): void {
    this.#ended = true;
    // The status is the answer: a body that breaks off or does not end in time changes nothing.
    if (this.#head) this.#answer.resolve({ ...this.#head, excerpt: this.#excerpt() });
    else this.#answer.reject(error);
  }

  #excerpt(): string {
    if (this.#size === 0) return "";
    // PostgreSQL's text holds no NUL.
    return Buffer.concat(this.#chunks)
      .subarray(0, EXCERPT_BYTES)
      .toString("utf8")
      .replaceAll("\0", "\ufffd");
  }
}
