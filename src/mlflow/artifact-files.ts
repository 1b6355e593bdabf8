import { z } from "zod";
import { MlflowError } from "./error.ts";

/** A folder's files and folders, as MLflow's listings answer them. */
export const artifactListing = z.object({
  files: z
    .array(
      z.object({
        path: z.string(),
        is_dir: z.boolean().default(false),
        file_size: z.coerce.number().default(0),
      }),
    )
    .default([]),
});

/** One of {@link artifactListing}. */
export type ArtifactFile = z.infer<typeof artifactListing>["files"][number];

/** Lists one folder, "" for the root; the paths begin at the root. */
export type ListFolder = (folder: string) => Promise<ArtifactFile[]>;

/** Lists all files below a folder with their sizes in bytes. */
export async function listAllFiles(list: ListFolder, folder: string): Promise<Map<string, number>> {
  const sizes = new Map<string, number>();
  async function visit(path: string): Promise<void> {
    const files = await list(path);
    for (const file of files) if (!file.is_dir) sizes.set(file.path, file.file_size);
    await Promise.all(files.filter((file) => file.is_dir).map((file) => visit(file.path)));
  }
  await visit(folder);
  return sizes;
}

/**
 * Reads one file. MLflow 3.4 answers 500 and a page where it is not there, as it does for every
 * other failure, so the listing of its folder tells which it was; later ones answer 404.
 *
 * @param list is asked only then
 * @throws MlflowError `not_found`
 */
export async function readArtifactFile<T>(
  read: () => Promise<T>,
  filePath: string,
  list: ListFolder,
): Promise<T> {
  try {
    return await read();
  } catch (error) {
    const saysLittle =
      error instanceof MlflowError && error.status === 500 && error.errorCode === undefined;
    if (!saysLittle) throw error;
    const folder = filePath.slice(0, Math.max(filePath.lastIndexOf("/"), 0));
    const files = await list(folder).catch(() => undefined);
    const mayBeThere = files === undefined || files.some((f) => f.path === filePath && !f.is_dir);
    if (mayBeThere) throw error;
    throw new MlflowError(`MLflow has no file ${filePath} there (${error.endpoint})`, {
      ...error,
      failure: "not_found",
      cause: error,
    });
  }
}
