import { inject } from "vitest";
import { type Clients, createClients } from "./clients.ts";
import { type FaultProxy, startFaultProxy } from "./fault-proxy.ts";
import { startModelwire } from "./modelwire.ts";
import { expectWholeOrNothing } from "./registration-checks.ts";
import { type BaselineRequest, readRecoveries } from "./registration-fixtures.ts";

/** A Modelwire whose MLflow can fail. */
export interface FaultSetting {
  proxy: FaultProxy;
  clients: Clients;
  databaseUrl: string;
  /** Waits until nothing is on its way or pending, and gives the number of versions. */
  settled(request: BaselineRequest): Promise<number>;
  /** How often a recovery of the pending registration was begun. */
  recoveries(): Promise<number>;
}

/** Starts a Modelwire behind a fault proxy, on a database of its own, for as long as `work` takes. */
export async function withModelwire(
  {
    mlflowTimeoutMs,
    leaseMs,
    startsDown,
  }: { mlflowTimeoutMs?: number; leaseMs?: number; startsDown?: boolean },
  work: (setting: FaultSetting) => Promise<void>,
): Promise<void> {
  const proxy = await startFaultProxy(inject("mlflowUrl"));
  try {
    if (startsDown) await proxy.down();
    const modelwire = await startModelwire({
      mlflowUrl: proxy.url,
      ...(leaseMs !== undefined && { leaseMs }),
      environment: mlflowTimeoutMs ? { MODELWIRE_MLFLOW_TIMEOUT_MS: `${mlflowTimeoutMs}` } : {},
    });
    try {
      await work({
        proxy,
        clients: createClients(modelwire.httpUrl),
        databaseUrl: modelwire.databaseUrl,
        async settled(request) {
          await proxy.idle();
          return expectWholeOrNothing(modelwire.databaseUrl, request);
        },
        recoveries: () => readRecoveries(modelwire.databaseUrl),
      });
    } finally {
      await modelwire.stop();
    }
  } finally {
    await proxy.close();
  }
}
