import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { toBinary } from "@bufbuild/protobuf";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { ModelVersionStatus } from "#gen/modelwire/registry/v1/model_version_pb.js";
import {
  type Registration,
  RegistrationSchema,
} from "#gen/modelwire/registry/v1/registration_pb.js";
import { ScalarType } from "#gen/modelwire/registry/v1/signature_pb.js";
import { openStore } from "../src/store/store.ts";
import { type Clients, createClients } from "./support/clients.ts";
import { failureOf } from "./support/errors.ts";
import { eventually } from "./support/eventually.ts";
import { type ModelFile, quickstartModel, readModelFiles } from "./support/model-files.ts";
import { startModelwire, type TestModelwire } from "./support/modelwire.ts";
import { python } from "./support/services.ts";

let modelwire: TestModelwire;
let clients: Clients;
let files: ModelFile[];
let folder: string;
beforeAll(async () => {
  files = await readModelFiles(quickstartModel);
  folder = await mkdtemp(join(tmpdir(), "modelwire-models-"));
  modelwire = await startModelwire();
  clients = createClients(modelwire.httpUrl);
});
afterAll(async () => {
  await modelwire?.stop();
  await rm(folder, { recursive: true, force: true });
});

const newName = () => `reg-${randomUUID()}`;
const inline = (some: ModelFile[] = files) => ({
  case: "package" as const,
  value: { files: some },
});
const held = (uri: string) => ({ case: "mlflowUri" as const, value: uri });

type Request = Parameters<Clients["registry"]["registerBaseline"]>[0];

async function register(request: Request): Promise<Registration> {
  const answer = await clients.registry.registerBaseline({
    modelType: "lead_scoring",
    modelName: newName(),
    ...request,
  });
  if (!answer.registration) throw new Error("no registration in the answer");
  return answer.registration;
}

/** Runs Python and reads the JSON that it prints. */
async function pythonJson<T>(script: string, env: Record<string, string> = {}): Promise<T> {
  return JSON.parse(await python(script, env)) as T;
}

async function mlflow<T>(path: string, query: Record<string, string>): Promise<T> {
  const url = new URL(`${inject("mlflowUrl")}/api/2.0/mlflow/${path}`);
  url.search = new URLSearchParams(query).toString();
  return (await (await fetch(url)).json()) as T;
}

