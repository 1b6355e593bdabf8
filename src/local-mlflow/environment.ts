import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { childEnvironment } from "./child-environment.ts";
import { findPython } from "./find-python.ts";
import { type EnvironmentKind, readLockFile, uvLockPath } from "./lock-files.ts";
import { parsePipConfig, uvVariables } from "./pip-settings.ts";
import { withProcessLock } from "./process-lock.ts";
import { run } from "./run.ts";

/** Says which environment to bring up and where. */
export interface EnvironmentOptions extends Surroundings {
  /** A version that has lock files, for example "3.4.0". */
  readonly version: string;
  readonly kind: EnvironmentKind;
}

/** Says where environments are, and who wants to know of them. */
export interface Surroundings {
  /** The folder that gets `environments/<name>`. */
  readonly home: string;
  /** Gets a line for each step worth telling a person. */
  readonly onProgress: (line: string) => void;
  readonly signal?: AbortSignal;
}

/** Says what a Python environment holds. */
export interface PythonEnvironment {
  /** Names its folder. */
  readonly name: string;
  /** What it is for, as people are told. */
  readonly title: string;
  readonly packageCount: number;
  /** Arguments of `pip install`, one call after the other. */
  readonly installs: readonly (readonly string[])[];
  /** Changes with the files that the arguments name. */
  readonly sha256: string;
}

/** Locates a Python environment. */
export interface Environment {
  readonly python: string;
  /** The folder of `python` and of the scripts that packages bring. */
  readonly binDirectory: string;
  readonly directory: string;
}

/**
 * Makes sure that the pinned environment of an MLflow exists, as {@link ensureEnvironment} does.
 *
 * Rejects for a version without lock files too.
 */
export async function ensureMlflowEnvironment(options: EnvironmentOptions): Promise<Environment> {
  const { version, kind } = options;
  const lockFile = readLockFile(version, kind);
  const wanted: PythonEnvironment = {
    name: `mlflow-${version}-${kind}`,
    title: `MLflow ${version}`,
    packageCount: lockFile.packageCount,
    installs: [
      ["-r", lockFile.path],
      ["--no-deps", "-r", lockFile.uiPath],
    ],
    sha256: lockFile.sha256,
  };
  return ensureEnvironment(wanted, options);
}

/**
 * Makes sure that a pinned Python environment exists: in milliseconds when it does, otherwise by
 * `python -m venv` and an installation with `uv` or, where that does not work, pip.
 *
 * A stamp with the digest of the lock files is written last, so an interrupted installation is
 * done again and a changed lock file installs anew. Of several processes one installs.
 *
 * Rejects without a usable Python, and with the installer's last lines when it fails.
 */
export async function ensureEnvironment(
  wanted: PythonEnvironment,
  { home, onProgress, signal }: Surroundings,
): Promise<Environment> {
  const parent = resolve(home, "environments");
  const directory = join(parent, wanted.name);
  const binDirectory = join(directory, "bin");
  const environment = { python: join(binDirectory, "python"), binDirectory, directory };
  if (isReady(environment, wanted)) {
    return environment;
  }
  await mkdir(parent, { recursive: true });
  const onWait = (): void =>
    onProgress(`waiting for another process that installs ${wanted.title}`);
  await withProcessLock(`${directory}.lock`, onWait, signal, async () => {
    if (!isReady(environment, wanted)) {
      await create(environment, wanted, onProgress, signal);
    }
  });
  return environment;
}

async function create(
  environment: Environment,
  wanted: PythonEnvironment,
  onProgress: Surroundings["onProgress"],
  signal: AbortSignal | undefined,
): Promise<void> {
  const { directory, binDirectory, python } = environment;
  const startedAt = performance.now();
  const base = await findPython(signal);
  onProgress(`creating a Python ${base.version} environment in ${shown(directory)}`);
  await rm(directory, { recursive: true, force: true, maxRetries: 5 });
  await mkdir(directory);
  const env = childEnvironment(binDirectory);
  const execute = (command: string, args: string[], extra?: Record<string, string>) =>
    run({ python: base.path, command, args, env: { ...env, ...extra }, cwd: directory }, signal);
  await execute(base.path, ["-m", "venv", directory]);

  const pip = ["-m", "pip", "--disable-pip-version-check", "install", "--quiet"];
  const what = `${wanted.title} and what it needs (about ${wanted.packageCount} packages)`;
  try {
    await execute(python, [...pip, "-r", uvLockPath]);
    onProgress(`installing ${what} with uv`);
    const settings = parsePipConfig(await execute(python, ["-m", "pip", "config", "list"]));
    const uv = ["pip", "install", "--python", python];
    for (const args of wanted.installs) {
      await execute(join(binDirectory, "uv"), [...uv, ...args], uvVariables(settings));
    }
  } catch (error) {
    signal?.throwIfAborted();
    onProgress(`uv could not install: ${error instanceof Error ? error.message : error}`);
    onProgress(`installing ${what} with pip, which takes a minute or two`);
    for (const args of wanted.installs) await execute(python, [...pip, ...args]);
  }
  await writeFile(stampPath(directory), stamp(directory, wanted));
  onProgress(`installed in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
}

function isReady({ directory, python }: Environment, wanted: PythonEnvironment): boolean {
  // The link to the base Python dangles when that was removed or upgraded.
  if (!existsSync(python) || !existsSync(stampPath(directory))) {
    return false;
  }
  return readFileSync(stampPath(directory), "utf8") === stamp(directory, wanted);
}

function stampPath(directory: string): string {
  return join(directory, ".modelwire-lock");
}

/** Includes the folder, because an environment that was moved does not work. */
function stamp(directory: string, { sha256 }: PythonEnvironment): string {
  return createHash("sha256").update(`${directory}\0${sha256}`).digest("hex");
}

/** Shortens a path below the working directory. */
function shown(path: string): string {
  const short = relative("", path);
  return short.startsWith("..") ? path : short;
}
