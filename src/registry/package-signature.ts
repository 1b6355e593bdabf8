import { ErrorReason } from "#gen/modelwire/registry/v1/error_reason_pb.js";
import { invalidField, ModelwireError, type Precondition } from "../error.ts";
import type { FileDigest } from "../package/digest.ts";
import {
  BundleError,
  readSignatureBundle,
  type SignatureBundle,
} from "../package/signature-bundle.ts";
import type { SigningKey } from "../package/signing-key.ts";
import { verifyBundle } from "../package/verify-bundle.ts";

/** What is kept of a signature bundle beside its text. */
export interface PackageSignaturePlan {
  bundleSha256: string;
  /** Fingerprint of the key: found before anything is made, not part of the request. */
  verifiedKey?: string;
}

const MOST_IN_TEXT = 3;
const LONGEST_IN_TEXT = 100;

/** Reads the bundle that a request gives. @throws ModelwireError INVALID_FIELD */
export function readRequestBundle(text: string | undefined): SignatureBundle | undefined {
  try {
    return text === undefined ? undefined : readSignatureBundle(text);
  } catch (error) {
    if (error instanceof BundleError) throw invalidField("signature_bundle", error.message);
    throw error;
  }
}

/**
 * Checks a bundle against the package that came with it, where the server was given keys; without
 * keys it is kept as it is.
 *
 * @param files the package as it was sent, before anything was written into it
 * @throws ModelwireError PACKAGE_SIGNATURE_INVALID naming the files that are not as they were
 *   signed
 */
export function checkSignatureBundle(
  keys: readonly SigningKey[],
  bundle: SignatureBundle,
  files: readonly FileDigest[],
): PackageSignaturePlan {
  const bundleSha256 = bundle.sha256;
  if (keys.length === 0) return { bundleSha256 };
  const verdict = verifyBundle(bundle, keys, files);
  if ("verifiedKey" in verdict) return { bundleSha256, verifiedKey: verdict.verifiedKey };
  throw new ModelwireError(
    ErrorReason.PACKAGE_SIGNATURE_INVALID,
    `signature_bundle: ${textOf(verdict.differences)}`,
    { preconditions: verdict.differences },
  );
}

function textOf(differences: readonly Precondition[]): string {
  const told = differences.slice(0, MOST_IN_TEXT).map(({ subject, description }) => {
    if (subject === "signature_bundle") return description;
    const name =
      subject.length > LONGEST_IN_TEXT
        ? `${subject.slice(0, LONGEST_IN_TEXT).toWellFormed()}…`
        : subject;
    return `"${name}" ${description}`;
  });
  const more = differences.length - told.length;
  return [...told, ...(more > 0 ? [`and ${more} more`] : [])].join("; ");
}
