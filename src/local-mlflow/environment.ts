import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { childEnvironment } from "./child-environment.ts";
import { findPython } from "./find-python.ts";
import { type EnvironmentKind, type LockFile, readLockFile, uvLockPath } from "./lock-files.ts";
import { parsePipConfig, uvVariables } from "./pip-settings.ts";
import { withProcessLock } from "./process-lock.ts";
import { run } from "./run.ts";

/** Says which environment to bring up and where. */
export interface EnvironmentOptions {
  /** A version that has lock files, for example "3.4.0". */
  readonly version: string;
  readonly kind: EnvironmentKind;
  /** The folder that gets `environments/mlflow-<version>-<kind>`. */
  readonly home: string;
  /** Gets a line for each step worth telling a person. */
  readonly onProgress: (line: string) => void;
  readonly signal?: AbortSignal;
}

/** Locates a Python environment. */
export interface Environment {
  readonly python: string;
  /** The folder of `python` and of the scripts that packages bring. */
  readonly binDirectory: string;
  readonly directory: string;
}

/**
 * Makes sure that the pinned Python environment exists: in milliseconds when it does, otherwise by
 * `python -m venv` and an installation with `uv` or, where that does not work, pip.
 *
 * A stamp with the digest of the lock files is written last, so an interrupted installation is
 * done again and a changed lock file installs anew. Of several processes one installs.
 *
 * Rejects for a version without lock files, without a usable Python, and with the installer's
 * last lines when it fails.
 */
export async function ensureMlflowEnvironment(options: EnvironmentOptions): Promise<Environment> {
  const lockFile = readLockFile(options.version, options.kind);
  const parent = resolve(options.home, "environments");
  const directory = join(parent, `mlflow-${options.version}-${options.kind}`);
  const binDirectory = join(directory, "bin");
  const environment = { python: join(binDirectory, "python"), binDirectory, directory };
  if (isReady(environment, lockFile)) {
    return environment;
  }
  await mkdir(parent, { recursive: true });
  const onWait = (): void =>
    options.onProgress(`waiting for another process that installs MLflow ${options.version}`);
  await withProcessLock(`${directory}.lock`, onWait, options.signal, async () => {
    if (!isReady(environment, lockFile)) {
      await create(environment, lockFile, options);
    }
  });
  return environment;
}

async function create(
  environment: Environment,
  lockFile: LockFile,
  { version, onProgress, signal }: EnvironmentOptions,
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
  const what = `MLflow ${version} and what it needs (about ${lockFile.packageCount} packages)`;
  try {
    await execute(python, [...pip, "-r", uvLockPath]);
    onProgress(`installing ${what} with uv`);
    const settings = parsePipConfig(await execute(python, ["-m", "pip", "config", "list"]));
    const uv = (...args: string[]) =>
      execute(
        join(binDirectory, "uv"),
        ["pip", "install", "--python", python, ...args],
        uvVariables(settings),
      );
    await uv("-r", lockFile.path);
    await uv("--no-deps", "-r", lockFile.uiPath);
  } catch (error) {
    signal?.throwIfAborted();
    onProgress(`uv could not install: ${error instanceof Error ? error.message : error}`);
    onProgress(`installing ${what} with pip, which takes a minute or two`);
    await execute(python, [...pip, "-r", lockFile.path]);
    await execute(python, [...pip, "--no-deps", "-r", lockFile.uiPath]);
  }
  await writeFile(stampPath(directory), stamp(directory, lockFile));
  onProgress(`installed in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
}

function isReady({ directory, python }: Environment, lockFile: LockFile): boolean {
  // The link to the base Python dangles when that was removed or upgraded.
  if (!existsSync(python) || !existsSync(stampPath(directory))) {
    return false;
  }
  return readFileSync(stampPath(directory), "utf8") === stamp(directory, lockFile);
}

function stampPath(directory: string): string {
  return join(directory, ".modelwire-lock");
}

/** Includes the folder, because an environment that was moved does not work. */
function stamp(directory: string, lockFile: LockFile): string {
  return createHash("sha256").update(`${directory}\0${lockFile.sha256}`).digest("hex");
}

/** Shortens a path below the working directory. */
function shown(path: string): string {
  const short = relative("", path);
  return short.startsWith("..") ? path : short;
}
