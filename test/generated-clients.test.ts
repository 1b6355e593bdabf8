import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { sentence } from "../scripts/contract/finding.ts";
import { checkGenerated } from "../scripts/contract/generated.ts";
import { listedVersions } from "../scripts/contract/released.ts";
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

/** Where each package says its version. */
const packages: Record<string, RegExp> = {
  "clients/typescript/package.json": /"version": "(.*)"/,
  "clients/python/pyproject.toml": /^version = "(.*)"/m,
  "clients/go/doc.go": /const Version = "v(.*)"/,
  "clients/java/pom.xml": /<version>(.*)<\/version>/,
  "clients/rust/Cargo.toml": /^version = "(.*)"/m,
};

test("every client has the version of the newest contract", async () => {
  const newest = (await listedVersions(root)).at(-1) ?? "";
  for (const [file, pattern] of Object.entries(packages)) {
    const [, version] = pattern.exec(await readFile(join(root, file), "utf8")) ?? [];
    // PyPI's way to write a candidate has no separator in it.
    const expected = file.endsWith("pyproject.toml") ? newest.replace("-rc.", "rc") : newest;
    expect(version, file).toBe(expected);
  }
});
