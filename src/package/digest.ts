import { createHash } from "node:crypto";

/** A file of a package, without its content. */
export interface FileDigest {
  path: string;
  sizeBytes: number;
  /** 64 lower-case hexadecimal digits. */
  sha256: string;
}

/** A file of a package with its content. */
export interface FileContent {
  path: string;
  content: Uint8Array;
}

/** Tells the sizes and digests of files. */
export function digestsOf(files: readonly FileContent[]): FileDigest[] {
  return files.map(({ path, content }) => ({
    path,
    sizeBytes: content.byteLength,
    sha256: sha256(content),
  }));
}

/** Computes the SHA-256 of bytes, as 64 lower-case hexadecimal digits. */
export function sha256(content: Uint8Array | string): string {
  return createHash("sha256").update(content).digest("hex");
}

/** Sorts files by path, compared component by component in code point order. */
export function sortByPath(files: readonly FileDigest[]): FileDigest[] {
  const key = (file: FileDigest) => file.path.split("/").map((part) => Buffer.from(part));
  return files
    .map((file) => ({ file, parts: key(file) }))
    .sort((a, b) => compareParts(a.parts, b.parts))
    .map(({ file }) => file);
}

// UTF-8 has the order of code points, which JavaScript's own comparison has not.
function compareParts(a: readonly Buffer[], b: readonly Buffer[]): number {
  for (const [i, part] of a.entries()) {
    const other = b[i];
    if (other === undefined) return 1;
    const order = Buffer.compare(part, other);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

/**
 * Computes one digest for all files, in the form of OpenSSF model signing's directory digest:
 * SHA-256 over the raw digests of the files in the order of {@link sortByPath}.
 */
export function packageDigest(files: readonly FileDigest[]): string {
  const hash = createHash("sha256");
  for (const file of sortByPath(files)) hash.update(Buffer.from(file.sha256, "hex"));
  return hash.digest("hex");
}
