import { createHash } from "node:crypto";
import type { Dirent } from "node:fs";
import { readdir, readFile, realpath, stat } from "node:fs/promises";
import { join, sep } from "node:path";
import { create } from "@bufbuild/protobuf";
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
 * @throws CliError where there is no such directory, no `MLmodel` at its root, a link that leaves
 * the directory or leads nowhere or in a circle, or something that is neither file nor directory.
 */
export async function listPackage(directory: string): Promise<LocalFile[]> {
  const root = await realpath(directory).catch(() => undefined);
  if (root === undefined || !(await stat(root)).isDirectory()) {
    throw invalid(`${directory}: no such directory`);
  }
  await requireMlmodel(root, directory);
  const files = await listFiles({ root, shown: directory }, root, "", []);
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/**
 * Reads the files that {@link listPackage} lists into a package, each with its SHA-256: the same
 * directory gives the same package.
 *
 * @throws CliError as {@link listPackage}
 */
export async function readPackage(directory: string): Promise<InlinePackage> {
  const files: InlineFile[] = [];
  for (const file of await listPackage(directory)) files.push(await readOne(file));
  return create(InlinePackageSchema, { files });
}

async function requireMlmodel(root: string, shown: string): Promise<void> {
  const isModel = (path: string) =>
    stat(join(path, "MLmodel")).then(
      (found) => found.isFile(),
      () => false,
    );
  if (await isModel(root)) return;
  for (const entry of await readdir(root)) {
    if (await isModel(join(root, entry))) {
      throw invalid(`${shown}: no MLmodel file in it, but there is one in ${join(shown, entry)}`);
    }
  }
  throw invalid(
    `${shown}: no MLmodel file in it; give the directory that mlflow.<flavor>.save_model wrote`,
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
