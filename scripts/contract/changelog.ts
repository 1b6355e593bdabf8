import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Finding } from "./finding.ts";
import { imageName } from "./released.ts";
import { isCandidate, versionPattern } from "./version.ts";

const name = "CHANGELOG.md";
const sectionHeading = "## Contract";

/** Is a version of the contract as the changelog tells it. */
export interface ChangelogEntry {
  version: string;
  /** Its image was removed, with a line that says why. */
  retired: boolean;
}

/** Reads the headings of the changelog's contract section, newest first as they stand there. */
export async function readChangelog(root: string): Promise<ChangelogEntry[]> {
  const { section } = await split(root);
  return section
    .split(/^### /m)
    .slice(1)
    .map((part) => ({
      version: /^\S+/.exec(part)?.[0] ?? "",
      retired: /^Retired by /m.test(part),
    }))
    .filter(({ version }) => versionPattern.test(version));
}

/** Adds a heading for a version on top of the contract section. */
export async function addToChangelog(root: string, version: string, text: string): Promise<void> {
  const { before, section, after } = await split(root);
  const date = new Date().toISOString().slice(0, 10);
  const first = section.search(/^### /m);
  const at = first === -1 ? section.length : first;
  const entry = `### ${version} (${date})\n\n${text}\n\n`;
  const grown = `${section.slice(0, at).trimEnd()}\n\n${entry}${section.slice(at)}`;
  await writeFile(join(root, name), before + grown + after);
}

/** Says under the heading of a candidate which version retired it, and why. */
export async function retireInChangelog(
  root: string,
  retired: string,
  by: string,
  because: string,
): Promise<void> {
  const { before, section, after } = await split(root);
  const parts = section.split(/^(?=### )/m).map((part) => {
    if (!part.startsWith(`### ${retired} `)) return part;
    return `${part.trimEnd()}\n\nRetired by ${by}: ${because}\n\n`;
  });
  await writeFile(join(root, name), before + parts.join("") + after);
}

/** Demands that the changelog and the list of images tell the same releases. */
export function checkChangelog(entries: ChangelogEntry[], images: string[]): Finding[] {
  const findings: Finding[] = [];
  const noticed = "nobody could tell which contracts clients in use were built against";
  for (const { version, retired } of entries) {
    if (images.includes(version) || (retired && isCandidate(version))) continue;
    const mend = `bring ${imageName(version)} and its checksum back from git; only candidates are retired, by \`npm run contract:release\``;
    findings.push({ where: name, broke: `contract ${version} has no image`, noticed, mend });
  }
  for (const version of images) {
    if (entries.some((entry) => entry.version === version && !entry.retired)) continue;
    const mend = `bring its heading in the section "${sectionHeading.slice(3)}" back from git`;
    findings.push({ where: name, broke: `${imageName(version)} has no heading`, noticed, mend });
  }
  return findings;
}

async function split(root: string): Promise<{ before: string; section: string; after: string }> {
  const path = join(root, name);
  const text = existsSync(path) ? await readFile(path, "utf8") : "# Changelog\n";
  const start = text.search(new RegExp(`^${sectionHeading}$`, "m"));
  if (start === -1) {
    return { before: `${text.trimEnd()}\n\n`, section: `${sectionHeading}\n`, after: "" };
  }
  const end = text.slice(start + sectionHeading.length).search(/^## /m);
  const stop = end === -1 ? text.length : start + sectionHeading.length + end;
  return {
    before: text.slice(0, start),
    section: text.slice(start, stop),
    after: text.slice(stop),
  };
}
