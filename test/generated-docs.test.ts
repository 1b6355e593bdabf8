import { appendFile, cp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { sentence } from "../scripts/check/source.ts";
import { anchorOf } from "../scripts/docs/api/prose.ts";
import { checkPages, makePages, writePages } from "../scripts/docs/generated.ts";
import { replaceOnce } from "./support/contract-copy.ts";
import { makeTemporaryDirectory, type TemporaryDirectory } from "./support/temporary-directory.ts";

const repository = fileURLToPath(new URL("..", import.meta.url));
const mend = "run `npm run docs` and commit what it writes";

let folder: TemporaryDirectory;
let root: string;
beforeEach(async () => {
  folder = await makeTemporaryDirectory("modelwire-docs-test-");
  root = folder.path;
  const parts = [
    "proto",
    "buf.yaml",
    "docs",
    "contract/golden",
    "bench/results",
    "deploy/prometheus",
  ];
  for (const part of parts) {
    await cp(join(repository, part), join(root, part), { recursive: true });
  }
  await symlink(join(repository, "node_modules"), join(root, "node_modules"));
});
afterEach(() => folder.remove());

const found = async () => (await checkPages(root)).map(sentence);

test("the generated pages are those of the contract, the examples, the benchmarks and the alert rules", async () => {
  expect(await found()).toEqual([]);
});

test("a comment of a proto that changes makes its page stale until npm run docs", async () => {
  const file = "proto/modelwire/registry/v1/registry_service.proto";
  await replaceOnce(root, {
    file,
    from: "// Delete an alias. The",
    to: "// Take an alias away. The",
  });
  expect(await found()).toEqual([
    expect.stringMatching(/^docs\/api\/registry-service\.md:\d+: the generated page is stale; /),
  ]);
  await writePages(root);
  expect(await found()).toEqual([]);
});

test("a page that was edited, is missing or surplus is refused with the command that mends it", async () => {
  await appendFile(join(root, "docs/api/errors.md"), "More.\n");
  await rm(join(root, "docs/webhook-payloads.md"));
  await writeFile(join(root, "docs/api/old-service.md"), "# OldService\n");
  const sentences = await found();
  expect(sentences.map((text) => text.replace(/:\d+/, ""))).toEqual([
    `docs/api/errors.md: the generated page is stale; ${mend}`,
    `docs/webhook-payloads.md: the generated page is stale; ${mend}`,
    `docs/api/old-service.md: nothing generates this page any more; ${mend}`,
  ]);
});

test.each([
  ["set-alias.json", undefined, "every RPC has an example"],
  ["set-colour.json", "{}", "is of no RPC"],
  ["set-alias.json", '{ "request": { "name": "x" }, "answer": {} }', "set-alias.json: .*name"],
  ["who-am-i.json", '{ "after": ["SetColour"], "request": {}, "answer": {} }', "SetColour"],
  ["who-am-i.json", '{ "after": ["WhoAmI"], "request": {}, "answer": {} }', "after one another"],
])("an example that the contract does not allow is refused: %s as %s", async (name, text, why) => {
  const path = join(root, "docs/api/examples", name);
  await (text === undefined ? rm(path) : writeFile(path, text));
  await expect(makePages(root)).rejects.toThrow(new RegExp(why));
});

test("every link of a generated page to a heading finds it, and no heading is there twice", async () => {
  const pages = await makePages(root);
  const headingsOf = (text: string) =>
    [...withoutCode(text).matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) => anchorOf(heading));
  const lost: string[] = [];
  let count = 0;
  for (const [path, text] of pages) {
    expect(new Set(headingsOf(text)).size, path).toBe(headingsOf(text).length);
    for (const [, link = ""] of withoutCode(text).matchAll(/\]\(([^)]*#[^)]*)\)/g)) {
      if (link.startsWith("https:")) continue;
      const [file = "", anchor = ""] = link.split("#");
      const target = file === "" ? path : posix.join(posix.dirname(path), file);
      const there = pages.get(target) ?? (await readFile(join(repository, target), "utf8"));
      if (!headingsOf(there).includes(anchor)) lost.push(`${path}: ${link}`);
      count += 1;
    }
  }
  expect(lost).toEqual([]);
  expect(count).toBeGreaterThan(500);
});

function withoutCode(text: string): string {
  return text.replace(/^```[\s\S]*?^```$/gm, "");
}
