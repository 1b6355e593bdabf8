import { type ByteBudget, createByteBudget } from "./byte-budget.ts";
import type { ListenerObserver } from "./listener-observer.ts";

/** What a listener takes at the most. */
export interface ListenerLimits {
  /** Connections that are open at once; what comes beyond is closed before it is read. */
  maxConnections: number;
  /** How long a caller may send or take nothing while the server waits for it. */
  stallTimeoutMs: number;
  /** What calls hold of memory, which both listeners share; unset: without a bound. */
  budget?: ByteBudget;
  /** Hears of what is refused; unset: nobody does. */
  observer?: ListenerObserver;
}

/** What holds where nothing else is said. */
export const defaultLimits: ListenerLimits = { maxConnections: 1000, stallTimeoutMs: 60_000 };

/** How long a connection stays that has no call. */
export const IDLE_GRPC_MS = 15 * 60_000;

/**
 * The same over HTTP, where a client that keeps a connection cannot be told beforehand that it is
 * closed: longer than what load balancers keep theirs, which is a minute.
 */
export const IDLE_HTTP_MS = 75_000;

/** How long a client may take for the headers of a request. */
export const HEADERS_MS = 20_000;

/** How long the headers of a request may be, in bytes, on either listener. */
export const MOST_HEADER_BYTES = 16 * 1024;

/** Calls that a gRPC connection carries at once; the next one waits at the client. */
export const STREAMS_PER_CONNECTION = 1000;

/** Values that the binary headers of a gRPC call may have. */
export const MOST_BINARY_VALUES = 100;

/**
 * Calls that a gRPC listener has open without admitting them: two for each connection, such as a
 * watch of its health and a call that begins, and enough for what one client begins at once.
 */
export function mostUnadmitted(maxConnections: number): number {
  return Math.max(STREAMS_PER_CONNECTION, 2 * maxConnections);
}

/** What an HTTP/2 connection may take of memory, beside the messages that calls hold, in MB. */
export function sessionMemory(maxMessageBytes: number): number {
  return Math.max(64, Math.ceil((8 * maxMessageBytes) / 1e6));
}

/** Gives the budget of a listener's calls. */
export function budgetOf({ budget }: ListenerLimits): ByteBudget {
  return budget ?? createByteBudget(Number.POSITIVE_INFINITY);
}
