import type { Socket } from "node:net";
import type { Server } from "node:tls";
import { peerOf } from "./sockets.ts";

/**
 * Ends connections of a TLS server whose handshake takes longer than it may. Node's own limit
 * counts from the last byte: a client that sends one now and then would hold its place for ever.
 */
export function limitHandshakes(server: Server, limitMs: number, onLate: () => void): void {
  // Node does not say which connection a TLS socket is on, but both say who is at the other end.
  const timers = new Map<string, NodeJS.Timeout>();
  const settle = (peer: string) => {
    clearTimeout(timers.get(peer));
    timers.delete(peer);
  };
  server.on("connection", (socket: Socket) => {
    const peer = peerOf(socket);
    settle(peer);
    timers.set(
      peer,
      setTimeout(() => {
        onLate();
        socket.destroy();
      }, limitMs),
    );
    socket.once("close", () => settle(peer));
  });
  server.on("secureConnection", (socket) => settle(peerOf(socket)));
}
