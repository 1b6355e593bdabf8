import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { sentence } from "../scripts/contract/finding.ts";
import { checkGenerated } from "../scripts/contract/generated.ts";
import { languages } from "../scripts/generate/languages.ts";
import { describeWith } from "./support/toolchains.ts";

/** Where nothing is installed yet, what generates Rust is built of its sources. */
const INSTALL_MS = 15 * 60_000;
const root = fileURLToPath(new URL("..", import.meta.url));

for (const language of languages) {
  describeWith(language.commands, `the code generated for ${language.name}`, () => {
    test(
      "is what the contract gives now, byte for byte",
      async () => {
        expect((await checkGenerated(root, language)).map(sentence)).toEqual([]);
      },
      INSTALL_MS,
    );
  });
}
