import { once } from "node:events";
import { Server as HttpServer } from "node:http";
import type { AddressInfo, Server } from "node:net";

/** Has a server listen on 127.0.0.1, and gives the port; 0 takes one that is free. */
export async function listenOnLoopback(server: Server, port = 0): Promise<number> {
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}

/**
 * Stops a server that listens, and waits until nothing of it is left.
 * @param connections those of a server that does not keep them itself, as one of HTTP does
 */
export async function stopListening(
  server: Server,
  connections: Iterable<{ destroy(): unknown }> = [],
): Promise<void> {
  const closed = once(server, "close");
  server.close();
  if (server instanceof HttpServer) server.closeAllConnections();
  for (const connection of connections) connection.destroy();
  await closed;
}
