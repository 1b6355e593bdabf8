import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkBreaking } from "./breaking.ts";
import { buildImage } from "./buf.ts";
import { checkChangelog, readChangelog } from "./changelog.ts";
import { checkComments } from "./comments.ts";
import type { Finding } from "./finding.ts";
import { checkGoldenFiles } from "./golden/check-files.ts";
import { checkPayloadVersions } from "./golden/payload-versions.ts";
import { checkGoldenReads } from "./golden/reads.ts";
import { checkHistory } from "./history.ts";
import { checkJsonKeys } from "./json-keys.ts";
import { checkLint, uncompiled } from "./lint.ts";
import { checkNumberKinds } from "./number-kinds.ts";
import { checkOneofs } from "./oneofs.ts";
import { type Contract, type Release, readContract, readRelease } from "./read-contract.ts";
import { checkReleased, listedVersions } from "./released.ts";

/** Holds what the gate found in the contract, apart from what is generated of it. */
export interface DeclaredCheck {
  findings: Finding[];
  /** How many released images the contract was compared with. */
  releases: number;
  compiles: boolean;
}

/**
 * Checks the contract in `proto/` by itself and against every release, and that nothing of what
 * was released has changed.
 *
 * @param retiring versions whose images are to go, and count no longer
 */
export async function checkDeclared(root: string, retiring: string[] = []): Promise<DeclaredCheck> {
  const { findings, images } = await checkReleased(root);
  const all = await Promise.all(images.map(readRelease));
  const releases = all.filter(({ version }) => !retiring.includes(version));
  const listed = await listedVersions(root);
  const damaged = listed.filter((version) => !images.some((image) => image.version === version));
  const told = await readChangelog(root);
  findings.push(...checkChangelog(told, listed));
  findings.push(...(await checkGoldenFiles(root, all, damaged)));
  const edited = await checkHistory(root, told);
  findings.push(...edited.filter(({ where }) => !findings.some((found) => found.where === where)));
  const { current, wrong } = await checkProtos(root, releases);
  // A net below all the rules: what they tell is not told again.
  if (current && wrong.length + findings.length === 0) {
    findings.push(...(await checkGoldenReads(root, current, releases)));
  }
  const compiles = current !== undefined;
  return { findings: [...wrong, ...findings], releases: releases.length, compiles };
}

async function checkProtos(
  root: string,
  releases: Release[],
): Promise<{ current?: Contract; wrong: Finding[] }> {
  const scratch = await mkdtemp(join(tmpdir(), "modelwire-contract-"));
  try {
    const image = join(scratch, "current.binpb");
    const errors = await buildImage(root, image);
    if (errors.length > 0) return { wrong: errors.map(uncompiled) };
    const current = await readContract(image);
    const [lint, breaking] = await Promise.all([
      checkLint(root, image),
      checkBreaking(root, image, current.elements, releases),
    ]);
    const wrong = [
      ...lint,
      ...breaking,
      ...checkOneofs(current.elements, releases),
      ...checkJsonKeys(current.elements, releases),
      ...checkComments(current.elements, releases),
      ...checkPayloadVersions(current, releases),
      ...checkNumberKinds(current.elements),
    ];
    return { current, wrong };
  } finally {
    await rm(scratch, { recursive: true });
  }
}
