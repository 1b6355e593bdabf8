/**
 * Says what is wrong with the path of a file in a package; undefined where nothing is. What is
 * refused either leads out of the package or is refused by MLflow's artifact server.
 */
export function wrongPath(path: string): string | undefined {
  if (path === "") return "expected a path, such as MLmodel or data/model.pkl";
  if (path.startsWith("/") || /^[A-Za-z]:/.test(path)) return `"${path}" is not relative`;
  const components = path.split("/");
  if (components.includes(".."))
    return `"${path}" leads out of the package: no component may be ..`;
  if (components.includes(".") || components.includes("")) {
    return `"${path}" has a component that is empty or a dot`;
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
  if (/[\\#\x00-\x1f\x7f]/.test(path)) {
    return `${JSON.stringify(path)} holds a backslash, # or a control character`;
  }
  // MLflow decodes names once more than it was sent them, and would store another one.
  if (/%[0-9a-fA-F]{2}/.test(path)) {
    return `"${path}" holds a % with two hexadecimal digits, which MLflow would take for a character`;
  }
  if (Buffer.byteLength(path) > 1024) return `"${path.slice(0, 40)}…" is longer than 1,024 bytes`;
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
