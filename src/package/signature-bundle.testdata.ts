import { generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { type FileDigest, packageDigest, sha256, sortByPath } from "./digest.ts";
import { parseSigningKeys, type SigningKey } from "./signing-key.ts";

/** A key pair of a signer. */
export interface Signer {
  privateKey: KeyObject;
  key: SigningKey;
}

/** Makes a key pair. */
export function newSigner(namedCurve = "P-256"): Signer {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve });
  const [key] = parseSigningKeys(publicKey.export({ type: "spki", format: "pem" }).toString());
  if (!key) throw new Error("a key that cannot be read");
  return { privateKey, key };
}

/** Makes the digest of a file from its text. */
export function file(path: string, text = path): FileDigest {
  return { path, sizeBytes: Buffer.byteLength(text), sha256: sha256(text) };
}

/** Makes the statement that model_signing makes of a package. */
export function statementOf(files: readonly FileDigest[], ignoredPaths: string[] = []) {
  return {
    _type: "https://in-toto.io/Statement/v1",
    subject: [{ name: "model", digest: { sha256: packageDigest(files) } }],
    predicateType: "https://model_signing/signature/v1.0",
    predicate: {
      serialization: {
        method: "files",
        hash_type: "sha256",
        allow_symlinks: false,
        ignore_paths: ignoredPaths,
      },
      resources: sortByPath(files).map((one) => ({
        name: one.path,
        algorithm: "sha256",
        digest: one.sha256,
      })),
    },
  };
}

/** Makes the bundle that model_signing makes of a statement. */
export function bundleOf({ privateKey, key }: Signer, statement: unknown) {
  const payload = Buffer.from(
    typeof statement === "string" ? statement : JSON.stringify(statement),
  );
  const type = "application/vnd.in-toto+json";
  const signed = Buffer.concat([Buffer.from(`DSSEv1 28 ${type} ${payload.length} `), payload]);
  return {
    mediaType: "application/vnd.dev.sigstore.bundle.v0.3+json",
    verificationMaterial: { publicKey: { hint: key.hint }, tlogEntries: [] },
    dsseEnvelope: {
      payload: payload.toString("base64"),
      payloadType: type,
      signatures: [{ sig: sign(key.hash, signed, privateKey).toString("base64"), keyid: "" }],
    },
  };
}