describe("a package", () => {
  test("is answered with ModelInfo and ModelVersion as MLflow has them", async () => {
    const name = newName();
    const registration = await register({
      modelName: name,
      source: inline(),
      tags: { team: "growth" },
      params: { alpha: "0.5" },
      metrics: { auc: 0.91 },
      metadata: { git: { commit: "abc", dirty: false }, list: [1, 2.5, "yes", null] },
      description: "a first baseline",
    });
    const { modelInfo, modelVersion } = registration;
    expect(registration).toMatchObject({
      modelId: `${name}/1`,
      modelName: name,
      version: "1",
      modelType: "lead_scoring",
      isBaseline: true,
      runId: modelInfo?.runId,
    });
    const { model } = await mlflow<{ model: { info: Record<string, string> } }>(
      `logged-models/${modelInfo?.modelUuid}`,
      {},
    );
    expect(model.info).toMatchObject({
      model_id: modelInfo?.modelUuid,
      status: "LOGGED_MODEL_READY",
      source_run_id: modelInfo?.runId,
      artifact_uri: modelInfo?.artifactPath,
    });
    expect(modelInfo).toMatchObject({
      modelId: modelInfo?.modelUuid,
      modelUri: `models:/${modelInfo?.modelUuid}`,
      mlflowVersion: "3.4.0",
      metadata: { columns: 3, git: { commit: "abc", dirty: false }, list: [1, 2.5, "yes", null] },
      metrics: [{ key: "auc", value: 0.91 }],
    });
    expect(Object.keys(modelInfo?.flavors ?? {})).toEqual(["python_function"]);
    expect(modelInfo?.params).toMatchObject({ alpha: "0.5", model_type: "lead_scoring" });
    expect(modelInfo?.signature?.text).toContain("'site_visits': long (required)");
    expect(modelInfo?.files.map((file) => file.path)).toEqual(
      files.map((file) => file.path).sort(),
    );
    expect(modelInfo?.packageDigest).toMatch(/^[0-9a-f]{64}$/);

    const { model_version: actual } = await mlflow<{
      model_version: Record<string, string> & { tags: { key: string; value: string }[] };
    }>("model-versions/get", { name, version: "1" });
    expect(modelVersion).toMatchObject({
      name: actual.name,
      version: actual.version,
      source: actual.source,
      runId: actual.run_id,
      description: "a first baseline",
      currentStage: "None",
      status: ModelVersionStatus.READY,
      tags: Object.fromEntries(actual.tags.map(({ key, value }) => [key, value])),
    });
    expect(modelVersion?.tags).toMatchObject({
      team: "growth",
      model_uuid: modelInfo?.modelUuid,
      model_type: "lead_scoring",
      is_baseline: "true",
    });
  });

  test("is one version, which MLflow's client finds by name and by its uuid tag", async () => {
    const { modelName, modelInfo } = await register({ source: inline() });
    const found = await pythonJson<{ byName: string[]; byTag: string[] }>(
      `
import json, os
from mlflow import MlflowClient
client = MlflowClient()
name, uuid = os.environ["NAME"], os.environ["UUID"]
print(json.dumps({
    "byName": [v.version for v in client.search_model_versions(f"name = '{name}'")],
    "byTag": [f"{v.name}/{v.version}" for v in client.search_model_versions(f"tags.model_uuid = '{uuid}'")],
}))`,
      { NAME: modelName, UUID: modelInfo?.modelUuid ?? "" },
    );
    expect(found).toEqual({ byName: ["1"], byTag: [`${modelName}/1`] });
  });

  test("with code loads in plain Python, predicts, and has the metadata that was sent", async () => {
    const metadata = { note: "x".repeat(50_000), ключ: ["ü", "\u2028", "3.10", 1e21, -0.5] };
    const { modelName } = await register({ source: inline(), metadata });
    const loaded = await pythonJson<{ scores: number[]; metadata: unknown; inputs: string }>(
      `
import json, os, mlflow, pandas as pd
uri = f"models:/{os.environ['NAME']}/1"
model = mlflow.pyfunc.load_model(uri)
frame = pd.DataFrame({"site_visits": [3, 9], "emails_opened": [1, 4], "days_since_contact": [10.0, 1.0]})
info = mlflow.models.get_model_info(uri)
print(json.dumps({
    "scores": [float(x) for x in pd.DataFrame(model.predict(frame)).iloc[:, 0]],
    "metadata": info.metadata,
    "inputs": str(info.signature.inputs),
}))`,
      { NAME: modelName },
    );
    expect(loaded.scores).toHaveLength(2);
    expect(loaded.scores[1]).toBeGreaterThan(loaded.scores[0] ?? Number.NaN);
    // What the file had of its own stays beside it.
    expect(loaded.metadata).toMatchObject({ columns: 3, ...metadata });
    expect(loaded.inputs).toContain("site_visits");
  });

  test("pickled by scikit-learn loads and predicts as the model that was saved", async () => {
    const directory = join(folder, "sklearn");
    const before = await pythonJson<number[]>(
      `
import json, os, mlflow, numpy as np
from sklearn.linear_model import LogisticRegression
from mlflow.models import infer_signature
x = np.arange(40, dtype="float64").reshape(20, 2); y = (x[:, 0] > 18).astype(int)
model = LogisticRegression().fit(x, y)
mlflow.sklearn.save_model(model, os.environ["DIRECTORY"], signature=infer_signature(x, model.predict(x)), input_example=x[:2])
print(json.dumps(model.predict(x).tolist()))`,
      { DIRECTORY: directory },
    );
    const registration = await register({
      modelType: "classification",
      source: inline(await readModelFiles(directory)),
    });
    const { modelInfo } = registration;
    expect(Object.keys(modelInfo?.flavors ?? {}).sort()).toEqual(["python_function", "sklearn"]);
    expect(modelInfo?.savedInputExampleInfo).toMatchObject({
      artifact_path: "input_example.json",
      type: "ndarray",
    });
    expect(modelInfo?.signature?.inputs?.kind.case).toBe("tensors");
    const after = await pythonJson<{ predicted: number[]; uuid: string; inputs: string }>(
      `
import json, os, mlflow, numpy as np
uri = f"models:/{os.environ['NAME']}/1"
x = np.arange(40, dtype="float64").reshape(20, 2)
info = mlflow.models.get_model_info(uri)
print(json.dumps({
    "predicted": np.asarray(mlflow.pyfunc.load_model(uri).predict(x)).tolist(),
    "uuid": info.model_uuid,
    "inputs": json.dumps(info.signature.inputs.to_dict()),
}))`,
      { NAME: registration.modelName },
    );
    expect(after.predicted).toEqual(before);
    expect(after.uuid).toBe(modelInfo?.modelUuid);
    expect(after.inputs).toBe(modelInfo?.signature?.mlflowJson?.inputs);
  });

  test("takes an explicit signature in place of its own, which Python then sees", async () => {
    const { modelName, modelInfo } = await register({
      source: inline(),
      signature: {
        inputs: {
          kind: {
            case: "columns",
            value: {
              columns: [
                {
                  name: "größe",
                  type: { type: { case: "scalar", value: ScalarType.DOUBLE } },
                  required: false,
                },
              ],
            },
          },
        },
      },
    });
    const expected = '[{"type": "double", "name": "gr\\u00f6\\u00dfe", "required": false}]';
    expect(modelInfo?.signature?.mlflowJson?.inputs).toBe(expected);
    const text = await python(
      `
import os, mlflow
print(mlflow.models.get_model_info(f"models:/{os.environ['NAME']}/1").signature, end="")`,
      { NAME: modelName },
    );
    expect(modelInfo?.signature?.text).toBe(text);
  });

  test("goes to a run that is there already, which stays as it is", async () => {
    const runId = await python(`
import mlflow
print(mlflow.MlflowClient().create_run("0").info.run_id, end="")`);
    const { modelInfo } = await register({ source: inline(), runId, params: { lr: "1" } });
    expect(modelInfo?.runId).toBe(runId);
    const { run } = await mlflow<{ run: { info: { status: string }; data: { params: unknown } } }>(
      "runs/get",
      { run_id: runId },
    );
    expect(run.info.status).toBe("RUNNING");
    expect(run.data.params).toEqual([{ key: "lr", value: "1" }]);
  });

  test("without a name gets the server's prefix, and its run what old readers look for", async () => {
    const { registration } = await clients.registry.registerBaseline({
      modelType: "ranking",
      source: inline(),
    });
    expect(registration?.modelName).toBe("modelwire_ranking_baseline");
    interface Got {
      run: { info: { status: string }; data: { params: { key: string; value: string }[] } };
    }
    // It is ended once the answer is given.
    const run = await eventually(async () => {
      const got = await mlflow<Got>("runs/get", { run_id: registration?.runId ?? "" });
      expect(got.run.info.status).toBe("FINISHED");
      return got.run;
    });
    const params = Object.fromEntries(run.data.params.map(({ key, value }) => [key, value]));
    expect(params).toEqual({
      model_type: "ranking",
      is_baseline: "True",
      registration_time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+\+00:00$/),
    });
  });

  test("that is wrong is refused with every field named, and leaves nothing", async () => {
    const modelName = newName();
    const failure = await failureOf(
      clients.registry.registerBaseline({
        requestId: "not-a-uuid",
        modelType: "Lead Scoring",
        modelName,
        tags: { model_uuid: "x" },
        source: inline([
          { path: "../MLmodel", content: new Uint8Array() },
          { path: "data/x", content: new Uint8Array() },
        ]),
      }),
    );
    expect(failure).toMatchObject({ code: "InvalidArgument", reason: "INVALID_FIELD" });
    expect(Object.keys(failure.fields)).toEqual(["request_id", "model_type", "tags"]);
    const path = await failureOf(
      clients.registry.registerBaseline({
        modelType: "x",
        modelName,
        source: inline([{ path: "../MLmodel", content: new Uint8Array() }]),
      }),
    );
    expect(path.fields["package.files[0].path"]).toContain("leads out of the package");
    const search = await mlflow<{ model_versions?: unknown }>("model-versions/search", {
      filter: `name = '${modelName}'`,
      max_results: "10",
    });
    expect(search.model_versions ?? []).toEqual([]);
  });
});

