import { createHash } from "node:crypto";
import type { Dirent } from "node:fs";
import { readdir, readFile, realpath, stat } from "node:fs/promises";
import { basename, join, resolve, sep } from "node:path";
import { create } from "@bufbuild/protobuf";
import type { ModelDescription } from "#gen/modelwire/registry/v1/model_description_pb.js";
import {
  type InlineFile,
  InlineFileSchema,
  type InlinePackage,
  InlinePackageSchema,
} from "#gen/modelwire/registry/v1/registry_service_pb.js";
import { invalid } from "./error.ts";

/** What people's machines leave in a folder and no model needs. */
const leftOut = new Set([".DS_Store", "__pycache__"]);

/** A file of a package that is not read yet. */
export interface LocalFile {
  /** Path within the package. */
  path: string;
  /** Where it is, its links followed. */
  file: string;
  sizeBytes: number;
}

/**
 * Lists the files of a model directory as MLflow saves one, sorted by path. `.DS_Store` and
 * `__pycache__` are left out. Symbolic links are followed within the directory.
 *
 * With `codePaths`, none given among them, the directory has the files of a model that is
 * described elsewhere, and no `MLmodel`; each code path, a Python file or directory that the model
 * imports, is added as `code/<name>`, as MLflow's `code_paths` are.
 *
 * @throws CliError where there is no such directory, no `MLmodel` at its root or one that is
 * described besides, a link that leaves the directory or leads nowhere or in a circle, something
 * that is neither file nor directory, or two code paths of one name.
 */
export async function listPackage(
  directory: string,
  codePaths?: readonly string[],
): Promise<LocalFile[]> {
  const root = await realpath(directory).catch(() => undefined);
  if (root === undefined || !(await stat(root)).isDirectory()) {
    throw invalid(`${directory}: no such directory`);
  }
  if (!codePaths) await requireMlmodel(root, directory);
  else if (await isModel(root)) {
    throw invalid(`${directory}: --flavor is for a directory without MLmodel file, and it has one`);
  }
  const files = await listFiles({ root, shown: directory }, root, "", []);
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
 * @throws CliError as {@link listPackage}
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
  const files = await listFiles({ root, shown }, root, "", []);
  return files.map((file) => ({ ...file, path: `${path}/${file.path}` }));
}

function isModel(directory: string): Promise<boolean> {
  return stat(join(directory, "MLmodel")).then(
    (found) => found.isFile(),
    () => false,
  );
}

async function requireMlmodel(root: string, shown: string): Promise<void> {
  if (await isModel(root)) return;
  for (const entry of await readdir(root)) {
    if (await isModel(join(root, entry))) {
      throw invalid(`${shown}: no MLmodel file in it, but there is one in ${join(shown, entry)}`);
    }
  }
  throw invalid(
    `${shown}: no MLmodel file in it; give the directory that mlflow.<flavor>.save_model wrote, or say with --flavor what it is`,
  );
}

interface Package {
  /** Real path of the directory. */
  root: string;
  /** The directory as the caller named it. */
  shown: string;
}

/** Lists the files of `folder`, a real path; `above` has the real paths of the folders over it. */
async function listFiles(
  model: Package,
  folder: string,
  prefix: string,
  above: readonly string[],
): Promise<LocalFile[]> {
  const files: LocalFile[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (leftOut.has(entry.name)) continue;
    const path = prefix + entry.name;
    const target = await targetOf(model, folder, entry, path);
    const found = await stat(target);
    if (found.isDirectory()) {
      const around = [...above, folder];
      if (around.includes(target)) {
        throw invalid(`${join(model.shown, path)}: a link to a directory that it is in`);
      }
      files.push(...(await listFiles(model, target, `${path}/`, around)));
    } else if (found.isFile()) {
      files.push({ path, file: target, sizeBytes: found.size });
    } else {
      throw invalid(`${join(model.shown, path)}: must be a file or a directory`);
    }
  }
  return files;
}

/** Finds what an entry of a folder is in truth, and refuses links out of the package. */
async function targetOf(
  { root, shown }: Package,
  folder: string,
  entry: Dirent,
  path: string,
): Promise<string> {
  if (!entry.isSymbolicLink()) return join(folder, entry.name);
  const target = await realpath(join(folder, entry.name)).catch(() => undefined);
  if (target === undefined) throw invalid(`${join(shown, path)}: a link that leads nowhere`);
  if (target !== root && !target.startsWith(root + sep)) {
    throw invalid(
      `${join(shown, path)}: a link that leaves the directory; put a copy in its place`,
    );
  }
  return target;
}

async function readOne({ path, file }: LocalFile): Promise<InlineFile> {
  const content = await readFile(file);
  const sha256 = createHash("sha256").update(content).digest("hex");
  return create(InlineFileSchema, { path, content, sha256 });
}
