import { readFileSync } from "node:fs";
import { createSecureContext } from "node:tls";
import { messageOf } from "../error.ts";
import { invalid } from "./error.ts";

/** Files of the options that say how to speak TLS; empty is not set. */
export interface TlsFiles {
  /** PEM file with the authorities to trust; without it those that Node trusts. */
  caFile?: string;
  /** PEM file with the certificate to show to a server that asks for one. */
  clientCertificate?: string;
  /** PEM file with its key. */
  clientKey?: string;
}

/** What Node's TLS is told, in PEM. */
export interface TlsOptions {
  ca?: string;
  cert?: string;
  key?: string;
}

/**
 * Reads the files that options name.
 *
 * @throws CliError where one cannot be read, or is not what it must be
 */
export function readTlsOptions({ caFile, clientCertificate, clientKey }: TlsFiles): TlsOptions {
  if (!clientCertificate !== !clientKey) {
    throw invalid("--client-certificate and --client-key go together: expected both or neither");
  }
  return {
    ...(caFile && { ca: readCertificates(caFile, "authorities", "those of authorities") }),
    ...(clientCertificate && clientKey && readPair(clientCertificate, clientKey)),
  };
}

function readPair(certificatePath: string, keyPath: string): TlsOptions {
  const cert = readCertificates(certificatePath, "the certificate", "that to show");
  const key = readPem(keyPath, "the key");
  try {
    createSecureContext({ cert, key });
  } catch (error) {
    const why = messageOf(error);
    throw invalid(
      `${keyPath} has no key, in PEM, of the certificate in ${certificatePath}: ${why}`,
    );
  }
  return { cert, key };
}

function readCertificates(path: string, what: string, expected: string): string {
  const pem = readPem(path, what);
  // Node takes anything, and then trusts nobody and shows nothing.
  if (!pem.includes("-----BEGIN CERTIFICATE-----")) {
    throw invalid(`${path} has no certificates: expected ${expected}, in PEM`);
  }
  return pem;
}

function readPem(path: string, what: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw invalid(`the file of ${what} cannot be read: ${messageOf(error)}`);
  }
}
