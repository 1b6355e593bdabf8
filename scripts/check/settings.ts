import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileVariable, secretNames } from "../../src/config/secret-files.ts";
import { settings } from "../../src/config/settings.ts";
import { readSettingsPage, settingsPage } from "../settings/table.ts";
import { filesBelow, lineAt, type Violation } from "./source.ts";

/** What clients read and the server does not. */
const ofClients = ["MODELWIRE_WEBHOOK_SECRET"];
const known = new Set([...Object.keys(settings), ...secretNames.map(fileVariable), ...ofClients]);
// `MODELWIRE_TEST_…` is for those who run the tests; a name that ends in `_` or `_…` is a pattern.
const name = /\bMODELWIRE_(?!TEST_)[A-Z0-9_]*[A-Z0-9]\b(?!_|…)/g;

/** Demands that the table of settings is the one that the settings make. */
export async function checkSettingsTable(root: string): Promise<Violation[]> {
  const { is, shouldBe } = await readSettingsPage(root);
  if (is === shouldBe) return [];
  const rule = "the table of settings is not what src/config/settings.ts says";
  return [{ file: settingsPage, rule, mend: "run `npm run docs`" }];
}

/** Demands that every setting that pages and deployment files name exists. */
export async function checkSettingNames(root: string): Promise<Violation[]> {
  const files = ["README.md", ...(await filesBelow(root, "docs"))];
  files.push(...(await filesBelow(root, "deploy")));
  const violations: Violation[] = [];
  for (const file of files) {
    const text = await readFile(join(root, file), "utf8");
    for (const match of text.matchAll(name)) {
      if (known.has(match[0])) continue;
      const rule = `there is no setting ${match[0]}`;
      const mend = "name one of src/config/settings.ts";
      violations.push({ file, line: lineAt(text, match.index), rule, mend });
    }
  }
  return violations;
}
