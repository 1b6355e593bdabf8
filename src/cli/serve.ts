import { join } from "node:path";
import { type Logger, pino } from "pino";
import pretty from "pino-pretty";
import { type Config, NO_MLFLOW, OLDEST_MLFLOW, readConfig } from "../config/config.ts";
import { maskedUrl } from "../config/masked.ts";
import { ConfigError } from "../config/read-values.ts";
import { type LocalMlflow, startLocalMlflow } from "../local-mlflow/server.ts";
import { startModelwire } from "../server/server.ts";
import { createLog } from "../telemetry/log.ts";
import { commandName } from "./output.ts";
import { stopSignal } from "./stop-signal.ts";

const LOCAL_MLFLOW_PORT = 5000;

/** What the command line says of how to serve; everything else is in the environment. */
export interface ServeOptions {
  /** Whether to start an MLflow where MLFLOW_TRACKING_URI names none. */
  localMlflow: boolean;
  mlflowVersion?: string;
  mlflowPort?: number;
}

/**
 * Serves until the process is told to stop.
 *
 * @throws ConfigError where the environment is wrong, Error where something cannot be started
 */
export async function runServe(options: ServeOptions): Promise<void> {
  const config = readConfig(process.env);
  const log = openLog(config);
  const stop = stopSignal();
  const say = (line: string) => process.stderr.write(`${line}\n`);
  let local: LocalMlflow | undefined;
  try {
    if (config.mlflow.trackingUri === undefined) {
      if (!options.localMlflow) throw new ConfigError(NO_MLFLOW);
      local = await startLocalMlflow({
        version: options.mlflowVersion ?? OLDEST_MLFLOW,
        kind: "server",
        home: config.dataDir,
        dataDir: join(config.dataDir, "mlflow"),
        port: options.mlflowPort ?? LOCAL_MLFLOW_PORT,
        onProgress: say,
        signal: stop,
      });
      say(`MLflow ${local.version} at ${local.url}, its data in ${local.dataDir}`);
    }
    const trackingUri = local?.url ?? config.mlflow.trackingUri ?? "";
    const modelwire = await startModelwire(
      { ...config, mlflow: { ...config.mlflow, trackingUri } },
      log,
    );
    say(welcome(modelwire, maskedUrl(trackingUri), config));
    const ended = await untilStopped(stop, local);
    say("stopping");
    await modelwire.close();
    if (ended) throw new Error(ended);
  } catch (error) {
    // Told to stop while MLflow was being installed or started: that is no failure.
    if (!stop.aborted || error !== stop.reason) throw error;
  } finally {
    await local?.stop();
  }
}

function openLog(config: Config): Logger {
  // Diagnostics go to standard error; a terminal gets them readable, everything else as JSON.
  const stream = process.stderr.isTTY
    ? pretty({ destination: 2, sync: true, singleLine: true, ignore: "pid,hostname" })
    : pino.destination({ dest: 2, sync: true });
  return createLog(config, stream);
}

/** Waits for the end, and says why where it was not asked for. */
async function untilStopped(
  stop: AbortSignal,
  local: LocalMlflow | undefined,
): Promise<string | undefined> {
  const stopped = new Promise<undefined>((resolve) => {
    if (stop.aborted) resolve(undefined);
    stop.addEventListener("abort", () => resolve(undefined), { once: true });
  });
  const gone = local?.exited.then(() => `the local MLflow ended; see ${local.logFile}`);
  return Promise.race([stopped, ...(gone ? [gone] : [])]);
}

const tryNext = `Try next, in another terminal:
  ${commandName} listen
  ${commandName} register examples/quickstart/model --type lead_scoring
`;

const firstKey = `Nobody can call it yet. Make the first API key on this machine, with the same settings:
  ${commandName} keys create first --scope admin --local
and give it to what calls in MODELWIRE_API_KEY.
`;

function welcome(
  {
    grpcAddress,
    httpAddress,
    mlflowVersion,
    needsFirstKey,
  }: Awaited<ReturnType<typeof startModelwire>>,
  trackingUri: string,
  config: Config,
): string {
  const database = config.databaseUrl.startsWith("sqlite:")
    ? config.databaseUrl.slice("sqlite:".length)
    : "PostgreSQL";
  return `
Modelwire serves
  gRPC                    ${grpcAddress}
  Connect, gRPC-Web, JSON ${config.tls ? "https" : "http"}://${httpAddress}
  MLflow ${(mlflowVersion ?? "(no answer)").padEnd(16)} ${trackingUri}
  database                ${database}

${needsFirstKey ? firstKey : tryNext}`;
}
