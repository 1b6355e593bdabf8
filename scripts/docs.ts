// Writes the pages of docs/ that are generated: `npm run docs`.
import { join } from "node:path";
import { writePages } from "./docs/generated.ts";

const written = await writePages(join(import.meta.dirname, ".."));
for (const path of written) console.log(`✓ ${path}`);
