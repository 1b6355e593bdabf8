import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type LocalMlflow, startLocalMlflow } from "../src/local-mlflow/server.ts";
import { ending, makeBenchFolder, stoppedAtEnd } from "./ending.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

/** A Modelwire in a process of its own. */
export interface BenchModelwire {
  /** `host:port` of the gRPC listener. */
  grpcAddress: string;
  /** `host:port` of the listener for Connect. */
  httpAddress: string;
  /** Process id. */
  pid: number;
  stop(): Promise<void>;
}

/** An MLflow with one worker and a Modelwire before it, each in processes of its own. */
export interface BenchServices extends Omit<BenchModelwire, "stop"> {
  mlflow: LocalMlflow;
  /** A folder that is gone afterwards. */
  folder: string;
}

/**
 * Starts what a benchmark runs against. BENCH_MLFLOW names MLflow's version and DATABASE_URL the
 * database; without them they are the oldest version and SQLite. `stopAll` ends it.
 */
export async function startBenchServices(): Promise<BenchServices> {
  const folder = await makeBenchFolder();
  const mlflow = await startBenchMlflow(folder);
  const databaseUrl = process.env.DATABASE_URL ?? `sqlite:${join(folder, "modelwire.db")}`;
  return { ...(await startBenchModelwire(mlflow.url, databaseUrl)), mlflow, folder };
}

/** Starts an MLflow with one worker, of the version that BENCH_MLFLOW names, with data in a folder. */
export function startBenchMlflow(folder: string): Promise<LocalMlflow> {
  const mlflow = startLocalMlflow({
    version: process.env.BENCH_MLFLOW ?? "3.4.0",
    kind: "test",
    home: join(root, ".modelwire"),
    dataDir: join(folder, "mlflow"),
    signal: ending,
    onProgress: (line) => process.stderr.write(`${line}\n`),
  });
  return stoppedAtEnd(mlflow);
}

/** Starts a Modelwire over an MLflow and a database, with settings beside those. */
export async function startBenchModelwire(
  mlflowUrl: string,
  databaseUrl: string,
  settings: Record<string, string> = {},
): Promise<BenchModelwire> {
  const server = spawn(process.execPath, ["src/main.ts", "serve"], {
    cwd: root,
    env: {
      ...process.env,
      MLFLOW_TRACKING_URI: mlflowUrl,
      DATABASE_URL: databaseUrl,
      MODELWIRE_GRPC_LISTEN: "127.0.0.1:0",
      MODELWIRE_HTTP_LISTEN: "127.0.0.1:0",
      MODELWIRE_LOG_LEVEL: "silent",
      ...settings,
    },
    stdio: ["ignore", "ignore", "pipe"],
  });
  const stop = async () => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    server.kill("SIGTERM");
    await once(server, "close");
  };
  stoppedAtEnd({ stop });
  // Where this process ends without having stopped it.
  const kill = () => server.kill("SIGKILL");
  process.once("exit", kill);
  server.once("exit", () => process.off("exit", kill));
  try {
    const said = await greetingOf(server);
    return {
      grpcAddress: found(said, /gRPC +(\S+)/),
      httpAddress: found(said, /http:\/\/(127\.0\.0\.1:\d+)/),
      pid: server.pid ?? 0,
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
