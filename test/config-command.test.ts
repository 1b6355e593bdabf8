import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SettingInForce } from "../src/config/in-force.ts";
import { settings } from "../src/config/settings.ts";
import { type CliResult, launcher } from "./support/run-cli.ts";
import { makeTemporaryDirectory, type TemporaryDirectory } from "./support/temporary-directory.ts";

const key = `k1:${Buffer.alloc(32, 1).toString("base64")}`;

let folder: TemporaryDirectory;
beforeAll(async () => {
  folder = await makeTemporaryDirectory("modelwire-config-");
});
afterAll(() => folder?.remove());

/** Runs the command with these settings and no others. */
async function run(args: string[], environment: Record<string, string>): Promise<CliResult> {
  const env = { PATH: process.env.PATH, ...environment };
  const child = spawn(launcher, args, { cwd: folder.path, env, stdio: ["ignore", "pipe", "pipe"] });
  let [stdout, stderr] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  const [exitCode] = (await once(child, "close")) as [number | null];
  return { exitCode, stdout, stderr };
}

async function file(name: string, text: string): Promise<string> {
  const path = join(folder.path, name);
  await writeFile(path, text);
  return path;
}

describe("modelwire config", () => {
  test("shows every setting, where it came from, and nothing that is secret", async () => {
    const path = await file("database-url", "postgresql://user:hunter2@db/modelwire\n");
    const environment = {
      MODELWIRE_LOG_LEVEL: "debug",
      DATABASE_URL_FILE: path,
      MODELWIRE_SECRET_KEYS: key,
      MODELWIRE_WEBHOOK_PROXY: "http://who:hunter3@proxy:3128",
      MLFLOW_TRACKING_URI: "http://127.0.0.1:9",
      MLFLOW_TRACKING_PASSWORD: "hunter4",
    };
    const table = await run(["config"], environment);
    expect(table).toMatchObject({ exitCode: 0, stderr: "" });
    for (const name of Object.keys(settings)) expect(table.stdout).toContain(`\n${name} `);
    expect(table.stdout).toMatch(/^MODELWIRE_LOG_LEVEL +debug +environment$/m);
    expect(table.stdout).toMatch(/^MODELWIRE_HTTP_LISTEN +127\.0\.0\.1:8080 +default$/m);
    expect(table.stdout).toMatch(
      /^DATABASE_URL +postgresql:\/\/user:\*\*\*@db\/modelwire +file \/.*\/database-url$/m,
    );

    const json = await run(["config", "--json"], environment);
    const told = JSON.parse(json.stdout) as { settings: SettingInForce[]; faults: string[] };
    expect(told.faults).toEqual([]);
    expect(told.settings.map(({ name }) => name)).toEqual(Object.keys(settings));
    expect(told.settings).toContainEqual({
      name: "MODELWIRE_WEBHOOK_PROXY",
      value: "http://who:***@proxy:3128",
      source: "environment",
    });
    for (const output of [table.stdout, json.stdout]) {
      expect(output).not.toMatch(/hunter[234]/);
      expect(output).not.toContain(key.slice(3));
    }
  });

  test("names every fault in the words of the server that does not start for it, and ends with 2", async () => {
    const wrong = {
      MODELWIRE_HTTP_LISTEN: "everywhere",
      MODELWIRE_HTTP_LISTN: "x",
      MODELWIRE_SECRET_KEYS: "hunter2",
      DATABASE_URL_FILE: "/nowhere/database-url",
      MLFLOW_TRACKING_URI: "http://127.0.0.1:9",
    };
    const told = await run(["config"], wrong);
    const refused = await run(["serve"], wrong);
    expect([told.exitCode, refused.exitCode]).toEqual([2, 2]);
    expect(told.stderr).toBe(refused.stderr);
    for (const part of [
      "MODELWIRE_HTTP_LISTEN: expected host:port",
      "did you mean MODELWIRE_HTTP_LISTEN?",
      "MODELWIRE_SECRET_KEYS: expected <id>",
      "DATABASE_URL_FILE: the file cannot be read: ENOENT",
    ]) {
      expect(told.stderr).toContain(part);
    }
    expect(told.stdout).toMatch(/^MODELWIRE_HTTP_LISTEN +everywhere +environment$/m);
    expect(told.stdout + told.stderr).not.toContain("hunter2");
  });

  test("names what is wrong with what the settings name, too", async () => {
    const wrong = {
      MODELWIRE_SIGNING_KEYS: await file("keys.pem", "no keys\n"),
      MODELWIRE_WEBHOOK_ALLOW: "somewhere",
      MODELWIRE_MAX_BUFFERED_BYTES: "2048",
      MLFLOW_TRACKING_URI: "http://127.0.0.1:9",
    };
    const told = await run(["config", "--json"], wrong);
    const refused = await run(["serve"], wrong);
    expect([told.exitCode, refused.exitCode]).toEqual([2, 2]);
    expect(told.stderr).toBe(refused.stderr);
    const { faults } = JSON.parse(told.stdout) as { faults: string[] };
    expect(faults).toEqual([
      expect.stringMatching(/^MODELWIRE_SIGNING_KEYS: .*keys\.pem: /),
      expect.stringMatching(/^MODELWIRE_WEBHOOK_ALLOW: /),
      "MODELWIRE_MAX_BUFFERED_BYTES: expected at least MODELWIRE_MAX_MESSAGE_BYTES, 16777216",
    ]);
  });

  test.for([
    ["one file of a pair", { MODELWIRE_TLS_CERT_FILE: "cert.pem" }, "needs MODELWIRE_TLS_KEY_FILE"],
    [
      "certificates that are not there",
      { MODELWIRE_TLS_CERT_FILE: "/nowhere/c", MODELWIRE_TLS_KEY_FILE: "/nowhere/k" },
      "MODELWIRE_TLS_CERT_FILE: /nowhere/c: cannot be read: ENOENT",
    ],
    [
      "authorities of MLflow that are none",
      { MLFLOW_TRACKING_SERVER_CERT_PATH: "/dev/null" },
      "MLFLOW_TRACKING_SERVER_CERT_PATH: /dev/null: expected certificates in PEM",
    ],
    [
      "a certificate for MLflow that is not there",
      { MLFLOW_TRACKING_CLIENT_CERT_PATH: "/nowhere/c" },
      "MLFLOW_TRACKING_CLIENT_CERT_PATH: /nowhere/c: cannot be read: ENOENT",
    ],
    [
      "a certificate for MLflow that is none",
      { MLFLOW_TRACKING_CLIENT_CERT_PATH: "/dev/null" },
      "MLFLOW_TRACKING_CLIENT_CERT_PATH: /dev/null: expected a certificate and its key",
    ],
    [
      "a password that is not encoded",
      { DATABASE_URL: "postgresql://u:hunter2/@127.0.0.1/db" },
      "DATABASE_URL: expected postgresql://user:password@host:port/database, what is special",
    ],
    ["no such port", { MODELWIRE_GRPC_LISTEN: "127.0.0.1:70000" }, "MODELWIRE_GRPC_LISTEN: "],
  ] as const)("refuses %s as the server does", async ([, settings, says]) => {
    const environment = { MLFLOW_TRACKING_URI: "http://127.0.0.1:9", ...settings };
    const [told, refused] = await Promise.all([
      run(["config", "--json"], environment),
      run(["serve"], environment),
    ]);
    expect([told.exitCode, refused.exitCode]).toEqual([2, 2]);
    expect(told.stderr).toBe(refused.stderr);
    expect(told.stderr).toContain(says);
    const { faults } = JSON.parse(told.stdout) as { faults: string[] };
    expect(faults).toHaveLength(1);
    expect(told.stdout + told.stderr).not.toContain("hunter2");
  });

  test("notes that serve without an MLflow to use, or to start, ends with 2", async () => {
    const says = "MLFLOW_TRACKING_URI is not set: expected the URL of an MLflow";
    for (const args of [["config"], ["config", "--json"]]) {
      const told = await run(args, {});
      expect(told.exitCode).toBe(0);
      expect(told.stderr).toContain(`serve without --local-mlflow refuses this: ${says}`);
    }
    const refused = await run(["serve"], {});
    expect(refused.exitCode).toBe(2);
    expect(refused.stderr).toContain(`error: ${says}`);
    const path = await file("mlflow-url", "http://127.0.0.1:9\n");
    expect((await run(["config"], { MLFLOW_TRACKING_URI_FILE: path })).stderr).toBe("");
  });

  test("shows the default of every setting as it can be set", async () => {
    const { stdout } = await run(["config"], {});
    expect(stdout).toMatch(/^MODELWIRE_OIDC_SCOPES +modelwire:read=read,.*=admin +default$/m);
  });
});

