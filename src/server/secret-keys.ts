import { randomBytes } from "node:crypto";
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, resolve } from "node:path";
import type { Config } from "../config/config.ts";
import { ConfigError } from "../config/read-values.ts";
import { parseSecretKeys } from "../config/values.ts";
import { createVault, type SecretKey, type Vault } from "../delivery/vault.ts";
import { messageOf } from "../error.ts";

/** What is added to the path of the SQLite file, for what MODELWIRE_SECRET_KEYS could say. */
const SUFFIX = "-secret-key";

/**
 * Opens the vault that the configuration asks for: with the keys of MODELWIRE_SECRET_KEYS. With
 * SQLite there is a key in a file beside the database's, made when it is first needed and nothing
 * is set. Replicas on PostgreSQL share no folder: there, nothing can be kept without the setting.
 *
 * @throws ConfigError where the file holds something else
 */
export function openVault(config: Pick<Config, "secretKeys" | "databaseUrl">): Vault {
  const set = config.secretKeys ?? [];
  if (!config.databaseUrl.startsWith("sqlite:")) return createVault(set);
  const path = secretKeyPath(config.databaseUrl.slice("sqlite:".length));
  // Also beside the setting: what was kept before it was set is opened, and kept anew.
  const inFile = readKeys(path).filter(({ id }) => set.every((one) => one.id !== id));
  return createVault([...set, ...inFile], {
    read: () => readKeys(path)[0],
    make: () => makeKey(path),
  });
}

/** Gives the path of the key file of a SQLite file. */
export function secretKeyPath(database: string): string {
  return `${resolve(database)}${SUFFIX}`;
}

function readKeys(path: string): readonly SecretKey[] {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw new ConfigError(`DATABASE_URL: ${path} cannot be read: ${messageOf(error)}`);
  }
  const keys = parseSecretKeys(text.trim());
  if (keys) return keys;
  throw new ConfigError(
    `DATABASE_URL: ${path} holds no key: expected <id>:<base64 of 32 bytes>; put the file back as it was`,
  );
}

/** Writes a new key to the file, or gives that which another process has just written. */
function makeKey(path: string): SecretKey {
  const key = { id: `file-${randomBytes(4).toString("hex")}`, key: randomBytes(32) };
  const folder = dirname(path);
  mkdirSync(folder, { recursive: true });
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, `${key.id}:${key.key.toString("base64")}\n`, {
    mode: 0o600,
    flag: "wx",
    flush: true,
  });
  try {
    // The whole file appears at once, or another's is there already.
    linkSync(draft, path);
  } catch (error) {
    const [other] = readKeys(path);
    if (!other) throw error;
    return other;
  } finally {
    rmSync(draft);
  }
  // What is sealed with it must not outlive it.
  const opened = openSync(folder, "r");
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
  return key;
}
