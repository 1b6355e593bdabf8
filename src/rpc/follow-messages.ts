/** How a stream of messages ended: read to its end, broken by an error, or left by its reader. */
export type StreamEnd = "done" | "failed" | "left";

/** What is done beside the messages of a stream as they go by. */
export interface Following {
  /** Runs what makes the messages, such as within a span. */
  run?: <T>(work: () => T) => T;
  /** Gives what the reader gets in place of an error of what makes the messages. */
  convert?: (error: unknown) => unknown;
  /** Told of the end, once, with the error where there is one. */
  onEnd?: (how: StreamEnd, error?: unknown) => void;
}

/**
 * Passes the messages of a call's answer on. What fails while a message is handed over is the
 * connection, not what makes the messages: its error stays as it is, and the stream was left.
 *
 * @param signal of the call: where that ends before anybody began to read, the stream was left too
 */
export function followMessages<T>(
  messages: AsyncIterable<T>,
  signal: AbortSignal,
  { run = (work) => work(), convert = (error) => error, onEnd = () => {} }: Following,
): AsyncIterable<T> {
  let begun = false;
  let ended = false;
  const end = (how: StreamEnd, error?: unknown) => {
    if (!ended) onEnd(how, error);
    ended = true;
  };
  // A generator that nobody begins does not hear of its end, not even of its return().
  const leaveUnread = () =>
    void setImmediate(() => {
      if (!begun) end("left");
    });
  if (signal.aborted) leaveUnread();
  else signal.addEventListener("abort", leaveUnread, { once: true });

  async function* pass(): AsyncGenerator<T> {
    begun = true;
    signal.removeEventListener("abort", leaveUnread);
    const iterator = run(() => messages[Symbol.asyncIterator]());
    let handingOver = false;
    try {
      for (;;) {
        const next = await run(() => iterator.next());
        if (next.done) break;
        handingOver = true;
        yield next.value;
        handingOver = false;
      }
    } catch (thrown) {
      if (handingOver) throw thrown;
      const error = convert(thrown);
      end("failed", error);
      throw error;
    } finally {
      if (handingOver) {
        try {
          await run(() => iterator.return?.());
        } finally {
          end("left");
        }
      }
    }
    end("done");
  }
  return pass();
}
