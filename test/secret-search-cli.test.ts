import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { settings } from "../src/config/settings.ts";
import type { Setting } from "../src/config/values.ts";
import { createOwnedDatabase, type OwnedDatabase } from "./support/owned-database.ts";
import { type CliResult, launcher } from "./support/run-cli.ts";
import { findSecrets } from "./support/secret-forms.ts";
import { newSecret, newToken } from "./support/secret-site.ts";
import { makeTemporaryDirectory, type TemporaryDirectory } from "./support/temporary-directory.ts";

const secrets = {
  database: newSecret("database"),
  mlflow: newSecret("mlflow"),
  mlflowUrl: newSecret("mlflowurl"),
  mlflowToken: newToken("mlflowtoken"),
  proxy: newSecret("proxy"),
  collector: newSecret("collector"),
  header: newToken("header"),
  secretKey: randomBytes(32).toString("base64"),
  apiKey: `mwk_0123456789abcdef_${randomBytes(32).toString("base64url")}`,
  url: newSecret("url"),
};
const login = (secret: string) => `modelwire:${encodeURIComponent(secret)}@`;

let folder: TemporaryDirectory;
let database: OwnedDatabase;
beforeAll(async () => {
  folder = await makeTemporaryDirectory("modelwire-secrets-");
  database = await createOwnedDatabase("the-password");
});
afterAll(async () => {
  await database?.drop();
  await folder?.remove();
});

/** Runs the command with these settings and no others, and expects that it tells no secret. */
async function run(args: string[], environment: Record<string, string>): Promise<CliResult> {
  const env = { PATH: process.env.PATH, MODELWIRE_DATA_DIR: folder.path, ...environment };
  const child = spawn(launcher, args, { cwd: folder.path, env, stdio: ["ignore", "pipe", "pipe"] });
  let [stdout, stderr] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  const [exitCode] = (await once(child, "close")) as [number | null];
  expect(findSecrets(`${stdout}\n${stderr}`, secrets), args.join(" ")).toEqual([]);
  return { exitCode, stdout, stderr };
}

/** Every setting that has a secret, as it may be. */
const right = {
  DATABASE_URL: `postgresql://${login(secrets.database)}127.0.0.1:9/modelwire`,
  MODELWIRE_WEBHOOK_PROXY: `http://${login(secrets.proxy)}127.0.0.1:9`,
  MODELWIRE_SECRET_KEYS: `k1:${secrets.secretKey}`,
  MODELWIRE_API_KEY: secrets.apiKey,
  MLFLOW_TRACKING_URI: `http://${login(secrets.mlflowUrl)}127.0.0.1:9`,
  MLFLOW_TRACKING_PASSWORD: secrets.mlflow,
  MLFLOW_TRACKING_TOKEN: secrets.mlflowToken,
  OTEL_EXPORTER_OTLP_ENDPOINT: `http://${login(secrets.collector)}127.0.0.1:9`,
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: `http://${login(secrets.collector)}127.0.0.1:9/v1/traces`,
  OTEL_EXPORTER_OTLP_HEADERS: `authorization=Bearer%20${secrets.header}`,
  OTEL_EXPORTER_OTLP_TRACES_HEADERS: `authorization=Bearer%20${secrets.header}`,
};

/** The same, each in a form that is refused. */
const wrong = {
  DATABASE_URL: `mysql://${login(secrets.database)}127.0.0.1:9/modelwire`,
  MODELWIRE_WEBHOOK_PROXY: `ftp://${login(secrets.proxy)}127.0.0.1`,
  MODELWIRE_SECRET_KEYS: `${secrets.secretKey}:k1`,
  MODELWIRE_API_KYE: secrets.apiKey,
  MLFLOW_TRACKING_URI: `127.0.0.1:${secrets.mlflowUrl}`,
  OTEL_EXPORTER_OTLP_ENDPOINT: `ftp://${login(secrets.collector)}127.0.0.1`,
  OTEL_EXPORTER_OTLP_HEADERS: secrets.header,
};

describe("no secret of the settings is told by", () => {
  test("`modelwire config`, where all are right and where all are wrong", async () => {
    const secret = Object.entries<Setting>(settings).filter(([, one]) => one.secret !== undefined);
    expect(Object.keys(right).sort()).toEqual(secret.map(([name]) => name).sort());
    const more = { MODELWIRE_URL: `https://${login(secrets.url)}127.0.0.1:9` };
    const table = await run(["config"], { ...right, ...more });
    expect(table).toMatchObject({ exitCode: 0, stderr: "" });
    expect(table.stdout).toMatch(/^MODELWIRE_URL +https:\/\/modelwire:\*\*\*@127/m);
    expect((await run(["config", "--json"], { ...right, ...more })).exitCode).toBe(0);
    for (const args of [["config"], ["config", "--json"], ["serve"]]) {
      const refused = await run(args, wrong);
      expect(refused.exitCode, args.join(" ")).toBe(2);
      expect(refused.stderr).toContain("MODELWIRE_SECRET_KEYS");
    }
  }, 120_000);

  test("a server that finds no database, or is not let into it, or has a URL of nonsense", async () => {
    const serving = {
      ...right,
      MODELWIRE_LOG_LEVEL: "trace",
      MODELWIRE_HTTP_LISTEN: "127.0.0.1:0",
    };
    const at = new URL(database.url);
    at.password = encodeURIComponent(secrets.database);
    const urls: [string, RegExp][] = [
      [right.DATABASE_URL, /ECONNREFUSED/],
      [at.href, /password authentication failed/],
      [`postgresql://modelwire:a/${secrets.database}@127.0.0.1/modelwire`, /DATABASE_URL/],
    ];
    for (const [DATABASE_URL, says] of urls) {
      const ended = await run(["serve"], {
        ...serving,
        MODELWIRE_GRPC_LISTEN: "127.0.0.1:0",
        MLFLOW_TRACKING_URI: inject("mlflowUrl").replace("//", `//${login(secrets.mlflowUrl)}`),
        DATABASE_URL,
      });
      expect(ended.exitCode).not.toBe(0);
      expect(ended.stderr).toMatch(says);
    }
    const local = ["keys", "create", "first", "--scope", "admin", "--local"];
    const refused = await run(local, { ...right, DATABASE_URL: at.href });
    expect(refused.exitCode).not.toBe(0);
  }, 120_000);

  test("a command that reaches nobody, with a key, a key in a file, and a login in its URL", async () => {
    const url = `http://${login(secrets.url)}127.0.0.1:9`;
    const keyFile = join(folder.path, "key");
    await writeFile(keyFile, `${secrets.apiKey} ${secrets.header}\n`);
    const commands = [
      ["health"],
      ["whoami"],
      ["whoami", "--json"],
      ["list", "--url", url],
      ["events", "--follow", "--url", url],
      ["whoami", "--api-key-file", keyFile],
      [`--api-key=${secrets.apiKey}`, "whoami"],
      ["whoami", `--api-key=${secrets.apiKey}`],
    ];
    const nonsense = await run(["whoami"], { MODELWIRE_URL: url.replace("http", "ftp") });
    expect(nonsense.exitCode).toBe(2);
    for (const args of commands) {
      const { exitCode } = await run(args, {
        MODELWIRE_API_KEY: secrets.apiKey,
        MODELWIRE_URL: url,
      });
      expect(exitCode, args.join(" ")).not.toBe(0);
    }
  }, 120_000);
});
