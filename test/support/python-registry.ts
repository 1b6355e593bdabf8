import { join } from "node:path";
import { timestampDate } from "@bufbuild/protobuf/wkt";
import type { Client } from "@connectrpc/connect";
import { ContributorKind, type Registration } from "#gen/modelwire/registry/v1/registration_pb.js";
import type { RegistryService } from "#gen/modelwire/registry/v1/registry_service_pb.js";
import type { Arguments, MlflowAfter } from "../vectors/registry/read-recorded.ts";
import { readModelFiles } from "./model-files.ts";
import { python } from "./services.ts";

type Registry = Client<typeof RegistryService>;

/** Saves the model of the recorded calls with plain MLflow: in `plain`, and in `code` with code. */
export async function saveModels(folder: string): Promise<void> {
  const script = `
import os, mlflow, pathlib
folder = pathlib.Path(os.environ["FOLDER"])
(folder / "mypkg").mkdir()
(folder / "mypkg" / "__init__.py").write_text("ONE = 1.0")
class Model(mlflow.pyfunc.PythonModel):
    def predict(self, context, model_input, params=None):
        return [1.0] * len(model_input)
for name, more in {"plain": {}, "code": {"code_paths": [str(folder / "mypkg")]}}.items():
    mlflow.pyfunc.save_model(folder / name, python_model=Model(), pip_requirements=[], **more)`;
  await python(script, { FOLDER: folder });
}

/** Loads registered models with plain MLflow and gives what each says to two rows. */
export async function predictions(
  modelIds: readonly string[],
  mlflowUrl: string,
): Promise<number[][]> {
  const script = `
import json, os, mlflow, pandas as pd
rows = pd.DataFrame({"age": [30, 40], "income": [1.5, 2.5], "name": ["a", "b"]})
load = lambda id: mlflow.pyfunc.load_model(f"models:/{id}")
print(json.dumps([list(load(id).predict(rows)) for id in json.loads(os.environ["IDS"])]))`;
  const environment = { IDS: JSON.stringify(modelIds), MLFLOW_TRACKING_URI: mlflowUrl };
  return JSON.parse(await python(script, environment)) as number[][];
}

/** Makes the call `register_baseline`. */
export async function registerBaseline(registry: Registry, given: Arguments, folder: string) {
  const { registration } = await registry.registerBaseline({
    modelType: given.model_type ?? "",
    metadata: (given.metadata ?? {}) as never,
    ...(await modelOf(given, folder)),
  });
  return registration;
}

/** Makes the call `register_improved_model`. */
export async function registerImprovedModel(registry: Registry, given: Arguments, folder: string) {
  const { registration } = await registry.registerImprovedModel({
    baseline: { ref: { case: "modelId", value: withHalvedVersion(given.baseline_id ?? "") } },
    contributor: { kind: ContributorKind.ETHEREUM_ADDRESS, id: given.contributor ?? "" },
    deltaMetrics: given.delta_metrics ?? {},
    ...(await modelOf(given, folder)),
  });
  return registration;
}

/** Makes what a request says of the model itself. */
async function modelOf(given: Arguments, folder: string) {
  if (given.model === null) return {};
  const files = await readModelFiles(join(folder, given.code_paths ? "code" : "plain"));
  const { inputs, outputs } = given.signature?.signature ?? {};
  const example = given.input_example;
  return {
    source: { case: "package" as const, value: { files } },
    ...(inputs && outputs && { signature: { mlflowJson: { inputs, outputs } } }),
    ...(example && { inputExample: tableOf(example) }),
    // The Python registry called the model for it.
    ...(example && !inputs && { outputExample: jsonOf("[1.0, 1.0]") }),
  };
}

const jsonOf = (value: string) => ({ kind: { case: "json" as const, value } });

function tableOf({ dataframe_split: { columns, data } }: NonNullable<Arguments["input_example"]>) {
  const dtypeOf = (values: unknown[]) => {
    if (values.every(Number.isInteger)) return "int64";
    return typeof values[0] === "number" ? "float64" : "object";
  };
  const table = columns.map((name, i) => {
    const values = data.map((row) => row[i]);
    return { name, dtype: dtypeOf(values), values: JSON.stringify(values) };
  });
  return { kind: { case: "table" as const, value: { columns: table } } };
}

/** Halves the version of a `name/version`: the Python registry made two for each registration. */
export function withHalvedVersion(modelId: string): string {
  return modelId.replace(/\d+$/, (version) => String(Math.ceil(Number(version) / 2)));
}

