import type { JsonValue } from "@bufbuild/protobuf";
import type { InlineFile } from "#gen/modelwire/registry/v1/registry_service_pb.js";
import { type FieldViolation, invalidField, invalidFields } from "../error.ts";
import { type FileDigest, sha256 } from "../package/digest.ts";
import { MLMODEL, type Mlmodel, MlmodelError, readMlmodel } from "../package/mlmodel.ts";
import { wrongPath } from "../package/path.ts";
import { SignatureError } from "../signature/error.ts";
import { parseSignature } from "../signature/parse.ts";
import type { FileContent, PackageContent } from "./plan.ts";

/**
 * Reads the files of a package that came with a request.
 * @throws ModelwireError INVALID_FIELD naming every file that is wrong
 */
export function readPackage(files: readonly InlineFile[]): {
  files: FileDigest[];
  content: PackageContent;
} {
  const violations: FieldViolation[] = [];
  const seen = new Map<string, number>();
  const digests = files.map(({ path, content, sha256: declared }, i): FileDigest => {
    const field = `package.files[${i}]`;
    const wrong = wrongPath(path);
    const first = seen.get(path);
    if (wrong) violations.push({ field: `${field}.path`, description: wrong });
    else if (first !== undefined) {
      const description = `"${path}" stands in package.files[${first}] already: each path once`;
      violations.push({ field: `${field}.path`, description });
    } else seen.set(path, i);
    const actual = sha256(content);
    if (declared !== undefined && declared.toLowerCase() !== actual) {
      const description = `the content of "${path}" has the SHA-256 ${actual}, not ${declared}`;
      violations.push({ field: `${field}.sha256`, description });
    }
    return { path, sizeBytes: content.byteLength, sha256: actual };
  });
  // A file cannot stand where another one's folder is.
  for (const [path, i] of seen) {
    for (let at = path.indexOf("/"); at >= 0; at = path.indexOf("/", at + 1)) {
      if (!seen.has(path.slice(0, at))) continue;
      const description = `"${path.slice(0, at)}" is a file in this package, not a folder`;
      violations.push({ field: `package.files[${i}].path`, description });
    }
  }
  if (!seen.has(MLMODEL)) {
    const description = "no file MLmodel at the root: expected a directory as MLflow saves one";
    violations.push({ field: "package.files", description });
  }
  if (violations.length > 0) throw invalidFields(violations);
  const at = seen.get(MLMODEL) ?? 0;
  const mlmodel = readSentMlmodel(files[at]?.content, `package.files[${at}].content`);
  return { files: digests, content: { files, mlmodel } };
}

/** Reads an MLmodel file that was sent in `field`. @throws ModelwireError INVALID_FIELD */
export function readSentMlmodel(content: Uint8Array | undefined, field: string): Mlmodel {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(content);
    const mlmodel = readMlmodel(text);
    if (mlmodel.signature) parseSignature(mlmodel.signature);
    return mlmodel;
  } catch (error) {
    if (error instanceof MlmodelError) throw invalidField(field, `MLmodel: ${error.message}`);
    if (error instanceof SignatureError) {
      throw invalidField(field, `MLmodel: signature: ${error.message}`);
    }
    if (error instanceof TypeError) throw invalidField(field, "MLmodel: not UTF-8 text");
    throw error;
  }
}

/** What is known of a model's files. */
export interface KnownModel {
  paths: readonly string[];
  /** The MLmodel file, where one was sent. */
  sent: Uint8Array | undefined;
  description: JsonValue | undefined;
  /** Where it stands in the request. */
  field: string;
}

/** Reads the MLmodel of a package. @throws ModelwireError INVALID_FIELD */
export function readModel({ sent, field }: KnownModel): {
  mlmodel: Mlmodel;
  files: FileContent[];
} {
  return { mlmodel: readSentMlmodel(sent, field), files: [] };
}
