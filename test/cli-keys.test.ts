import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test } from "vitest";
import { type CliResult, launcher, runCli } from "./support/run-cli.ts";
import { serverEnvironment } from "./support/server-environment.ts";
import { makeTemporaryDirectory, type TemporaryDirectory } from "./support/temporary-directory.ts";

/** A server in a process of its own, as people start it. */
interface Server {
  /** What it has written. */
  output(): string;
  httpUrl: string;
  ended: Promise<number | null>;
  stop(): Promise<void>;
}

let folder: TemporaryDirectory;
beforeAll(async () => {
  folder = await makeTemporaryDirectory("modelwire-keys-");
});
afterAll(() => folder?.remove());

function serve(settings: Record<string, string>): Omit<Server, "httpUrl"> {
  const child = spawn(launcher, ["serve"], {
    env: serverEnvironment({
      MODELWIRE_DATA_DIR: folder.path,
      MLFLOW_TRACKING_URI: inject("mlflowUrl"),
      ...settings,
    }),
    stdio: ["ignore", "ignore", "pipe"],
  });
  let output = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    output += text;
  });
  const ended = once(child, "close").then(([code]) => code as number | null);
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
  };
  onTestFinished(stop);
  return { output: () => output, ended, stop };
}

async function serveUntilReady(settings: Record<string, string>): Promise<Server> {
  const server = serve(settings);
  await expect.poll(server.output, { timeout: 60_000 }).toContain("Modelwire serves");
  await expect.poll(server.output).toMatch(/JSON http:\S+:\d+/);
  const port = /JSON http:\S+:(\d+)/.exec(server.output())?.[1];
  return { ...server, httpUrl: `http://127.0.0.1:${port}` };
}

const open = { MODELWIRE_HTTP_LISTEN: "0.0.0.0:0" };

test("a server that others reach does not start without authentication, and says what allows it", async () => {
  const { output, ended } = serve({ ...open, MODELWIRE_AUTH: "off" });
  expect(await ended).toBe(2);
  expect(output()).toMatch(/^error: MODELWIRE_AUTH: expected on/);
  expect(output()).toContain("MODELWIRE_ALLOW_UNAUTHENTICATED=true");
  const allowed = await serveUntilReady({
    ...open,
    MODELWIRE_AUTH: "off",
    MODELWIRE_ALLOW_UNAUTHENTICATED: "true",
  });
  expect(allowed.output()).toContain("authentication is off");
  expect((await runCli(["whoami"], allowed.httpUrl)).stdout).toContain("authentication is off");
}, 120_000);

describe("from the first key on", () => {
  test("keys are made, shown, changed, rotated, revoked and used from the command", async () => {
    const server = await serveUntilReady(open);
    expect(server.output()).toContain("keys create first --scope admin --local");
    expect(server.output()).toContain("no TLS");
    const local = { MODELWIRE_DATA_DIR: folder.path };
    let key = "";
    let other = "";
    const cli = (...args: string[]) =>
      runCli(args, server.httpUrl, { MODELWIRE_API_KEY: key, ...local });
    const done = async (...args: string[]) => {
      const result = await cli(...args);
      expect({ args, ...result }).toMatchObject({ exitCode: 0 });
      return result;
    };

    expect(await cli("whoami")).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining("reason: CREDENTIALS_MISSING"),
    });
    const first = await done("keys", "create", "first", "--scope", "admin", "--local");
    key = keyIn(first);
    expect(first.stdout).toMatch(/^state +in force$/m);
    expect(first.stdout).not.toMatch(/created by/);
    expect(first.stderr).toContain("not shown again");
    const id = idIn(first);
    expect((await done("whoami")).stdout).toMatch(
      new RegExp(`^caller +api key ${id} \\(first\\)\nscope +admin$`, "m"),
    );

    const prefixes = ["--prefix", "leads_", "--prefix", "churn_"];
    const made = await done("keys", "create", "nightly", "--scope", "register", ...prefixes);
    const nightly = idIn(made);
    other = keyIn(made);
    expect(made.stdout).toMatch(/^models +leads_…\n +churn_…$/m);
    expect(made.stdout).toMatch(new RegExp(`^created by +api key ${id} \\(first\\)$`, "m"));
    const list = (await done("keys", "list")).stdout;
    expect(list).toMatch(new RegExp(`^${id} .* in force +admin +- .* first$`, "m"));
    expect(list).toMatch(/ register +leads_… churn_… +- +nightly$/m);
    const shown = await done("keys", "show", nightly, "--json");
    expect(JSON.parse(shown.stdout)).toMatchObject({ apiKey: { scope: "SCOPE_REGISTER" } });
    const change = ["--name", "daily", "--scope", "read", "--all-models", "--expires", "90d"];
    const changed = await done("keys", "update", nightly, ...change);
    expect(changed.stdout).toMatch(/^name +daily$/m);
    expect(changed.stdout).toMatch(/^expires +20/m);
    expect(changed.stdout).not.toMatch(/^models/m);

    const rotated = await done("keys", "rotate", nightly, "--overlap", "0");
    const file = join(folder.path, "key");
    await writeFile(file, `${other}\n`);
    expect(await done("whoami")).toMatchObject({ stdout: expect.stringContaining("first") });
    expect(await cli("whoami", "--api-key-file", file)).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining("reason: CREDENTIALS_INVALID"),
    });
    other = keyIn(rotated);
    await writeFile(file, `${other}\n`);
    expect((await done("whoami", "--api-key-file", file)).stdout).toContain("(daily)");
    const byVariable = { MODELWIRE_API_KEY_FILE: file };
    expect((await runCli(["whoami"], server.httpUrl, byVariable)).stdout).toContain("(daily)");
    expect(
      await runCli(["whoami"], server.httpUrl, { ...byVariable, MODELWIRE_API_KEY: key }),
    ).toMatchObject({ exitCode: 2, stderr: expect.stringContaining("give one of the two") });
    const refused = await cli("endpoints", "list", "--api-key-file", file);
    expect(refused).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining("the call needs the scope admin"),
    });

    const revoked = await done("keys", "revoke", nightly, "--yes");
    expect(revoked.stdout).toMatch(/^state +revoked$/m);
    expect((await cli("whoami", "--api-key-file", file)).stderr).toContain("was revoked");

    // A line of each change says who made it, and each line of a call who called; no key is there.
    for (const what of ["created", "changed", "rotated", "revoked"]) {
      const line = new RegExp(`"api_key_id":"${nightly}","by":"${id}","msg":"API key ${what}"`);
      expect(server.output()).toMatch(line);
    }
    expect(server.output()).toContain(`"caller":{"kind":"api_key","subject":"${id}"}`);
    for (const secret of [key, other, keyIn(made)]) {
      expect(server.output()).not.toContain(secret.slice(-43));
    }
    await server.stop();
    const again = await serveUntilReady(open);
    expect(again.output()).not.toContain("keys create first");
    expect(again.output()).toContain("Try next");
  }, 240_000);
});

function keyIn({ stdout }: CliResult): string {
  return /^key +(mwk_[0-9a-f]{16}_[\w-]{43})$/m.exec(stdout)?.[1] ?? "";
}

function idIn({ stdout }: CliResult): string {
  return /^id +(key_[0-9a-f]{16})$/m.exec(stdout)?.[1] ?? "";
}
