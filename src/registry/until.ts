/**
 * Waits for work until a call's signal is aborted: the work goes on then, only its caller is told
 * otherwise.
 * @param ended makes the error that the caller is told
 */
export function until<T>(work: Promise<T>, signal: AbortSignal, ended: () => Error): Promise<T> {
  if (signal.aborted) return Promise.reject(ended());
  const { promise, reject } = Promise.withResolvers<never>();
  const abort = () => reject(ended());
  signal.addEventListener("abort", abort, { once: true });
  return Promise.race([work, promise]).finally(() => signal.removeEventListener("abort", abort));
}