describe("what MLflow holds", () => {
  const logModel = `
import mlflow, os
class Model(mlflow.pyfunc.PythonModel):
    def predict(self, context, model_input: list[str], params=None) -> list[str]:
        return model_input
`;

  test("a logged model is registered, and its uuid gives the newest version", async () => {
    const uri = await python(`${logModel}
with mlflow.start_run():
    print(mlflow.pyfunc.log_model(python_model=Model(), name="mine").model_uri, end="")`);
    expect(uri).toMatch(/^models:\/m-/);
    const first = await register({ source: held(uri) });
    const second = await register({ source: held(uri) });
    expect(first.modelInfo?.modelUri).toBe(uri);
    expect(first.modelInfo?.signature?.text).toContain("string (required)");
    expect(first.modelInfo?.packageDigest).toBeUndefined();
    expect(first.modelInfo?.sizeBytes).toBeGreaterThan(100);
    expect(first.runId).toBe(first.modelInfo?.runId);
    const uuid = uri.replace("models:/", "");
    const { registration } = await clients.registry.getModelByUuid({ modelUuid: uuid });
    expect(registration?.modelId).toBe(second.modelId);
  });

  test("a model that a run logged is registered by the run's URI", async () => {
    const [runId, modelId] = await pythonJson<[string, string]>(`${logModel}
import json
with mlflow.start_run() as run:
    info = mlflow.pyfunc.log_model(python_model=Model(), name="mine")
print(json.dumps([run.info.run_id, info.model_id]))`);
    const registration = await register({ source: held(`runs:/${runId}/mine`) });
    expect(registration.modelInfo?.modelUuid).toBe(modelId);
    expect(registration.modelVersion).toMatchObject({ source: `models:/${modelId}`, runId });
  });

  test("files that a run logged as MLflow 2 did are registered under the uuid of their MLmodel", async () => {
    const [runId, uuid] = await pythonJson<[string, string]>(
      `${logModel}
import json
mlflow.pyfunc.save_model(os.environ["DIRECTORY"], python_model=Model())
with mlflow.start_run() as run:
    mlflow.log_artifacts(os.environ["DIRECTORY"], "old/model")
print(json.dumps([run.info.run_id, mlflow.models.Model.load(os.environ["DIRECTORY"]).model_uuid]))`,
      { DIRECTORY: join(folder, "mlflow2") },
    );
    const registration = await register({ source: held(`runs:/${runId}/old/model`) });
    expect(registration.modelInfo).toMatchObject({ modelUuid: uuid, runId });
    const { registration: found } = await clients.registry.getModelByUuid({ modelUuid: uuid });
    expect(found?.modelId).toBe(registration.modelId);
  });

  test("what is not there, or not ready, is said as such", async () => {
    const missing = await failureOf(register({ source: held(`models:/m-${"0".repeat(32)}`) }));
    expect(missing).toMatchObject({ code: "NotFound", reason: "SOURCE_NOT_FOUND" });
    const noRun = await failureOf(register({ source: held(`runs:/${"0".repeat(32)}/x`) }));
    expect(noRun).toMatchObject({ code: "NotFound", reason: "SOURCE_NOT_FOUND" });
    const pending = await python(`
import mlflow
print(mlflow.MlflowClient().create_logged_model("0", name="pending").model_id, end="")`);
    const notReady = await failureOf(register({ source: held(`models:/${pending}`) }));
    expect(notReady).toMatchObject({
      code: "FailedPrecondition",
      reason: "SOURCE_NOT_REGISTRABLE",
    });
    expect(notReady.message).toContain("LOGGED_MODEL_PENDING");
    const extra = await failureOf(
      register({ source: held(`models:/${pending}`), metadata: { a: 1 } }),
    );
    expect(extra.fields.metadata).toContain("only for a package");
  });
});

