import { readFileSync } from "node:fs";
import { createSecureContext } from "node:tls";
import type { MlflowConfig } from "../config/config.ts";
import { ConfigError } from "../config/read-values.ts";
import { messageOf } from "../error.ts";

/** How MLflow's certificate is checked, and what it is shown. */
export interface MlflowTls {
  rejectUnauthorized: boolean;
  ca?: Buffer;
  cert?: Buffer;
  key?: Buffer;
}

/**
 * Reads the files that say how MLflow is reached over TLS.
 *
 * @throws ConfigError naming the setting whose file cannot be read, or is something else
 */
export function readMlflowTls({
  insecureTls,
  serverCertPath,
  clientCertPath,
}: MlflowConfig): MlflowTls {
  const ca = serverCertPath && read("MLFLOW_TRACKING_SERVER_CERT_PATH", serverCertPath);
  const shown = clientCertPath && read("MLFLOW_TRACKING_CLIENT_CERT_PATH", clientCertPath);
  // Node takes anything for authorities, and then trusts nobody.
  if (ca && !ca.includes("-----BEGIN CERTIFICATE-----")) {
    throw wrong("MLFLOW_TRACKING_SERVER_CERT_PATH", serverCertPath, "expected certificates in PEM");
  }
  if (shown) {
    try {
      createSecureContext({ cert: shown, key: shown });
    } catch {
      const expected = "expected a certificate and its key, without a passphrase, in PEM";
      throw wrong("MLFLOW_TRACKING_CLIENT_CERT_PATH", clientCertPath, expected);
    }
  }
  return {
    rejectUnauthorized: !insecureTls,
    ...(ca && { ca }),
    ...(shown && { cert: shown, key: shown }),
  };
}

function read(setting: string, path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw wrong(setting, path, `cannot be read: ${messageOf(error)}`);
  }
}

function wrong(setting: string, path: string | undefined, what: string): ConfigError {
  return new ConfigError(`${setting}: ${path}: ${what}`);
}
