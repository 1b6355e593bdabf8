import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type LocalMlflow, startLocalMlflow } from "../src/local-mlflow/server.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

/** An MLflow with one worker and a Modelwire before it, each in processes of its own. */
export interface BenchServices {
  mlflow: LocalMlflow;
  /** `host:port` of the gRPC listener. */
  grpcAddress: string;
  /** `host:port` of the listener for Connect. */
  httpAddress: string;
  /** Process id of Modelwire. */
  pid: number;
  /** A folder that is gone afterwards. */
  folder: string;
  stop(): Promise<void>;
}

/**
 * Starts what a benchmark runs against. BENCH_MLFLOW names MLflow's version and DATABASE_URL the
 * database; without them they are the oldest version and SQLite.
 */
export async function startBenchServices(): Promise<BenchServices> {
  const folder = await mkdtemp(join(tmpdir(), "modelwire-bench-"));
  const mlflow = await startLocalMlflow({
    version: process.env.BENCH_MLFLOW ?? "3.4.0",
    kind: "test",
    home: join(root, ".modelwire"),
    dataDir: join(folder, "mlflow"),
    onProgress: (line) => process.stderr.write(`${line}\n`),
  });
  const server = spawn(process.execPath, ["src/main.ts", "serve"], {
    cwd: root,
    env: {
      ...process.env,
      MLFLOW_TRACKING_URI: mlflow.url,
      DATABASE_URL: process.env.DATABASE_URL ?? `sqlite:${join(folder, "modelwire.db")}`,
      MODELWIRE_GRPC_LISTEN: "127.0.0.1:0",
      MODELWIRE_HTTP_LISTEN: "127.0.0.1:0",
      MODELWIRE_LOG_LEVEL: "silent",
    },
    stdio: ["ignore", "ignore", "pipe"],
  });
  const stop = async () => {
    if (server.exitCode === null) {
      server.kill("SIGTERM");
      await once(server, "close");
    }
    await mlflow.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const said = await greetingOf(server);
    return {
      mlflow,
      grpcAddress: found(said, /gRPC +(\S+)/),
      httpAddress: found(said, /http:\/\/(127\.0\.0\.1:\d+)/),
      pid: server.pid ?? 0,
      folder,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function greetingOf(server: ChildProcess): Promise<string> {
  let said = "";
  for await (const chunk of server.stderr ?? []) {
    said += chunk;
    if (!said.includes("Try next")) continue;
    server.stderr?.resume();
    return said;
  }
  throw new Error(`the server ended: ${said}`);
}

function found(text: string, pattern: RegExp): string {
  const [, group] = pattern.exec(text) ?? [];
  if (group === undefined) throw new Error(`${pattern} is not in: ${text}`);
  return group;
}