describe("a request id", () => {
  test("gives fifty callers at once the same answer of one registration", async () => {
    const request = { requestId: randomUUID(), modelName: newName(), source: inline() };
    const answers = await Promise.all(Array.from({ length: 50 }, () => register(request)));
    const bytes = new Set(
      answers.map((answer) => Buffer.from(toBinary(RegistrationSchema, answer)).toString("hex")),
    );
    expect(bytes.size).toBe(1);
    const { model_versions: versions } = await mlflow<{ model_versions: unknown[] }>(
      "model-versions/search",
      { filter: `name = '${request.modelName}'`, max_results: "100" },
    );
    expect(versions).toHaveLength(1);
    const store = await openStore(modelwire.databaseUrl);
    try {
      const events = await store.db
        .selectFrom("events")
        .select("sequence")
        .where("model_name", "=", request.modelName)
        .execute();
      expect(events).toEqual([{ sequence: 1 }]);
    } finally {
      await store.close();
    }
  });

  test("gives the first answer after a restart too", async () => {
    const own = await startModelwire();
    const request = {
      requestId: randomUUID(),
      modelType: "x",
      modelName: newName(),
      source: inline(),
    };
    const first = await createClients(own.httpUrl).registry.registerBaseline(request);
    const restarted = await own.restart();
    try {
      const again = await createClients(restarted.httpUrl).registry.registerBaseline(request);
      expect(again).toEqual(first);
    } finally {
      await restarted.stop();
    }
  });

  test("with another request is refused and changes nothing", async () => {
    const request = { requestId: randomUUID(), modelName: newName(), source: inline() };
    const first = await register(request);
    const failure = await failureOf(register({ ...request, tags: { other: "yes" } }));
    expect(failure).toMatchObject({
      code: "AlreadyExists",
      reason: "REQUEST_ID_REUSED",
      metadata: { request_id: request.requestId, registration_id: first.registrationId },
    });
    // The same in another order is the same request.
    const shuffled = await register({ ...request, source: inline([...files].reverse()) });
    expect(shuffled).toEqual(first);
  });
});

