import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join, posix } from "node:path";
import { codeOnly, filesBelow, lineAt, type Violation } from "./source.ts";

const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)*$/;
const skipped =
  /\b(?:it|test|describe|suite|bench)(?:\.\w+)*\.(skip|only|todo|skipIf|runIf)\b|\b(xit|xtest|xdescribe|fit|fdescribe)\s*\(|\b(?:context|ctx)\.(skip)\s*\(/g;
const inlineLink = /\]\(\s*<?([^)\s>]+)>?[^)]*\)|^\[[^\]]+\]:\s*(\S+)/gm;

/** Demands kebab-case of every file and folder in `src/`. */
export async function checkFileNames(root: string): Promise<Violation[]> {
  const files = await filesBelow(root, "src");
  return files
    .filter((file) => !file.split("/").every((name) => kebab.test(name)))
    .map((file) => ({
      file,
      rule: "names in src are kebab-case",
      mend: "rename it to lower-case words with hyphens between them",
    }));
}

/** Refuses tests that are left out, or that leave out all others. */
export async function checkSkippedTests(root: string): Promise<Violation[]> {
  const files = [...(await filesBelow(root, "src")), ...(await filesBelow(root, "test"))];
  const violations: Violation[] = [];
  for (const file of files.filter((file) => file.endsWith(".test.ts"))) {
    const text = codeOnly(await readFile(join(root, file), "utf8"));
    for (const match of text.matchAll(skipped)) {
      const word = match[1] ?? match[2] ?? match[3];
      violations.push({
        file,
        line: lineAt(text, match.index),
        rule: `every test runs, always: found ${word}`,
        mend: "make the test pass or delete it; what takes long goes to test/long",
      });
    }
  }
  return violations;
}

/** Demands that links in README and docs to files of the repository find them. */
export async function checkDocLinks(root: string): Promise<Violation[]> {
  const pages = ["README.md", "CHANGELOG.md", ...(await pagesBelow(root, "docs"))];
  pages.push(...(await pagesBelow(root, "clients")), ...(await pagesBelow(root, "contract")));
  pages.push(...(await pagesBelow(root, "examples")), ...(await pagesBelow(root, "bench")));
  const violations: Violation[] = [];
  for (const file of pages.filter((page) => existsSync(join(root, page)))) {
    const text = withoutCode(await readFile(join(root, file), "utf8"));
    for (const match of text.matchAll(inlineLink)) {
      const link = match[1] ?? match[2] ?? "";
      if (/^([a-z][a-z0-9+.-]*:|#|\/\/)/i.test(link)) continue;
      const path = decodeURIComponent(link.replace(/[#?].*$/, ""));
      const target = path.startsWith("/") ? path : posix.join(posix.dirname(file), path);
      if (existsSync(join(root, target))) continue;
      const line = lineAt(text, match.index);
      const rule = `the link to ${link} finds no file`;
      violations.push({ file, line, rule, mend: "correct the path, or write the page" });
    }
  }
  return violations;
}

async function pagesBelow(root: string, folder: string): Promise<string[]> {
  return (await filesBelow(root, folder)).filter((file) => file.endsWith(".md"));
}

// What looks like a link in code is none.
function withoutCode(text: string): string {
  return text
    .replace(/^(```|~~~)[\s\S]*?^\1/gm, (code) => code.replace(/[^\n]/g, " "))
    .replace(/`[^`\n]*`/g, (code) => " ".repeat(code.length));
}
