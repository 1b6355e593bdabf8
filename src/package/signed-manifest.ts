import { z } from "zod";
import type { Precondition } from "../error.ts";
import { type FileDigest, sha256 } from "./digest.ts";

/** What was signed of a package. */
export interface SignedManifest {
  /** SHA-256 by path, each in lower-case hexadecimal digits. */
  files: ReadonlyMap<string, string>;
  /** Files, and folders with all that is in them, that the signer left out. */
  ignoredPaths: readonly string[];
}

/** Says why a signed statement is no manifest that a package can be compared with. */
export class ManifestError extends Error {
  override readonly name = "ManifestError";
}

const STATEMENT = "https://in-toto.io/Statement/v1";
const PREDICATE = "https://model_signing/signature/v1.0";

const digest = z
  .string()
  .regex(/^[0-9a-f]{64}$/i, "expected 64 hexadecimal digits")
  .toLowerCase();

const statementRules = z.object({
  _type: z.literal(STATEMENT, `expected ${STATEMENT}`),
  subject: z.array(z.object({ digest: z.object({ sha256: digest }) })).length(1),
  predicateType: z.literal(PREDICATE, `expected ${PREDICATE}`),
  predicate: z.object({
    serialization: z.object({
      method: z.literal("files", "expected files: each file signed as a whole"),
      hash_type: z.literal("sha256", "expected sha256"),
      ignore_paths: z.array(z.string()).default([]),
    }),
    resources: z
      .array(
        z.object({
          name: z.string(),
          algorithm: z.literal("sha256", "expected sha256"),
          digest,
        }),
      )
      .min(1, "expected at least one file"),
  }),
});

/**
 * Reads the statement of model signing 1.0 (model_signing/_signing/signing.py, `Payload`), whose
 * signature is verified. Only SHA-256 of whole files is understood, which is what its command line
 * signs: neither BLAKE nor shards.
 *
 * @throws ManifestError naming the member that is wrong
 */
export function readManifest(payload: Uint8Array): SignedManifest {
  const parsed = statementRules.safeParse(parseJson(payload));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new ManifestError(`its statement: ${issue?.path.join(".")}: ${issue?.message}`);
  }
  const { subject, predicate } = parsed.data;
  const files = new Map(predicate.resources.map(({ name, digest }) => [name, digest]));
  if (files.size < predicate.resources.length) {
    throw new ManifestError("its statement names a file twice");
  }
  const raw = predicate.resources.map((resource) => Buffer.from(resource.digest, "hex"));
  if (sha256(Buffer.concat(raw)) !== subject[0]?.digest.sha256) {
    throw new ManifestError("the digest of its subject is not that of its resources");
  }
  return { files, ignoredPaths: predicate.serialization.ignore_paths };
}

/**
 * Lists where a package differs from what was signed, by path: files that changed, files that
 * nobody signed, files that are missing.
 *
 * @param signatureSha256 a file with this content is the signature itself, wherever it is
 */
export function compareWithManifest(
  { files: signed, ignoredPaths }: SignedManifest,
  files: readonly FileDigest[],
  signatureSha256: string,
): Precondition[] {
  const differences: Precondition[] = [];
  const present = new Set(files.map(({ path }) => path));
  for (const { path, sha256 } of files) {
    const expected = signed.get(path);
    if (expected === sha256) continue;
    if (expected !== undefined) {
      const description = `has the SHA-256 ${sha256}, but ${expected} was signed`;
      differences.push({ subject: path, description });
    } else if (sha256 !== signatureSha256 && !ignoredPaths.some((one) => isWithin(path, one))) {
      differences.push({ subject: path, description: "is in the package, but was not signed" });
    }
  }
  for (const path of signed.keys()) {
    if (present.has(path)) continue;
    differences.push({ subject: path, description: "was signed, but is not in the package" });
  }
  return differences.sort((a, b) => (a.subject < b.subject ? -1 : 1));
}

// Python's PurePath.is_relative_to: the path itself, or a folder above it.
function isWithin(path: string, folder: string): boolean {
  return folder === "." || path === folder || path.startsWith(`${folder}/`);
}

function parseJson(payload: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(payload));
  } catch {
    throw new ManifestError("its statement is not JSON");
  }
}
