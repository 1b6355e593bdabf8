import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Logger } from "pino";
import { pino } from "pino";
import { type CertificateTiming, openCertificates } from "../../src/server/tls-certificates.ts";
import type { ListenerTls } from "../../src/server/tls-listener.ts";
import { type Authority, createAuthority, type Issued } from "./authority.ts";
import { makeTemporaryDirectory } from "./temporary-directory.ts";

/** An authority, and files with a certificate of its that a listener may use. */
export interface TlsSetting {
  readonly authority: Authority;
  /** What is in the files now. */
  readonly issued: Issued;
  /** File with the authority's certificate. */
  readonly caPath: string;
  readonly certPath: string;
  readonly keyPath: string;
  /** Settings of a server that uses them, without client certificates. */
  readonly environment: Record<string, string>;
  /** Opens them for listeners; client certificates are those of the same authority. */
  open(options?: OpenOptions): Promise<ListenerTls>;
  /** Puts others into the files. */
  write(issued: Issued): Promise<void>;
  remove(): Promise<void>;
}

/** How a listener is to use the files. */
export interface OpenOptions {
  clients?: boolean;
  log?: Logger;
  handshakeMs?: number;
  timing?: CertificateTiming;
}

/** Makes an authority and the files of a listener. */
export async function makeTlsSetting(): Promise<TlsSetting> {
  const folder = await makeTemporaryDirectory("modelwire-tls-");
  const [caPath, certPath, keyPath] = ["ca.pem", "tls.crt", "tls.key"].map((name) =>
    join(folder.path, name),
  ) as [string, string, string];
  const authority = await createAuthority();
  await writeFile(caPath, authority.cert);
  const opened: ListenerTls[] = [];
  let issued = await authority.issue();
  const write = async (next: Issued) => {
    issued = next;
    await writeFile(certPath, next.cert);
    await writeFile(keyPath, next.key);
  };
  await write(issued);
  return {
    authority,
    get issued() {
      return issued;
    },
    caPath,
    certPath,
    keyPath,
    environment: { MODELWIRE_TLS_CERT_FILE: certPath, MODELWIRE_TLS_KEY_FILE: keyPath },
    async open({ clients = false, log = pino({ level: "silent" }), handshakeMs, timing } = {}) {
      const config = { certPath, keyPath, clientCaPath: clients ? caPath : undefined };
      const certificates = await openCertificates(config, log, timing);
      const tls = { certificates, log, ...(handshakeMs && { handshakeMs }) };
      opened.push(tls);
      return tls;
    },
    write,
    async remove() {
      for (const { certificates } of opened) certificates.stop();
      await folder.remove();
    },
  };
}
