import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generate } from "../generate/generate.ts";
import type { Language } from "../generate/languages.ts";
import type { Finding } from "./finding.ts";

/** Compares the generated code of a language with what the contract gives now. */
export async function checkGenerated(root: string, language: Language): Promise<Finding[]> {
  const scratch = await mkdtemp(join(tmpdir(), "modelwire-generate-"));
  try {
    await generate(root, language, scratch);
    const found = language.folders.map((folder) => compare(root, scratch, folder, language));
    return (await Promise.all(found)).flat();
  } finally {
    await rm(scratch, { recursive: true });
  }
}

async function compare(
  root: string,
  scratch: string,
  folder: string,
  language: Language,
): Promise<Finding[]> {
  const [committed, fresh] = [join(root, folder), join(scratch, folder)];
  const [have, want] = [await filesIn(committed), await filesIn(fresh)];
  const findings: Finding[] = [];
  const find = (name: string, broke: string, noticed: string, mend: string) => {
    findings.push({ where: join(folder, name), broke, noticed, mend });
  };
  const noticed =
    language.name === "typescript"
      ? "the service would speak another contract than the one in proto/"
      : `the client in ${language.name} would speak another contract than the one in proto/`;
  const mend = "run `npm run generate -- --all` and commit what it writes";
  for (const name of want) {
    if (!have.includes(name)) {
      find(name, "generated code is missing", noticed, mend);
    } else if (!(await sameBytes(join(committed, name), join(fresh, name)))) {
      find(name, "generated code is not what the contract gives now", noticed, mend);
    }
  }
  for (const name of have.filter((name) => !want.includes(name))) {
    const broke = "no file of the contract generates it any more";
    find(name, broke, "code that imports it would miss what changed", "delete it");
  }
  return findings;
}

async function filesIn(folder: string): Promise<string[]> {
  if (!existsSync(folder)) return [];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

async function sameBytes(a: string, b: string): Promise<boolean> {
  return (await readFile(a)).equals(await readFile(b));
}
