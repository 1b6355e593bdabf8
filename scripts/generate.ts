// Makes the code of the clients from the protos:
//   npm run generate               TypeScript, and each language whose plugins are installed
//   npm run generate -- --all      all five; installs plugins that are not there yet
//   npm run generate -- go rust    those; installs their plugins
import { join } from "node:path";
import { parseArgs } from "node:util";
import { generate } from "./generate/generate.ts";
import { findLanguage, isInstalled, languages, missingCommand } from "./generate/languages.ts";

const root = join(import.meta.dirname, "..");

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { all: { type: "boolean", default: false } },
  });
  const named = positionals.map(findLanguage);
  const wanted = values.all ? languages : named;
  for (const language of languages) {
    const isWanted = wanted.includes(language);
    if (!isWanted && (named.length > 0 || !isInstalled(root, language))) {
      const command = `npm run generate -- ${language.name}`;
      if (named.length === 0)
        console.log(`- ${language.name} left out: \`${command}\` installs what it needs`);
      continue;
    }
    const missing = await missingCommand(language);
    if (missing !== undefined) {
      throw new Error(`${language.name} cannot be generated: there is no ${missing} on the PATH`);
    }
    await generate(root, language, root);
    console.log(`✓ ${language.name}: ${language.folders.join(", ")}`);
  }
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
