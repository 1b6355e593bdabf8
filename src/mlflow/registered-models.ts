import { MlflowError } from "./error.ts";
import { anything } from "./fields.ts";
import type { MlflowHttp } from "./http.ts";

/** MLflow's registered models. */
export interface RegisteredModels {
  /** Makes a registered model of a name where there is none. */
  ensure(name: string): Promise<void>;
}

/** Creates the client for registered models. */
export function createRegisteredModels(http: MlflowHttp): RegisteredModels {
  return {
    async ensure(name) {
      try {
        await http.json(
          {
            method: "POST",
            path: "/api/2.0/mlflow/registered-models/create",
            json: { name },
            effect: "idempotent",
          },
          anything,
        );
      } catch (error) {
        if (!(error instanceof MlflowError && error.failure === "exists")) throw error;
      }
    },
  };
}
