import { fileURLToPath } from "node:url";
import { inject } from "vitest";
import { type LocalMlflow, startLocalMlflow } from "../../src/local-mlflow/server.ts";
import { makeTemporaryDirectory } from "./temporary-directory.ts";

const home = fileURLToPath(new URL("../../.modelwire", import.meta.url));

/** An MLflow of a test's own, empty at first, in the version of the tests. */
export interface OwnMlflow {
  readonly url: string;
  /** Folder of its database, `mlflow.db`. */
  readonly dataDir: string;
  stop(): Promise<void>;
}

/** Starts an MLflow that no other test writes to. */
export async function startOwnMlflow(): Promise<OwnMlflow> {
  const directory = await makeTemporaryDirectory("modelwire-own-mlflow-");
  let mlflow: LocalMlflow;
  try {
    mlflow = await startLocalMlflow({
      version: inject("mlflowVersion"),
      kind: "test",
      home,
      dataDir: directory.path,
      onProgress: () => {},
    });
  } catch (error) {
    await directory.remove();
    throw error;
  }
  return {
    url: mlflow.url,
    dataDir: directory.path,
    async stop() {
      await mlflow.stop();
      await directory.remove();
    },
  };
}
