import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";

/** Names the file with the checksums of a folder. */
export const checksumsName = "checksums.txt";

/** Reads a file in the form of `sha256sum`: name of the file → sha256 in hexadecimal digits. */
export async function readChecksums(path: string): Promise<Map<string, string>> {
  const text = existsSync(path) ? await readFile(path, "utf8") : "";
  const lines = text.split("\n").filter((line) => line !== "");
  return new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)]));
}

/** Writes checksums in the form of `sha256sum`, in the order of the map. */
export async function writeChecksums(path: string, checksums: Map<string, string>): Promise<void> {
  const lines = [...checksums].map(([name, checksum]) => `${checksum}  ${name}\n`);
  await writeFile(path, lines.join(""));
}

/** Computes the checksum of a content, in hexadecimal digits. */
export function sha256(content: Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}
