import { spawn } from "node:child_process";
import { cp, mkdtemp, readFile, symlink, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";

const repository = join(import.meta.dirname, "..", "..");
const bin = join(repository, "node_modules", ".bin");

/** A text to replace in one file. */
export interface Replacement {
  /** Path from the root. */
  file: string;
  /** Where the only place is that is looked at: a line's beginning, such as `message Event {`. */
  within?: string;
  /** Must be there exactly once. */
  from: string | RegExp;
  to: string;
}

/** Copies what the gate of the contract needs, without anything that was released. */
export async function copyUnreleased(root: string): Promise<void> {
  const parts = ["proto", "src/event", "src/mlflow", "scripts/contract", "scripts/generate"];
  for (const part of [
    ...parts,
    "scripts/contract.ts",
    "clients/typescript/buf.gen.yaml",
    "clients/typescript/gen",
    "buf.yaml",
    "package.json",
  ]) {
    await cp(join(repository, part), join(root, part), { recursive: true });
  }
  await symlink(join(repository, "node_modules"), join(root, "node_modules"));
}

/** Copies a tree into a new folder. */
export async function copyTree(from: string, into: string): Promise<string> {
  const root = await mkdtemp(join(into, "copy-"));
  await cp(from, root, { recursive: true, verbatimSymlinks: true });
  return root;
}

/** Replaces a text that is there exactly once. Fails where it is not, and where it is twice. */
export async function replaceOnce(root: string, replacement: Replacement): Promise<void> {
  const { file, within, from, to } = replacement;
  const text = await readFile(join(root, file), "utf8");
  const [start, end] = within === undefined ? [0, text.length] : placeOf(text, within, file);
  const inside = text.slice(start, end);
  const [found] = places(inside, from);
  if (found === undefined || places(inside, from).length > 1) {
    throw new Error(`${file} has ${from} not once${within === undefined ? "" : ` in ${within}`}`);
  }
  const edited = typeof from === "string" ? to : found.text.replace(from, to);
  const after = inside.slice(found.index + found.text.length);
  const result = text.slice(0, start) + inside.slice(0, found.index) + edited + after;
  await writeFile(join(root, file), result + text.slice(end));
}

/** Finds what a header such as `message Event {` begins, up to the brace that ends it. */
function placeOf(text: string, header: string, file: string): [number, number] {
  const [found, ...more] = places(text, header);
  if (found === undefined || more.length > 0) throw new Error(`${file} has ${header} not once`);
  let depth = 0;
  for (let i = found.index; i < text.length; i++) {
    if (text[i] === "{") depth += 1;
    if (text[i] === "}") depth -= 1;
    if (text[i] === "}" && depth === 0) return [found.index, i + 1];
  }
  throw new Error(`${file} does not end ${header}`);
}

function places(text: string, what: string | RegExp): { index: number; text: string }[] {
  if (what instanceof RegExp) {
    const matches = text.matchAll(new RegExp(what.source, `${what.flags}g`));
    return [...matches].map((match) => ({ index: match.index, text: match[0] }));
  }
  const parts = text.split(what);
  return parts.slice(1).map((_, i) => ({
    index: parts.slice(0, i + 1).join(what).length,
    text: what,
  }));
}

/** Runs `buf generate` in a copy. */
export async function generate(root: string): Promise<void> {
  const { code, output } = await run(
    join(bin, "buf"),
    ["generate", "--template", "clients/typescript/buf.gen.yaml"],
    root,
  );
  if (code !== 0) throw new Error(output);
}

/** Runs the command of the gate in a copy, and gives its exit code and all that it printed. */
export async function contract(
  root: string,
  ...args: string[]
): Promise<{ code: number; output: string }> {
  return await run(process.execPath, ["scripts/contract.ts", ...args], root);
}

async function run(
  command: string,
  args: string[],
  cwd: string,
): Promise<{ code: number; output: string }> {
  const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ""}` };
  const child = spawn(command, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  return await new Promise((resolve, reject) => {
    child.on("error", reject).on("close", (code) => resolve({ code: code ?? -1, output }));
  });
}
