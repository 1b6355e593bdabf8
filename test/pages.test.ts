import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { glob } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, inject, test, vi } from "vitest";
import {
  type PageSurroundings,
  type PythonSession,
  type RunningCommand,
  runTypescript,
  startCommand,
  startPythonSession,
} from "./support/page-runner.ts";
import { installClients, makeSurroundings, pageEnvironment } from "./support/page-surroundings.ts";
import {
  type Block,
  missingParts,
  normal,
  pairNames,
  readBlocks,
  shownCommands,
} from "./support/pages.ts";
import { makeTemporaryDirectory, type TemporaryDirectory } from "./support/temporary-directory.ts";

/** The time to install an MLflow and what the clients need, and for the longest page. */
const LONG_MS = 600_000;

const root = fileURLToPath(new URL("..", import.meta.url));

/** Pages with blocks, and how many of them say why they are not run. */
const pages: Record<string, number> = {
  "README.md": 1,
  "docs/reads.md": 0,
  "docs/migration.md": 2,
  "docs/python-drop-in.md": 2,
  "docs/security.md": 2,
  "docs/tls-and-oidc.md": 3,
  "docs/configuration.md": 1,
  "docs/operations.md": 9,
  "docs/observability.md": 1,
  "docs/performance.md": 1,
  "docs/webhooks.md": 2,
  "clients/typescript/README.md": 4,
  "clients/python/README.md": 1,
  "clients/go/README.md": 2,
  "clients/java/README.md": 2,
  "clients/rust/README.md": 2,
  "examples/README.md": 2,
};
/** Pages that say how many models there are then, in their order. */
const firstPages = ["README.md", "docs/reads.md"];
/** Other languages are compiled by the tests of their clients, or are no programs. */
const runnable = new Set(["console", "sh", "python", "ts", "go", "js"]);

let folder: TemporaryDirectory;
let server: ChildProcess;
let serverOutput = "";
let surroundings: PageSurroundings;

