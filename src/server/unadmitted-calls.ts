import type { ConnectError } from "@connectrpc/connect";
import { serverBusy } from "./call-errors.ts";

type End = (error: ConnectError) => void;

/**
 * The open calls that nobody admits: those of health and reflection, and those whose request is not
 * there yet. Who makes them need not be known.
 */
export interface UnadmittedCalls {
  /**
   * Counts a call of a connection until what it gives is called. Where there are too many, the
   * oldest one of the connection that has the most is ended: so whoever holds many keeps none out of
   * those who hold few.
   */
  add(connection: object, end: End): () => void;
}

/**
 * Creates what bounds them over all connections.
 * @param most how many there may be
 */
export function createUnadmittedCalls(most: number): UnadmittedCalls {
  const byConnection = new Map<object, Set<End>>();
  let open = 0;

  function remove(connection: object, end: End): void {
    const calls = byConnection.get(connection);
    if (!calls?.delete(end)) return;
    open -= 1;
    if (calls.size === 0) byConnection.delete(connection);
  }

  function endOne(): void {
    let largest: [object, Set<End>] | undefined;
    for (const each of byConnection) {
      if (each[1].size > (largest?.[1].size ?? 0)) largest = each;
    }
    if (!largest) return;
    const [connection, calls] = largest;
    const [oldest] = calls;
    if (!oldest) return;
    remove(connection, oldest);
    oldest(serverBusy("the server has as many calls open as it takes before it admits them"));
  }

  return {
    add(connection, end) {
      const calls = byConnection.get(connection) ?? new Set();
      byConnection.set(connection, calls.add(end));
      open += 1;
      if (open > most) endOne();
      return () => remove(connection, end);
    },
  };
}
