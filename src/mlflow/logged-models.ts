import { z } from "zod";
import { forEachAtOnce } from "../concurrency.ts";
import {
  artifactListing,
  type ListFolder,
  listAllFiles,
  readArtifactFile,
} from "./artifact-files.ts";
import { anything, double, keyValues, milliseconds, optionalText, toKeyValues } from "./fields.ts";
import type { MlflowCall, MlflowHttp } from "./http.ts";

const metric = z.object({
  key: z.string(),
  value: double,
  timestamp: z.coerce.number(),
  step: z.coerce.number().default(0),
  run_id: optionalText,
  dataset_name: optionalText,
  dataset_digest: optionalText,
});

const loggedModel = z
  .object({
    info: z.object({
      model_id: z.string(),
      experiment_id: z.string(),
      name: z.string().default(""),
      creation_timestamp_ms: milliseconds,
      artifact_uri: z.string(),
      status: z.string(),
      source_run_id: optionalText,
      tags: keyValues,
    }),
    data: z
      .object({ params: keyValues, metrics: z.array(metric).default([]) })
      .default({ params: {}, metrics: [] }),
  })
  .transform(({ info, data }) => ({ ...info, ...data }));

/** A logged model of MLflow 3. */
export type LoggedModel = z.infer<typeof loggedModel>;

const path = "/api/2.0/mlflow/logged-models";
const PARAMS_A_CALL = 100;
const LISTINGS_AT_ONCE = 8;

/** MLflow's logged models. */
export interface LoggedModels {
  /** Not idempotent: look for your own tag before a repeat. */
  create(model: {
    experimentId: string;
    name: string;
    sourceRunId: string;
    params: Record<string, string>;
    tags: Record<string, string>;
  }): Promise<LoggedModel>;
  /** @throws MlflowError `not_found`, also for one that was deleted */
  get(modelId: string): Promise<LoggedModel>;
  /** Finds the logged models of an experiment that carry a tag; neither part may hold a quote. */
  findByTag(experimentId: string, key: string, value: string): Promise<LoggedModel[]>;
  /** Adds params; MLflow refuses those that the logged model has already. */
  logParams(modelId: string, params: Record<string, string>): Promise<void>;
  markReady(modelId: string): Promise<LoggedModel>;
  /** Deletes softly, as MLflow does. */
  delete(modelId: string): Promise<void>;
  /** Gives one file of a logged model, wherever MLflow keeps it, and at most so much of it. */
  readFile(modelId: string, filePath: string, mostBytes?: number): Promise<Uint8Array>;
  /** Gives one file of a logged model as it comes. */
  openFile(
    modelId: string,
    filePath: string,
    expectedBytes: number,
  ): Promise<AsyncIterable<Uint8Array>>;
  /** Lists all files of a logged model with their sizes in bytes. */
  listFiles(modelId: string): Promise<Map<string, number>>;
  /** Asks for the sizes of files, in bytes: those of which it is known where they are to be. */
  sizesOf(modelId: string, paths: readonly string[]): Promise<Map<string, number>>;
}

/** Creates the client for logged models. */
export function createLoggedModels(http: MlflowHttp): LoggedModels {
  const one = z.object({ model: loggedModel });
  const at = (modelId: string) => `${path}/${encodeURIComponent(modelId)}`;
  async function logPairs(modelId: string, pairs: { key: string; value: string }[]) {
    for (let from = 0; from < pairs.length; from += PARAMS_A_CALL) {
      const json = { model_id: modelId, params: pairs.slice(from, from + PARAMS_A_CALL) };
      await http.json(
        { method: "POST", path: `${at(modelId)}/params`, json, effect: "create" },
        anything,
      );
    }
  }
  return {
    async create({ experimentId, name, sourceRunId, params, tags }) {
      const pairs = toKeyValues(params);
      const json = {
        experiment_id: experimentId,
        name,
        source_run_id: sourceRunId,
        params: pairs.slice(0, PARAMS_A_CALL),
        tags: toKeyValues(tags),
      };
      const { model } = await http.json({ method: "POST", path, json, effect: "create" }, one);
      await logPairs(model.model_id, pairs.slice(PARAMS_A_CALL));
      return model;
    },
    logParams: (modelId, params) => logPairs(modelId, toKeyValues(params)),
    async get(modelId) {
      return (await http.json({ method: "GET", path: at(modelId), effect: "read" }, one)).model;
    },
    async findByTag(experimentId, key, value) {
      const json = {
        experiment_ids: [experimentId],
        filter: `tags.\`${key}\` = '${value}'`,
        max_results: 50,
      };
      const call = { method: "POST", path: `${path}/search`, json, effect: "read" } as const;
      return (await http.json(call, z.object({ models: z.array(loggedModel).default([]) }))).models;
    },
    async markReady(modelId) {
      const json = { model_id: modelId, status: "LOGGED_MODEL_READY" };
      const call = { method: "PATCH", path: at(modelId), json, effect: "idempotent" } as const;
      return (await http.json(call, one)).model;
    },
    async delete(modelId) {
      await http.json({ method: "DELETE", path: at(modelId), effect: "idempotent" }, anything);
    },
    readFile(modelId, filePath, mostBytes) {
      return readArtifactFile(
        () => http.bytes({ ...fileCall(modelId, filePath), mostBytes }),
        filePath,
        loggedModelFolders(http, modelId),
      );
    },
    openFile(modelId, filePath, expectedBytes) {
      return readArtifactFile(
        () => http.stream(fileCall(modelId, filePath), expectedBytes),
        filePath,
        loggedModelFolders(http, modelId),
      );
    },
    async sizesOf(modelId, paths) {
      const list = loggedModelFolders(http, modelId);
      const sizes = new Map<string, number>();
      const folders = new Set(
        paths.map((path) => path.slice(0, Math.max(path.lastIndexOf("/"), 0))),
      );
      await forEachAtOnce(folders, LISTINGS_AT_ONCE, async (folder) => {
        for (const file of await list(folder)) {
          if (!file.is_dir) sizes.set(file.path, file.file_size);
        }
      });
      return sizes;
    },
    listFiles: (modelId) => listAllFiles(loggedModelFolders(http, modelId), ""),
  };
}

// The one call that reads a logged model's file whatever store it is in; it is what MLflow's own
// UI uses.
function fileCall(modelId: string, filePath: string): MlflowCall {
  return {
    method: "GET",
    path: `/ajax-api/2.0/mlflow/logged-models/${encodeURIComponent(modelId)}/artifacts/files`,
    query: { artifact_file_path: filePath },
    effect: "read",
  };
}

/** Lists folders of a logged model. */
export function loggedModelFolders(http: MlflowHttp, modelId: string): ListFolder {
  return async (folder) => {
    const { files } = await http.json(
      {
        method: "GET",
        path: `${path}/${encodeURIComponent(modelId)}/artifacts/directories`,
        query: { artifact_directory_path: folder || undefined },
        effect: "read",
      },
      artifactListing,
    );
    return files;
  };
}
