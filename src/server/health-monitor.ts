import type { Logger } from "pino";
import type { MlflowClient } from "../mlflow/client.ts";
import type { Store } from "../store/store.ts";
import { MLFLOW_HEALTH } from "./health.ts";
import type { Readiness } from "./http.ts";
import { wrongVersion } from "./mlflow-version.ts";
import { type PartState, type Watched, watchPart } from "./watched-part.ts";

/** How many looks in a row decide that a part is down, or up again. */
const hysteresis = { downAfter: 3, upAfter: 2 };

/** Knows whether this server can do its work, and keeps knowing it. */
export interface HealthMonitor {
  /** Answers from what was seen last: it asks nobody. */
  readiness(): Readiness;
  /** Says from now on that the server is not ready, as it stops. */
  stop(): void;
}

/** What a monitor looks at, and whom it tells. */
export interface HealthMonitorOptions {
  store: Store;
  mlflow: MlflowClient;
  /** Whether MLflow answered at the start. */
  mlflowAnswered: boolean;
  log: Logger;
  /** Says whether the server can do its work; with a name, what holds of that alone. */
  setServing: (serving: boolean, service?: string) => void;
}

/**
 * Looks at the database and at MLflow in the background. Without its database, or with one that
 * another build has migrated, a server is not ready. Without MLflow it is: its answers say so
 * themselves, and to take every replica out would say less. So MLflow has a name of its own.
 */
export function startHealthMonitor(options: HealthMonitorOptions): HealthMonitor {
  const { store, mlflow, mlflowAnswered, log, setServing } = options;
  let stopping = false;
  const watch = (
    name: string,
    timing: { check: () => Promise<unknown>; intervalMs: number; timeoutMs: number },
    up: boolean,
    tell: (up: boolean) => void,
  ): Watched => {
    const onChange = (state: PartState) => {
      if (state.up) log.info(`${name} can be used again`);
      else log.error({ reason: state.reason }, `${name} cannot be used`);
      tell(state.up);
    };
    const watched = watchPart(
      { ...timing, ...hysteresis, onChange },
      { up, reason: up ? undefined : "it did not answer when this server started" },
    );
    tell(up);
    return watched;
  };
  const parts = {
    database: watch(
      "database",
      { check: () => store.ping(), intervalMs: 1000, timeoutMs: 4000 },
      true,
      (up) => setServing(up),
    ),
    mlflow: watch(
      "mlflow",
      { check: () => checkVersion(mlflow), intervalMs: 5000, timeoutMs: 10_000 },
      mlflowAnswered,
      (up) => setServing(up, MLFLOW_HEALTH),
    ),
  };
  return {
    readiness() {
      const checks = Object.entries(parts).map(([name, { state }]) => ({
        name,
        ok: state.up,
        ...(state.reason !== undefined && { reason: state.reason }),
        since: new Date(state.since).toISOString(),
      }));
      const reasons = checks.flatMap(({ name, reason }) => (reason ? [`${name}: ${reason}`] : []));
      if (stopping) reasons.unshift("stopping");
      return { ready: parts.database.state.up && !stopping, reasons, checks };
    },
    stop() {
      stopping = true;
      for (const part of Object.values(parts)) part.stop();
      setServing(false);
      setServing(false, MLFLOW_HEALTH);
    },
  };
}

async function checkVersion(mlflow: MlflowClient): Promise<void> {
  const wrong = wrongVersion(await mlflow.version());
  if (wrong) throw new Error(wrong);
}
