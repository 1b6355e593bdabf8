import { existsSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { checksumsName, readChecksums, sha256, writeChecksums } from "../checksums.ts";

/** Names the folder of the golden payloads, from the root. */
export const goldenFolder = join("contract", "golden");

/** Keeps the golden payloads of a version for good: path below its folder → content. */
export async function addGolden(
  root: string,
  version: string,
  payloads: Map<string, Uint8Array>,
): Promise<void> {
  const checksums = await readChecksums(goldenChecksums(root));
  for (const [path, content] of payloads) {
    const name = `${version}/${path}`;
    await mkdir(dirname(join(root, goldenFolder, name)), { recursive: true });
    await writeFile(join(root, goldenFolder, name), content);
    checksums.set(name, sha256(content));
  }
  if (payloads.size > 0) await writeChecksums(goldenChecksums(root), checksums);
}

/** Removes the golden payloads of a candidate that is retired. */
export async function removeGolden(root: string, version: string): Promise<void> {
  await rm(join(root, goldenFolder, version), { recursive: true, force: true });
  const checksums = await readChecksums(goldenChecksums(root));
  const kept = [...checksums].filter(([name]) => !name.startsWith(`${version}/`));
  if (existsSync(goldenChecksums(root))) {
    await writeChecksums(goldenChecksums(root), new Map(kept));
  }
}

/** Gives the path of the file with the checksums of the golden payloads. */
export function goldenChecksums(root: string): string {
  return join(root, goldenFolder, checksumsName);
}
