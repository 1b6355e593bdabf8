import type { IncomingMessage } from "node:http";

/**
 * How long a client may go on with a request that was answered already. Until then what it sends
 * is read and dropped, since it may see the answer only behind it; then the connection is closed.
 */
const unreadMs = 10_000;

/**
 * Reads what nobody has read of a request that is answered: it would block the connection's next
 * request, and to close the connection on it would take the answer with it.
 */
export function dropUnread(request: IncomingMessage): void {
  if (request.complete) return;
  const timer = setTimeout(() => request.destroy(), unreadMs).unref();
  request.once("close", () => clearTimeout(timer));
  request.resume();
}
