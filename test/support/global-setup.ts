import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";
import { lockedMlflowVersions } from "../../src/local-mlflow/lock-files.ts";
import { startLocalMlflow } from "../../src/local-mlflow/server.ts";
import { startPostgres } from "./postgres.ts";
import { makeTemporaryDirectory } from "./temporary-directory.ts";

const OLDEST_SUPPORTED = "3.4.0";
const home = fileURLToPath(new URL("../../.modelwire", import.meta.url));

/**
 * Starts the MLflow and the PostgreSQL that all tests share. MODELWIRE_TEST_MLFLOW names the
 * version: "latest", or one that has lock files; without it the oldest that is supported.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const data = await makeTemporaryDirectory("modelwire-mlflow-");
  const started = await Promise.allSettled([
    startLocalMlflow({
      version: mlflowVersion(),
      kind: "test",
      home,
      dataDir: data.path,
      onProgress: (line) => process.stderr.write(`${line}\n`),
    }),
    startPostgres(),
  ]);
  const stop = async (): Promise<void> => {
    const running = started.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
    await Promise.all(running.map((service) => service.stop()));
    await data.remove();
  };
  const [mlflow, postgres] = started;
  if (mlflow.status === "rejected" || postgres.status === "rejected") {
    await stop();
    const failed = started.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
    throw failed.length === 1 ? failed[0] : new AggregateError(failed, failed.join("\n"));
  }
  project.provide("mlflowUrl", mlflow.value.url);
  project.provide("mlflowPython", mlflow.value.python);
  project.provide("mlflowVersion", mlflow.value.version);
  project.provide("postgresUrl", postgres.value.url);
  return stop;
}

function mlflowVersion(): string {
  const asked = process.env.MODELWIRE_TEST_MLFLOW ?? OLDEST_SUPPORTED;
  return asked === "latest" ? (lockedMlflowVersions().at(-1) ?? asked) : asked;
}
