import type { Socket } from "node:net";
import { type PeerCertificate, TLSSocket } from "node:tls";
import { createContextKey } from "@connectrpc/connect";

/** Holds the certificate that the client of a call has shown and the TLS handshake has verified. */
export const peerCertificateKey = createContextKey<PeerCertificate | undefined>(undefined, {
  description: "the client's certificate",
});

// To read it from OpenSSL for every call would take as long as some calls.
const shown = new WeakMap<Socket, PeerCertificate | undefined>();

/** Gives the verified certificate of a connection's client: the same object for all of its calls. */
export function peerCertificateOf(socket: Socket): PeerCertificate | undefined {
  if (!(socket instanceof TLSSocket) || !socket.authorized) return undefined;
  if (!shown.has(socket)) {
    const certificate = socket.getPeerCertificate();
    // Without a certificate, Node gives an object with nothing in it.
    shown.set(socket, certificate.raw === undefined ? undefined : certificate);
  }
  return shown.get(socket);
}
