import type { Server, Socket } from "node:net";

/** The connections of a server. */
export interface Sockets {
  /** Ends all of them. */
  destroy(): void;
}

/** Keeps the connections of a server, also those whose TLS handshake is still under way. */
export function trackSockets(server: Server): Sockets {
  const sockets = new Set<Socket>();
  server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  return {
    destroy() {
      for (const socket of sockets) socket.destroy();
    },
  };
}

/** Says who is at the other end of a connection, also by the TLS socket that is made of it. */
export function peerOf({ remoteAddress, remotePort }: Socket): string {
  return `${remoteAddress} ${remotePort}`;
}
