import { createConnectTransport } from "@connectrpc/connect-node";
import { clientsOf, type Modelwire } from "../../clients/typescript/src/connect.ts";

/** Clients of a Modelwire, over Connect. */
export type Clients = Modelwire;

/** Creates the clients of the Modelwire at a base URL, whose calls have no time-out of their own. */
export function createClients(baseUrl: string): Clients {
  return clientsOf(createConnectTransport({ baseUrl, httpVersion: "1.1" }));
}
