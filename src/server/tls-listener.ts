import type { Server, TLSSocket, TlsOptions } from "node:tls";
import type { Logger } from "pino";
import { messageOf } from "../error.ts";
import { limitHandshakes } from "./handshake-limit.ts";
import type { ConnectionRefusal } from "./listener-observer.ts";
import type { Certificates } from "./tls-certificates.ts";

const HANDSHAKE_MS = 10_000;

/** What a listener needs to speak TLS. */
export interface ListenerTls {
  certificates: Certificates;
  log: Logger;
  /** Time for a handshake; unset: ten seconds. */
  handshakeMs?: number;
}

/** Gives what a listener's server is created with. */
export function tlsServerOptions({ certificates }: ListenerTls): TlsOptions {
  return {
    ...certificates.options,
    requestCert: certificates.asksClients,
    // Node's own way of refusing wants a certificate of every client.
    rejectUnauthorized: false,
  };
}

/**
 * Lets a server follow the certificates, and ends connections that do not shake hands in time, or
 * whose client showed a certificate that does not hold. It is to be called before connections are listened for.
 */
export function guardTls(
  server: Server,
  { certificates, log, handshakeMs }: ListenerTls,
  onRefused: (why: ConnectionRefusal) => void,
): void {
  certificates.follow(server);
  const late = () => onRefused("handshake");
  limitHandshakes(server, handshakeMs ?? HANDSHAKE_MS, late);
  server.on("tlsClientError", (error, socket) => {
    // Whatever knocks does this, such as a check of whether the port is open.
    onRefused("handshake");
    log.debug({ peer: socket.remoteAddress, error: messageOf(error) }, "a handshake failed");
    socket.destroy();
  });
  if (!certificates.asksClients) return;
  server.prependListener("secureConnection", (socket) => {
    if (holds(socket)) return;
    onRefused("certificate");
    const error = String(socket.authorizationError);
    log.info({ peer: socket.remoteAddress, error }, "a client certificate does not hold");
    socket.destroy();
  });
}

/** Tells whether a client showed a certificate that holds, or none. */
function holds(socket: TLSSocket): boolean {
  return socket.authorized || socket.getPeerCertificate().raw === undefined;
}
