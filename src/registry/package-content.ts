import type { ModelDescription } from "#gen/modelwire/registry/v1/model_description_pb.js";
import type { InlinePackage } from "#gen/modelwire/registry/v1/registry_service_pb.js";
import { type FieldViolation, invalidField, invalidFields } from "../error.ts";
import { describeModel } from "../package/describe.ts";
import { descriptionViolations } from "../package/describe-rules.ts";
import { digestsOf, type FileContent, type FileDigest, sha256 } from "../package/digest.ts";
import { holdsMoreThan, MOST_VALUES } from "../package/json.ts";
import { MLMODEL, type Mlmodel, MlmodelError, readMlmodel } from "../package/mlmodel.ts";
import { packagePaths, quoted } from "../package/path.ts";
import { lostPaths, wrongPaths } from "../package/path-set.ts";
import { SignatureError } from "../signature/error.ts";
import { parseSignature } from "../signature/parse.ts";
import type { PackageContent } from "./plan.ts";

/** More files than this are no package. */
export const MOST_FILES = 10_000;

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
  const wrong = wrongOnes(files.map(({ path }) => path));
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
  return {
    files: [...digests, ...digestsOf(written)],
    content: { files: [...files, ...written], mlmodel },
  };
}

function wrongOnes(paths: readonly string[]): Map<number, string> {
  const found = [...lostPaths(paths), ...wrongPaths(paths)];
  return new Map(found.map(({ index, description }) => [index, description]));
}

/**
 * Makes sure that the files of a package can lie beside each other, those that the server writes
 * among them. @throws ModelwireError INVALID_FIELD
 */
export function requireOnePackage(paths: readonly string[], field: string): void {
  if (paths.length > MOST_FILES) {
    throw invalidField(field, `expected at most ${MOST_FILES} files, not ${paths.length}`);
  }
  const violations = [...wrongOnes(paths).values()].map((description) => ({ field, description }));
  if (violations.length > 0) throw invalidFields(violations);
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
  written: FileContent[];
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
  if (!description)
    return { mlmodel: readSentMlmodel(sent.mlmodel, sent.mlmodelField), written: [] };
  const described = describeModel(description, files);
  const encoder = new TextEncoder();
  return {
    mlmodel: readText(described.mlmodel, `${sent.field}.model_description`),
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
  if (holdsMoreThan(MOST_VALUES, description)) {
    const expected = `expected at most ${MOST_VALUES} values in all of it`;
    return [{ field: `${field}.model_description`, description: expected }];
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

/** Reads an MLmodel file that was sent in `field`. @throws ModelwireError INVALID_FIELD */
export function readSentMlmodel(content: Uint8Array | undefined, field: string): Mlmodel {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(content);
    const mlmodel = readText(text, field);
    if (mlmodel.signature) parseSignature(mlmodel.signature);
    return mlmodel;
  } catch (error) {
    if (error instanceof SignatureError) {
      throw invalidField(field, `MLmodel: signature: ${error.message}`);
    }
    if (error instanceof TypeError) throw invalidField(field, "MLmodel: not UTF-8 text");
    throw error;
  }
}

function readText(text: string, field: string): Mlmodel {
  try {
    return readMlmodel(text);
  } catch (error) {
    if (error instanceof MlmodelError) throw invalidField(field, `MLmodel: ${error.message}`);
    throw error;
  }
}
