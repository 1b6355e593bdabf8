import { z } from "zod";
import { type ListFolder, listAllFiles, readArtifactFile } from "./artifact-files.ts";
import { proxiedFolders } from "./artifacts.ts";
import { MlflowError } from "./error.ts";
import { anything, keyValues, milliseconds, optionalText, toKeyValues } from "./fields.ts";
import type { MlflowCall, MlflowHttp } from "./http.ts";
import { loggedModelFolders } from "./logged-models.ts";

const modelVersion = z.object({
  name: z.string(),
  version: z.coerce.string(),
  creation_timestamp: milliseconds,
  last_updated_timestamp: milliseconds,
  current_stage: z.string().default("None"),
  description: optionalText,
  user_id: optionalText,
  source: z.string().default(""),
  run_id: optionalText,
  run_link: optionalText,
  status: z.string().default(""),
  status_message: optionalText,
  tags: keyValues,
  aliases: z.array(z.string()).default([]),
});

/** A version of a registered model, as MLflow answers it. */
export type MlflowModelVersion = z.infer<typeof modelVersion>;

/** What MLflow is told of a version to make. */
export interface NewModelVersion {
  name: string;
  source: string;
  modelId: string | undefined;
  runId: string | undefined;
  description: string | undefined;
  tags: Record<string, string>;
}

const path = "/api/2.0/mlflow/model-versions";

/** MLflow's model versions. */
export interface ModelVersions {
  /**
   * Creates a version. Not idempotent, and a failure says little: MLflow 3.4 can answer 400,
   * 404 and 500 although the version exists, so look for it before a repeat.
   */
  create(version: NewModelVersion): Promise<MlflowModelVersion>;
  /** @throws MlflowError `not_found` */
  get(name: string, version: string): Promise<MlflowModelVersion>;
  /** @throws MlflowError `not_found`, also where the alias points to a deleted version */
  getByAlias(name: string, alias: string): Promise<MlflowModelVersion>;
  /** Finds versions by their source, newest first; the source may hold no quote. */
  findBySource(source: string, tag?: { key: string; value: string }): Promise<MlflowModelVersion[]>;
  /** Finds versions by a tag, newest first; neither part may hold a quote. */
  findByTag(key: string, value: string): Promise<MlflowModelVersion[]>;
  delete(name: string, version: string): Promise<void>;
  /** Gives one file of a version, wherever MLflow keeps it. */
  readFile(name: string, version: string, filePath: string): Promise<Uint8Array>;
  /** Gives one file of a version as it comes. */
  openFile(
    name: string,
    version: string,
    filePath: string,
    expectedBytes: number,
  ): Promise<AsyncIterable<Uint8Array>>;
  /** Lists all files of a version with their sizes in bytes. */
  listFiles(name: string, version: string): Promise<Map<string, number>>;
}

/** Creates the client for model versions. */
export function createModelVersions(http: MlflowHttp): ModelVersions {
  const one = z.object({ model_version: modelVersion });
  const get = (verb: string, query: Record<string, string>) =>
    http.json({ method: "GET", path: verb, query, effect: "read" }, one);

  async function search(filter: string): Promise<MlflowModelVersion[]> {
    const page = z.object({
      model_versions: z.array(modelVersion).default([]),
      next_page_token: optionalText,
    });
    const found: MlflowModelVersion[] = [];
    let token: string | undefined;
    do {
      const answer = await http.json(
        {
          method: "GET",
          path: `${path}/search`,
          query: { filter, max_results: 1000, page_token: token },
          effect: "read",
        },
        page,
      );
      found.push(...answer.model_versions);
      token = answer.next_page_token;
    } while (token);
    const newest = (v: MlflowModelVersion) => v.creation_timestamp ?? 0;
    return found.sort((a, b) => newest(b) - newest(a) || Number(b.version) - Number(a.version));
  }

  const fileCall = (name: string, version: string, filePath: string): MlflowCall => ({
    method: "GET",
    path: "/model-versions/get-artifact",
    query: { name, version, path: filePath },
    effect: "read",
  });

  function folders(name: string, version: string): ListFolder {
    return async (folder) => {
      const { source } = (await get(`${path}/get`, { name, version })).model_version;
      const modelId = /^models:\/(m-[0-9a-f]{32})$/.exec(source)?.[1];
      const list = modelId ? loggedModelFolders(http, modelId) : proxiedFolders(http, source);
      return list(folder);
    };
  }

  return {
    async create({ name, source, modelId, runId, description, tags }) {
      const json = {
        name,
        source,
        model_id: modelId,
        run_id: runId,
        description,
        tags: toKeyValues(tags),
      };
      const call = { method: "POST", path: `${path}/create`, json, effect: "create" } as const;
      return (await http.json(call, one)).model_version;
    },
    async get(name, version) {
      return (await get(`${path}/get`, { name, version })).model_version;
    },
    async getByAlias(name, alias) {
      const verb = "/api/2.0/mlflow/registered-models/alias";
      try {
        return (await get(verb, { name, alias })).model_version;
      } catch (error) {
        // MLflow says that an alias is missing with 400 INVALID_PARAMETER_VALUE.
        const missing =
          error instanceof MlflowError &&
          error.errorCode === "INVALID_PARAMETER_VALUE" &&
          /alias .*not found/i.test(error.message);
        if (!missing) throw error;
        throw new MlflowError(error.message, { ...error, failure: "not_found", cause: error });
      }
    },
    findBySource(source, tag) {
      const byTag = tag ? ` AND tags.\`${tag.key}\` = '${tag.value}'` : "";
      return search(`source_path = '${source}'${byTag}`);
    },
    findByTag: (key, value) => search(`tags.\`${key}\` = '${value}'`),
    readFile(name, version, filePath) {
      return readArtifactFile(
        () => http.bytes(fileCall(name, version, filePath)),
        filePath,
        folders(name, version),
      );
    },
    openFile(name, version, filePath, expectedBytes) {
      return readArtifactFile(
        () => http.stream(fileCall(name, version, filePath), expectedBytes),
        filePath,
        folders(name, version),
      );
    },
    listFiles: (name, version) => listAllFiles(folders(name, version), ""),
    async delete(name, version) {
      await http.json(
        { method: "DELETE", path: `${path}/delete`, json: { name, version }, effect: "idempotent" },
        anything,
      );
    },
  };
}
