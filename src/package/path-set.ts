import { quoted, wrongPath } from "./path.ts";

/** A path among others that cannot stay, and why. */
export interface WrongPath {
  /** Where it stands in the list. */
  index: number;
  /** What is wrong with it, naming it and the path that it is at odds with. */
  description: string;
}

/**
 * Says what is wrong with the paths of a package, each by itself as `wrongPath` does, and one
 * beside the other: no path twice, no file where another one's folder is, and no two that are one
 * file on macOS or Windows, where one would silently take the place of the other. The first of two
 * stays. Folders may differ by no more than case: their files come together, and none is lost.
 */
export function wrongPaths(paths: readonly string[]): WrongPath[] {
  const wrong: WrongPath[] = [];
  const sound: { index: number; path: string; key: string }[] = [];
  for (const [index, path] of paths.entries()) {
    const description = wrongPath(path);
    if (description === undefined) sound.push({ index, path, key: fileSystemKey(path) });
    else wrong.push({ index, description });
  }
  // So sorted, what would be below a file comes right behind it.
  sound.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.index - b.index));
  let file = sound[0];
  for (const one of sound.slice(1)) {
    const description = file && clash(file, one);
    if (description === undefined) file = one;
    else wrong.push({ index: one.index, description });
  }
  return wrong.sort((a, b) => a.index - b.index);
}

/**
 * Says which files of a whole package MLflow's Python client loses without a word: a file that is
 * alone in a folder of its own name, such as `data/data`. A listing with one such entry is how
 * newer ones tell a file from a folder (`HttpArtifactRepository.list_artifacts`, seen in 3.17).
 */
export function lostPaths(paths: readonly string[]): WrongPath[] {
  const sorted = [...paths.entries()].sort(([, a], [, b]) => (a < b ? -1 : a > b ? 1 : 0));
  return sorted.flatMap(([index, path], i) => {
    const [name = "", folder] = path.split("/").reverse();
    const beginning = path.slice(0, -name.length);
    const others = [sorted[i - 1], sorted[i + 1]];
    if (name !== folder || others.some((other) => other?.[1].startsWith(beginning))) return [];
    const description = `${quoted(path)} is alone in a folder of its own name, where MLflow's client does not find it`;
    return [{ index, description }];
  });
}

function clash(
  file: { path: string; key: string },
  other: { path: string; key: string },
): string | undefined {
  const [name, otherName] = [quoted(file.path), quoted(other.path)];
  if (other.path === file.path) return `${otherName} stands here twice: each path once`;
  if (other.path.startsWith(`${file.path}/`)) {
    return `${otherName}: ${name} is a file in this package, not a folder`;
  }
  if (other.key === file.key) {
    return `${otherName} and ${name} are one file on macOS or Windows: give one of them another name`;
  }
  if (other.key.startsWith(`${file.key}\0`)) {
    return `${otherName}: on macOS or Windows ${name} is a file where its folder would be`;
  }
  return undefined;
}

/**
 * Makes the same text of paths that some file system takes for the same: macOS does not tell the
 * normal forms of Unicode apart, it and Windows not upper and lower case, Windows no dots and
 * spaces at the end of a name.
 */
function fileSystemKey(path: string): string {
  const key = path.replace(/(?<![. ])[. ]+(?=\/|$)/g, "").replaceAll("/", "\0");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it looks for ASCII
  return /^[\x00-\x7f]*$/.test(key) ? key.toLowerCase() : folded(key);
}

// Unicode's case folding, as near as JavaScript comes to it: upper case alone leaves the Kelvin sign
// apart, lower case alone the final sigma, and dotless i has an upper case that is not its own.
function folded(key: string): string {
  return key
    .normalize("NFD")
    .split("ı")
    .map((part) => part.toUpperCase().toLowerCase())
    .join("ı")
    .normalize("NFD");
}
