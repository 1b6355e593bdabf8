import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { Socket } from "node:net";
import type { buildConnector } from "undici";

/** undici tells here of each request whose head it writes, and on which connection. */
const CHANNEL = "undici:client:sendHeaders";
const BROKEN = new Set(["ECONNRESET", "EPIPE", "UND_ERR_SOCKET"]);

/** Tells connections that broke when they were used again from those that never worked. */
export interface KeptConnections {
  /** Makes connections as the connector does that it was created with. */
  connect: buildConnector.connector;
  /** Tells whether a request failed as its connection, which had served before, was closed. */
  brokeInUse(error: unknown): boolean;
  close(): void;
}

/** Creates what watches over the connections of a connector. */
export function createKeptConnections(connector: buildConnector.connector): KeptConnections {
  const requests = new WeakMap<Socket, number>();
  const broken = new WeakSet<Error>();
  const onHeaders = (message: unknown) => {
    const { socket } = message as { socket: Socket };
    const count = requests.get(socket);
    if (count !== undefined) requests.set(socket, count + 1);
  };
  subscribe(CHANNEL, onHeaders);
  return {
    connect: (options, callback) =>
      connector(options, (...[error, socket]) => {
        if (error) return callback(error, null);
        requests.set(socket, 0);
        // Before undici's own, which hands the error on to the request.
        socket.prependListener("error", (failure: Error) => {
          if ((requests.get(socket) ?? 0) > 1) broken.add(failure);
        });
        callback(null, socket);
      }),
    brokeInUse: (error) =>
      error instanceof Error &&
      "code" in error &&
      BROKEN.has(String(error.code)) &&
      broken.has(error),
    close: () => void unsubscribe(CHANNEL, onHeaders),
  };
}
