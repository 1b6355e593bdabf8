import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { MessageInitShape } from "@bufbuild/protobuf";
import { Code, ConnectError } from "@connectrpc/connect";
import SqliteDatabase from "better-sqlite3";
import pg from "pg";
import { inject } from "vitest";
import type { Registration } from "#gen/modelwire/registry/v1/registration_pb.js";
import type { RegisterBaselineRequestSchema } from "#gen/modelwire/registry/v1/registry_service_pb.js";
import type { Clients } from "./clients.ts";
import { quickstartModel, readModelFiles } from "./model-files.ts";

/** What a loader needs, and no more: each file is a call to MLflow. */
const needed = ["MLmodel", "conda.yaml", "lead_scoring.py"];
const files = (await readModelFiles(quickstartModel)).filter(({ path }) => needed.includes(path));

/** What is registered. */
export type RegisterInit = MessageInitShape<typeof RegisterBaselineRequestSchema>;

/** A registration that a test asks for, in a registered model and an experiment of its own. */
export type BaselineRequest = RegisterInit & {
  requestId: string;
  modelName: string;
  experimentName: string;
};

/** Makes a request for the quickstart model, with params, metrics and tags. */
export function newRequest(
  modelName = `faults-${randomUUID()}`,
  experimentName = modelName,
): BaselineRequest {
  return {
    requestId: randomUUID(),
    modelType: "lead_scoring",
    modelName,
    experimentName,
    source: { case: "package", value: { files } },
    tags: { team: "sales" },
    params: { depth: "3" },
    metrics: { auc: 0.91 },
  };
}

/** Registers, and gives the registration. */
export async function register(
  { registry }: Clients,
  request: RegisterInit,
): Promise<Registration> {
  const { registration } = await registry.registerBaseline(request);
  if (!registration) throw new Error("an answer without a registration");
  return registration;
}

const MOST_CALLS = 10;

/** Registers as a caller should: one that is told to come back repeats its request. */
export async function registerPersistently(
  clients: Clients,
  request: RegisterInit,
): Promise<Registration> {
  for (let call = 1; ; call++) {
    try {
      return await register(clients, request);
    } catch (error) {
      if (call === MOST_CALLS || ConnectError.from(error).code !== Code.Unavailable) throw error;
      await sleep(1000);
    }
  }
}

/** What a model's registrations left in MLflow. */
export interface MlflowState {
  /** Versions of the registered model, oldest first. */
  versions: { version: string; source: string; tags: Record<string, string> }[];
  /** Logged models of the experiment that are not deleted. */
  loggedModels: { modelId: string; status: string }[];
  /** Runs of the experiment that are not deleted. */
  runs: { runId: string; status: string }[];
}

/** Reads from MLflow itself what is there under a request's registered model and experiment. */
export async function readMlflow(request: {
  modelName: string;
  experimentName: string;
}): Promise<MlflowState> {
  const filter = encodeURIComponent(`name = '${request.modelName}'`);
  const { model_versions: versions = [] } = await askMlflow<{ model_versions?: FoundVersion[] }>(
    `mlflow/model-versions/search?filter=${filter}&max_results=1000`,
  );
  const name = encodeURIComponent(request.experimentName);
  const { experiment } = await askMlflow<{ experiment?: { experiment_id: string } }>(
    `mlflow/experiments/get-by-name?experiment_name=${name}`,
  );
  const within = { experiment_ids: [experiment?.experiment_id], max_results: 50 };
  const { models = [] } = experiment
    ? await askMlflow<{ models?: FoundModel[] }>("mlflow/logged-models/search", within)
    : {};
  const { runs = [] } = experiment
    ? await askMlflow<{ runs?: FoundRun[] }>("mlflow/runs/search", within)
    : {};
  return {
    versions: versions
      .sort((a, b) => Number(a.version) - Number(b.version))
      .map(({ version, source, tags = [] }) => ({
        version: String(version),
        source,
        tags: Object.fromEntries(tags.map(({ key, value }) => [key, value])),
      })),
    loggedModels: models.map(({ info }) => ({ modelId: info.model_id, status: info.status })),
    runs: runs.map(({ info }) => ({ runId: info.run_id, status: info.status })),
  };
}