/** Writes a registration as the Python registry wrote the results of registrations. */
export function registrationResult(registration: Registration): Record<string, unknown> {
  const { modelInfo: info, baseline, contributor, improvements, registrationTime } = registration;
  const deltas = improvements.map((one) => [one.metric, one.absoluteChange]);
  return {
    model_id: registration.modelId,
    model_name: registration.modelName,
    version: registration.version,
    ...(baseline
      ? {
          baseline_id: baseline.modelId,
          contributor: contributor?.id,
          delta_metrics: Object.fromEntries(deltas),
        }
      : { model_type: registration.modelType, is_baseline: registration.isBaseline }),
    run_id: registration.runId,
    registration_timestamp: registrationTime && timestampDate(registrationTime).toISOString(),
    model_uri: info?.modelUri,
    model_uuid: info?.modelUuid,
    artifact_path: info?.artifactPath,
    flavors: Object.keys(info?.flavors ?? {}),
    signature: info?.signature?.text ?? null,
    mlflow_version: info?.mlflowVersion,
    metadata: info?.metadata ?? {},
  };
}

/** Writes a registration as the Python registry wrote what it found. */
export function foundResult(registration: Registration): Record<string, unknown> {
  const { modelInfo, modelVersion } = registration;
  return {
    model_name: registration.modelName,
    version: registration.version,
    model_uuid: modelInfo?.modelUuid,
    run_id: registration.runId,
    stage: modelVersion?.currentStage,
    metadata: modelInfo?.metadata ?? {},
  };
}

type Pairs<T> = { key: string; value: T }[];

interface VersionAnswer {
  version: string;
  run_id: string;
  source: string;
  current_stage: string;
  tags?: Pairs<string>;
}

/** Reads from MLflow itself what a registration left there. */
export async function readMlflowAfter(
  { runId, modelName }: Registration,
  mlflowUrl: string,
): Promise<MlflowAfter> {
  const { run } = await ask<{
    run: { data: { params?: Pairs<string>; metrics?: Pairs<number> } };
  }>(mlflowUrl, "runs/get", { run_id: runId ?? "" });
  const { model_versions: versions = [] } = await ask<{ model_versions?: VersionAnswer[] }>(
    mlflowUrl,
    "model-versions/search",
    { filter: `name = '${modelName}'`, max_results: "100", order_by: "version_number ASC" },
  );
  return {
    run_params: asMap(run.data.params),
    run_metrics: asMap(run.data.metrics),
    versions: versions.map(({ version, run_id, source, tags, current_stage }) => ({
      version: String(version),
      run_id,
      source,
      tags: asMap(tags),
      stage: current_stage,
    })),
  };
}

function asMap<T>(pairs: Pairs<T> = []): Record<string, T> {
  return Object.fromEntries(pairs.map(({ key, value }) => [key, value]));
}

async function ask<T>(mlflowUrl: string, path: string, query: Record<string, string>): Promise<T> {
  const search = new URLSearchParams(query);
  const answer = await fetch(`${mlflowUrl}/api/2.0/mlflow/${path}?${search}`);
  return (await answer.json()) as T;
}

/**
 * Makes an answer comparable, as a map by path, such as `result.metadata.note`: ids and times are
 * replaced by what they are, and of the versions there are their number and the one that the
 * result tells, with its number divided by `versionsEach`.
 */
export function comparable(
  result: Record<string, unknown>,
  after: MlflowAfter | undefined,
  versionsEach: 1 | 2,
): Map<string, unknown> {
  const version = String(Number(result.version) / versionsEach);
  const told = after?.versions.find((one) => one.version === result.version);
  const whole = {
    result: { ...result, version },
    ...(after && {
      run_params: after.run_params,
      run_metrics: after.run_metrics,
      version_count: after.versions.length,
      version: told && { ...told, version },
    }),
  };
  const text = JSON.stringify(whole)
    .replaceAll(String(result.run_id), "<run>")
    .replaceAll(String(result.model_uuid), "<model>")
    .replaceAll(/"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3,6}(Z|\+00:00)?"/g, '"<time>"')
    .replaceAll(/"\w+_(baseline|improved)\/\d+"/g, (id) =>
      versionsEach === 1 ? id : `${withHalvedVersion(id.slice(0, -1))}"`,
    );
  return new Map(flat(JSON.parse(text), ""));
}

/** Gives all values in a value, by their paths from one that is its own. */
export function* flat(value: unknown, path: string): Generator<[string, unknown]> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    yield [path, value];
    return;
  }
  if (path !== "") yield [path, "an object"];
  for (const [key, member] of Object.entries(value)) {
    yield* flat(member, path === "" ? key : `${path}.${key}`);
  }
}
