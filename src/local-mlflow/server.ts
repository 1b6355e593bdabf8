import { mkdir, open, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { childEnvironment } from "./child-environment.ts";
import {
  type Environment,
  type EnvironmentOptions,
  ensureMlflowEnvironment,
} from "./environment.ts";
import { readLockFile } from "./lock-files.ts";
import { findPort, LOCAL_HOST } from "./port.ts";
import { lastLines } from "./run.ts";
import { type Exit, type SupervisedProcess, startSupervised } from "./supervised-process.ts";

const START_TIMEOUT_MS = 120_000;
const POLL_MS = 100;
const REQUEST_TIMEOUT_MS = 5_000;

/** Says which MLflow to start, where its data are, and on which port. */
export interface LocalMlflowOptions extends EnvironmentOptions {
  /** Gets `mlflow.db`, `artifacts/` and `mlflow.log`; made if it is not there. */
  readonly dataDir: string;
  /** A port of 127.0.0.1; without it any free one. */
  readonly port?: number;
  /** A store for the artifacts in place of a folder, and what MLflow needs to get at it. */
  readonly artifactStore?: { readonly url: string; readonly env: NodeJS.ProcessEnv };
}

/** Describes a running MLflow that ends with this process at the latest. */
export interface LocalMlflow {
  /** For example "http://127.0.0.1:5000", without a slash at the end. */
  readonly url: string;
  readonly version: string;
  readonly port: number;
  readonly dataDir: string;
  /** The Python of MLflow's environment. */
  readonly python: string;
  /** The id of the process group. */
  readonly pid: number;
  readonly logFile: string;
  /** Resolves when the server and its workers are gone, for whatever reason. */
  readonly exited: Promise<Exit>;
  /** Ends the server and its workers and waits for that, 10 s at most. */
  stop(): Promise<void>;
}

/**
 * Starts MLflow with SQLite and artifacts served through its proxy, one worker, on 127.0.0.1, after
 * installing it where needed, and resolves when it answers.
 *
 * Rejects when the port is in use, when the server ends early or does not answer within 120 s (with
 * the last lines of its log), and when `signal` aborts; nothing is left running then.
 */
export async function startLocalMlflow(options: LocalMlflowOptions): Promise<LocalMlflow> {
  const { version, signal, onProgress } = options;
  // Tried before an installation that would be in vain, and again when MLflow needs it.
  await findPort(options.port);
  const environment = await ensureMlflowEnvironment(options);
  const port = await findPort(options.port);
  const dataDir = resolve(options.dataDir);
  await mkdir(dataDir, { recursive: true });
  const logFile = join(dataDir, "mlflow.log");
  const url = `http://${LOCAL_HOST}:${port}`;

  onProgress(`starting MLflow ${version} on ${url}`);
  const startedAt = performance.now();
  const running = await launch(options, environment, dataDir, logFile, port);
  try {
    await waitUntilHealthy(running, url, logFile, signal);
    await checkVersion(url, version);
    await openStores(url);
  } catch (error) {
    await running.stop();
    throw error;
  }
  onProgress(`MLflow answers after ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
  return {
    url,
    version,
    port,
    dataDir,
    python: environment.python,
    pid: running.pid,
    logFile,
    exited: running.exited,
    stop: () => running.stop(),
  };
}

/**
 * Makes MLflow open its tracking and its registry store, one after the other. It opens each at
 * the first request for it, and where two are first at the same time one of them fails.
 */
async function openStores(url: string): Promise<void> {
  for (const path of [
    "experiments/get-by-name?experiment_name=Default",
    "registered-models/search",
  ]) {
    const read = () =>
      fetch(`${url}/api/2.0/mlflow/${path}`, { signal: AbortSignal.timeout(START_TIMEOUT_MS) });
    // On a busy machine the connection of the call before may be closed just as it is used again.
    const answer = await read().catch(read);
    if (!answer.ok) throw new Error(`MLflow answered ${path} with ${answer.status}`);
  }
}

async function launch(
  { version, kind, artifactStore }: LocalMlflowOptions,
  { python, binDirectory }: Environment,
  dataDir: string,
  logFile: string,
  port: number,
): Promise<SupervisedProcess> {
  const args = ["-m", "mlflow", "server", "--host", LOCAL_HOST, "--port", String(port)];
  // One worker: several lock each other out on SQLite.
  args.push("--workers", "1", "--serve-artifacts");
  // Relative to the working directory, so that no character of the path means something in a URL.
  args.push("--backend-store-uri", "sqlite:///mlflow.db");
  args.push("--artifacts-destination", artifactStore?.url ?? join(dataDir, "artifacts"));
  if (readLockFile(version, kind).hasGunicorn) {
    // Under its default server MLflow 3.4.0 loses chunked uploads and slows down with their size.
    args.push("--gunicorn-opts", "--threads 8 --timeout 600");
  }
  const log = await open(logFile, "w");
  try {
    return await startSupervised({
      python,
      command: python,
      args,
      // Job execution, from 3.5 on, starts nine more processes that the registry does not need.
      env: {
        ...childEnvironment(binDirectory),
        MLFLOW_SERVER_ENABLE_JOB_EXECUTION: "false",
        ...artifactStore?.env,
      },
      cwd: dataDir,
      outputFd: log.fd,
    });
  } finally {
    await log.close();
  }
}

async function waitUntilHealthy(
  running: SupervisedProcess,
  url: string,
  logFile: string,
  signal: AbortSignal | undefined,
): Promise<void> {
  const deadline = AbortSignal.timeout(START_TIMEOUT_MS);
  let exit: Exit | undefined;
  void running.exited.then((value) => {
    exit = value;
  });
  while (!(await answers(`${url}/health`))) {
    signal?.throwIfAborted();
    if (exit !== undefined || deadline.aborted) {
      const how = exit ? `ended (${exit.signal ?? exit.code})` : "did not answer within 120 s";
      const log = lastLines(await readFile(logFile, "utf8"), 20);
      throw new Error(`MLflow ${how}; the end of ${logFile}:\n${log}`);
    }
    await sleep(POLL_MS);
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS) });
    await response.body?.cancel();
    return response.status === 200;
  } catch {
    // Nobody listens yet: the caller asks again.
    return false;
  }
}

async function checkVersion(url: string, version: string): Promise<void> {
  const response = await fetch(`${url}/version`, {
    signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
  });
  const answered = await response.text();
  if (answered.trim() !== version) {
    throw new Error(
      `${url}/version answers ${answered.slice(0, 100)} where ${version} was started`,
    );
  }
}
