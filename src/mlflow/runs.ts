import { z } from "zod";
import { anything, double, keyValues, milliseconds, toKeyValues } from "./fields.ts";
import type { MlflowHttp } from "./http.ts";

/** The newest value of each metric, which is what MLflow answers for a run. */
const latestMetrics = z
  .array(z.object({ key: z.string(), value: double }))
  .default([])
  .transform((list) => Object.fromEntries(list.map(({ key, value }) => [key, value])));

const run = z
  .object({
    info: z.object({
      run_id: z.string(),
      experiment_id: z.string(),
      status: z.string().default(""),
      start_time: milliseconds,
      artifact_uri: z.string().default(""),
      lifecycle_stage: z.string().default("active"),
    }),
    data: z
      .object({ tags: keyValues, params: keyValues, metrics: latestMetrics })
      .default({ tags: {}, params: {}, metrics: {} }),
    outputs: z
      .object({ model_outputs: z.array(z.object({ model_id: z.string() })).default([]) })
      .default({ model_outputs: [] }),
  })
  .transform(({ info, data, outputs }) => ({
    ...info,
    ...data,
    model_ids: outputs.model_outputs.map((output) => output.model_id),
  }));

/** A run of MLflow, with the ids of the logged models among its outputs. */
export type Run = z.infer<typeof run>;

/** A value to log for a run and, where `model_id` is set, for a logged model of it. */
export interface MetricValue {
  key: string;
  value: number;
  timestamp: number;
  step: number;
  model_id?: string;
}

const path = "/api/2.0/mlflow/runs";
// One call takes no more (MLflow's `_validate_batch_log_limits`).
const PARAMS_A_BATCH = 100;
// One call takes 1,000, but of more than 100 a repeat fails (MLflow's `_log_metrics` looks for
// what it has already a hundred at a time, and then inserts all the others again).
const METRICS_A_BATCH = 100;

/** MLflow's runs. */
export interface Runs {
  /** Not idempotent: look for your own tag before a repeat. */
  create(run: {
    experimentId: string;
    runName: string;
    startTime: number;
    tags: Record<string, string>;
  }): Promise<Run>;
  get(runId: string): Promise<Run>;
  /** Finds the runs of an experiment that carry a tag; neither part may hold a quote. */
  findByTag(experimentId: string, key: string, value: string): Promise<Run[]>;
  logBatch(
    runId: string,
    params: Record<string, string>,
    metrics: readonly MetricValue[],
  ): Promise<void>;
  /** Notes a logged model as an output of a run. Not idempotent: a repeat notes it again. */
  logOutput(runId: string, modelId: string): Promise<void>;
  end(runId: string, status: "FINISHED" | "FAILED", endTime: number): Promise<void>;
  /** Deletes softly, as MLflow does. */
  delete(runId: string): Promise<void>;
}

/** Creates the client for runs. */
export function createRuns(http: MlflowHttp): Runs {
  const post = (verb: string, json: unknown, effect: "idempotent" | "create") =>
    http.json({ method: "POST", path: `${path}/${verb}`, json, effect }, anything);
  return {
    async create({ experimentId, runName, startTime, tags }) {
      const json = {
        experiment_id: experimentId,
        run_name: runName,
        start_time: startTime,
        tags: toKeyValues(tags),
      };
      const call = { method: "POST", path: `${path}/create`, json, effect: "create" } as const;
      return (await http.json(call, z.object({ run }))).run;
    },
    async get(runId) {
      const call = { method: "GET", path: `${path}/get`, effect: "read" } as const;
      return (await http.json({ ...call, query: { run_id: runId } }, z.object({ run }))).run;
    },
    async findByTag(experimentId, key, value) {
      const json = {
        experiment_ids: [experimentId],
        filter: `tags.\`${key}\` = '${value}'`,
        max_results: 100,
      };
      const call = { method: "POST", path: `${path}/search`, json, effect: "read" } as const;
      return (await http.json(call, z.object({ runs: z.array(run).default([]) }))).runs;
    },
    async logBatch(runId, params, metrics) {
      const pairs = toKeyValues(params);
      const batches = Math.max(
        Math.ceil(pairs.length / PARAMS_A_BATCH),
        Math.ceil(metrics.length / METRICS_A_BATCH),
      );
      for (let batch = 0; batch < batches; batch++) {
        const some = <T>(list: readonly T[], size: number) =>
          list.slice(batch * size, (batch + 1) * size);
        // The same params again are no change, the same metrics again are the same points.
        await post(
          "log-batch",
          {
            run_id: runId,
            params: some(pairs, PARAMS_A_BATCH),
            metrics: some(metrics, METRICS_A_BATCH),
          },
          "idempotent",
        );
      }
    },
    async logOutput(runId, modelId) {
      await http.json(
        {
          method: "POST",
          path: `${path}/outputs`,
          json: { run_id: runId, models: [{ model_id: modelId, step: 0 }] },
          effect: "create",
        },
        anything,
      );
    },
    async end(runId, status, endTime) {
      const json = { run_id: runId, status, end_time: endTime };
      const call = { method: "POST", path: `${path}/update`, json, effect: "idempotent" } as const;
      // A 200 without the run's new status is not MLflow's.
      await http.json(call, z.object({ run_info: z.object({ status: z.literal(status) }) }));
    },
    async delete(runId) {
      await post("delete", { run_id: runId }, "idempotent");
    },
  };
}
