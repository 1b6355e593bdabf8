import { readFileSync } from "node:fs";
import { ConfigError } from "../config/read-values.ts";
import { messageOf } from "../error.ts";
import { parseSigningKeys, type SigningKey } from "../package/signing-key.ts";

/**
 * Reads the file that MODELWIRE_SIGNING_KEYS names; no keys where it names none.
 *
 * @throws ConfigError where the file cannot be read, or holds anything but public keys
 */
export function readSigningKeys(path: string | undefined): SigningKey[] {
  if (path === undefined) return [];
  try {
    return parseSigningKeys(readFileSync(path, "utf8"));
  } catch (error) {
    throw new ConfigError(`MODELWIRE_SIGNING_KEYS: ${path}: ${messageOf(error)}`);
  }
}
