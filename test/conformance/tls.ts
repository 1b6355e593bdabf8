import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Code, ConnectError, type Interceptor } from "@connectrpc/connect";
import type { Logger } from "pino";
import { peerCertificateKey } from "../../src/server/peer-certificate.ts";
import { openCertificates } from "../../src/server/tls-certificates.ts";
import type { ListenerTls } from "../../src/server/tls-listener.ts";
import type { ServerRequest } from "./protos.ts";

/**
 * Opens the certificate that the suite's runner gives a listener, and those that it has its clients
 * show, from files that are gone again afterwards.
 *
 * @returns undefined where the listener is to speak without TLS
 */
export async function openSuiteTls(
  { useTls, serverCreds, clientTlsCert }: ServerRequest,
  log: Logger,
): Promise<ListenerTls | undefined> {
  if (!useTls || serverCreds === undefined) return undefined;
  const folder = await mkdtemp(join(tmpdir(), "modelwire-conformance-"));
  const path = (name: string) => join(folder, name);
  try {
    await writeFile(path("tls.crt"), serverCreds.cert);
    await writeFile(path("tls.key"), serverCreds.key);
    await writeFile(path("ca.pem"), clientTlsCert);
    const certificates = await openCertificates(
      {
        certPath: path("tls.crt"),
        keyPath: path("tls.key"),
        clientCaPath: clientTlsCert.length > 0 ? path("ca.pem") : undefined,
      },
      log,
    );
    return { certificates, log };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Refuses calls over connections whose client has shown no certificate, as the suite wants it. */
export const requireClientCertificate: Interceptor = (next) => (request) => {
  if (request.contextValues.get(peerCertificateKey) !== undefined) return next(request);
  throw new ConnectError("the connection has no client certificate", Code.Unauthenticated);
};
