import { createHash } from "node:crypto";
import { readdir, readFile, realpath, stat } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { create } from "@bufbuild/protobuf";
import type { ModelDescription } from "#gen/modelwire/registry/v1/model_description_pb.js";
import {
  type InlineFile,
  InlineFileSchema,
  type InlinePackage,
  InlinePackageSchema,
} from "#gen/modelwire/registry/v1/registry_service_pb.js";
import { type LocalFile, listFiles } from "../../clients/typescript/src/package-files.ts";
import { invalid } from "./error.ts";

/**
 * Lists the files of a model directory as MLflow saves one, sorted by path. `.DS_Store` and
 * `__pycache__` are left out. Symbolic links are followed within the directory.
 *
 * With `codePaths`, none given among them, the directory has the files of a model that is
 * described elsewhere, and no `MLmodel`; each code path, a Python file or directory that the model
 * imports, is added as `code/<name>`, as MLflow's `code_paths` are.
 *
 * @throws PackageError as listFiles, CliError where there is no `MLmodel` at the root or one that is
 * described besides, or two code paths of one name.
 */
export async function listPackage(
  directory: string,
  codePaths?: readonly string[],
): Promise<LocalFile[]> {
  // Before its files are listed: a directory that was not meant may be a whole disk.
  if (!codePaths) await requireMlmodel(directory);
  else if (await isModel(directory)) {
    throw invalid(`${directory}: --flavor is for a directory without MLmodel file, and it has one`);
  }
  const files = await listFiles(directory);
  for (const path of codePaths ?? []) {
    for (const file of await listCode(path)) {
      if (files.some((other) => other.path === file.path)) {
        throw invalid(`${path}: ${file.path} is in the package already`);
      }
      files.push(file);
    }
  }
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** What a directory without an `MLmodel` is given in its place. */
export interface Described {
  description: ModelDescription;
  /** Python files and directories that the model imports. */
  codePaths: readonly string[];
}

/**
 * Reads the files that {@link listPackage} lists into a package, each with its SHA-256: the same
 * directory gives the same package.
 *
 * @throws as {@link listPackage}
 */
export async function readPackage(
  directory: string,
  described?: Described,
): Promise<InlinePackage> {
  const files: InlineFile[] = [];
  for (const file of await listPackage(directory, described?.codePaths)) {
    files.push(await readOne(file));
  }
  return create(InlinePackageSchema, {
    files,
    ...(described && { modelDescription: described.description }),
  });
}

async function listCode(shown: string): Promise<LocalFile[]> {
  const root = await realpath(shown).catch(() => undefined);
  if (root === undefined) throw invalid(`${shown}: no such file or directory`);
  const path = `code/${basename(resolve(shown))}`;
  const found = await stat(root);
  if (found.isFile()) return [{ path, file: root, sizeBytes: found.size }];
  const files = await listFiles(shown);
  return files.map((file) => ({ ...file, path: `${path}/${file.path}` }));
}

function isModel(directory: string): Promise<boolean> {
  return stat(join(directory, "MLmodel")).then(
    (found) => found.isFile(),
    () => false,
  );
}

async function requireMlmodel(shown: string): Promise<void> {
  if (await isModel(shown)) return;
  const entries = await readdir(shown).catch(() => undefined);
  // It cannot be listed: listFiles says why.
  if (entries === undefined) return;
  for (const entry of entries) {
    if (await isModel(join(shown, entry))) {
      throw invalid(`${shown}: no MLmodel file in it, but there is one in ${join(shown, entry)}`);
    }
  }
  throw invalid(
    `${shown}: no MLmodel file in it; give the directory that mlflow.<flavor>.save_model wrote, or say with --flavor what it is`,
  );
}

async function readOne({ path, file }: LocalFile): Promise<InlineFile> {
  const content = await readFile(file);
  const sha256 = createHash("sha256").update(content).digest("hex");
  return create(InlineFileSchema, { path, content, sha256 });
}
