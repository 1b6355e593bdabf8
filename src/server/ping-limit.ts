import { constants, type Http2Session } from "node:http2";

/** How many pings a client may send within a minute; gRPC's clients send two by default at most. */
const MOST_PINGS = 60;
const WITHIN_MS = 60_000;
/** What gRPC's clients know: they ping less often from then on. */
const TOO_MANY_PINGS = Buffer.from("too_many_pings");

const limited = new WeakSet<Http2Session>();

/**
 * Closes a connection whose client pings too often, once its calls are done. It begins the first
 * time it is called for a connection.
 */
export function limitPings(session: Http2Session, onTooMany: () => void): void {
  if (limited.has(session)) return;
  limited.add(session);
  let since = performance.now();
  let pings = 0;
  session.on("ping", () => {
    const now = performance.now();
    if (now - since > WITHIN_MS) [since, pings] = [now, 0];
    pings += 1;
    if (pings !== MOST_PINGS + 1) return;
    onTooMany();
    session.goaway(constants.NGHTTP2_ENHANCE_YOUR_CALM, 0, TOO_MANY_PINGS);
    session.close();
  });
}