// The README's first command, in a folder of its own: nothing is installed there yet.
beforeAll(async () => {
  folder = await makeTemporaryDirectory("modelwire-pages-");
  server = spawn("npm", ["start", "--", "--mlflow-port", "0"], {
    cwd: root,
    env: pageEnvironment({
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
  // What a reader installs meanwhile.
  const installing = installClients(folder.path, inject("mlflowVersion"));
  const started = vi.waitFor(
    () => {
      expect(server.exitCode, serverOutput).toBeNull();
      expect(serverOutput).toContain("Try next");
    },
    { timeout: 170_000, interval: 200 },
  );
  const [clients] = await Promise.all([installing, started]);
  surroundings = await makeSurroundings(folder.path, serverOutput, clients);
}, LONG_MS);

afterAll(async () => {
  if (server?.exitCode === null && server.signalCode === null) {
    server.kill("SIGTERM");
    await once(server, "close");
  }
  await folder?.remove();
});

test("npm start says what the README says", async () => {
  const [first] = await readBlocks("README.md").then((blocks) =>
    blocks.filter(({ text }) => text.startsWith("Modelwire serves")),
  );
  expect(first).toBeDefined();
  expect(normal(serverOutput)).toContain(normal(first?.text ?? ""));
});

test("MLflow's own UI is there", async () => {
  const answer = await fetch(surroundings.places["http://127.0.0.1:5000"] ?? "");
  expect(answer.status).toBe(200);
  expect(await answer.text()).toMatch(/<div id="root"/);
});

describe("what a page shows works as it stands there, on a new server:", () => {
  test.each(firstPages)("%s", { timeout: LONG_MS }, runPage);
});

// These share no model and no contributor: none waits for the one before.
describe.concurrent("what a page shows works as it stands there:", () => {
  const others = Object.keys(pages).filter((page) => !firstPages.includes(page));
  test.each(others)("%s", { timeout: LONG_MS }, runPage);
});

describe("of what pages show", () => {
  test("nothing is left out without a reason, and no page is", async () => {
    const leftOut: Record<string, number> = {};
    for (const page of Object.keys(pages)) {
      const blocks = await readBlocks(page);
      for (const { notRun } of blocks) expect(notRun ?? "a reason").toMatch(/\w+ \w+/);
      leftOut[page] = blocks.filter(({ notRun }) => notRun !== undefined).length;
    }
    expect(leftOut).toEqual(pages);

    const all = [];
    for await (const page of glob(["README.md", "docs/*.md", "{clients,examples}/**/README.md"], {
      cwd: root,
      exclude: (name) => name.includes("node_modules") || name.includes("target"),
    })) {
      const blocks = await readBlocks(page);
      if (blocks.some(({ language }) => runnable.has(language))) all.push(page);
    }
    expect(all.sort()).toEqual(Object.keys(pages).sort());
  });
});

async function runPage(page: string): Promise<void> {
  const blocks = await readBlocks(page);
  const state: PageState = { listening: [], blocks };
  try {
    for (const block of blocks) await runBlock(block, `${page}:${block.line}`, state);
    for (const one of state.listening) await endListening(one, blocks);
  } finally {
    await state.python?.end();
    for (const { running } of state.listening) running.child.kill("SIGKILL");
  }
}

interface PageState {
  python?: PythonSession;
  /** Commands that go on until the page ends. */
  listening: { running: RunningCommand; listener: Listener }[];
  blocks: readonly Block[];
}

/** A command that goes on: how it is known, that it has begun, and what the page shows it telling. */
interface Listener {
  command: RegExp;
  begun: string;
  tells: RegExp;
  /** How it ends when it is interrupted. Unset: as its versions do. */
  exitCode?: number;
}

const listeners: readonly Listener[] = [
  {
    command: /^\.\/modelwire listen/,
    begun: "listening at",
    tells: /^\S+ +modelwire\.\w+\.\w+ /,
    exitCode: 0,
  },
  { command: /\buvicorn /, begun: "Uvicorn running", tells: /^EVENT_TYPE_\w+ / },
];

const listenerOf = (command: string) => listeners.find((one) => one.command.test(command));

async function runBlock(block: Block, where: string, state: PageState): Promise<void> {
  if (block.in !== undefined) return expect(await missingParts(block, block.in), where).toEqual([]);
  if (block.notRun !== undefined || !runnable.has(block.language)) return;
  let output = "";
  if (block.language === "python") {
    state.python ??= startPythonSession(surroundings);
    output = await state.python.run(block.text);
  } else if (block.language === "ts") {
    output = await runTypescript(block.text, surroundings);
  } else if (block.language === "console") {
    for (const shown of shownCommands(block)) {
      output += await runShown(shown.command, shown.output, where, state);
    }
  } else {
    expect.fail(
      `${where}: ${block.language} is not run here: say where it is, or why it is not run`,
    );
  }
  if (block.output !== undefined && block.output !== "" && !listens(block)) {
    expect(normal(output), where).toBe(normal(block.output));
  }
}

const listens = (block: Block) =>
  shownCommands(block).some(({ command }) => listenerOf(command) !== undefined);

async function runShown(
  command: string,
  output: string,
  where: string,
  state: PageState,
): Promise<string> {
  const running = startCommand(command, surroundings);
  const listener = listenerOf(command);
  if (listener) {
    state.listening.push({ running, listener });
    await vi.waitFor(
      () => expect(running.stderr + running.stdout).toContain(listener.begun),
      30_000,
    );
    return "";
  }
  const code = await running.ended;
  expect(code, `${where}: ${command}\n${running.stderr}`).toBe(0);
  expectParts(running.stdout, output, `${where}: ${command}`);
  for (const [shown, real] of pairNames(output, running.stdout)) surroundings.places[shown] = real;
  return running.stdout;
}

/** Demands what a page shows: where a line is `…`, there is more than that. */
function expectParts(output: string, shown: string, where: string): void {
  for (const part of shown.split(/^…$/m)) expect(normal(output), where).toContain(normal(part));
}

/** Demands that what listened has told what the page shows of it, and ends it. */
async function endListening(
  { running, listener }: PageState["listening"][number],
  blocks: readonly Block[],
): Promise<void> {
  const told = blocks.find(({ text }) => listener.tells.test(text));
  await vi.waitFor(
    () => expectParts(running.stdout, told?.text ?? "an event", "listening"),
    30_000,
  );
  running.child.kill("SIGINT");
  const code = await running.ended;
  if (listener.exitCode !== undefined) expect(code).toBe(listener.exitCode);
}

test("ending npm ends the service and its MLflow", async () => {
  server.kill("SIGTERM");
  await once(server, "close");
  const { places } = surroundings;
  for (const url of [
    `${places["http://127.0.0.1:8080"]}/healthz`,
    `${places["http://127.0.0.1:5000"]}/health`,
  ]) {
    await expect(fetch(url), url).rejects.toThrow();
  }
});
