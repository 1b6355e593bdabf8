import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline/promises";
import { fileURLToPath } from "node:url";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, inject, test, vi } from "vitest";
import { findPort } from "../src/local-mlflow/port.ts";
import { withProcessLock } from "../src/local-mlflow/process-lock.ts";
import { run } from "../src/local-mlflow/run.ts";
import {
  type LocalMlflow,
  type LocalMlflowOptions,
  startLocalMlflow,
} from "../src/local-mlflow/server.ts";
import { startSupervised } from "../src/local-mlflow/supervised-process.ts";

const home = fileURLToPath(new URL("../.modelwire", import.meta.url));
let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "modelwire local mlflow "));
});

afterAll(async () => {
  await rm(directory, { recursive: true, force: true });
});

function options(dataDir: string, lines: string[] = []): LocalMlflowOptions {
  return {
    version: inject("mlflowVersion"),
    kind: "test",
    home,
    dataDir: join(directory, dataDir),
    onProgress: (line) => lines.push(line),
  };
}

describe("a local MLflow", () => {
  const lines: string[] = [];
  let mlflow: LocalMlflow;

  beforeAll(async () => {
    // Settings of the user that would send MLflow elsewhere.
    vi.stubEnv("MLFLOW_TRACKING_URI", "http://127.0.0.1:9");
    vi.stubEnv("MLFLOW_BACKEND_STORE_URI", "sqlite:////nowhere/mlflow.db");
    vi.stubEnv("PYTHONHOME", "/nowhere");
    mlflow = await startLocalMlflow(options("data", lines));
    vi.unstubAllEnvs();
  });

  afterAll(() => mlflow?.stop());

  test("answers with the version that was asked for", async () => {
    const response = await fetch(`${mlflow.url}/version`);
    expect(await response.text()).toBe(inject("mlflowVersion"));
  });

  test("uses the environment that is there instead of installing again", () => {
    expect(lines).toHaveLength(2);
    expect(lines[0]).toBe(`starting MLflow ${mlflow.version} on ${mlflow.url}`);
    expect(lines[1]).toMatch(/^MLflow answers after/);
  });

  test("keeps artifacts that are put through its proxy under its data folder", async () => {
    const url = `${mlflow.url}/api/2.0/mlflow-artifacts/artifacts/some/folder/model.bin`;
    const body = Uint8Array.from({ length: 100_000 }, (_, i) => i % 251);
    const put = await fetch(url, { method: "PUT", body });
    expect(put.status).toBe(200);
    const got = await fetch(url);
    expect(new Uint8Array(await got.arrayBuffer())).toEqual(body);
    const stored = await readFile(join(mlflow.dataDir, "artifacts/some/folder/model.bin"));
    expect(new Uint8Array(stored)).toEqual(body);
  });

  test("is refused a port that is in use, by an error that names the port", async () => {
    const second = startLocalMlflow({ ...options("second"), port: mlflow.port });
    await expect(second).rejects.toThrow(`port: ${mlflow.port} on 127.0.0.1 is in use`);
    expect(existsSync(join(directory, "second"))).toBe(false);
  });

  test("leaves no process and a free port when it is stopped", async () => {
    expect(await processesOf(mlflow.pid)).not.toHaveLength(0);
    await mlflow.stop();
    expect(await processesOf(mlflow.pid)).toEqual([]);
    expect(await findPort(mlflow.port)).toBe(mlflow.port);
  });
});

describe("starting a local MLflow", () => {
  test("fails with the end of the log when MLflow ends early", async () => {
    const { dataDir, ...rest } = options("newer");
    await mkdir(dataDir);
    const database = new Database(join(dataDir, "mlflow.db"));
    database.exec("CREATE TABLE alembic_version (version_num TEXT)");
    database.exec("INSERT INTO alembic_version VALUES ('of-a-newer-mlflow')");
    database.close();
    const starting = startLocalMlflow({ dataDir, ...rest });
    await expect(starting).rejects.toThrow(/^MLflow ended .*mlflow\.log:\n/);
    await expect(starting).rejects.toThrow("of-a-newer-mlflow");
  });

  test("fails for a version that has no lock files, and names those that have", async () => {
    const unknown = startLocalMlflow({ ...options("unknown"), version: "2.0.0" });
    await expect(unknown).rejects.toThrow(
      /^version: no lock files for MLflow 2\.0\.0, only for .*3\.4\.0/,
    );
  });

  test("fails with what it needs where there is no Python", async () => {
    vi.stubEnv("PATH", directory);
    const starting = startLocalMlflow({ ...options("no-python"), home: join(directory, "home") });
    await expect(starting).rejects.toThrow(/needs Python 3\.10 .*there is no Python$/);
    vi.unstubAllEnvs();
  });

  test("can be aborted", async () => {
    const controller = new AbortController();
    const onProgress = (): void => controller.abort(new Error("no longer wanted"));
    const starting = startLocalMlflow({
      ...options("aborted"),
      onProgress,
      signal: controller.signal,
    });
    await expect(starting).rejects.toThrow("no longer wanted");
  });

  test("leaves nothing behind when its process is killed by SIGKILL", async () => {
    const { onProgress: _, ...plain } = options("orphan");
    const parent = startNode(`
      import { startLocalMlflow } from ${source("server.ts")};
      const mlflow = await startLocalMlflow({ ...${JSON.stringify(plain)}, onProgress() {} });
      console.log(JSON.stringify({ pid: mlflow.pid, port: mlflow.port }));
    `);
    const { pid, port } = JSON.parse(await parent.firstLine) as { pid: number; port: number };
    expect(await processesOf(pid)).not.toHaveLength(0);
    await parent.kill();
    await expect.poll(() => processesOf(pid), { timeout: 20_000 }).toEqual([]);
    expect(await findPort(port)).toBe(port);
  });
});

