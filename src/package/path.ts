/** The longest name that file systems of Linux, macOS and Windows all take, in bytes. */
const LONGEST_COMPONENT_BYTES = 255;
const LONGEST_PATH_BYTES = 1024;
const LONGEST_QUOTED = 120;

/**
 * Says what is wrong with the path of a file in a package; undefined where nothing is. What is
 * refused leads out of the package, cannot be a file's name, or does not come back from MLflow,
 * its server or its Python client, under that very name. What one path means for another,
 * `wrongPaths` tells.
 *
 * Names that Windows alone refuses, such as `aux.py` or `a|b`, are paths: a download there fails
 * and says so, and nothing is mistaken for anything else.
 */
export function wrongPath(path: string): string | undefined {
  if (path === "") return "expected a path, such as MLmodel or data/model.pkl";
  if (Buffer.byteLength(path) > LONGEST_PATH_BYTES) {
    return `${quoted(path)} is longer than 1,024 bytes`;
  }
  if (!path.isWellFormed())
    return `${quoted(path)} is not Unicode: half of a character stands alone`;
  if (path.startsWith("/")) return `${quoted(path)} is not relative`;
  // MLflow 3.4 fails to answer files that begin like the URLs it knows.
  if (/(?:^|\/)[A-Za-z][A-Za-z0-9+.-]*:/.test(path)) {
    return `${quoted(path)} is not relative: a name in it begins like a drive or a URL`;
  }
  const components = path.split("/");
  if (components.includes("..")) {
    return `${quoted(path)} leads out of the package: no component may be ..`;
  }
  // Windows takes some of these for the folder itself or the one above.
  if (/(?:^|\/)[. ]*(?:\/|$)/.test(path)) {
    return `${quoted(path)} has a component that is empty, or nothing but dots and spaces`;
  }
  // MLflow's client asks for names as they are, and what follows ? or # is no name in a URL.
  if (/[\\#?\p{Cc}]/u.test(path)) {
    return `${quoted(path)} holds a backslash, #, ? or a control character`;
  }
  // MLflow's client does not find these again.
  if (/(?:^|\/) /.test(path)) return `${quoted(path)} has a name that begins with a space`;
  // MLflow decodes names once more than it was sent them, and would store another one.
  if (/%[0-9a-fA-F]{2}/.test(path)) {
    return `${quoted(path)} holds a % with two hexadecimal digits, which MLflow would take for a character`;
  }
  // MLflow 3.4 writes the name into a header as it is, and the answer with the file breaks off.
  if (/[\u{100}-\u{10ffff}][^/]*$/u.test(path)) {
    return `${quoted(path)} has a file name with characters beyond Latin-1, which MLflow 3.4 cannot give back; a folder may have them`;
  }
  const long = components.find((name) => Buffer.byteLength(name) > LONGEST_COMPONENT_BYTES);
  if (long !== undefined) {
    const bytes = Buffer.byteLength(long);
    return `${quoted(path)} has a component of ${bytes} bytes: file systems take at most 255`;
  }
  return undefined;
}

/** Tells what stands at a path of a package. */
export interface PackagePaths {
  /** Whether a file is there. */
  hasFile(path: string): boolean;
  /** Whether a folder is there: something lies below it. */
  hasFolder(path: string): boolean;
}

/** Reads the paths of a package's files. A question takes logarithmic time, whatever is asked. */
export function packagePaths(paths: readonly string[]): PackagePaths {
  const files = new Set(paths);
  const sorted = [...files].sort();
  return {
    hasFile: (path) => files.has(path),
    hasFolder(path) {
      const prefix = `${path}/`;
      let low = 0;
      for (let high = sorted.length; low < high; ) {
        const middle = (low + high) >>> 1;
        if ((sorted[middle] ?? "") < prefix) low = middle + 1;
        else high = middle;
      }
      return sorted[low]?.startsWith(prefix) ?? false;
    },
  };
}

/**
 * Writes a path for an error: no character of it breaks a line, and of a long one the beginning
 * and the end are there.
 */
export function quoted(path: string): string {
  if (path.length <= LONGEST_QUOTED) return JSON.stringify(path);
  const characters = [...path.slice(0, LONGEST_QUOTED)];
  const end = [...path.slice(-LONGEST_QUOTED)].slice(-40);
  return JSON.stringify(`${characters.slice(0, 40).join("")}…${end.join("")}`);
}
