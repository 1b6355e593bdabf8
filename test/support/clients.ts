import { createConnectTransport } from "@connectrpc/connect-node";
import { clientsOf, type Modelwire } from "../../clients/typescript/src/connect.ts";

/** Clients of a Modelwire, over Connect. */
export type Clients = Modelwire;

/**
 * Creates the clients of the Modelwire at a base URL, whose calls have no time-out of their own.
 *
 * @param ca certificates of the authorities to trust, in PEM, where the URL is https
 */
export function createClients(baseUrl: string, ca?: string): Clients {
  const nodeOptions = ca === undefined ? {} : { ca };
  return clientsOf(createConnectTransport({ baseUrl, httpVersion: "1.1", nodeOptions }));
}