describe("a look-up", () => {
  test("by uuid, version, alias or model id gives one registration, as MLflow has it now", async () => {
    const registered = await register({ source: inline() });
    const { modelName: name, modelInfo } = registered;
    await python(
      `
import os
from mlflow import MlflowClient
client = MlflowClient()
client.set_registered_model_alias(os.environ["NAME"], "champion", "1")
client.set_model_version_tag(os.environ["NAME"], "1", "checked", "yes")`,
      { NAME: name },
    );
    const { getModelByUuid, getModelVersion } = clients.registry;
    const byUuid = await getModelByUuid({ modelUuid: modelInfo?.modelUuid ?? "" });
    expect(byUuid.registration?.modelVersion?.aliases).toEqual(["champion"]);
    expect(byUuid.registration?.modelVersion?.tags.checked).toBe("yes");
    expect(byUuid.registration).toMatchObject({
      registrationId: registered.registrationId,
      registrationTime: registered.registrationTime,
    });
    expect(byUuid.registration?.modelInfo).toEqual(modelInfo);
    const refs = [
      { case: "modelId" as const, value: `${name}/1` },
      { case: "nameVersion" as const, value: { name, version: "1" } },
      { case: "nameAlias" as const, value: { name, alias: "champion" } },
      { case: "modelUuid" as const, value: modelInfo?.modelUuid ?? "" },
    ];
    for (const ref of refs) {
      const { registration } = await getModelVersion({ ref: { ref } });
      expect(registration, ref.case).toEqual(byUuid.registration);
    }
  });

  test("finds what was registered in MLflow directly", async () => {
    const [name, modelId] = await pythonJson<[string, string]>(
      `
import json, mlflow, os
class Model(mlflow.pyfunc.PythonModel):
    def predict(self, context, model_input, params=None):
        return model_input
info = mlflow.pyfunc.log_model(python_model=Model(), name="direct", registered_model_name=os.environ["NAME"], metadata={"a": {"b": 1}})
print(json.dumps([os.environ["NAME"], info.model_id]))`,
      { NAME: newName() },
    );
    const { registration } = await clients.registry.getModelByUuid({ modelUuid: modelId });
    expect(registration).toMatchObject({
      modelId: `${name}/1`,
      modelInfo: { modelUuid: modelId, metadata: { a: { b: 1 } } },
    });
    expect(registration?.registrationId).toBeUndefined();
    expect(registration?.isBaseline).toBeUndefined();
  });

  test("of what does not exist says so, and of what is no reference names the field", async () => {
    const unknown = `m-${randomUUID().replaceAll("-", "")}`;
    const missing = await failureOf(clients.registry.getModelByUuid({ modelUuid: unknown }));
    expect(missing).toMatchObject({
      code: "NotFound",
      reason: "MODEL_NOT_FOUND",
      resource: unknown,
    });
    const malformed = await failureOf(clients.registry.getModelByUuid({ modelUuid: "m-1" }));
    expect(malformed).toMatchObject({ code: "InvalidArgument", reason: "INVALID_FIELD" });
    expect(malformed.fields.model_uuid).toContain("expected m-");
    const cases: [Parameters<Clients["registry"]["getModelVersion"]>[0], string, string][] = [
      [{}, "InvalidArgument", "ref"],
      [{ ref: { ref: { case: "modelId", value: "x" } } }, "InvalidArgument", "ref.model_id"],
      [{ ref: { ref: { case: "modelId", value: "x/y" } } }, "InvalidArgument", "ref.model_id"],
      [
        { ref: { ref: { case: "nameVersion", value: { name: "a", version: "01" } } } },
        "InvalidArgument",
        "ref.name_version.version",
      ],
      [
        { ref: { ref: { case: "nameAlias", value: { name: "a", alias: "a b" } } } },
        "InvalidArgument",
        "ref.name_alias.alias",
      ],
    ];
    for (const [request, code, field] of cases) {
      const failure = await failureOf(clients.registry.getModelVersion(request));
      expect(failure.code, field).toBe(code);
      expect(Object.keys(failure.fields)).toEqual([field]);
    }
    const noVersion = await failureOf(
      clients.registry.getModelVersion({ ref: { ref: { case: "modelId", value: "nowhere/1" } } }),
    );
    expect(noVersion).toMatchObject({ code: "NotFound", reason: "MODEL_NOT_FOUND" });
    const { modelName } = await register({ source: inline() });
    const noAlias = await failureOf(
      clients.registry.getModelVersion({
        ref: { ref: { case: "nameAlias", value: { name: modelName, alias: "none" } } },
      }),
    );
    expect(noAlias).toMatchObject({ code: "NotFound", reason: "MODEL_NOT_FOUND" });
  });

  test("of a version that was deleted in MLflow says that it is not there", async () => {
    const { modelName, modelInfo } = await register({ source: inline() });
    await python(
      `
import os
from mlflow import MlflowClient
MlflowClient().delete_model_version(os.environ["NAME"], "1")`,
      { NAME: modelName },
    );
    const { getModelByUuid } = clients.registry;
    const failure = await failureOf(getModelByUuid({ modelUuid: modelInfo?.modelUuid ?? "" }));
    expect(failure).toMatchObject({ code: "NotFound", reason: "MODEL_NOT_FOUND" });
  });

  test("tells a version from the one that bore its number before the model was made anew", async () => {
    const first = await register({ source: inline() });
    await python(
      `
import os
from mlflow import MlflowClient
MlflowClient().delete_registered_model(os.environ["NAME"])`,
      { NAME: first.modelName },
    );
    const second = await register({ source: inline(), modelName: first.modelName });
    expect(second.modelId).toBe(first.modelId);
    const { registration } = await clients.registry.getModelVersion({
      ref: { ref: { case: "modelId", value: first.modelId } },
    });
    expect(registration?.registrationId).toBe(second.registrationId);
    expect(registration?.modelInfo?.modelUuid).toBe(second.modelInfo?.modelUuid);
  });
});
