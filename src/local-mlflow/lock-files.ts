import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";

const require = createRequire(import.meta.url);
const root = new URL(".", pathToFileURL(require.resolve("#mlflow/uv.txt")));

/**
 * Names what an environment holds: `server` runs `mlflow server` with its UI, `test` also trains
 * and loads models of every flavor that the tests register, and verifies webhooks.
 */
export type EnvironmentKind = "server" | "test";

/** Lists the MLflow versions that have lock files, oldest first. */
export function lockedMlflowVersions(): string[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
}

/** Reads the lock files of one environment. Throws for a version that has none. */
export function readLockFile(version: string, kind: EnvironmentKind): LockFile {
  const versions = lockedMlflowVersions();
  if (!versions.includes(version)) {
    throw new Error(
      `version: no lock files for MLflow ${version}, only for ${versions.join(", ")}`,
    );
  }
  const server = readFileSync(new URL(`${version}/server.txt`, root), "utf8");
  const test = kind === "test" ? readFileSync(new URL(`${version}/test.txt`, root), "utf8") : "";
  const ui = readFileSync(new URL(`${version}/ui.txt`, root), "utf8");
  const names = [...`${server}\n${test}`.matchAll(/^([\w.-]+)==/gm)].map((match) => match[1]);
  return {
    path: fileURLToPath(new URL(`${version}/${kind}.txt`, root)),
    uiPath: fileURLToPath(new URL(`${version}/ui.txt`, root)),
    sha256: createHash("sha256").update(`${server}\0${test}\0${ui}`).digest("hex"),
    packageCount: new Set(names).size,
    hasGunicorn: names.includes("gunicorn"),
  };
}

/** Describes the pinned packages of one environment. */
export interface LockFile {
  /** What `pip install -r` takes. */
  readonly path: string;
  /**
   * What `pip install --no-deps -r` takes afterwards: the package that has MLflow's UI, which
   * `mlflow-skinny` has not. What else it asks for, a server does not import.
   */
  readonly uiPath: string;
  /** Hex digest of the files and of what they include. */
  readonly sha256: string;
  /** How many packages are named; some are for other platforms or Pythons only. */
  readonly packageCount: number;
  /** Whether the server is meant to run under gunicorn rather than MLflow's default. */
  readonly hasGunicorn: boolean;
}

/** Locates the file that pins `uv`, the installer. */
export const uvLockPath: string = fileURLToPath(new URL("uv.txt", root));
