import { createPublicKey, type KeyObject, verify } from "node:crypto";
import { sha256 } from "./digest.ts";

/** A public key that signatures of packages are verified with. */
export interface SigningKey {
  /** SHA-256 of the key's DER (SubjectPublicKeyInfo): 64 lower-case hexadecimal digits. */
  fingerprint: string;
  /** What model signing writes into a bundle to name the key: SHA-256 of its PEM text. */
  hint: string;
  publicKey: KeyObject;
  /** The hash that goes with the curve. */
  hash: string;
}

/** The hash of each curve, as model signing's `get_ec_key_hash` has it, by OpenSSL's names. */
const hashes: Record<string, string> = {
  prime256v1: "sha256",
  secp384r1: "sha384",
  secp521r1: "sha512",
};

const block = /-----BEGIN ([A-Z0-9 ]+)-----[\s\S]*?-----END \1-----/g;

/**
 * Reads the public keys of a PEM text; what stands between them is left out.
 *
 * @throws Error naming the block that is no public key on P-256, P-384 or P-521, by its number
 */
export function parseSigningKeys(pem: string): SigningKey[] {
  const blocks = [...pem.matchAll(block)];
  if (blocks.length === 0) throw new Error("expected public keys in PEM, and found none");
  return blocks.map(([text, label = ""], index) => {
    const refuse = (what: string): never => {
      throw new Error(
        `expected public keys on P-256, P-384 or P-521; PEM block ${index + 1} ${what}`,
      );
    };
    // Node would make a public key of a private one, which has no business on a server.
    if (label !== "PUBLIC KEY") return refuse(`is of kind ${label}, not PUBLIC KEY`);
    const publicKey = readKey(text) ?? refuse("cannot be read");
    const curve = publicKey.asymmetricKeyDetails?.namedCurve;
    const hash = hashes[curve ?? ""];
    if (hash === undefined) return refuse(`is of kind ${curve ?? publicKey.asymmetricKeyType}`);
    return {
      fingerprint: sha256(publicKey.export({ type: "spki", format: "der" })),
      hint: sha256(publicKey.export({ type: "spki", format: "pem" })),
      publicKey,
      hash,
    };
  });
}

/** Tells whether an ECDSA signature (DER) is one of this key over these bytes. */
export function isSignedBy(
  { hash, publicKey }: SigningKey,
  bytes: Uint8Array,
  signature: Uint8Array,
): boolean {
  return verify(hash, bytes, publicKey, signature);
}

function readKey(pem: string): KeyObject | undefined {
  try {
    return createPublicKey(pem);
  } catch {
    return undefined;
  }
}
