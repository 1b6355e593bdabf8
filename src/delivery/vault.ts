import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { ErrorReason } from "#gen/modelwire/registry/v1/error_reason_pb.js";
import { ModelwireError } from "../error.ts";

const PREFIX = "sealed:";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** A key that secrets are kept with. */
export interface SecretKey {
  /** Names the key in what is sealed with it: letters, digits, `-` and `_`. */
  id: string;
  /** 32 bytes. */
  key: Uint8Array;
}

/** Keeps the secrets of endpoints, which the database holds sealed. */
export interface Vault {
  /** Seals a secret with the first key (AES-256-GCM). @throws ModelwireError SECRET_KEY_MISSING */
  seal(secret: string): string;
  /** Opens what was sealed with any of the keys. @throws ModelwireError SECRET_KEY_MISSING */
  open(sealed: string): string;
  /** Tells whether a text is sealed with another key than the first, or not at all. */
  isStale(sealed: string): boolean;
}

/** Where a key is kept that no setting gives. */
export interface KeyFile {
  /** Reads the key; undefined where none was made yet. */
  read(): SecretKey | undefined;
  /** Makes the key, or gives that which another process has made. */
  make(): SecretKey;
}

/**
 * Creates a vault; the first key seals, and every one opens.
 *
 * @param file what seals where no key is given, and opens in any case
 */
export function createVault(given: readonly SecretKey[], file?: KeyFile): Vault {
  const keys = [...given];
  function find(id: string): SecretKey | undefined {
    const known = keys.find((one) => one.id === id);
    if (known) return known;
    // Another process on the same database may have made it since.
    const kept = file?.read();
    if (kept?.id !== id) return undefined;
    keys.push(kept);
    return kept;
  }
  return {
    seal(secret) {
      const first = keys[0] ?? file?.make();
      if (!first) throw missing("no secret can be kept");
      keys[0] = first;
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv("aes-256-gcm", first.key, nonce);
      // So that a text cannot be passed off as sealed with another key.
      cipher.setAAD(Buffer.from(first.id));
      const sealed = Buffer.concat([
        nonce,
        cipher.update(secret, "utf8"),
        cipher.final(),
        cipher.getAuthTag(),
      ]);
      return `${PREFIX}${first.id}:${sealed.toString("base64")}`;
    },
    open(sealed) {
      // What was kept before there were keys.
      if (!sealed.startsWith(PREFIX)) return sealed;
      const [, id = "", base64 = ""] = sealed.split(":");
      const key = find(id);
      if (!key) throw missing(`a secret was kept with the key "${id}"`);
      const bytes = Buffer.from(base64, "base64");
      const decipher = createDecipheriv("aes-256-gcm", key.key, bytes.subarray(0, NONCE_BYTES));
      decipher.setAAD(Buffer.from(id));
      decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
      try {
        const text = decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES));
        return Buffer.concat([text, decipher.final()]).toString("utf8");
      } catch {
        throw missing(`a secret was kept with another key that was named "${id}" too`);
      }
    },
    isStale(sealed) {
      const [first] = keys;
      if (!first) return file !== undefined && !sealed.startsWith(PREFIX);
      return !sealed.startsWith(`${PREFIX}${first.id}:`);
    },
  };
}

function missing(what: string): ModelwireError {
  return new ModelwireError(
    ErrorReason.SECRET_KEY_MISSING,
    `MODELWIRE_SECRET_KEYS: ${what}: expected the keys, as <id>:<base64 of 32 bytes>, comma-separated`,
  );
}
