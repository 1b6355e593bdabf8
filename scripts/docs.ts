// Writes the pages of docs/ that are generated, and the table of settings: `npm run docs`.
import { join } from "node:path";
import { writePages } from "./docs/generated.ts";
import { writeSettingsTable } from "./settings/table.ts";

const root = join(import.meta.dirname, "..");
const written = [...(await writePages(root)), await writeSettingsTable(root)];
for (const path of written) console.log(`✓ ${path}`);
