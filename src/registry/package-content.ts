import type { InlineFile } from "#gen/modelwire/registry/v1/registry_service_pb.js";
import { type FieldViolation, invalidField, invalidFields } from "../error.ts";
import { type FileDigest, sha256 } from "../package/digest.ts";
import { MLMODEL, MlmodelError, readMlmodel } from "../package/mlmodel.ts";
import { quoted } from "../package/path.ts";
import { lostPaths, wrongPaths } from "../package/path-set.ts";
import { SignatureError } from "../signature/error.ts";
import { parseSignature } from "../signature/parse.ts";
import type { PackageContent } from "./plan.ts";

/**
 * Reads the files of a package that came with a request.
 * @throws ModelwireError INVALID_FIELD naming every file that is wrong
 */
export function readPackage(files: readonly InlineFile[]): {
  files: FileDigest[];
  content: PackageContent;
} {
  const violations: FieldViolation[] = [];
  const paths = files.map(({ path }) => path);
  const wrong = new Map(
    [...lostPaths(paths), ...wrongPaths(paths)].map((one) => [one.index, one.description]),
  );
  const digests = files.map(({ path, content, sha256: declared }, i): FileDigest => {
    const field = `package.files[${i}]`;
    const description = wrong.get(i);
    if (description !== undefined) violations.push({ field: `${field}.path`, description });
    const actual = sha256(content);
    if (declared !== undefined && declared.toLowerCase() !== actual) {
      const description = `the content of ${quoted(path)} has the SHA-256 ${actual}, not ${declared}`;
      violations.push({ field: `${field}.sha256`, description });
    }
    return { path, sizeBytes: content.byteLength, sha256: actual };
  });
  const at = files.findIndex(({ path }) => path === MLMODEL);
  if (at < 0) {
    const description = "no file MLmodel at the root: expected a directory as MLflow saves one";
    violations.push({ field: "package.files", description });
  }
  if (violations.length > 0) throw invalidFields(violations);
  return { files: digests, content: { files, mlmodel: mlmodelOf(files[at]?.content, at) } };
}

function mlmodelOf(content: Uint8Array | undefined, at: number) {
  const field = `package.files[${at}].content`;
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
