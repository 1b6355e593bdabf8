import { ConfigError } from "./read-values.ts";
import type { Values } from "./settings.ts";

/** Where the certificates of both listeners are: files in PEM. */
export interface TlsConfig {
  /** The server's certificate, with those that lead to its authority behind it. */
  certPath: string;
  keyPath: string;
  /** Authorities whose client certificates are believed; undefined: none is asked for. */
  clientCaPath: string | undefined;
}

/**
 * Reads where the certificates are; undefined where TLS is off.
 *
 * @throws ConfigError where one file is set without another that it needs
 */
export function readTls(values: Values): TlsConfig | undefined {
  const { MODELWIRE_TLS_CERT_FILE: certPath, MODELWIRE_TLS_KEY_FILE: keyPath } = values;
  const clientCaPath = values.MODELWIRE_TLS_CLIENT_CA_FILE;
  if (certPath !== undefined && keyPath !== undefined) return { certPath, keyPath, clientCaPath };
  if (certPath !== undefined) throw needs("MODELWIRE_TLS_CERT_FILE", "MODELWIRE_TLS_KEY_FILE");
  if (keyPath !== undefined) throw needs("MODELWIRE_TLS_KEY_FILE", "MODELWIRE_TLS_CERT_FILE");
  if (clientCaPath !== undefined) {
    throw needs("MODELWIRE_TLS_CLIENT_CA_FILE", "MODELWIRE_TLS_CERT_FILE");
  }
  return undefined;
}

/**
 * Refuses rules for client certificates where none is asked for.
 *
 * @throws ConfigError
 */
export function requireClientCertificates(values: Values): void {
  if (values.MODELWIRE_CERTIFICATE_ACCESS === undefined) return;
  if (values.MODELWIRE_TLS_CLIENT_CA_FILE === undefined) {
    throw needs("MODELWIRE_CERTIFICATE_ACCESS", "MODELWIRE_TLS_CLIENT_CA_FILE");
  }
}

function needs(setting: string, other: string): ConfigError {
  return new ConfigError(`${setting}: needs ${other} too`);
}
