import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { childEnvironment } from "./child-environment.ts";

const NAMES = ["python3", "python3.13", "python3.12", "python3.11", "python3.10", "python"];
const OLDEST_MINOR = 10;
// The lock files are tested up to here. A newer Python is taken only if there is nothing else.
const NEWEST_TESTED_MINOR = 13;

const PROBE = `
import sys, venv, ensurepip
print(*sys.version_info[:3], sys.executable)
`;

/** Names a Python that can make virtual environments. */
export interface Python {
  readonly path: string;
  /** For example "3.11.7". */
  readonly version: string;
}

/**
 * Finds a Python 3.10 or newer on PATH that has `venv` and `ensurepip`.
 *
 * Rejects when there is none, saying what was found instead.
 */
export async function findPython(signal?: AbortSignal): Promise<Python> {
  const refused: string[] = [];
  let untested: Python | undefined;
  for (const name of NAMES) {
    const found = await probe(name, signal);
    if (found === undefined) {
      continue;
    }
    if (typeof found === "string") {
      refused.push(found);
      continue;
    }
    const [major = 0, minor = 0] = found.version.split(".").map(Number);
    if (major !== 3 || minor < OLDEST_MINOR) {
      refused.push(`${name} is ${found.version}`);
    } else if (minor <= NEWEST_TESTED_MINOR) {
      return found;
    } else {
      untested ??= found;
    }
  }
  if (untested !== undefined) {
    return untested;
  }
  throw new Error(
    `a local MLflow needs Python 3.10 to 3.13 with venv on PATH (on Debian and Ubuntu: python3-venv), but ${refused.join(", ") || "there is no Python"}`,
  );
}

/** Resolves with the Python, with the reason why it will not do, or undefined without one. */
async function probe(name: string, signal?: AbortSignal): Promise<Python | string | undefined> {
  try {
    const { stdout } = await promisify(execFile)(name, ["-I", "-c", PROBE], {
      env: childEnvironment(),
      ...(signal && { signal }),
    });
    const [major, minor, patch, ...path] = stdout.trim().split(" ");
    return { path: path.join(" "), version: `${major}.${minor}.${patch}` };
  } catch (error) {
    signal?.throwIfAborted();
    const { code, stderr } = error as NodeJS.ErrnoException & { stderr?: string };
    if (code === "ENOENT") {
      return undefined;
    }
    const reason = stderr?.trim().split("\n").at(-1) ?? String(error);
    return `${name} cannot do it (${reason})`;
  }
}
