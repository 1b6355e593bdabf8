import { spawn } from "node:child_process";
import { cp, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { event, refusals, service } from "./contract.testdata.ts";

const repository = join(import.meta.dirname, "..");
const bin = join(repository, "node_modules", ".bin");
const image = "contract/released/modelwire-1.0.0-rc.1.binpb";

let scratch = "";
let released = "";

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), "modelwire-contract-test-"));
  released = join(scratch, "released");
  for (const part of ["proto", "gen/es", "buf.yaml", "buf.gen.yaml", "package.json"]) {
    await cp(join(repository, part), join(released, part), { recursive: true });
  }
  await cp(join(repository, "scripts/contract.ts"), join(released, "scripts/contract.ts"));
  await cp(join(repository, "scripts/contract"), join(released, "scripts/contract"), {
    recursive: true,
  });
  await symlink(join(repository, "node_modules"), join(released, "node_modules"));
  expect(await contract(released, "check")).toEqual({
    code: 0,
    output: "✓ contract, compared with 0 released images\n",
  });
  expect(await contract(released, "release", "1.0.0-rc.1")).toMatchObject({ code: 0 });
}, 60_000);

afterAll(async () => await rm(scratch, { recursive: true }));

describe("the contract gate, over a contract in which much is wrong", () => {
  let found: { code: number; output: string };
  // One run is to find it all: the unchanged contract passes, below, so each is found by itself.
  beforeAll(async () => {
    const root = await copy();
    // An exception that the gate must not heed.
    await edit(root, "buf.yaml", "    - FILE", "    - FILE\n  ignore:\n    - proto/modelwire");
    for (const { file, from, to } of refusals) await edit(root, file, from, to);
    found = await contract(root, "check");
  }, 60_000);

  it("fails", () => expect(found.code).toBe(1));

  it.for(refusals)("refuses $change", ({ says }) => {
    const [thing = "", ...more] = says;
    const line = found.output.split("\n").find((line) => line.includes(thing));
    expect(line, found.output).toBeDefined();
    for (const text of more) expect(line).toContain(text);
  });
});

describe("the contract gate, against a released image", () => {
  it("lets an unchanged contract pass", async () => {
    expect(await contract(await copy(), "check")).toEqual({
      code: 0,
      output: "✓ contract, compared with 1 released images\n",
    });
  });

  it("lets an added optional field pass", async () => {
    const root = await copy();
    await addOptionalField(root);
    expect(await contract(root, "check")).toMatchObject({ code: 0 });
  });

  it("refuses a single change", async () => {
    const root = await copy();
    await edit(root, service, "level = IDEMPOTENT;", "level = NO_SIDE_EFFECTS;");
    await generate(root);
    const { code, output } = await contract(root, "check");
    expect(output).toMatch(/^✗ .*RPC RegisterBaseline .*\n$/);
    expect(code).toBe(1);
  });

  it("refuses what does not compile, and says so alone", async () => {
    const root = await copy();
    await edit(root, event, "uint32 sequence = 5;", "unit32 sequence = 5;");
    const { code, output } = await contract(root, "check");
    expect(output).toMatch(/^✗ proto\/modelwire\/event\/v1\/event.proto:25: .*unit32.*\n$/);
    expect(code).toBe(1);
  });

  it("refuses generated code that lags behind the contract", async () => {
    const root = await copy();
    await edit(root, event, "uint32 sequence = 5;", addedField);
    const { code, output } = await contract(root, "check");
    expect(output).toContain("gen/es/modelwire/event/v1/event_pb.js: generated code is not what");
    expect(output).toContain("run `npm run generate`");
    expect(code).toBe(1);
  });

  it("refuses an image that was edited", async () => {
    const root = await copy();
    const bytes = await readFile(join(root, image));
    await writeFile(join(root, image), Buffer.concat([bytes, Buffer.from([8, 0])]));
    const { code, output } = await contract(root, "check");
    expect(output).toContain(`✗ ${image}: the image modelwire-1.0.0-rc.1.binpb is not the one`);
    expect(output).toContain(`git checkout -- ${image}`);
    expect(code).toBe(1);
  });

  it("refuses an image that was deleted, with its checksum or without", async () => {
    const root = await copy();
    await rm(join(root, image));
    const alone = await contract(root, "check");
    expect(alone.output).toContain("the released image modelwire-1.0.0-rc.1.binpb is gone");
    expect(alone.output).toContain(`git checkout -- ${image}`);
    expect(alone.code).toBe(1);

    await writeFile(join(root, "contract/released/checksums.txt"), "");
    const both = await contract(root, "check");
    expect(both.output).toContain("CHANGELOG.md: contract 1.0.0-rc.1 has no image");
    expect(both.output).toContain("only candidates are retired, by `npm run contract:release`");
    expect(both.code).toBe(1);
  });

  it("refuses what was put among the images by hand", async () => {
    const root = await copy();
    await cp(join(root, image), join(root, "contract/released/modelwire-2.0.0.binpb"));
    await writeFile(join(root, "contract/released/notes.txt"), "a note");
    const { code, output } = await contract(root, "check");
    expect(output).toContain("modelwire-2.0.0.binpb is not listed in checksums.txt");
    expect(output).toContain("notes.txt is neither a released image nor checksums.txt");
    expect(code).toBe(1);
  });
});

