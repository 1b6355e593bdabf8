import type { Http2Session } from "node:http2";

/**
 * How much a client may send of a stream, and of a connection, before it is read. HTTP/2's own
 * 65,535 bytes hold a client that is 20 ms away to 2 MB/s; with this it is 20 MB/s. It is also
 * what an unread stream takes of memory, and so a few connections have it at a time: others stay with
 * HTTP/2's own.
 */
const streamWindowBytes = 1024 ** 2;
const connectionWindowBytes = 4 * streamWindowBytes;
const MOST_WIDE = 32;
/**
 * How much of it a client may send in one frame: each is an event of its own, and HTTP/2's own
 * 16,384 bytes make many of an upload. Nothing holds a frame whole.
 */
const maxFrameSize = 256 * 1024;

const widened = new WeakSet<Http2Session>();
let wide = 0;

/**
 * Widens the flow-control windows and the frames of a connection, the first time it is called for
 * it. For the windows grpc-js has an option, `grpc-node.flow_control_window`, but only its clients
 * read it.
 */
export function widenWindows(session: Http2Session): void {
  if (wide >= MOST_WIDE || widened.has(session)) return;
  widened.add(session);
  wide += 1;
  session.once("close", () => {
    wide -= 1;
  });
  session.settings({ initialWindowSize: streamWindowBytes, maxFrameSize });
  session.setLocalWindowSize(connectionWindowBytes);
}
