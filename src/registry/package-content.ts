import type { ModelDescription } from "#gen/modelwire/registry/v1/model_description_pb.js";
import type { InlinePackage } from "#gen/modelwire/registry/v1/registry_service_pb.js";
import { type FieldViolation, invalidField, invalidFields } from "../error.ts";
import { describeModel } from "../package/describe.ts";
import { descriptionViolations } from "../package/describe-rules.ts";
import { type FileDigest, sha256 } from "../package/digest.ts";
import { MLMODEL, type Mlmodel, MlmodelError, readMlmodel } from "../package/mlmodel.ts";
import { packagePaths, wrongPath } from "../package/path.ts";
import { SignatureError } from "../signature/error.ts";
import { parseSignature } from "../signature/parse.ts";
import type { PackageContent } from "./plan.ts";

/**
 * Reads the files of a package that came with a request, and writes those that its description
 * stands for.
 * @throws ModelwireError INVALID_FIELD naming everything that is wrong
 */
export function readPackage({ files, modelDescription }: InlinePackage): {
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
  const at = seen.get(MLMODEL) ?? 0;
  const model: SentModel = {
    files: digests,
    description: modelDescription,
    mlmodel: files[at]?.content,
    field: "package",
    filesField: "package.files",
    mlmodelField: `package.files[${at}].content`,
  };
  violations.push(...modelViolations(model));
  if (violations.length > 0) throw invalidFields(violations);
  const { mlmodel, written } = readModel(model);
  const added = written.map(({ path, content }) => ({
    path,
    sizeBytes: content.byteLength,
    sha256: sha256(content),
  }));
  return {
    files: [...digests, ...added],
    content: { files: [...files, ...written], mlmodel },
  };
}

/** The files of a model and what says what they are: an MLmodel among them, or a description. */
export interface SentModel {
  files: readonly { path: string; sizeBytes: number }[];
  /** Content of the MLmodel, where it is one of the files. */
  mlmodel: Uint8Array | undefined;
  description: ModelDescription | undefined;
  /** Field that has `model_description`, such as `package`. */
  field: string;
  /** Field that an MLmodel is missing from. */
  filesField: string;
  /** Field that has the MLmodel's content. */
  mlmodelField: string;
}

/** A model of which it is known what it is. */
export interface ReadModel {
  mlmodel: Mlmodel;
  /** What the description stands for, and the package has not: the MLmodel among them. */
  written: { path: string; content: Uint8Array<ArrayBuffer> }[];
}

/**
 * Reads the MLmodel of a model, or writes it and what belongs to it as the description says. A
 * written MLmodel says no time, so that the same request has the same digests: `rewriteMlmodel`
 * sets it.
 * @throws ModelwireError INVALID_FIELD naming everything that is wrong
 */
export function readModel(sent: SentModel): ReadModel {
  const violations = modelViolations(sent);
  if (violations.length > 0) throw invalidFields(violations);
  const { description, files } = sent;
  if (!description) return { mlmodel: mlmodelOf(sent.mlmodel, sent.mlmodelField), written: [] };
  const described = describeModel(description, files);
  const encoder = new TextEncoder();
  return {
    mlmodel: readMlmodel(described.mlmodel),
    written: described.files.map(({ path, content }) => ({
      path,
      content: encoder.encode(content),
    })),
  };
}

function modelViolations({ files, description, field, filesField }: SentModel): FieldViolation[] {
  const paths = packagePaths(files.map(({ path }) => path));
  const hasMlmodel = paths.hasFile(MLMODEL);
  if (!description) {
    if (hasMlmodel) return [];
    const expected =
      "no file MLmodel at the root: expected a directory as MLflow saves one, or a model_description";
    return [{ field: filesField, description: expected }];
  }
  const violations = descriptionViolations(description, paths).map((violation) => ({
    ...violation,
    field: `${field}.model_description.${violation.field}`,
  }));
  if (hasMlmodel || paths.hasFolder(MLMODEL)) {
    const expected = "expected none where the package has an MLmodel, which says it already";
    violations.unshift({ field: `${field}.model_description`, description: expected });
  }
  return violations;
}

function mlmodelOf(content: Uint8Array | undefined, field: string): Mlmodel {
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
