import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { checksumsName, readChecksums, sha256, writeChecksums } from "./checksums.ts";
import type { Finding } from "./finding.ts";
import { compareVersions, versionPattern } from "./version.ts";

/** Names the folder of the released images, from the root. */
export const releasedFolder = join("contract", "released");
const imagePattern = /^modelwire-(.+)\.binpb$/;

/** Is an image in the folder that its checksum vouches for. */
export interface ReleasedImage {
  version: string;
  path: string;
}

/** Names the file of a version's image. */
export function imageName(version: string): string {
  return `modelwire-${version}.binpb`;
}

/** Reads the checksums of the images, by name. */
export async function readImageChecksums(root: string): Promise<Map<string, string>> {
  return await readChecksums(join(root, releasedFolder, checksumsName));
}

/** Writes the checksums of the images, oldest version first. */
export async function writeImageChecksums(
  root: string,
  checksums: Map<string, string>,
): Promise<void> {
  const sorted = [...checksums].sort(([a], [b]) => compareVersions(versionOf(a), versionOf(b)));
  await writeChecksums(join(root, releasedFolder, checksumsName), new Map(sorted));
}

/** Lists the versions that have a checksum. */
export async function listedVersions(root: string): Promise<string[]> {
  return [...(await readImageChecksums(root)).keys()].map(versionOf);
}

/**
 * Compares the folder of released images with its checksums. Gives what is wrong, and the
 * images that are whole, oldest first.
 */
export async function checkReleased(
  root: string,
): Promise<{ findings: Finding[]; images: ReleasedImage[] }> {
  const folder = join(root, releasedFolder);
  const checksums = await readImageChecksums(root);
  const present = existsSync(folder) ? (await readdir(folder)).sort() : [];
  const findings: Finding[] = [];
  const images: ReleasedImage[] = [];
  const find = (name: string, broke: string, mend: string) => {
    const noticed = "a change that breaks those who built against that release would pass unseen";
    findings.push({ where: join(releasedFolder, name), broke, noticed, mend });
  };
  for (const name of present.filter((name) => name !== checksumsName)) {
    const version = versionOf(name);
    const expected = checksums.get(name);
    if (!versionPattern.test(version)) {
      find(name, `${name} is neither a released image nor ${checksumsName}`, "move it elsewhere");
    } else if (expected === undefined) {
      const mend =
        "only `npm run contract:release -- <version>` adds images: delete it and cut it so";
      find(name, `the image ${name} is not listed in ${checksumsName}`, mend);
    } else if (sha256(await readFile(join(folder, name))) !== expected) {
      const mend = `bring it back with \`git checkout -- ${join(releasedFolder, name)}\``;
      find(name, `the image ${name} is not the one that was released: its sha256 changed`, mend);
    } else {
      images.push({ version, path: join(folder, name) });
    }
  }
  for (const name of checksums.keys()) {
    if (present.includes(name)) continue;
    const mend = `bring it back with \`git checkout -- ${join(releasedFolder, name)}\`; a candidate is retired with \`npm run contract:release -- <version> --retire ${versionOf(name)} --because "…"\``;
    find(name, `the released image ${name} is gone`, mend);
  }
  images.sort((a, b) => compareVersions(a.version, b.version));
  return { findings, images };
}

/** Takes the version out of an image's name. Empty where it is not such a name. */
export function versionOf(name: string): string {
  return imagePattern.exec(name)?.[1] ?? "";
}
