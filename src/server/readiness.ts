import { messageOf } from "../error.ts";
import type { MlflowClient } from "../mlflow/client.ts";
import type { Store } from "../store/store.ts";
import type { Readiness } from "./http.ts";

/**
 * Creates what answers `/readyz`. Without its database Modelwire is not ready. Without MLflow it
 * is: its answers say so themselves, and to take every replica out would say less.
 */
export function createReadiness(store: Store, mlflow: MlflowClient): () => Promise<Readiness> {
  return async () => {
    const [database, tracking] = await Promise.allSettled([store.ping(), mlflow.version()]);
    const reasons: string[] = [];
    if (database.status === "rejected") reasons.push(`database: ${messageOf(database.reason)}`);
    if (tracking.status === "rejected") reasons.push(`mlflow: ${messageOf(tracking.reason)}`);
    return { ready: database.status === "fulfilled", reasons };
  };
}
