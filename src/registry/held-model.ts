import { ErrorReason } from "#gen/modelwire/registry/v1/error_reason_pb.js";
import { ModelwireError } from "../error.ts";
import { isNotFound } from "../mlflow/error.ts";
import type { LoggedModel } from "../mlflow/logged-models.ts";
import { MLMODEL, type Mlmodel, MlmodelError, readMlmodel } from "../package/mlmodel.ts";
import { READ_MLMODEL_BYTES } from "../package/mlmodel-size.ts";
import type { RegistryContext } from "./context.ts";
import type { RegisteredSource } from "./registering.ts";

/**
 * Finds a model that MLflow holds.
 * @throws ModelwireError SOURCE_NOT_FOUND, SOURCE_NOT_REGISTRABLE
 */
export async function findHeldModel(
  context: RegistryContext,
  uri: string,
): Promise<RegisteredSource> {
  const [, modelId] = /^models:\/(m-[0-9a-f]{32})$/.exec(uri) ?? [];
  if (modelId !== undefined)
    return loggedModelSource(context, await getModel(context, modelId, uri));
  const [, runId = "", path = ""] = /^runs:\/([0-9a-f]{32})\/(.+)$/.exec(uri) ?? [];
  return runSource(context, runId, path.replace(/\/+$/, ""), uri);
}

async function getModel(
  { mlflow }: RegistryContext,
  modelId: string,
  uri: string,
): Promise<LoggedModel> {
  try {
    return await mlflow.loggedModels.get(modelId);
  } catch (error) {
    throw isNotFound(error) ? sourceNotFound(uri, "MLflow has no such logged model") : error;
  }
}

async function loggedModelSource(
  { mlflow }: RegistryContext,
  model: LoggedModel,
): Promise<RegisteredSource> {
  const uri = `models:/${model.model_id}`;
  if (model.status !== "LOGGED_MODEL_READY") {
    throw notRegistrable(uri, `its status is ${model.status}, expected LOGGED_MODEL_READY`);
  }
  const [mlmodel, sizes] = await Promise.all([
    readHeldMlmodel(uri, () =>
      mlflow.loggedModels.readFile(model.model_id, MLMODEL, READ_MLMODEL_BYTES),
    ),
    mlflow.loggedModels.listFiles(model.model_id),
  ]);
  return {
    modelUuid: model.model_id,
    modelUri: uri,
    source: uri,
    modelId: model.model_id,
    runId: model.source_run_id,
    ownRun: false,
    mlmodel,
    loggedModel: model,
    sizeBytes: sum(sizes),
  };
}

async function runSource(
  context: RegistryContext,
  runId: string,
  path: string,
  uri: string,
): Promise<RegisteredSource> {
  const { mlflow } = context;
  const run = await mlflow.runs.get(runId).catch((error) => {
    throw isNotFound(error) ? sourceNotFound(uri, "MLflow has no such run") : error;
  });
  // MLflow 3 logs a model beside the run, under the name that the path gives.
  for (const modelId of run.model_ids) {
    const model = await getModel(context, modelId, uri).catch((error) => {
      if (error instanceof ModelwireError) return undefined;
      throw error;
    });
    if (model?.name === path) return loggedModelSource(context, model);
  }
  const sizes = await mlflow.artifacts.listRunFiles(runId, path);
  if (!sizes.has(`${path}/${MLMODEL}`)) {
    throw sourceNotFound(uri, "the run has no model under this path");
  }
  const mlmodel = await readHeldMlmodel(uri, () =>
    mlflow.artifacts.readRunFile(runId, `${path}/${MLMODEL}`, READ_MLMODEL_BYTES),
  );
  if (mlmodel.modelUuid === undefined) throw notRegistrable(uri, "its MLmodel has no model_uuid");
  return {
    modelUuid: mlmodel.modelUuid,
    modelUri: uri,
    source: `${run.artifact_uri}/${path}`,
    modelId: undefined,
    runId,
    ownRun: false,
    mlmodel,
    loggedModel: undefined,
    sizeBytes: sum(sizes),
  };
}

async function readHeldMlmodel(uri: string, read: () => Promise<Uint8Array>): Promise<Mlmodel> {
  try {
    return readMlmodel(Buffer.from(await read()).toString("utf8"));
  } catch (error) {
    if (error instanceof MlmodelError) throw notRegistrable(uri, `its MLmodel: ${error.message}`);
    if (isNotFound(error)) throw notRegistrable(uri, "it has no MLmodel file");
    throw error;
  }
}

function sum(sizes: Map<string, number>): number {
  return sizes.values().reduce((total, size) => total + size, 0);
}

function sourceNotFound(uri: string, why: string): ModelwireError {
  return new ModelwireError(ErrorReason.SOURCE_NOT_FOUND, `mlflow_uri: ${uri}: ${why}`, {
    resource: { type: "mlflow_model", name: uri },
  });
}

function notRegistrable(uri: string, why: string): ModelwireError {
  return new ModelwireError(ErrorReason.SOURCE_NOT_REGISTRABLE, `mlflow_uri: ${uri}: ${why}`);
}
