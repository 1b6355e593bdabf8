import { mkdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { buildImage } from "./buf.ts";
import { addToChangelog, readChangelog, retireInChangelog } from "./changelog.ts";
import { checkContract } from "./check.ts";
import { sha256 } from "./checksums.ts";
import type { Element } from "./elements.ts";
import type { Finding } from "./finding.ts";
import { addGolden, removeGolden } from "./golden/files.ts";
import { readContract } from "./read-contract.ts";
import {
  checkReleased,
  imageName,
  listedVersions,
  readImageChecksums,
  releasedFolder,
  writeImageChecksums,
} from "./released.ts";
import { compareVersions, isCandidate, versionPattern } from "./version.ts";

/** Says what to release, and which candidates its image takes the place of. */
export interface ReleaseRequest {
  /** Such as `1.0.0-rc.1` or `1.0.0`. */
  version: string;
  /** Older candidates that go. */
  retire: string[];
  /** Why they go. */
  because: string | undefined;
}

/**
 * Cuts an image of the contract as it is now, with golden payloads of what the code makes of it,
 * their checksums and a heading in the changelog, and removes the candidates that it retires.
 * Gives what the check found; then nothing is written. Throws where the request itself cannot be
 * met.
 */
export async function release(root: string, request: ReleaseRequest): Promise<Finding[]> {
  const { version, retire, because } = request;
  await refuse(root, request);
  const { findings } = await checkContract(root, retire);
  if (findings.length > 0) return findings;

  const before = (await checkReleased(root)).images.at(-1);
  const checksums = await readImageChecksums(root);
  const name = imageName(version);
  const folder = join(root, releasedFolder);
  // Built beside the folder: an interrupted release leaves nothing that the check takes for an image.
  const unfinished = join(root, "contract", name);
  await mkdir(folder, { recursive: true });
  await buildImage(root, unfinished);
  const contract = await readContract(unfinished);
  const older = before === undefined ? new Map() : (await readContract(before.path)).elements;
  // Only here, as the service's code does not load where what is generated does not fit it.
  const { goldenPayloads } = await import("./golden/write.ts");
  const golden = goldenPayloads(contract);
  checksums.set(name, sha256(await readFile(unfinished)));
  for (const retired of retire) {
    await removeGolden(root, retired);
    await rm(join(folder, imageName(retired)));
    checksums.delete(imageName(retired));
    await retireInChangelog(root, retired, version, because ?? "");
  }
  await addGolden(root, version, golden);
  await rename(unfinished, join(folder, name));
  await writeImageChecksums(root, checksums);
  await addToChangelog(root, version, describe(contract.elements, older, before?.version));
  return [];
}

async function refuse(root: string, { version, retire, because }: ReleaseRequest): Promise<void> {
  if (!versionPattern.test(version)) {
    throw new Error(
      `version "${version}" should be one such as 1.0.0, or 1.0.0-rc.1 for a candidate`,
    );
  }
  const images = await listedVersions(root);
  const told = (await readChangelog(root)).map((entry) => entry.version);
  const newest = [...images, ...told].sort(compareVersions).at(-1);
  if (newest !== undefined && compareVersions(version, newest) <= 0) {
    throw new Error(
      `version ${version} should be greater than ${newest}, which was released before`,
    );
  }
  for (const retired of retire) {
    if (!isCandidate(retired)) {
      throw new Error(`--retire ${retired}: only a candidate, such as 1.0.0-rc.1, can be retired`);
    }
    if (!images.includes(retired)) {
      throw new Error(`--retire ${retired}: there is no such image in ${releasedFolder}`);
    }
  }
  if (retire.length > 0 && (because === undefined || because.trim() === "")) {
    throw new Error('--retire needs --because "…", a sentence that says why the candidate goes');
  }
  if (retire.length === 0 && because !== undefined) {
    throw new Error("--because goes with --retire, which is not given");
  }
}

/** Says for the changelog what a version adds to the one before it. */
function describe(
  elements: Map<string, Element>,
  older: Map<string, Element>,
  before: string | undefined,
): string {
  if (before === undefined) return "The first image.";
  const added = [...elements.keys()].filter((name) => !older.has(name));
  // What belongs to something new is not told apart from it.
  const whole = added.filter((name) => !added.includes(name.slice(0, name.lastIndexOf("."))));
  if (whole.length === 0) return `Declares what ${before} declares.`;
  return `New since ${before}:\n\n${whole.map((name) => `- \`${name}\``).join("\n")}`;
}
