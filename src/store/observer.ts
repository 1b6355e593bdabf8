import type { LogEvent } from "kysely";

/** Hears of what is done in the database, without its values. */
export interface StoreObserver {
  /** Hears of a query that ended. */
  query(durationMs: number, failed: boolean): void;
  /** Hears of an event that was committed, of a type such as `modelwire.model.registered`. */
  eventCommitted(type: string): void;
  /** Hears of a delivery that was committed and is never sent, for want of what its body needs. */
  deliverySkipped(): void;
}

/** Hears of nothing. */
export const unobserved: StoreObserver = { query() {}, eventCommitted() {}, deliverySkipped() {} };

/** Tells an observer of the queries of kysely, which gives them to its option `log`. */
export function queryLog(observer: StoreObserver): (event: LogEvent) => void {
  return (event) => observer.query(event.queryDurationMillis, event.level === "error");
}

/** Makes a query that kysely does not see, and tells an observer of it. */
export async function observed<T>(observer: StoreObserver, query: () => Promise<T>): Promise<T> {
  const startMs = performance.now();
  let failed = true;
  try {
    const result = await query();
    failed = false;
    return result;
  } finally {
    observer.query(performance.now() - startMs, failed);
  }
}
