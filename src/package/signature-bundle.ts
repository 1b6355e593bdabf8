import { z } from "zod";
import { sha256 } from "./digest.ts";

/** The largest bundle that is taken. model_signing writes about 240 bytes a file. */
export const LARGEST_BUNDLE_BYTES = 1024 ** 2;

/** Says why a text is no signature bundle, in words that follow the name of a field. */
export class BundleError extends Error {
  override readonly name = "BundleError";
}

/** A Sigstore bundle with the envelope of an in-toto statement: what it says is not verified. */
export interface SignatureBundle {
  /** The JSON as it was given. */
  text: string;
  /** SHA-256 of the text: 64 lower-case hexadecimal digits. */
  sha256: string;
  /** The signed statement, as JSON in UTF-8. */
  payload: Uint8Array;
  /** What the signature is made over: DSSE's encoding of the payload and its type. */
  signedBytes: Uint8Array;
  signature: Uint8Array;
  /** What it names its key by; undefined where it names none. */
  keyHint: string | undefined;
  /** Whether a certificate stands in it in place of a key's name. */
  hasCertificate: boolean;
}

const IN_TOTO = "application/vnd.in-toto+json";

const base64 = z
  .base64("expected base64")
  .min(1, "expected base64")
  .transform((text) => Buffer.from(text, "base64"));

const bundleRules = z.object(
  {
    mediaType: z
      .string("expected the media type of a Sigstore bundle")
      .regex(
        /^application\/vnd\.dev\.sigstore\.bundle(\+json;version=0\.\d+|\.v0\.\d+\+json)$/,
        "expected the media type of a Sigstore bundle, such as application/vnd.dev.sigstore.bundle.v0.3+json",
      ),
    verificationMaterial: z.object(
      {
        publicKey: z.object({ hint: z.string().nullish() }).optional(),
        certificate: z.unknown().optional(),
        x509CertificateChain: z.unknown().optional(),
      },
      "expected an object",
    ),
    dsseEnvelope: z.object(
      {
        payloadType: z.literal(IN_TOTO, `expected ${IN_TOTO}`),
        payload: base64,
        signatures: z.array(z.object({ sig: base64 })).length(1, "expected exactly one"),
      },
      "expected the envelope of a signed statement, as model_signing writes one",
    ),
  },
  "expected an object",
);

/**
 * Reads the JSON of a Sigstore bundle (v0.1 to v0.3), as OpenSSF model signing writes it
 * (model_signing/_signing/sign_sigstore_pb.py), whatever it is signed with.
 *
 * @throws BundleError for anything else, naming the member that is wrong
 */
export function readSignatureBundle(text: string): SignatureBundle {
  const sizeBytes = Buffer.byteLength(text);
  if (sizeBytes > LARGEST_BUNDLE_BYTES) {
    throw new BundleError(
      `expected a bundle of at most ${LARGEST_BUNDLE_BYTES} bytes, not ${sizeBytes}`,
    );
  }
  const parsed = bundleRules.safeParse(parseJson(text));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const place = issue?.path.join(".") || "the whole";
    throw new BundleError(`not a Sigstore bundle: ${place}: ${issue?.message}`);
  }
  const { verificationMaterial: material, dsseEnvelope: envelope } = parsed.data;
  return {
    text,
    sha256: sha256(text),
    payload: envelope.payload,
    signedBytes: preAuthEncoding(envelope.payloadType, envelope.payload),
    signature: envelope.signatures[0]?.sig ?? new Uint8Array(),
    keyHint: material.publicKey?.hint || undefined,
    hasCertificate: Boolean(material.certificate ?? material.x509CertificateChain),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new BundleError("not JSON: expected the text of a Sigstore bundle");
  }
}

/** Encodes what a DSSE signature is made over (DSSE v1.0.2, "Signature Definition"). */
function preAuthEncoding(type: string, payload: Uint8Array): Uint8Array {
  const header = `DSSEv1 ${Buffer.byteLength(type)} ${type} ${payload.byteLength} `;
  return Buffer.concat([Buffer.from(header), payload]);
}