describe("releasing a contract", () => {
  it("keeps the image, its checksum and a heading that tells what is new", async () => {
    const root = await copy();
    await addOptionalField(root);
    expect(await contract(root, "release", "1.0.0-rc.2")).toMatchObject({ code: 0 });
    const changelog = await readFile(join(root, "CHANGELOG.md"), "utf8");
    expect(changelog).toMatch(
      /^### 1\.0\.0-rc\.2 \(\d{4}-\d\d-\d\d\)\n\nNew since 1\.0\.0-rc\.1:\n\n- `modelwire\.event\.v1\.Event\.note`\n\n### 1\.0\.0-rc\.1 /m,
    );
    expect(await contract(root, "check")).toEqual({
      code: 0,
      output: "✓ contract, compared with 2 released images\n",
    });
  });

  it("refuses while the check fails, and writes nothing", async () => {
    const root = await copy();
    await edit(root, event, "uint32 sequence = 5;", "uint32 sequence = 90;");
    const before = await readdir(join(root, "contract"), { recursive: true });
    const { code, output } = await contract(root, "release", "1.0.0");
    expect(output).toContain("changed its number from 5 to 90");
    expect(code).toBe(1);
    expect(await readdir(join(root, "contract"), { recursive: true })).toEqual(before);
  });

  it("refuses a version that is there, is not greater, or is none", async () => {
    const root = await copy();
    for (const version of ["1.0.0-rc.1", "0.9.0"]) {
      const { code, output } = await contract(root, "release", version);
      expect(output).toContain(`version ${version} should be greater than 1.0.0-rc.1`);
      expect(code).toBe(1);
    }
    const { code, output } = await contract(root, "release", "1.0");
    expect(output).toContain('version "1.0" should be one such as 1.0.0');
    expect(code).toBe(1);
  });

  it("retires a candidate that the contract no longer keeps to, and says why", async () => {
    const root = await copy();
    await edit(root, event, "uint32 sequence = 5;", "uint32 sequence = 90;");
    await generate(root);
    const retire = ["--retire", "1.0.0-rc.1", "--because", "nobody has used it yet"];
    expect(await contract(root, "release", "1.0.0-rc.2", ...retire)).toMatchObject({ code: 0 });
    expect((await readdir(join(root, "contract/released"))).sort()).toEqual([
      "checksums.txt",
      "modelwire-1.0.0-rc.2.binpb",
    ]);
    const changelog = await readFile(join(root, "CHANGELOG.md"), "utf8");
    expect(changelog).toContain("Retired by 1.0.0-rc.2: nobody has used it yet");
    expect(await contract(root, "check")).toMatchObject({ code: 0 });
    const again = await contract(root, "release", "1.0.0-rc.1");
    expect(again.output).toContain("should be greater than 1.0.0-rc.2");
  });

  it("never retires a final version, and no candidate without a reason", async () => {
    const root = await copy();
    expect(await contract(root, "release", "1.0.0")).toMatchObject({ code: 0 });
    const final = await contract(root, "release", "1.1.0", "--retire", "1.0.0", "--because", "x");
    expect(final.output).toContain("--retire 1.0.0: only a candidate, such as 1.0.0-rc.1, can be");
    expect(final.code).toBe(1);
    const mute = await contract(root, "release", "1.1.0", "--retire", "1.0.0-rc.1");
    expect(mute.output).toContain('--retire needs --because "…"');
    expect(mute.code).toBe(1);
    expect(await readdir(join(root, "contract/released"))).toHaveLength(3);
  });
});

const addedField =
  "uint32 sequence = 5;\n  // What was said about it. Unset: nothing.\n  optional string note = 50;";

async function addOptionalField(root: string): Promise<void> {
  await edit(root, event, "uint32 sequence = 5;", addedField);
  await generate(root);
}

/** Copies the tree whose contract was released as 1.0.0-rc.1. */
async function copy(): Promise<string> {
  const root = await mkdtemp(join(scratch, "copy-"));
  await cp(released, root, { recursive: true, verbatimSymlinks: true });
  return root;
}

async function edit(root: string, file: string, from: string | RegExp, to: string): Promise<void> {
  const text = await readFile(join(root, file), "utf8");
  const edited = text.replace(from, to);
  if (edited === text) throw new Error(`${file} has no ${from}`);
  await writeFile(join(root, file), edited);
}

async function generate(root: string): Promise<void> {
  expect(await run(join(bin, "buf"), ["generate"], root)).toEqual({ code: 0, output: "" });
}

async function contract(
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
