import type { Logger } from "pino";
import type { MlflowClient } from "../mlflow/client.ts";
import type { Store } from "../store/store.ts";

/** What keeping and reading the catalog needs. */
export interface CatalogContext {
  store: Store;
  mlflow: MlflowClient;
  log: Logger;
}
