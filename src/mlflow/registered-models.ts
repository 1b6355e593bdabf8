import { z } from "zod";
import { MlflowError } from "./error.ts";
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
          z.object({ registered_model: z.object({ name: z.string() }) }),
        );
      } catch (error) {
        if (!(error instanceof MlflowError && error.failure === "exists")) throw error;
      }
    },
  };
}
