import { createContextKey } from "@connectrpc/connect";

/** Holds the IP address that a call came from, in the context of a call. */
export const peerAddressKey = createContextKey("", { description: "where the call came from" });

/** Takes the address out of `address:port`, as grpc-js gives it. */
export function addressOf(peer: string): string {
  return peer.replace(/:\d+$/, "");
}
