import type { Server, Socket } from "node:net";
import { peerOf } from "./sockets.ts";

/** How long a connection that is one too many has to take its refusal. */
const REFUSAL_MS = 2000;

/** What HTTP/2 says of it: empty settings, and GOAWAY without an error, so that nothing was done. */
const goAway = Buffer.from(
  "000000040000000000 000008070000000000 0000000000000000".replaceAll(" ", ""),
  "hex",
);

/**
 * Limits the connections of a server, and tells which of them is one too many: what it asks is to
 * be answered with a refusal, and its connection closed. What is far too many is closed at once.
 */
export function limitConnections(
  server: Server,
  limit: number,
  onRefused: () => void,
): (socket: Socket) => boolean {
  // Not by their sockets: with TLS, what is asked comes by another one than was taken.
  const refused = new Set<string>();
  let open = 0;
  server.maxConnections = limit + Math.ceil(limit / 10) + 10;
  server.on("drop", onRefused);
  server.prependListener("connection", (socket: Socket) => {
    open += 1;
    socket.once("close", () => {
      open -= 1;
    });
    if (open <= limit) return;
    onRefused();
    const peer = peerOf(socket);
    refused.add(peer);
    socket.once("close", () => refused.delete(peer));
    socket.setTimeout(REFUSAL_MS, () => socket.destroy());
  });
  return (socket) => refused.has(peerOf(socket));
}

/** Tells an HTTP/2 client to go elsewhere, and ends its connection. */
export function refuseHttp2(socket: Socket): void {
  socket.on("error", () => {});
  // What it sends is read and dropped: closing a connection before that takes the refusal with it.
  socket.resume();
  socket.end(goAway);
}
