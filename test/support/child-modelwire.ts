import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { inject } from "vitest";
import { childEnvironment } from "../../src/local-mlflow/child-environment.ts";
import type { Step } from "../../src/registry/context.ts";
import { secretKeys } from "./modelwire.ts";

const script = fileURLToPath(new URL("crashing-server.ts", import.meta.url));

/** How a server of its own process ends, or is held up. */
export interface Mishap {
  /** Step at which it kills itself. */
  dieAt?: Step;
  /** How often that step is to be reached before; unset: the first time. */
  dieAtCount?: number;
  /** Step at which it stops itself, as a machine that is suspended does. */
  sleepAt?: Step;
  /** How long a registration stays its own without a sign of life; unset: 600 ms. */
  leaseMs?: number;
  /** The smallest part of a file, in bytes; unset: as ever. */
  leastPartBytes?: number;
  /** The MLflow behind it; unset: the one that all tests share. */
  mlflowUrl?: string;
  /** Whether MLflow is looked at for what others wrote there: only for one of the test's own. */
  reconcile?: boolean;
  /** Settings, by their names in the environment. */
  environment?: Record<string, string>;
}

/** A Modelwire in a process of its own. */
export interface ChildModelwire {
  /** Base URL for Connect. */
  readonly httpUrl: string;
  /** `host:port` for gRPC. */
  readonly grpcAddress: string;
  /** Id of the process. */
  readonly pid: number;
  /** Settles with the signal that ended it. */
  readonly ended: Promise<NodeJS.Signals | null>;
  /** Settles when it has stopped itself. */
  readonly asleep: Promise<void>;
  wake(): void;
  /** Ends it by SIGKILL, and waits for that. */
  kill(): Promise<void>;
}

/** Starts Modelwire in a process of its own, on a database of the caller's. */
export async function startChildModelwire(
  databaseUrl: string,
  mishap: Mishap,
): Promise<ChildModelwire> {
  const { dieAt, dieAtCount, sleepAt, leaseMs = 600, reconcile, environment } = mishap;
  const { mlflowUrl = inject("mlflowUrl"), leastPartBytes } = mishap;
  const child = fork(script, {
    execArgv: [],
    stdio: ["ignore", "pipe", "inherit", "ipc"],
    env: {
      PATH: childEnvironment().PATH,
      MODELWIRE_GRPC_LISTEN: "127.0.0.1:0",
      MODELWIRE_HTTP_LISTEN: "127.0.0.1:0",
      MODELWIRE_LOG_LEVEL: process.env.MODELWIRE_TEST_LOG_LEVEL ?? "silent",
      MODELWIRE_WEBHOOK_TIMEOUT_MS: "2000",
      MLFLOW_TRACKING_URI: mlflowUrl,
      DATABASE_URL: databaseUrl,
      ...(databaseUrl.startsWith("postgres") && { MODELWIRE_SECRET_KEYS: secretKeys }),
      LEASE_MS: String(leaseMs),
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
      ...(leastPartBytes && { LEAST_PART_BYTES: String(leastPartBytes) }),
      ...(dieAt && { DIE_AT: dieAt }),
      ...(dieAtCount && { DIE_AT_COUNT: String(dieAtCount) }),
      ...(sleepAt && { SLEEP_AT: sleepAt }),
      ...(reconcile && { RECONCILE: "1" }),
      ...environment,
    },
  });
  const ended = once(child, "exit").then(([, signal]) => signal as NodeJS.Signals | null);
  const asleep = once(child.stdout ?? child, "data").then(() => {});
  const started = await Promise.race([once(child, "message"), ended]);
  if (!Array.isArray(started)) throw new Error(`the server did not start (${started})`);
  const [addresses] = started as [{ httpAddress: string; grpcAddress: string }];
  return {
    httpUrl: `http://${addresses.httpAddress}`,
    grpcAddress: addresses.grpcAddress,
    pid: child.pid ?? 0,
    ended,
    asleep,
    wake: () => void child.kill("SIGCONT"),
    async kill() {
      child.kill("SIGKILL");
      await ended;
    },
  };
}
