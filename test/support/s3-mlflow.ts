import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { inject } from "vitest";
import { childEnvironment } from "../../src/local-mlflow/child-environment.ts";
import { findPort } from "../../src/local-mlflow/port.ts";
import { startLocalMlflow } from "../../src/local-mlflow/server.ts";
import {
  type SupervisedProcess,
  startSupervised,
} from "../../src/local-mlflow/supervised-process.ts";
import { type StoreProxy, startStoreProxy } from "./store-proxy.ts";
import { makeTemporaryDirectory } from "./temporary-directory.ts";

const home = fileURLToPath(new URL("../../.modelwire", import.meta.url));
const BUCKET = "models";
const START_TIMEOUT_MS = 60_000;

/** An MLflow of a test's own whose artifacts are in an S3-like store (moto). */
export interface S3Mlflow {
  readonly url: string;
  /** What the parts of files go through to the store. */
  readonly store: StoreProxy;
  /** Lists the ids of the store's uploads in parts that are neither completed nor aborted. */
  openUploads(): Promise<string[]>;
  /** Lists the keys of the store's objects. */
  keys(): Promise<string[]>;
  /** Gives an object of the store. */
  read(key: string): Promise<Uint8Array>;
  stop(): Promise<void>;
}

/** Starts moto, a proxy before it, and MLflow on it, in the version of the tests. */
export async function startS3Mlflow(): Promise<S3Mlflow> {
  await using stack = new AsyncDisposableStack();
  const directory = await makeTemporaryDirectory("modelwire-s3-");
  stack.defer(() => directory.remove());
  const env: NodeJS.ProcessEnv = {
    AWS_ACCESS_KEY_ID: "test",
    AWS_SECRET_ACCESS_KEY: "test",
    AWS_DEFAULT_REGION: "us-east-1",
    AWS_EC2_METADATA_DISABLED: "true",
    // Nothing of whoever runs the tests.
    AWS_PROFILE: undefined,
    AWS_SESSION_TOKEN: undefined,
    AWS_CONFIG_FILE: "/dev/null",
    AWS_SHARED_CREDENTIALS_FILE: "/dev/null",
    NO_PROXY: "127.0.0.1",
  };
  const port = await findPort(undefined);
  const motoUrl = `http://127.0.0.1:${port}`;
  const moto = await startSupervised({
    python: inject("mlflowPython"),
    command: inject("mlflowPython"),
    args: ["-m", "moto.server", "-H", "127.0.0.1", "-p", String(port)],
    env: { ...childEnvironment(), ...env, TMPDIR: directory.path },
    cwd: directory.path,
  });
  stack.defer(() => moto.stop());
  moto.output?.resume();
  await makeBucket(motoUrl, moto);
  const store = await startStoreProxy(motoUrl);
  stack.defer(() => store.close());
  const mlflow = await startLocalMlflow({
    version: inject("mlflowVersion"),
    kind: "test",
    home,
    dataDir: directory.path,
    artifactStore: {
      url: `s3://${BUCKET}/root`,
      env: { ...env, MLFLOW_S3_ENDPOINT_URL: store.url },
    },
    onProgress: () => {},
  });
  stack.defer(() => mlflow.stop());
  const running = stack.move();
  return {
    url: mlflow.url,
    store,
    openUploads: () => list(`${motoUrl}/${BUCKET}?uploads`, "UploadId"),
    keys: () => list(`${motoUrl}/${BUCKET}?list-type=2`, "Key"),
    async read(key) {
      return new Uint8Array(await (await fetch(`${motoUrl}/${BUCKET}/${key}`)).arrayBuffer());
    },
    stop: () => running.disposeAsync(),
  };
}

async function makeBucket(motoUrl: string, moto: SupervisedProcess): Promise<void> {
  const deadline = Date.now() + START_TIMEOUT_MS;
  const ended = moto.exited.then(({ code }) => {
    throw new Error(`moto ended with ${code}`);
  });
  ended.catch(() => {});
  for (;;) {
    const made = fetch(`${motoUrl}/${BUCKET}`, { method: "PUT" }).catch(() => undefined);
    const answer = await Promise.race([made, ended]);
    if (answer?.ok) return;
    if (Date.now() > deadline) throw new Error(`moto did not make a bucket (${answer?.status})`);
    await sleep(100);
  }
}

async function list(url: string, element: string): Promise<string[]> {
  const answer = await fetch(url);
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${url} answers ${answer.status}: ${text.slice(0, 200)}`);
  return [...text.matchAll(new RegExp(`<${element}>([^<]*)</${element}>`, "g"))].map(
    (match) => match[1] ?? "",
  );
}
