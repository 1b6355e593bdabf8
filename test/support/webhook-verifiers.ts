import { type SpawnOptions, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { Webhook } from "standardwebhooks";
import { inject } from "vitest";
import type { ReceivedRequest } from "./receiver.ts";

/** What verifies a request: it says `ok` for each, or `refused: <why>`. */
export type Verify = (checks: readonly Check[]) => Promise<string[]>;

/** A request to be verified with a secret. */
export interface Check {
  secret: string;
  request: ReceivedRequest;
}

/** A `standardwebhooks` library. */
export interface VerifierKind {
  language: string;
  /** What has to be on the PATH to build it. */
  commands: string[];
  /** Whether it takes the body as bytes; otherwise only as text. */
  takesBytes: boolean;
  /** Builds what verifies, within a folder of the test's own. @throws Error where that fails */
  build(folder: string): Promise<Verify>;
}

const sources = (language: string) =>
  fileURLToPath(new URL(`../verifiers/${language}`, import.meta.url));
// Kept: what Rust builds of its libraries takes longest.
const rustTarget = fileURLToPath(
  new URL("../../node_modules/.cache/modelwire-verifiers/rust", import.meta.url),
);

/** The libraries that Standard Webhooks itself offers. */
export const verifierKinds: readonly VerifierKind[] = [
  { language: "npm", commands: [], takesBytes: false, build: async () => verifyHere },
  {
    language: "PyPI",
    commands: [],
    takesBytes: false,
    build: async () => programAt(inject("mlflowPython"), ["-c", pythonProgram]),
  },
  {
    language: "Go",
    commands: ["go"],
    takesBytes: true,
    async build(folder) {
      const program = join(folder, "verifier");
      const env = { ...process.env, GOFLAGS: "-mod=readonly" };
      await run("go", ["build", "-o", program, "."], { cwd: sources("go"), env });
      return programAt(program);
    },
  },
  {
    language: "Maven",
    commands: ["mvn", "javac"],
    takesBytes: false,
    async build(folder) {
      const cwd = sources("java");
      const jars = join(folder, "jars");
      const goal = "org.apache.maven.plugins:maven-dependency-plugin:2.8:copy-dependencies";
      const mvn = ["-q", "-B", goal, `-DoutputDirectory=${jars}`];
      await run("mvn", mvn, { cwd });
      await checkDigests(jars, join(cwd, "checksums.txt"));
      const classes = join(folder, "classes");
      await run("javac", ["-cp", join(jars, "*"), "-d", classes, "Verifier.java"], { cwd });
      return programAt("java", ["-cp", `${classes}:${join(jars, "*")}`, "Verifier"]);
    },
  },
  {
    language: "crates.io",
    commands: ["cargo"],
    takesBytes: false,
    async build() {
      const env = { ...process.env, CARGO_TARGET_DIR: rustTarget };
      await run("cargo", ["build", "--locked", "--quiet"], { cwd: sources("rust"), env });
      return programAt(join(rustTarget, "debug", "verifier"));
    },
  },
];

async function verifyHere(checks: readonly Check[]): Promise<string[]> {
  return checks.map(({ secret, request: { headers, body } }) => {
    try {
      new Webhook(secret).verify(body, headers as Record<string, string>);
      return "ok";
    } catch (error) {
      return `refused: ${error}`;
    }
  });
}

const pythonProgram = `
import base64, sys
from standardwebhooks import Webhook
for line in sys.stdin:
    secret, id, timestamp, signature, body = line.rstrip("\\n").split("\\t")
    headers = {"webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": signature}
    try:
        Webhook(secret).verify(base64.b64decode(body), headers)
        print("ok")
    except Exception as error:
        print(f"refused: {error!r}")
`;

/** Verifies by a program that test/verifiers/README.md describes. */
function programAt(command: string, args: readonly string[] = []): Verify {
  return async (checks) => {
    const lines = checks.map(({ secret, request: { headers, body } }) =>
      [
        secret,
        headers["webhook-id"],
        headers["webhook-timestamp"],
        headers["webhook-signature"],
        body.toString("base64"),
      ].join("\t"),
    );
    const output = await run(command, args, {}, `${lines.join("\n")}\n`);
    return output.trim().split("\n");
  };
}

/** Runs a program and gives what it printed; where it is not there, says what is to be installed. */
async function run(
  command: string,
  args: readonly string[],
  options: SpawnOptions = {},
  input = "",
): Promise<string> {
  const child = spawn(command, args, { ...options, stdio: ["pipe", "pipe", "pipe"] });
  const ended = once(child, "close").catch((cause) => {
    throw new Error(`${command} cannot be run: it must be installed, and on the PATH`, { cause });
  });
  // Where it ended before it read all, its exit code tells.
  child.stdin?.on("error", () => {}).end(input);
  if (!child.stdout || !child.stderr) throw new Error("no pipes");
  const [output, errors, [exitCode]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    ended,
  ]);
  if (exitCode === 0) return output;
  throw new Error(`${command} ended with ${exitCode}:\n${output}${errors}`);
}

async function checkDigests(folder: string, listPath: string): Promise<void> {
  const list = await readFile(listPath, "utf8");
  const found = (await readdir(folder)).sort().map(async (name) => {
    const digest = createHash("sha256").update(await readFile(join(folder, name)));
    return `${digest.digest("hex")}  ${name}\n`;
  });
  const text = (await Promise.all(found)).join("");
  if (text !== list) throw new Error(`expected the jars of ${listPath}; there are:\n${text}`);
}
