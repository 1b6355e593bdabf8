import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkBreaking } from "./breaking.ts";
import { buildImage, readImage } from "./buf.ts";
import { checkChangelog, readChangelog } from "./changelog.ts";
import { checkComments } from "./comments.ts";
import { type Element, elementsOf, type Release } from "./elements.ts";
import type { Finding } from "./finding.ts";
import { checkGenerated } from "./generated.ts";
import { checkLint } from "./lint.ts";
import { checkNumberKinds } from "./number-kinds.ts";
import { checkReleased, type ReleasedImage, readChecksums, versionOf } from "./released.ts";

/** Holds what the gate found, nothing where the contract may be used as it is. */
export interface ContractCheck {
  findings: Finding[];
  /** How many released images the contract was compared with. */
  releases: number;
}

/**
 * Checks the contract in `proto/` by itself, against every released image, and against the
 * generated code. All findings come at once.
 *
 * @param retiring versions whose images are to go, and count no longer
 */
export async function checkContract(root: string, retiring: string[] = []): Promise<ContractCheck> {
  const lint = await checkLint(root);
  const released = await checkReleased(root);
  const listed = [...(await readChecksums(root)).keys()].map(versionOf);
  const images = released.images.filter(({ version }) => !retiring.includes(version));
  const findings = [
    ...lint.findings,
    ...released.findings,
    ...checkChangelog(await readChangelog(root), listed),
  ];
  if (lint.compiles) findings.push(...(await checkMeaning(root, images)));
  return { findings, releases: images.length };
}

async function checkMeaning(root: string, images: ReleasedImage[]): Promise<Finding[]> {
  const releases = await Promise.all(images.map(readRelease));
  const scratch = await mkdtemp(join(tmpdir(), "modelwire-contract-"));
  try {
    const image = join(scratch, "current.binpb");
    const elements = await buildElements(root, image);
    const [breaking, generated] = await Promise.all([
      checkBreaking(root, image, elements, releases),
      checkGenerated(root),
    ]);
    return [
      ...breaking,
      ...checkComments(elements, releases),
      ...checkNumberKinds(elements),
      ...generated,
    ];
  } finally {
    await rm(scratch, { recursive: true });
  }
}

/** Reads the elements of a released image. */
export async function readRelease(image: ReleasedImage): Promise<Release> {
  return { ...image, elements: elementsOf(await readImage(image.path)) };
}

/** Builds the contract as it is now into a file and lists what it declares. */
export async function buildElements(root: string, path: string): Promise<Map<string, Element>> {
  await buildImage(root, path);
  return elementsOf(await readImage(path));
}
