import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { tmpdir } from "node:os";
import { promisify } from "node:util";
import pg from "pg";
import { inject } from "vitest";
import { childEnvironment } from "../../src/local-mlflow/child-environment.ts";

declare module "vitest" {
  /** What test/support/global-setup.ts starts once for all tests; read it with `inject`. */
  interface ProvidedContext {
    /** The tracking server, for example "http://127.0.0.1:40123". All tests share it. */
    readonly mlflowUrl: string;
    /** A Python with MLflow, the frameworks of test.txt and standardwebhooks. */
    readonly mlflowPython: string;
    readonly mlflowVersion: string;
    /** A superuser's URL, with which tests make databases of their own. */
    readonly postgresUrl: string;
  }
}

/** Names a database that only one test uses. */
export interface TestDatabase {
  readonly url: string;
  /** Removes it, also while somebody is connected. */
  drop(): Promise<void>;
}

/** Creates an empty PostgreSQL database. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await administer(`CREATE DATABASE ${name}`);
  const url = new URL(inject("postgresUrl"));
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => administer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}

async function administer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject("postgresUrl") });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/**
 * Runs a Python script that has MLflow and scikit-learn, with the test server as its tracking URI,
 * and resolves with what it wrote to standard output. `env` is added to its environment.
 *
 * Rejects with what it wrote to standard error when it fails.
 */
export async function python(script: string, env: Record<string, string> = {}): Promise<string> {
  const { stdout } = await promisify(execFile)(inject("mlflowPython"), ["-c", script], {
    cwd: tmpdir(),
    env: {
      ...childEnvironment(),
      MLFLOW_TRACKING_URI: inject("mlflowUrl"),
      // Otherwise every run that ends writes two lines to standard output.
      MLFLOW_SUPPRESS_PRINTING_URL_TO_STDOUT: "true",
      ...env,
    },
    maxBuffer: 64 * 1024 * 1024,
  });
  return stdout;
}
