import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { childEnvironment } from "../src/local-mlflow/child-environment.ts";
import { makeTemporaryDirectory, type TemporaryDirectory } from "./support/temporary-directory.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

/** A command that a page shows, with what it shows of the output. */
interface Shown {
  command: string;
  output: string;
}

let page: string;
let folder: TemporaryDirectory;
let server: ChildProcess;
let serverOutput = "";
let urls: { http: string; mlflow: string };

// The README's first command, in a folder of its own: nothing is installed there yet.
beforeAll(async () => {
  page = await readFile(`${root}/README.md`, "utf8");
  folder = await makeTemporaryDirectory("modelwire-readme-");
  server = spawn("npm", ["start", "--", "--mlflow-port", "0"], {
    cwd: root,
    env: environment({
      MODELWIRE_DATA_DIR: folder.path,
      MODELWIRE_GRPC_LISTEN: "127.0.0.1:0",
      MODELWIRE_HTTP_LISTEN: "127.0.0.1:0",
    }),
    stdio: ["ignore", "pipe", "pipe"],
  });
  for (const stream of [server.stdout, server.stderr]) {
    stream?.setEncoding("utf8").on("data", (text: string) => {
      serverOutput += text;
    });
  }
  await vi.waitFor(
    () => {
      expect(server.exitCode, serverOutput).toBeNull();
      expect(serverOutput).toContain("Try next");
    },
    { timeout: 170_000, interval: 200 },
  );
  urls = {
    http: /JSON (http:\S+)/.exec(serverOutput)?.[1] ?? "",
    mlflow: /MLflow \S+ +(http:\S+)/.exec(serverOutput)?.[1] ?? "",
  };
}, 180_000);

afterAll(async () => {
  if (server?.exitCode === null && server.signalCode === null) {
    server.kill("SIGTERM");
    await once(server, "close");
  }
  await folder?.remove();
});

test("npm start says what the README says", () => {
  const shown = fenced("").find((block) => block.startsWith("Modelwire serves")) ?? "";
  expect(shown).not.toBe("");
  expect(normal(serverOutput)).toContain(normal(shown));
});

test("MLflow's own UI is there", async () => {
  const answer = await fetch(urls.mlflow);
  expect(answer.status).toBe(200);
  expect(await answer.text()).toMatch(/<div id="root"/);
});

test("the tour works word for word", async () => {
  const commands = fenced("console").flatMap(shownCommands);
  const [listen, ...rest] = commands.filter(({ command }) => !command.startsWith("npm "));
  expect(rest.length).toBeGreaterThanOrEqual(5);

  const listening = run(listen?.command ?? "");
  await vi.waitFor(
    () => expect(listening.stderr + listening.stdout).toContain("listening at"),
    10_000,
  );
  const outputs: string[] = [];
  for (const { command, output } of rest) {
    const running = run(command);
    const code = await running.ended;
    expect(code, `${command}\n${running.stderr}`).toBe(0);
    if (output !== "") expect(normal(running.stdout), command).toContain(normal(output));
    outputs.push(running.stdout);
  }

  const uuid = /m-[0-9a-f]{32}/.exec(outputs[0] ?? "")?.[0];
  for (const output of outputs.slice(1, 3)) expect(output).toContain(uuid);
  expect(JSON.parse(outputs.at(-1) ?? "")).toMatchObject({
    registration: { modelInfo: { modelUuid: uuid } },
  });

  const webhook = fenced("").find((block) => block.includes("modelwire.model.registered")) ?? "";
  await vi.waitFor(() => expect(normal(listening.stdout)).toContain(normal(webhook)), 10_000);
  listening.child.kill("SIGINT");
  expect(await listening.ended).toBe(0);
});

test("ending npm ends the service and its MLflow", async () => {
  server.kill("SIGTERM");
  await once(server, "close");
  for (const url of [`${urls.http}/healthz`, `${urls.mlflow}/health`]) {
    await expect(fetch(url), url).rejects.toThrow();
  }
});

function environment(own: Record<string, string>): Record<string, string> {
  const inherited = Object.entries(childEnvironment()).filter(
    ([key]) => !key.startsWith("MODELWIRE_") && key !== "DATABASE_URL",
  );
  return { ...Object.fromEntries(inherited), ...own } as Record<string, string>;
}

/** Runs a command of the page in the root of the repository, against this test's servers. */
function run(command: string) {
  const here = command
    .replaceAll("http://127.0.0.1:8080", urls.http)
    .replaceAll("http://127.0.0.1:5000", urls.mlflow)
    .replaceAll(/(^|\s)\.modelwire\//g, `$1${folder.path}/`);
  const child = spawn("sh", ["-c", `exec ${here.replace(/^((?:\w+=\S+ )+)/, "env $1")}`], {
    cwd: root,
    env: environment({ MODELWIRE_URL: urls.http }),
    stdio: ["ignore", "pipe", "pipe"],
  });
  const running = {
    child,
    stdout: "",
    stderr: "",
    ended: once(child, "close").then(([code]) => code as number | null),
  };
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    running.stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    running.stderr += text;
  });
  return running;
}

/** Gives the fenced blocks of a language. */
function fenced(language: string): string[] {
  return [...page.matchAll(/^```(\w*)\n(.*?)^```$/gms)]
    .filter(([, info]) => info === language)
    .map(([, , text = ""]) => text.trimEnd());
}

function shownCommands(block: string): Shown[] {
  return block
    .split(/^\$ /m)
    .filter((part) => part !== "")
    .map((part) => {
      const [command = "", ...output] = part.split("\n");
      return { command, output: output.join("\n").trim() };
    });
}

/** Takes out what is another one each time: ids, digests, times, ports, the data folder. */
function normal(text: string): string {
  return text
    .replaceAll(/\b(m-|evt_)?[0-9a-f]{32,64}\b/g, "$1#")
    .replaceAll(/\b\d\d:\d\d:\d\d\b/g, "time")
    .replaceAll(/127\.0\.0\.1:\d+/g, "127.0.0.1:port")
    .trim();
}
