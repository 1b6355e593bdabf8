import type { Server, ServerResponse } from "node:http";
import { Server as NetServer } from "node:net";

/**
 * How long a connection without a request stays open once the server stops: its client may be about
 * to send one, which is answered, with the word that the connection ends.
 */
const LINGER_MS = 250;

/** Stops an HTTP server in good order. */
export interface HttpDrain {
  /** Is to be called for every request. */
  onRequest(response: ServerResponse): void;
  /** Takes no new connection, and settles when the last one is closed. */
  stop(): Promise<void>;
}

/** Creates what stops a server: Node's own way breaks off connections that are kept alive. */
export function createHttpDrain(server: Server): HttpDrain {
  const open = new Set<ServerResponse>();
  let stopping = false;
  let lingering = false;
  return {
    onRequest(response) {
      open.add(response);
      if (stopping) response.setHeader("connection", "close");
      response.once("close", () => {
        open.delete(response);
        if (stopping && !lingering) server.closeIdleConnections();
      });
    },
    stop() {
      stopping = true;
      lingering = true;
      for (const response of open) {
        if (!response.headersSent) response.setHeader("connection", "close");
      }
      const closed = new Promise<void>((resolve) => {
        // http's own close() also closes what is idle, at once.
        NetServer.prototype.close.call(server, () => resolve());
      });
      const timer = setTimeout(() => {
        lingering = false;
        server.closeIdleConnections();
      }, LINGER_MS);
      return closed.finally(() => {
        clearTimeout(timer);
        // Of a server that is closed, it ends what looks at its connections.
        server.close();
      });
    },
  };
}
