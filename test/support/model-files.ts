import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

/** A real pyfunc model, saved by MLflow. */
export const quickstartModel = fileURLToPath(
  new URL("../../examples/quickstart/model", import.meta.url),
);

/** A file of a package, as a request has it. */
export interface ModelFile {
  path: string;
  content: Uint8Array<ArrayBuffer>;
}

/** Reads all files of a model directory. */
export async function readModelFiles(directory: string): Promise<ModelFile[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  return Promise.all(
    entries
      .filter((entry) => entry.isFile() && !entry.parentPath.includes("__pycache__"))
      .map(async (entry) => {
        const path = join(entry.parentPath, entry.name);
        return {
          path: relative(directory, path).split(sep).join("/"),
          content: new Uint8Array(await readFile(path)),
        };
      }),
  );
}
