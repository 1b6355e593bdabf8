import type { Config } from "../config/config.ts";
import { ConfigError } from "../config/read-values.ts";
import { createEgress } from "../delivery/egress.ts";
import { readMlflowTls } from "../mlflow/tls.ts";
import { wrongPostgresUrl } from "../store/postgres.ts";
import { isAuthenticationOn } from "./authentication.ts";
import { openVault } from "./secret-keys.ts";
import { readSigningKeys } from "./signing-keys.ts";
import { readTlsFiles } from "./tls-files.ts";

/** What is refused of settings that were read: files that they name, and what they say together. */
const checks: ((config: Config) => unknown)[] = [
  ({ tls }) => tls && readTlsFiles(tls),
  ({ databaseUrl }) => checkDatabaseUrl(databaseUrl),
  ({ mlflow }) => readMlflowTls(mlflow),
  ({ signingKeysPath }) => readSigningKeys(signingKeysPath),
  openVault,
  isAuthenticationOn,
  ({ webhookAllow }) => createEgress(webhookAllow, true),
  requireRoomForMessages,
];

function requireRoomForMessages({ maxBufferedBytes, maxMessageBytes }: Config): void {
  if (maxBufferedBytes >= maxMessageBytes) return;
  throw new ConfigError(
    `MODELWIRE_MAX_BUFFERED_BYTES: expected at least MODELWIRE_MAX_MESSAGE_BYTES, ${maxMessageBytes}`,
  );
}

/** Lists what a server refuses to start with, a line each, without starting one. */
export async function configFaults(config: Config): Promise<string[]> {
  const faults: string[] = [];
  for (const check of checks) {
    try {
      await check(config);
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      faults.push(...error.message.split("\n"));
    }
  }
  return faults;
}

/** Throws a ConfigError that names all that is wrong, where something is. */
export async function refuseFaults(config: Config): Promise<void> {
  const faults = await configFaults(config);
  if (faults.length > 0) throw new ConfigError(faults.join("\n"));
}

function checkDatabaseUrl(url: string): void {
  const wrong = url.startsWith("sqlite:") ? undefined : wrongPostgresUrl(url);
  if (wrong !== undefined) throw new ConfigError(`DATABASE_URL: ${wrong}`);
}
