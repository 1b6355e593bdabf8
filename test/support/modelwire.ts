import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type DestinationStream, pino } from "pino";
import { inject } from "vitest";
import { readConfig } from "../../src/config/config.ts";
import { type Overrides, startModelwire as start } from "../../src/server/server.ts";
import { createLog } from "../../src/telemetry/log.ts";

/** A key for the secrets of endpoints. */
export const secretKeys = `test:${Buffer.alloc(32, 7).toString("base64")}`;

/** A Modelwire of a test's own. */
export interface TestModelwire {
  /** Base URL for Connect, gRPC-Web and JSON. */
  readonly httpUrl: string;
  /** `host:port` for gRPC. */
  readonly grpcAddress: string;
  /** `sqlite:<path>` or the URL that was given. */
  readonly databaseUrl: string;
  /** Stops it; its SQLite file stays until {@link TestModelwire.stop}. */
  readonly restart: () => Promise<TestModelwire>;
  stop(): Promise<void>;
}

/** What a test wants to be different. */
export interface TestModelwireOptions extends Overrides {
  /** Without it a SQLite file of its own. */
  databaseUrl?: string;
  /** Without it the MLflow that all tests share. */
  mlflowUrl?: string;
  /** Settings, by their names in the environment. */
  environment?: Record<string, string>;
  /** Where its log goes; without it to standard error. */
  log?: DestinationStream;
}

/** Starts Modelwire in this process, on ports of its own. */
export async function startModelwire(options: TestModelwireOptions = {}): Promise<TestModelwire> {
  const folder = await mkdtemp(join(tmpdir(), "modelwire-test-"));
  const databaseUrl = options.databaseUrl ?? `sqlite:${join(folder, "modelwire.db")}`;
  const begin = async (): Promise<TestModelwire> => {
    const config = readConfig({
      MODELWIRE_GRPC_LISTEN: "127.0.0.1:0",
      MODELWIRE_HTTP_LISTEN: "127.0.0.1:0",
      MODELWIRE_DATA_DIR: folder,
      DATABASE_URL: databaseUrl,
      // PostgreSQL's needs one; SQLite makes its own.
      ...(databaseUrl.startsWith("postgres") && { MODELWIRE_SECRET_KEYS: secretKeys }),
      MODELWIRE_LOG_LEVEL: process.env.MODELWIRE_TEST_LOG_LEVEL ?? "silent",
      ...options.environment,
    });
    const trackingUri = options.mlflowUrl ?? inject("mlflowUrl");
    const running = await start(
      { ...config, mlflow: { ...config.mlflow, trackingUri } },
      createLog(config, options.log ?? pino.destination({ dest: 2, sync: true })),
      // All tests share an MLflow: what one writes there is not to be announced to all the others.
      { reconcile: false, ...options },
    );
    return {
      httpUrl: `${config.tls ? "https" : "http"}://${running.httpAddress}`,
      grpcAddress: running.grpcAddress,
      databaseUrl,
      async restart() {
        await running.close();
        return begin();
      },
      async stop() {
        await running.close();
        await rm(folder, { recursive: true, force: true });
      },
    };
  };
  try {
    return await begin();
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}
