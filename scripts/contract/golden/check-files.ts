import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { checksumsName, readChecksums, sha256 } from "../checksums.ts";
import type { Finding } from "../finding.ts";
import type { Release } from "../read-contract.ts";
import { goldenChecksums, goldenFolder } from "./files.ts";
import { payloadsOf } from "./payloads.ts";

/**
 * Compares the golden payloads with their checksums, and with those that each release has
 * according to its image. Gives what is wrong.
 *
 * @param damaged versions whose image cannot be read, and which that is told of
 */
export async function checkGoldenFiles(
  root: string,
  releases: Release[],
  damaged: string[],
): Promise<Finding[]> {
  const checksums = await readChecksums(goldenChecksums(root));
  const present = await filesIn(join(root, goldenFolder));
  const expected = releases.flatMap((release) => {
    return payloadsOf(release).map(({ path }) => `${release.version}/${path}`);
  });
  const names = [...new Set([...expected, ...present, ...checksums.keys()])];
  const findings: Finding[] = [];
  for (const [folder, within] of Map.groupBy(names, (name) => name.split("/")[0] ?? "")) {
    if (damaged.includes(folder)) continue;
    if (!within.some((name) => expected.includes(name))) {
      findings.push(noRelease(folder));
    } else if (!within.some((name) => present.includes(name))) {
      findings.push(gone(folder, `the golden payloads of ${folder} are`));
    } else {
      for (const name of within) findings.push(...(await checkFile(name)));
    }
  }
  return findings;

  async function checkFile(name: string): Promise<Finding[]> {
    const checksum = checksums.get(name);
    if (!expected.includes(name)) return [noRelease(name)];
    if (!present.includes(name)) return [gone(name, `the golden payload ${name} is`)];
    if (checksum === undefined)
      return [gone(name, `the checksum of the golden payload ${name} is`)];
    if (sha256(await readFile(join(root, goldenFolder, name))) === checksum) return [];
    const broke = `the golden payload ${name} is not the one that was released: its sha256 changed`;
    const mend = `bring it back with \`git checkout -- ${join(goldenFolder, name)}\``;
    return [finding(name, broke, mend)];
  }
}

function noRelease(name: string): Finding {
  const mend = `only \`npm run contract:release -- <version>\` adds them: delete it, and its lines in ${checksumsName}`;
  return finding(name, `${join(goldenFolder, name)} belongs to no release`, mend);
}

function gone(name: string, subject: string): Finding {
  const verb = subject.endsWith("are") ? "them" : "it";
  return finding(name, `${subject} gone`, `bring ${verb} back from git`);
}

function finding(name: string, broke: string, mend: string): Finding {
  const noticed =
    "clients in every language are tested with what a release wrote, and would be no longer";
  return { where: join(goldenFolder, name), broke, noticed, mend };
}

async function filesIn(folder: string): Promise<string[]> {
  if (!existsSync(folder)) return [];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .filter((name) => name !== checksumsName)
    .sort();
}
