import { z } from "zod";
import { isNotFound, MlflowError } from "./error.ts";
import { milliseconds } from "./fields.ts";
import type { MlflowHttp } from "./http.ts";

const experiment = z.object({
  experiment_id: z.string(),
  name: z.string(),
  artifact_location: z.string().default(""),
  lifecycle_stage: z.string().default("active"),
  creation_time: milliseconds,
});

/** An experiment of MLflow. */
export type Experiment = z.infer<typeof experiment>;

const path = "/api/2.0/mlflow/experiments";

/** MLflow's experiments. */
export interface Experiments {
  /** Finds an experiment by its name. @throws MlflowError `not_found` */
  getByName(name: string): Promise<Experiment>;
  /**
   * Tells when MLflow's database was made, which tells it from any other: the experiment that it
   * was made with was made then. Undefined where there is no such experiment.
   */
  madeAt(): Promise<number | undefined>;
  /** Gives the experiment of a name, made where it is not there. */
  ensure(name: string): Promise<Experiment>;
}

/** Creates the client for experiments. */
export function createExperiments(http: MlflowHttp): Experiments {
  async function getByName(name: string): Promise<Experiment> {
    const call = { method: "GET", path: `${path}/get-by-name`, effect: "read" } as const;
    const query = { experiment_name: name };
    return (await http.json({ ...call, query }, z.object({ experiment }))).experiment;
  }
  return {
    getByName,
    async madeAt() {
      const call = { method: "GET", path: `${path}/get`, effect: "read" } as const;
      const query = { experiment_id: "0" };
      try {
        const { experiment: first } = await http.json({ ...call, query }, z.object({ experiment }));
        return first.creation_time;
      } catch (error) {
        if (isNotFound(error)) return undefined;
        throw error;
      }
    },
    async ensure(name) {
      try {
        return await getByName(name);
      } catch (error) {
        if (!(error instanceof MlflowError && error.failure === "not_found")) throw error;
      }
      try {
        // A name is unique, so a second creation makes nothing.
        await http.json(
          { method: "POST", path: `${path}/create`, json: { name }, effect: "idempotent" },
          z.object({ experiment_id: z.string() }),
        );
      } catch (error) {
        if (!(error instanceof MlflowError && error.failure === "exists")) throw error;
      }
      return getByName(name);
    },
  };
}