describe("a secret in a file", () => {
  test.for([
    ["is refused beside the variable", "set", "DATABASE_URL_FILE: DATABASE_URL is set too"],
    ["is refused where the file is empty", "empty", "DATABASE_URL_FILE: .* is empty"],
    ["is refused where it is a folder", "folder", "DATABASE_URL_FILE: the file cannot be read: EI"],
    ["says what is wrong with what it holds, not what", "wrong", "DATABASE_URL: expected postgres"],
  ])("%s", async ([, kind, says]) => {
    const path = join(folder.path, `secret-${kind}`);
    if (kind === "folder") await mkdir(path);
    else await writeFile(path, { empty: "\n", wrong: "mysql://u:hunter2@db\n" }[kind ?? ""] ?? "x");
    const told = await run(["config"], {
      DATABASE_URL_FILE: path,
      ...(kind === "set" && { DATABASE_URL: "sqlite:x.db" }),
    });
    expect(told.exitCode).toBe(2);
    expect(told.stderr).toMatch(new RegExp(says ?? ""));
    expect(told.stdout + told.stderr).not.toContain("hunter2");
  });

  test("only exists for what is secret", async () => {
    const path = await file("level", "debug");
    await chmod(path, 0o600);
    const told = await run(["config"], { MODELWIRE_LOG_LEVEL_FILE: path });
    expect(told).toMatchObject({ exitCode: 2 });
    expect(told.stderr).toContain("MODELWIRE_LOG_LEVEL_FILE: no such setting");
  });
});
