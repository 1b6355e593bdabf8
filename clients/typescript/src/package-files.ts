import { createHash } from "node:crypto";
import { createReadStream, type Dirent } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { join, sep } from "node:path";
import { pipeline } from "node:stream/promises";

/** Larger parts of a file are no faster, and gRPC's own limit for a message is 4 MiB. */
export const chunkBytes = 1024 ** 2;

/** What people's machines leave in a folder and no model needs. */
const leftOut = new Set([".DS_Store", "__pycache__"]);

/** A file of a package that is not read yet. */
export interface LocalFile {
  /** Path within the package, with `/` between folders. */
  path: string;
  /** Where it is, its links followed. */
  file: string;
  sizeBytes: number;
}

/** A file of a package, with its digest. */
export interface DigestedFile extends LocalFile {
  /** 64 lower-case hexadecimal digits. */
  sha256: string;
}

/** Says that files cannot be uploaded as they are. */
export class PackageError extends Error {
  override readonly name = "PackageError";
  /** Whether a file was changed while it was read. */
  readonly changed: boolean;

  constructor(message: string, changed = false) {
    super(message);
    this.changed = changed;
  }
}

/**
 * Lists the files of a directory, sorted by path. `.DS_Store` and `__pycache__` are left out.
 * Symbolic links are followed within the directory.
 *
 * @throws PackageError where there is no such directory, for a link that leaves it or leads nowhere
 * or in a circle, and for what is neither file nor directory
 */
export async function listFiles(directory: string): Promise<LocalFile[]> {
  const root = await realpath(directory).catch(() => undefined);
  if (root === undefined || !(await stat(root)).isDirectory()) {
    throw new PackageError(`${directory}: no such directory`);
  }
  const files = await listFolder({ root, shown: directory }, root, "", []);
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Reads files for their SHA-256, in constant memory. */
export async function digestFiles(files: readonly LocalFile[]): Promise<DigestedFile[]> {
  const digested: DigestedFile[] = [];
  for (const file of files) {
    const hash = createHash("sha256");
    await pipeline(createReadStream(file.file, { highWaterMark: chunkBytes }), hash);
    digested.push({ ...file, sha256: hash.digest("hex") });
  }
  return digested;
}

interface Package {
  /** Real path of the directory. */
  root: string;
  /** The directory as the caller named it. */
  shown: string;
}

/** Lists the files of `folder`, a real path; `above` has the real paths of the folders over it. */
async function listFolder(
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
        throw new PackageError(`${join(model.shown, path)}: a link to a directory that it is in`);
      }
      files.push(...(await listFolder(model, target, `${path}/`, around)));
    } else if (found.isFile()) {
      files.push({ path, file: target, sizeBytes: found.size });
    } else {
      throw new PackageError(`${join(model.shown, path)}: must be a file or a directory`);
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
  if (target === undefined) {
    throw new PackageError(`${join(shown, path)}: a link that leads nowhere`);
  }
  if (target !== root && !target.startsWith(root + sep)) {
    throw new PackageError(
      `${join(shown, path)}: a link that leaves the directory; put a copy in its place`,
    );
  }
  return target;
}
