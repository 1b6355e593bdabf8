import type { Precondition } from "../error.ts";
import type { FileDigest } from "./digest.ts";
import type { SignatureBundle } from "./signature-bundle.ts";
import { compareWithManifest, ManifestError, readManifest } from "./signed-manifest.ts";
import { isSignedBy, type SigningKey } from "./signing-key.ts";

/** What a bundle proves of a package: the key that signed it as it is, or all that speaks against. */
export type BundleVerdict =
  | { verifiedKey: string }
  /** `subject` is a file's path, or `signature_bundle` for what concerns the whole. */
  | { differences: Precondition[] };

/**
 * Verifies that a package, as it was sent, is what a bundle says one of the keys signed: first the
 * signature, and only then what is signed.
 *
 * @param files the package as it was sent, before anything was written into it
 */
export function verifyBundle(
  bundle: SignatureBundle,
  keys: readonly SigningKey[],
  files: readonly FileDigest[],
): BundleVerdict {
  const key = keys.find((one) => isSignedBy(one, bundle.signedBytes, bundle.signature));
  if (!key) return refuse(whyUnverified(bundle, keys));
  try {
    const manifest = readManifest(bundle.payload);
    const differences = compareWithManifest(manifest, files, bundle.sha256);
    return differences.length > 0 ? { differences } : { verifiedKey: key.fingerprint };
  } catch (error) {
    if (error instanceof ManifestError) return refuse(error.message);
    throw error;
  }
}

function whyUnverified(
  { keyHint, hasCertificate }: SignatureBundle,
  keys: readonly SigningKey[],
): string {
  if (hasCertificate) {
    return "it is signed with a certificate, which the server cannot verify: expected a signature of one of the keys that it was given";
  }
  if (keys.some(({ hint }) => hint === keyHint)) {
    return "its signature is not one of what it says: the bundle was changed after it was signed";
  }
  const which = keyHint === undefined ? "" : ` (model_signing's name of that key: ${keyHint})`;
  return `it is signed with a key that the server was not given${which}`;
}

function refuse(description: string): BundleVerdict {
  return { differences: [{ subject: "signature_bundle", description }] };
}
