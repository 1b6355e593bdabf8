import { createHash, createPrivateKey, type KeyObject, X509Certificate } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createSecureContext, type SecureContextOptions } from "node:tls";
import { ConfigError } from "../config/read-values.ts";
import type { TlsConfig } from "../config/tls.ts";
import { messageOf } from "../error.ts";
import { secureContextOptions } from "./tls-options.ts";

/** What the files of {@link TlsConfig} hold, found to fit together. */
export interface TlsFiles {
  readonly options: SecureContextOptions;
  /** When the first certificate of the chain expires, in milliseconds since 1970. */
  readonly expiryTimeMs: number;
  /** SHA-256 of all of them: the same as long as nothing has changed. */
  readonly sha256: string;
}

/**
 * Reads the files of a certificate, its key and the authorities of clients.
 *
 * @throws ConfigError naming the setting whose file cannot be read, is something else, or does not
 *   fit the others
 */
export async function readTlsFiles(config: TlsConfig): Promise<TlsFiles> {
  const [cert, key, ca] = await Promise.all([
    read("MODELWIRE_TLS_CERT_FILE", config.certPath),
    read("MODELWIRE_TLS_KEY_FILE", config.keyPath),
    config.clientCaPath && read("MODELWIRE_TLS_CLIENT_CA_FILE", config.clientCaPath),
  ]);
  const chain = certificatesOf(cert, "MODELWIRE_TLS_CERT_FILE", config.certPath);
  if (ca) certificatesOf(ca, "MODELWIRE_TLS_CLIENT_CA_FILE", config.clientCaPath);
  if (!chain[0]?.checkPrivateKey(keyOf(key, config.keyPath))) {
    throw wrong("MODELWIRE_TLS_KEY_FILE", config.keyPath, `not the key of ${config.certPath}`);
  }
  const options = secureContextOptions({ cert, key, ca: ca || undefined });
  try {
    createSecureContext(options);
  } catch (error) {
    // Such as a key that is too small for OpenSSL.
    throw wrong("MODELWIRE_TLS_CERT_FILE", config.certPath, messageOf(error));
  }
  return {
    options,
    expiryTimeMs: Math.min(...chain.map((one) => Date.parse(one.validTo))),
    sha256: createHash("sha256").update([cert, key, ca].join("\0")).digest("hex"),
  };
}

async function read(setting: string, path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    throw wrong(setting, path, `cannot be read: ${messageOf(error)}`);
  }
}

function certificatesOf(pem: string, setting: string, path: string | undefined): X509Certificate[] {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  try {
    if (blocks.length > 0) return blocks.map((block) => new X509Certificate(block));
  } catch {}
  throw wrong(setting, path, "expected certificates in PEM");
}

function keyOf(pem: string, path: string): KeyObject {
  try {
    return createPrivateKey(pem);
  } catch {
    const expected = "expected a private key in PEM, without a passphrase";
    throw wrong("MODELWIRE_TLS_KEY_FILE", path, expected);
  }
}

function wrong(setting: string, path: string | undefined, what: string): ConfigError {
  return new ConfigError(`${setting}: ${path}: ${what}`);
}
