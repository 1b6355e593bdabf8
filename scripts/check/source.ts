import { readdir } from "node:fs/promises";
import { join, relative, sep } from "node:path";

/** Holds one place that breaks a rule of the repository. */
export interface Violation {
  /** From the root, with `/` between folders. */
  file: string;
  /** Counts from 1. Unset where the whole file is meant. */
  line?: number;
  /** The rule that it breaks. */
  rule: string;
  /** What to do about it. */
  mend: string;
}

/** Tells a violation in one line. */
export function sentence({ file, line, rule, mend }: Violation): string {
  return `${file}${line === undefined ? "" : `:${line}`}: ${rule}; ${mend}`;
}

/** Lists the files in a folder of the root and below it, sorted; none where it is not there. */
export async function filesBelow(root: string, folder: string): Promise<string[]> {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return [];
      throw error;
    },
  );
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .filter((file) => !file.includes("node_modules/"))
    .sort();
}

// Strings come first, so that what looks like a comment in one is none.
const stringOrComment =
  /"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`|\/\/[^\n]*|\/\*[\s\S]*?\*\//g;

/** Replaces the comments of a TypeScript file by spaces, so that places keep their lines. */
export function withoutComments(text: string): string {
  return text.replace(stringOrComment, (match) =>
    match.startsWith("/") ? match.replace(/[^\n]/g, " ") : match,
  );
}

/** Replaces the comments and strings of a TypeScript file by spaces. */
export function codeOnly(text: string): string {
  return text.replace(stringOrComment, (match) => match.replace(/[^\n]/g, " "));
}

/** Counts the line of an index into a text, from 1. */
export function lineAt(text: string, index: number): number {
  return text.slice(0, index).split("\n").length;
}
