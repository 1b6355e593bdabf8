import { readFile } from "node:fs/promises";
import { buildContext } from "./dockerfile.ts";

/**
 * Reads `.dockerignore`, and gives what tells whether a path of the repository is sent to the
 * builder: of the lines that match it or a folder above it, the last decides.
 */
export async function readDockerContext(): Promise<(path: string) => boolean> {
  const lines = (await readFile(`${buildContext}/.dockerignore`, "utf8"))
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"));
  const rules = lines.map((line) => ({
    keeps: line.startsWith("!"),
    pattern: patternOf(line.replace(/^!/, "").replace(/\/$/, "")),
  }));
  return (path) => {
    const parts = path.split("/");
    const itsFolders = parts.map((_, i) => parts.slice(0, i + 1).join("/"));
    const decides = rules.findLast(({ pattern }) =>
      itsFolders.some((folder) => pattern.test(folder)),
    );
    return decides?.keeps ?? true;
  };
}

/** Makes of a pattern what matches as Docker does: unlike in a shell, names that begin with a dot too. */
function patternOf(glob: string): RegExp {
  const source = glob
    .replaceAll(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("**/", "\0")
    .replaceAll("*", "[^/]*")
    .replaceAll("\0", "(?:.*/)?");
  return new RegExp(`^${source}$`);
}
