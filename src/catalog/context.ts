import type { Logger } from "pino";
import type { MlflowClient } from "../mlflow/client.ts";
import type { Store } from "../store/store.ts";

/** A look at MLflow that ended. */
export interface CatalogLook {
  /** At what changed last, at what was not read yet, or at a page of all there is. */
  work: "look" | "read" | "sweep";
  failed: boolean;
  durationMs: number;
}

/** What keeping and reading the catalog needs. */
export interface CatalogContext {
  store: Store;
  mlflow: MlflowClient;
  log: Logger;
  /** Called after each look at MLflow. */
  onLook?: (look: CatalogLook) => void;
}
