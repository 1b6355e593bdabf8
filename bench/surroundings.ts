import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { cpus, loadavg, release, totalmem, type } from "node:os";
import SqliteDatabase from "better-sqlite3";
import pg from "pg";
import type { BenchResult } from "./result.ts";

const root = new URL("..", import.meta.url);

/** How busy the machine was before this benchmark, or the first of several, began. */
const loadBefore = Number(process.env.BENCH_LOAD_BEFORE ?? loadavg()[0]);

/** Describes the machine. */
export function describeMachine(): BenchResult["machine"] {
  const cores = cpus();
  return {
    cpu: cores[0]?.model.trim() ?? "unknown",
    cores: cores.length,
    memoryGib: Math.round((totalmem() / 1024 ** 3) * 10) / 10,
    os: `${distribution()}${type()} ${release()}`,
    loadBefore: Math.round(loadBefore * 100) / 100,
  };
}

function distribution(): string {
  try {
    const [, name] =
      /^PRETTY_NAME="?([^"\n]*)/m.exec(readFileSync("/etc/os-release", "utf8")) ?? [];
    return name ? `${name}, ` : "";
  } catch {
    // Only Linux has it.
    return "";
  }
}

/** Names the commit that is measured, and says so where files are not as they are in it. */
export function describeCommit(): string {
  const git = (...args: string[]) =>
    execFileSync("git", args, { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  try {
    const commit = git("rev-parse", "--short=10", "HEAD").trim();
    const changed = git("status", "--porcelain", "--", ".", ":!bench/results").trim() !== "";
    return changed ? `${commit}, with changes` : commit;
  } catch {
    return "unknown";
  }
}

/** Names the versions of what every benchmark runs on. */
export function describeRuntime(): Record<string, string> {
  const db = new SqliteDatabase(":memory:");
  const sqlite = db.prepare("select sqlite_version()").pluck().get() as string;
  db.close();
  return { "Node.js": process.version.slice(1), SQLite: sqlite };
}

/** Asks a PostgreSQL for its version. */
export async function postgresVersion(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ server_version: string }>("show server_version");
    return rows[0]?.server_version ?? "unknown";
  } finally {
    await client.end();
  }
}

/** Asks a Python for its version. */
export function pythonVersion(python: string): string {
  return execFileSync(python, ["--version"], { encoding: "utf8" }).replace("Python ", "").trim();
}
