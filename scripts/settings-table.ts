// Writes the table of settings in docs/configuration.md anew: `node scripts/settings-table.ts`.
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readSettingsPage, settingsPage } from "./settings/table.ts";

const root = join(import.meta.dirname, "..");
await writeFile(join(root, settingsPage), (await readSettingsPage(root)).shouldBe);
