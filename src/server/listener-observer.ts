/**
 * Why a listener does not go on with a connection: it is one too many, its TLS handshake failed or
 * took too long, its client's certificate does not hold, or its client pings too often.
 */
export type ConnectionRefusal = "limit" | "handshake" | "certificate" | "pings";

/** Hears of what a listener refuses before any interceptor has a call. */
export interface ListenerObserver {
  /** Hears of a connection that was refused, or told to end. */
  connectionRefused(why: ConnectionRefusal): void;
  /** Hears of a call that was ended because its caller was too slow. */
  callStalled(): void;
}

/** Hears of nothing. */
export const unobserved: ListenerObserver = { connectionRefused() {}, callStalled() {} };
