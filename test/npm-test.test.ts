import { spawn } from "node:child_process";
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const repository = join(import.meta.dirname, "..");
const passing = 'import { expect, it } from "vitest";\nit("adds", () => expect(1 + 1).toBe(2));\n';

let root = "";
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "modelwire-npm-test-"));
  for (const part of [
    "scripts",
    // What the checks are made of.
    "bench",
    "src",
    "clients/typescript/gen",
    ".ci/run",
    "package.json",
    "biome.json",
    ".gitignore",
    "buf.yaml",
  ]) {
    const filter = (path: string) => !path.endsWith(".test.ts");
    await cp(join(repository, part), join(root, part), { recursive: true, filter });
  }
  await symlink(join(repository, "node_modules"), join(root, "node_modules"));
});
afterEach(async () => await rm(root, { recursive: true }));

describe("npm test", () => {
  it("ends with the count of its tests under CI", async () => {
    await write({ "test/a.test.ts": passing });
    const { code, lines } = await run(process.execPath, ["scripts/test.ts", "test"]);
    expect(lines.at(-1)).toBe("1 passed, 0 failed");
    expect(code).toBe(0);
  });

  it("counts a file that cannot be loaded as failed, and a skipped test as neither", async () => {
    await write({
      "test/a.test.ts": `${passing}it("subtracts", () => expect(1 - 1).toBe(2));\nit.skip("waits", () => {});\n`,
      "test/b.test.ts": 'import "./gone.ts";\n',
    });
    const { code, lines } = await run(process.execPath, ["scripts/test.ts", "test"]);
    expect(lines.at(-1)).toBe("1 passed, 2 failed");
    expect(code).toBe(1);
  });

  it("counts an error outside of all tests as one failed", async () => {
    await write({
      "test/a.test.ts": `${passing}setTimeout(() => { throw new Error("late"); });\nit("waits", () => new Promise((done) => setTimeout(done, 50)));\n`,
    });
    const { code, lines } = await run(process.execPath, ["scripts/test.ts", "test"]);
    expect(lines.at(-1)).toBe("2 passed, 1 failed");
    expect(code).toBe(1);
  });

  it("counts one failed where vitest leaves no report, not that of an earlier run", async () => {
    await write({
      "test/a.test.ts": passing,
      "test-results/vitest.json": '{"numPassedTests":9,"numFailedTests":0,"testResults":[]}',
      "vitest.config.mjs": 'throw new Error("no configuration");\n',
    });
    const { code, lines } = await run(process.execPath, ["scripts/test.ts", "test"]);
    expect(lines.at(-1)).toBe("0 passed, 1 failed");
    expect(code).toBe(1);
  });

  it("runs the checks first where no part is asked for, and counts each that fails", async () => {
    await write({ "test/a.test.ts": passing });
    const { code, lines } = await run(process.execPath, ["scripts/test.ts"]);
    const failedChecks = lines.filter((line) => line.startsWith("✗ ")).length;
    // There is neither a contract nor a lock file here.
    expect(failedChecks).toBeGreaterThanOrEqual(2);
    expect(lines).toContainEqual(expect.stringMatching(/^✓ imports run down only \(/));
    expect(lines.at(-1)).toBe(`1 passed, ${failedChecks} failed`);
    expect(code).toBe(1);
  });

  it.for([
    ["console.log('3 passed, 0 failed')", "3 passed, 0 failed", 0],
    ["console.log('3 passed, 2 failed'); process.exit(7)", "3 passed, 2 failed", 7],
    ["console.error('npm ci failed'); process.exit(9)", "0 passed, 1 failed", 9],
    ["", "0 passed, 1 failed", 1],
  ])("started by .ci/run as %j ends with %j and exit code %i", async ([script, last, expected]) => {
    await write({
      "package.json": JSON.stringify({ scripts: { test: "node test.cjs" } }),
      "test.cjs": `${script}`,
    });
    const { code, lines } = await run(join(root, ".ci/run"), []);
    expect(lines.at(-1)).toBe(last);
    expect(code).toBe(expected);
  });
});

async function run(command: string, args: string[]): Promise<{ code: number; lines: string[] }> {
  // What vitest sets for its own tests must not reach the vitest that is started here.
  const own = Object.entries(process.env).filter(([name]) => !/^(VITEST|NODE_ENV|TEST)/.test(name));
  const env = { ...Object.fromEntries(own), CI: "true", NO_COLOR: "1" };
  const child = spawn(command, args, { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
  const chunks: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => chunks.push(chunk));
  }
  return await new Promise((resolve, reject) => {
    child.on("error", reject).on("close", (code) => {
      resolve({ code: code ?? -1, lines: Buffer.concat(chunks).toString().trim().split("\n") });
    });
  });
}

async function write(files: Record<string, string>): Promise<void> {
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), text);
  }
}
