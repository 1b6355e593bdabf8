import { z } from "zod";
import { type ListFolder, listAllFiles, readArtifactFile } from "./artifact-files.ts";
import { proxiedFolders, runFolders } from "./artifacts.ts";
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

/** Names a version, and says what it is of. */
export type VersionSource = Pick<MlflowModelVersion, "name" | "version" | "source">;

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
  /**
   * Gives a page of all versions, those of prompts apart; the first without a token.
   * @param orderBy such as `name ASC, version_number ASC`
   */
  page(
    orderBy: string,
    size: number,
    token: string | undefined,
  ): Promise<{ versions: MlflowModelVersion[]; nextToken: string | undefined }>;
  /**
   * Sets a tag, whatever it was.
   * @throws MlflowError `not_found`
   */
  setTag(name: string, version: string, key: string, value: string): Promise<void>;
  /**
   * Deletes a tag; one that is not there is no error.
   * @throws MlflowError `not_found` where there is no such version
   */
  deleteTag(name: string, version: string, key: string): Promise<void>;
  /**
   * Gives a version another description, an empty one for none.
   * @throws MlflowError `not_found`
   */
  updateDescription(name: string, version: string, description: string): Promise<void>;
  /**
   * Deletes a version. MLflow 3.4 leaves the aliases that point to it.
   * @throws MlflowError `not_found`, also where a repeat finds what the lost answer was about
   */
  delete(name: string, version: string): Promise<void>;
  /** Gives one file of a version, wherever MLflow keeps it, and at most so much of it. */
  readFile(version: VersionSource, filePath: string, mostBytes?: number): Promise<Uint8Array>;
  /** Gives one file of a version as it comes. */
  openFile(
    version: VersionSource,
    filePath: string,
    expectedBytes: number,
  ): Promise<AsyncIterable<Uint8Array>>;
  /** Lists all files of a version with their sizes in bytes. */
  listFiles(version: VersionSource): Promise<Map<string, number>>;
}

/** Creates the client for model versions. */
export function createModelVersions(http: MlflowHttp): ModelVersions {
  const one = z.object({ model_version: modelVersion });
  const get = (verb: string, query: Record<string, string>) =>
    http.json({ method: "GET", path: verb, query, effect: "read" }, one);

  async function change(
    method: MlflowCall["method"],
    verb: string,
    json: Record<string, string>,
  ): Promise<void> {
    await http.json({ method, path: `${path}/${verb}`, json, effect: "idempotent" }, anything);
  }

  async function searchPage(query: NonNullable<MlflowCall["query"]>) {
    const { model_versions: versions, next_page_token: nextToken } = await http.json(
      { method: "GET", path: `${path}/search`, query, effect: "read" },
      z.object({
        model_versions: z.array(modelVersion).default([]),
        next_page_token: optionalText,
      }),
    );
    return { versions, nextToken };
  }

  async function search(filter: string): Promise<MlflowModelVersion[]> {
    const found: MlflowModelVersion[] = [];
    let token: string | undefined;
    do {
      const page = await searchPage({ filter, max_results: 1000, page_token: token });
      found.push(...page.versions);
      token = page.nextToken;
    } while (token);
    const newest = (v: MlflowModelVersion) => v.creation_timestamp ?? 0;
    return found.sort((a, b) => newest(b) - newest(a) || Number(b.version) - Number(a.version));
  }

  function fileCall({ name, version, source }: VersionSource, filePath: string): MlflowCall {
    const run = runOf(source);
    if (run) {
      const query = { run_id: run.runId, path: `${run.folder}/${filePath}` };
      return { method: "GET", path: "/get-artifact", query, effect: "read" };
    }
    const query = { name, version, path: filePath };
    return { method: "GET", path: "/model-versions/get-artifact", query, effect: "read" };
  }

  function folders({ source }: VersionSource): ListFolder {
    const modelId = /^models:\/(m-[0-9a-f]{32})$/.exec(source)?.[1];
    if (modelId) return loggedModelFolders(http, modelId);
    const run = runOf(source);
    return run ? runFolders(http, run.runId, run.folder) : proxiedFolders(http, source);
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
    page: (orderBy, size, token) =>
      searchPage({ order_by: orderBy.split(", "), max_results: size, page_token: token }),
    findByTag: (key, value) => search(`tags.\`${key}\` = '${value}'`),
    readFile(version, filePath, mostBytes) {
      const read = () => http.bytes({ ...fileCall(version, filePath), mostBytes });
      return readArtifactFile(read, filePath, folders(version));
    },
    openFile(version, filePath, expectedBytes) {
      const read = () => http.stream(fileCall(version, filePath), expectedBytes);
      return readArtifactFile(read, filePath, folders(version));
    },
    listFiles: (version) => listAllFiles(folders(version), ""),
    setTag: (name, version, key, value) => change("POST", "set-tag", { name, version, key, value }),
    deleteTag: (name, version, key) => change("DELETE", "delete-tag", { name, version, key }),
    updateDescription: (name, version, description) =>
      change("PATCH", "update", { name, version, description }),
    delete: (name, version) => change("DELETE", "delete", { name, version }),
  };
}

/**
 * Reads a source that names a folder of a run, as `runs:/<run id>/model`. MLflow takes it for a
 * version and its clients load that, but its server does not read the files of such a version.
 */
function runOf(source: string): { runId: string; folder: string } | undefined {
  const [, runId, folder] = /^runs:\/([0-9a-f]{32})\/(.*[^/])\/*$/.exec(source) ?? [];
  return runId !== undefined && folder !== undefined ? { runId, folder } : undefined;
}
