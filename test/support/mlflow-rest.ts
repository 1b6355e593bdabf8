import { setTimeout as sleep } from "node:timers/promises";

/** A model version as MLflow's REST API answers it. */
export interface RestVersion {
  name: string;
  version: string;
  creation_timestamp: number;
  last_updated_timestamp: number;
  current_stage: string;
  description?: string;
  source: string;
  run_id?: string;
  run_link?: string;
  status: string;
  tags?: { key: string; value: string }[];
  aliases?: string[];
}

/** A registered model as MLflow's REST API answers it. */
export interface RestModel {
  name: string;
  creation_timestamp: number;
  last_updated_timestamp: number;
  description?: string;
  tags?: { key: string; value: string }[];
  aliases?: { alias: string; version: string }[];
}

/** What MLflow refused, or failed at. */
export class RestError extends Error {
  override readonly name = "RestError";
  readonly status: number;
  constructor(status: number, text: string) {
    super(`${status}: ${text}`);
    this.status = status;
  }
}

/** Writes to MLflow and reads from it as somebody does who does not know of Modelwire. */
export interface MlflowRest {
  createModel(name: string): Promise<void>;
  renameModel(name: string, newName: string): Promise<void>;
  deleteModel(name: string): Promise<void>;
  describeModel(name: string, description: string): Promise<void>;
  setModelTag(name: string, key: string, value: string): Promise<void>;
  createVersion(
    name: string,
    source: string,
    more?: { tags?: Record<string, string>; runId?: string; modelId?: string },
  ): Promise<RestVersion>;
  deleteVersion(name: string, version: string): Promise<void>;
  describeVersion(name: string, version: string, description: string): Promise<void>;
  setTag(name: string, version: string, key: string, value: string): Promise<void>;
  deleteTag(name: string, version: string, key: string): Promise<void>;
  moveStage(name: string, version: string, stage: string): Promise<void>;
  setAlias(name: string, alias: string, version: string): Promise<void>;
  deleteAlias(name: string, alias: string): Promise<void>;
  models(): Promise<RestModel[]>;
  versions(): Promise<RestVersion[]>;
  version(name: string, version: string): Promise<RestVersion>;
}

const TRIES = 4;
const TIMEOUT_MS = 60_000;

/** Creates a client of the MLflow at a URL, on nothing but `fetch`. */
export function createMlflowRest(mlflowUrl: string): MlflowRest {
  async function call<T>(method: string, path: string, body?: object): Promise<T> {
    const url = `${mlflowUrl}/api/2.0/mlflow/${path}`;
    // MLflow closes an idle connection after a second, perhaps at the moment of its next use.
    const headers = { "content-type": "application/json", connection: "close" };
    for (let attempt = 1; ; attempt++) {
      try {
        const response = await fetch(url, {
          method,
          headers,
          signal: AbortSignal.timeout(TIMEOUT_MS),
          ...(body && { body: JSON.stringify(body) }),
        });
        const text = await response.text();
        if (response.ok) return JSON.parse(text) as T;
        throw new RestError(response.status, `${method} ${path}: ${text}`);
      } catch (error) {
        // What a busy machine loses says nothing of the call; reads may be repeated.
        if (method !== "GET" || error instanceof RestError || attempt === TRIES) throw error;
        await sleep(100 * attempt);
      }
    }
  }
  const pairs = (tags: Record<string, string>) =>
    Object.entries(tags).map(([key, value]) => ({ key, value }));
  async function all<T>(verb: string, member: string): Promise<T[]> {
    const found: T[] = [];
    for (let token = ""; ; ) {
      const query = new URLSearchParams({
        max_results: "1000",
        ...(token && { page_token: token }),
      });
      const page = await call<Record<string, unknown>>("GET", `${verb}/search?${query}`);
      found.push(...((page[member] as T[] | undefined) ?? []));
      token = (page.next_page_token as string | undefined) ?? "";
      if (!token) return found;
    }
  }
  return {
    createModel: (name) => call("POST", "registered-models/create", { name }),
    renameModel: (name, newName) =>
      call("POST", "registered-models/rename", { name, new_name: newName }),
    deleteModel: (name) => call("DELETE", "registered-models/delete", { name }),
    describeModel: (name, description) =>
      call("PATCH", "registered-models/update", { name, description }),
    setModelTag: (name, key, value) =>
      call("POST", "registered-models/set-tag", { name, key, value }),
    async createVersion(name, source, { tags = {}, runId, modelId } = {}) {
      const { model_version: version } = await call<{ model_version: RestVersion }>(
        "POST",
        "model-versions/create",
        { name, source, run_id: runId, model_id: modelId, tags: pairs(tags) },
      );
      return version;
    },
    deleteVersion: (name, version) => call("DELETE", "model-versions/delete", { name, version }),
    describeVersion: (name, version, description) =>
      call("PATCH", "model-versions/update", { name, version, description }),
    setTag: (name, version, key, value) =>
      call("POST", "model-versions/set-tag", { name, version, key, value }),
    deleteTag: (name, version, key) =>
      call("DELETE", "model-versions/delete-tag", { name, version, key }),
    moveStage: (name, version, stage) =>
      call("POST", "model-versions/transition-stage", {
        name,
        version,
        stage,
        archive_existing_versions: false,
      }),
    setAlias: (name, alias, version) =>
      call("POST", "registered-models/alias", { name, alias, version }),
    deleteAlias: (name, alias) => call("DELETE", "registered-models/alias", { name, alias }),
    models: () => all("registered-models", "registered_models"),
    versions: () => all("model-versions", "model_versions"),
    async version(name, version) {
      const query = new URLSearchParams({ name, version });
      const path = `model-versions/get?${query}`;
      return (await call<{ model_version: RestVersion }>("GET", path)).model_version;
    },
  };
}
