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
  const folders = ["src", "clients/typescript", "test"];
  const files = (await Promise.all(folders.map((folder) => filesBelow(root, folder)))).flat();
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

/** Demands that links in README and docs find their files in the repository, and the headings there. */
export async function checkDocLinks(root: string): Promise<Violation[]> {
  const pages = ["README.md", "CHANGELOG.md", "CONTRIBUTING.md"];
  for (const folder of ["bench", "clients", "contract", "docs", "examples", "mlflow", "test"]) {
    pages.push(...(await pagesBelow(root, folder)));
  }
  const violations: Violation[] = [];
  for (const file of pages.filter((page) => existsSync(join(root, page)))) {
    const text = withoutCode(await readFile(join(root, file), "utf8"));
    for (const match of text.matchAll(inlineLink)) {
      const link = match[1] ?? match[2] ?? "";
      if (/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(link)) continue;
      const wrong = await whatIsWrong(root, file, link);
      if (wrong) violations.push({ file, line: lineAt(text, match.index), ...wrong });
    }
  }
  return violations;
}

async function whatIsWrong(
  root: string,
  file: string,
  link: string,
): Promise<Pick<Violation, "rule" | "mend"> | undefined> {
  const path = decodeURIComponent(link.replace(/[#?].*$/, ""));
  const from = path.startsWith("/") ? path : posix.join(posix.dirname(file), path);
  const target = path === "" ? file : from;
  if (!existsSync(join(root, target))) {
    return {
      rule: `the link to ${link} finds no file`,
      mend: "correct the path, or write the page",
    };
  }
  const anchor = /#(.+)$/.exec(link)?.[1];
  if (anchor === undefined || !target.endsWith(".md")) return undefined;
  if (anchorsOf(await readFile(join(root, target), "utf8")).has(anchor)) return undefined;
  return { rule: `the link to ${link} finds no heading`, mend: "name a heading of that page" };
}

/** Names the headings of a page as GitHub does. */
function anchorsOf(page: string): Set<string> {
  const anchors = new Set<string>();
  const text = page.replace(/^(```|~~~)[\s\S]*?^\1/gm, "");
  for (const [, heading = ""] of text.matchAll(/^#{1,6} +(.+?) *$/gm)) {
    const name = heading
      .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{Pc} -]/gu, "")
      .replaceAll(" ", "-");
    let anchor = name;
    for (let again = 1; anchors.has(anchor); again++) anchor = `${name}-${again}`;
    anchors.add(anchor);
  }
  return anchors;
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