/** Reads one run from MLflow itself. */
export async function readRun(runId: string): Promise<{ lifecycle_stage: string; status: string }> {
  const { run } = await askMlflow<{ run: { info: { lifecycle_stage: string; status: string } } }>(
    `mlflow/runs/get?run_id=${runId}`,
  );
  return run.info;
}

/** Deletes a logged model in MLflow itself, as somebody does who does not know of Modelwire. */
export async function deleteLoggedModel(modelId: string): Promise<void> {
  const url = `${inject("mlflowUrl")}/api/2.0/mlflow/logged-models/${modelId}`;
  const response = await fetch(url, { method: "DELETE" });
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
}

interface FoundVersion {
  version: string;
  source: string;
  tags?: { key: string; value: string }[];
}
interface FoundModel {
  info: { model_id: string; status: string };
}
interface FoundRun {
  info: { run_id: string; status: string };
}

const ASK_TRIES = 5;

/**
 * Asks MLflow, at a path below `/api/2.0/`; what it does not have is an empty answer. MLflow fails
 * at times on its own, on a fresh worker and on connections that were idle, which is not what a
 * test is about: it is asked again.
 */
export async function askMlflow<T>(path: string, json?: unknown): Promise<T> {
  const post = { method: "POST", headers: { "content-type": "application/json" } };
  for (let attempt = 1; ; attempt++) {
    try {
      const response = await fetch(`${inject("mlflowUrl")}/api/2.0/${path}`, {
        ...(json !== undefined && { ...post, body: JSON.stringify(json) }),
      });
      const text = await response.text();
      if (response.ok) return JSON.parse(text) as T;
      if (response.status === 404) return {} as T;
      throw new Error(`${path}: ${response.status} ${text}`);
    } catch (error) {
      if (attempt === ASK_TRIES) throw error;
      await sleep(100 * attempt);
    }
  }
}

/** What Modelwire's database holds of a registered model. */
export interface DatabaseState {
  registrations: { registration_id: string; version: string; model_uuid: string }[];
  events: { event_id: string; sequence: number }[];
  deliveries: { event_id: string; endpoint_id: string }[];
}

/** Waits until no registration is pending in a database, and reads what it holds then. */
export async function readDatabaseWhenSettled(
  databaseUrl: string,
  modelName: string,
): Promise<DatabaseState> {
  const query = queries(databaseUrl);
  for (;;) {
    const pending = await query(ANY_PENDING, ["PENDING"]);
    if (pending.length === 0) break;
    await sleep(100);
  }
  const where = "where model_name = $1";
  const read = async <T>(sql: string) => (await query(sql, [modelName])) as T[];
  return {
    registrations: await read(
      `select registration_id, version, model_uuid from registrations ${where}`,
    ),
    events: await read(`select event_id, sequence from events ${where} order by sequence`),
    deliveries: await read(`select event_id, endpoint_id from deliveries ${where}`),
  };
}

/** Reads how often recoveries of the registrations of a database were begun. */
export async function readRecoveries(databaseUrl: string): Promise<number> {
  const rows = await queries(databaseUrl)("select recoveries from registrations", []);
  return (rows as { recoveries: number }[]).reduce((total, row) => total + row.recoveries, 0);
}

const ANY_PENDING = "select registration_id from registrations where state = $1 limit 1";

// Its own connection, which only reads: it can neither wait for the server nor hold it up.
function queries(databaseUrl: string) {
  return async (sql: string, values: readonly string[]): Promise<unknown[]> => {
    if (databaseUrl.startsWith("sqlite:")) {
      const db = new SqliteDatabase(databaseUrl.slice("sqlite:".length), { readonly: true });
      try {
        return db.prepare(sql.replace("$1", "?")).all(...values);
      } finally {
        db.close();
      }
    }
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    try {
      const { rows } = await client.query(sql, [...values]);
      return rows.map((row) =>
        "sequence" in row ? { ...row, sequence: Number(row.sequence) } : row,
      );
    } finally {
      await client.end();
    }
  };
}