describe("a supervised process", () => {
  const shell = (script: string) => ({
    python: inject("mlflowPython"),
    command: "sh",
    args: ["-c", script],
    env: process.env,
    cwd: directory,
  });

  test("takes its children with it when it is stopped", async () => {
    const running = await startSupervised(shell("sleep 300 & sleep 300 & echo started; wait"));
    await once(running.output as NodeJS.ReadableStream, "data");
    expect(await processesOf(running.pid)).toHaveLength(4);
    await running.stop();
    expect(await processesOf(running.pid)).toEqual([]);
  });

  test("leaves no children behind when it ends by itself", async () => {
    const running = await startSupervised(shell("sleep 300 & exit 7"));
    expect(await running.exited).toEqual({ code: 7, signal: null });
    expect(await processesOf(running.pid)).toEqual([]);
  });

  test("takes its children with it when the supervisor is killed by SIGKILL", async () => {
    const running = await startSupervised(shell("sleep 300 & echo started; wait"));
    await once(running.output as NodeJS.ReadableStream, "data");
    process.kill(running.pid, "SIGKILL");
    expect(await running.exited).toEqual({ code: null, signal: "SIGKILL" });
    await expect.poll(() => processesOf(running.pid)).toEqual([]);
  });

  test("that fails is reported with what it printed", async () => {
    const failing = run(shell("echo out; echo err >&2; exit 3"));
    await expect(failing).rejects.toThrow("echo err >&2; exit 3 failed (3):\nout\nerr");
  });
});

describe("the lock around an installation", () => {
  test("is held by one process at a time and falls free when its owner is killed", async () => {
    const path = join(directory, "environment.lock");
    const owner = startNode(`
      import { withProcessLock } from ${source("process-lock.ts")};
      await withProcessLock(${JSON.stringify(path)}, () => {}, undefined, async () => {
        console.log("locked");
        await new Promise((resolve) => setTimeout(resolve, 300_000));
      });
    `);
    expect(await owner.firstLine).toBe("locked");
    const events: string[] = [];
    const waiting = Promise.withResolvers<void>();
    const onWait = (): void => {
      events.push("waiting");
      waiting.resolve();
    };
    const stop = new AbortController();
    const stopped = withProcessLock(
      path,
      () => {},
      stop.signal,
      async () => {},
    );
    stop.abort();
    await expect(stopped).rejects.toBe(stop.signal.reason);
    const work = withProcessLock(path, onWait, undefined, async () => events.push("working"));
    await waiting.promise;
    expect(events).toEqual(["waiting"]);
    await owner.kill();
    await work;
    expect(events).toEqual(["waiting", "working"]);
  });
});

/** Quotes the URL of a source file for an import in a script. */
function source(name: string): string {
  return JSON.stringify(new URL(`../src/local-mlflow/${name}`, import.meta.url).href);
}

/** Runs a script in a Node of its own. */
function startNode(script: string): { firstLine: Promise<string>; kill(): Promise<void> } {
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exited = once(child, "exit");
  const line = once(createInterface({ input: child.stdout }), "line").then(([text]) =>
    String(text),
  );
  const early = exited.then(() => Promise.reject(new Error("the script ended early")));
  early.catch(() => undefined);
  return {
    firstLine: Promise.race([line, early]),
    async kill() {
      child.kill("SIGKILL");
      await exited;
    },
  };
}

/** Lists the living processes of a process group, as `ps` does where there is no /proc. */
async function processesOf(group: number): Promise<string[]> {
  const table = existsSync("/proc/self/stat")
    ? await readProcessTable()
    : await run({
        python: inject("mlflowPython"),
        command: "ps",
        args: ["-A", "-o", "pid=,stat=,pgid="],
        env: process.env,
        cwd: directory,
      });
  return table
    .split("\n")
    .map((line) => line.trim().split(/\s+/))
    .filter(([, state, pgid]) => Number(pgid) === group && !state?.startsWith("Z"))
    .map(([pid]) => String(pid));
}

async function readProcessTable(): Promise<string> {
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const rows = pids.map(async (pid) => {
    // A process may end between the listing and here.
    const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
    const [state, , pgid] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return `${pid} ${state} ${pgid}`;
  });
  return (await Promise.all(rows)).join("\n");
}
