import { constants, type Http2Session } from "node:http2";

/**
 * How long a connection takes calls after its client was told to make them elsewhere: they may be
 * on their way already, and some clients take a stream that is refused for a failure.
 */
const LINGER_MS = 250;
/** Says of GOAWAY that no call was left out: the highest number that a stream can have. */
const ANY_STREAM = 2 ** 31 - 1;

/** Tells the clients of HTTP/2 connections to go elsewhere. */
export interface GrpcDrain {
  /** Is to be called for every connection that has calls; more than once does no harm. */
  add(session: Http2Session): void;
  /** Tells them, and settles when all have gone or had the time for it. */
  begin(): Promise<void>;
}

/** Creates what tells clients that a server stops, before their connections are closed. */
export function createGrpcDrain(): GrpcDrain {
  const sessions = new Set<Http2Session>();
  let draining = false;
  let whenGone = () => {};
  const tell = (session: Http2Session) => {
    if (!session.destroyed) session.goaway(constants.NGHTTP2_NO_ERROR, ANY_STREAM);
  };
  return {
    add(session) {
      if (sessions.has(session)) return;
      sessions.add(session);
      session.once("close", () => {
        sessions.delete(session);
        if (sessions.size === 0) whenGone();
      });
      if (draining) tell(session);
    },
    async begin() {
      draining = true;
      if (sessions.size === 0) return;
      for (const session of sessions) tell(session);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, LINGER_MS);
        whenGone = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    },
  };
}
