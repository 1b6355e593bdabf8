import type { Http2Session } from "node:http2";

/**
 * How much a client may send of a stream, and of a connection, before it is read. HTTP/2's own
 * 65,535 bytes hold a client that is 20 ms away to 2 MB/s; with this it is 20 MB/s. It is also
 * what an unread stream takes of memory.
 */
const streamWindowBytes = 1024 ** 2;
const connectionWindowBytes = 4 * streamWindowBytes;

const widened = new WeakSet<Http2Session>();

/**
 * Widens the flow-control windows of a connection, the first time it is called for it. grpc-js
 * has an option for that, `grpc-node.flow_control_window`, but only its clients read it.
 */
export function widenWindows(session: Http2Session): void {
  if (widened.has(session)) return;
  widened.add(session);
  session.settings({ initialWindowSize: streamWindowBytes });
  session.setLocalWindowSize(connectionWindowBytes);
}
