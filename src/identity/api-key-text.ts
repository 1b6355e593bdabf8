import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** What the text of every key begins with: people and scanners for secrets know it by that. */
const BEGINNING = "mwk_";

/** The id of an API key begins with this, and goes on as the key itself does. */
const ID_BEGINNING = "key_";

/** Makes the id of an API key: `key_` and 16 random hexadecimal digits. */
export function newApiKeyId(): string {
  return `${ID_BEGINNING}${randomBytes(8).toString("hex")}`;
}

/**
 * Makes a key: `mwk_`, the digits of its id, and a secret of 32 random bytes in base64url. Nobody
 * guesses that many, so that a fast hash is enough to keep it by.
 */
export function newKey(apiKeyId: string): string {
  const digits = apiKeyId.slice(ID_BEGINNING.length);
  return `${BEGINNING}${digits}_${randomBytes(32).toString("base64url")}`;
}

/** Tells whether a text is meant to be a key. */
export function isKeyLike(text: string): boolean {
  return text.startsWith(BEGINNING);
}

/** Gives the id of the API key that a key is of; undefined where the text is no key. */
export function apiKeyIdOf(key: string): string | undefined {
  const digits = /^mwk_([0-9a-f]{16})_[A-Za-z0-9_-]{43}$/.exec(key)?.[1];
  return digits && `${ID_BEGINNING}${digits}`;
}

/** Says what is wrong with the id of an API key; undefined where it can be one. */
export function wrongApiKeyId(text: string): string | undefined {
  return /^key_[0-9a-f]{16}$/.test(text) ? undefined : "expected key_ and 16 hexadecimal digits";
}

/** Gives what is kept of a key: its SHA-256 in hexadecimal digits. */
export function digestOfKey(key: string): string {
  return createHash("sha256").update(key).digest("hex");
}

/** Tells whether two digests are the same, in a time that does not tell where they differ. */
export function isSameDigest(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one, "hex"), Buffer.from(other, "hex")];
  return a.byteLength === b.byteLength && timingSafeEqual(a, b);
}
