import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  contract,
  copyTree,
  copyUnreleased,
  generate,
  replaceOnce,
} from "./support/contract-copy.ts";

const event = "proto/modelwire/event/v1/event.proto";

let scratch = "";
let released = "";
/** Where the field is that the changes are of. */
let line = 0;

beforeAll(async () => {
  const lines = (await readFile(event, "utf8")).split("\n");
  line = lines.findIndex((text) => text.includes("uint32 sequence")) + 1;
  scratch = await mkdtemp(join(tmpdir(), "modelwire-contract-test-"));
  released = join(scratch, "released");
  await copyUnreleased(released);
  expect(await contract(released, "check")).toEqual({
    code: 0,
    output: "✓ contract, compared with 0 released images\n",
  });
  expect(await contract(released, "release", "1.0.0-rc.1")).toMatchObject({ code: 0 });
}, 60_000);

afterAll(async () => await rm(scratch, { recursive: true }));

describe("the command that checks the contract", () => {
  it("lets an unchanged contract pass", async () => {
    expect(await contract(await copy(), "check")).toEqual({
      code: 0,
      output: "✓ contract, compared with 1 released images\n",
    });
  });

  it("fails where a change breaks a release, and says in one line what, for whom and what else to do", async () => {
    const root = await copy();
    await renumberSequence(root);
    await generate(root);
    expect(await contract(root, "check")).toEqual({
      code: 1,
      output:
        `✗ ${event}:${line}: field 5 of modelwire.event.v1.Event (sequence) changed its number from 5 to 90 (released in 1.0.0-rc.1): ` +
        "consumers that parse the payload would lose it, and what older copies write would not be understood; " +
        "keep the number; for a new meaning add a new field with a new number beside it, and mark the old one `deprecated = true`\n",
    });
  });

  it("says of what does not compile that alone", async () => {
    const root = await copy();
    await replaceOnce(root, { file: event, from: "uint32 sequence", to: "unit32 sequence" });
    const { code, output } = await contract(root, "check");
    expect(output).toMatch(
      new RegExp(`^✗ ${event}:${line}: .*unit32.*: nothing can be generated, .*\\n$`),
    );
    expect(code).toBe(1);
  });

  it("refuses generated code that lags behind the contract, or was edited", async () => {
    const root = await copy();
    await addOptionalField(root);
    const status = "clients/typescript/gen/google/rpc/status_pb.d.ts";
    await replaceOnce(root, { file: status, from: "code: number", to: "code: string" });
    const { code, output } = await contract(root, "check");
    const told =
      "generated code is not what the contract gives now: .*; run `npm run generate -- --all`";
    expect(output).toMatch(
      new RegExp(`✗ clients/typescript/gen/modelwire/event/v1/event_pb.js: ${told}`),
    );
    expect(output).toMatch(new RegExp(`✗ ${status}: ${told}`));
    expect(code).toBe(1);
  });
});

describe("releasing a contract", () => {
  it("keeps the image, its checksum and a heading that tells what is new", async () => {
    const root = await copy();
    await addOptionalField(root);
    await generate(root);
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

  it("keeps golden payloads of every event type, in every format that it has", async () => {
    const folder = join(released, "contract", "golden");
    const version = join(folder, "1.0.0-rc.1");
    const formats = ["protobuf.binpb", "standard.json"];
    const flat = ["2025-08-15", "2026-04-07", "2026-04-18", "2026-11-24"];
    const site = [...flat.map((one) => `site-flat.${one}.json`), "site-nested.json"];
    expect((await readdir(version)).sort()).toEqual([
      "alias-changed",
      "description-changed",
      "endpoint-test",
      "model-deleted",
      "model-registered",
      "model-renamed",
      "stage-changed",
      "tags-changed",
      "version-deleted",
      "version-observed",
    ]);
    let count = 0;
    for (const type of await readdir(version)) {
      const hasSite = type === "model-registered" || type === "endpoint-test";
      const expected = hasSite ? [...formats, ...site].sort() : formats;
      expect((await readdir(join(version, type))).sort()).toEqual(expected);
      count += expected.length;
    }
    const checksums = await readFile(join(folder, "checksums.txt"), "utf8");
    const lines = checksums.match(/^[0-9a-f]{64} {2}1\.0\.0-rc\.1\/[a-z-]+\/\S+$/gm);
    expect(lines).toHaveLength(count);
  });

  it("refuses while the check fails, and writes nothing", async () => {
    const root = await copy();
    await renumberSequence(root);
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
    await renumberSequence(root);
    await generate(root);
    const retire = ["--retire", "1.0.0-rc.1", "--because", "nobody has used it yet"];
    expect(await contract(root, "release", "1.0.0-rc.2", ...retire)).toMatchObject({ code: 0 });
    for (const [folder, kept] of Object.entries({
      released: "modelwire-1.0.0-rc.2.binpb",
      golden: "1.0.0-rc.2",
    })) {
      const files = await readdir(join(root, "contract", folder));
      expect(files.sort()).toEqual([kept, "checksums.txt"].sort());
    }
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

async function renumberSequence(root: string): Promise<void> {
  await replaceOnce(root, { file: event, from: "sequence = 5;", to: "sequence = 90;" });
}

async function addOptionalField(root: string): Promise<void> {
  const to =
    "sequence = 5;\n  // What was said about it. Unset: nothing.\n  optional string note = 50;";
  await replaceOnce(root, { file: event, from: "sequence = 5;", to });
}

/** Copies the tree whose contract was released as 1.0.0-rc.1. */
async function copy(): Promise<string> {
  return await copyTree(released, scratch);
}
