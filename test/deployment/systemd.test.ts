import { execFile } from "node:child_process";
import { chmod, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createProgram } from "../../src/cli/program.ts";
import { readConfig } from "../../src/config/config.ts";
import { deployFolder } from "../support/deployment.ts";
import { makeTemporaryDirectory, type TemporaryDirectory } from "../support/temporary-directory.ts";
import { describeWith } from "../support/toolchains.ts";

const unitFile = join(deployFolder, "modelwire.service");
/** What `systemd-analyze security` gives at most: 0 is shut off from everything, 10 from nothing. */
const MOST_EXPOSED = 20;

let text: string;
beforeAll(async () => {
  text = await readFile(unitFile, "utf8");
});

/** Gives the values of a directive of the unit, in their order. */
function valuesOf(directive: string): string[] {
  return [...text.matchAll(new RegExp(`^${directive}=(.*)$`, "gm"))].map(([, value = ""]) => value);
}

describe("deploy/modelwire.service", () => {
  test("has settings that are valid, and a place to write to", () => {
    const pairs = valuesOf("Environment").map((pair) => pair.split(/=(.*)/s) as [string, string]);
    const { NODE_ENV, ...settings } = Object.fromEntries(pairs);
    expect(NODE_ENV).toBe("production");
    const stateFolder = `/var/lib/${valuesOf("StateDirectory")[0]}`;
    const values = Object.entries(settings).map(([k, v]) => [k, v.replace("%S", "/var/lib")]);
    expect(readConfig(Object.fromEntries(values)).dataDir).toBe(stateFolder);
  });

  test("starts a command that there is, and waits for its end longer than it may take", () => {
    const [, name, ...rest] = /^(\S+) (\S+)$/.exec(valuesOf("ExecStart")[0] ?? "") ?? [];
    expect(name).toBe("/usr/local/bin/modelwire");
    const commands = createProgram().commands.map((command) => command.name());
    expect(commands).toEqual(expect.arrayContaining(rest));
    const { shutdownMs } = readConfig({});
    expect(Number(valuesOf("TimeoutStopSec")[0]) * 1000).toBeGreaterThanOrEqual(2 * shutdownMs);
  });

  test("is not started again for what a start does not mend", () => {
    expect(valuesOf("Restart")).toEqual(["on-failure"]);
    expect(valuesOf("RestartPreventExitStatus")).toEqual(["2"]);
  });
});

describeWith(["systemd-analyze"], "deploy/modelwire.service, to systemd", () => {
  let folder: TemporaryDirectory;
  let copy: string;
  beforeAll(async () => {
    folder = await makeTemporaryDirectory("modelwire-systemd-");
    // It looks whether the program is there, which it is where the package is installed.
    const program = join(folder.path, "modelwire");
    await writeFile(program, "#!/bin/sh\n");
    await chmod(program, 0o755);
    copy = join(folder.path, "modelwire.service");
    await writeFile(copy, text.replaceAll("/usr/local/bin/modelwire", program));
  });
  afterAll(() => folder?.remove());

  test("is a unit without a fault", async () => {
    const { stdout, stderr } = await promisify(execFile)("systemd-analyze", ["verify", copy]);
    expect(stdout + stderr).not.toContain("modelwire.service");
  });

  test("is shut off from what it does not need", async () => {
    const args = ["security", "--offline=true", `--threshold=${MOST_EXPOSED}`, copy];
    const { stdout } = await promisify(execFile)("systemd-analyze", args);
    expect(stdout).toMatch(/Overall exposure level for modelwire\.service/);
  });
});
