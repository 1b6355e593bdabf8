import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Registration } from "#gen/modelwire/registry/v1/registration_pb.js";
import { SignatureVerdict } from "#gen/modelwire/registry/v1/signature_comparison_pb.js";
import { type Clients, createClients } from "./support/clients.ts";
import { failureOf } from "./support/errors.ts";
import { type ModelFile, quickstartModel, readModelFiles } from "./support/model-files.ts";
import { startModelwire, type TestModelwire } from "./support/modelwire.ts";
import { python } from "./support/services.ts";

let modelwire: TestModelwire;
let clients: Clients;
let files: ModelFile[];
/** The quickstart model without its signature and example. */
let bare: ModelFile[];
beforeAll(async () => {
  files = await readModelFiles(quickstartModel);
  bare = files
    .filter(({ path }) => !path.includes("input_example"))
    .map((file) => {
      if (file.path !== "MLmodel") return file;
      const text = new TextDecoder()
        .decode(file.content)
        .replace(/^signature:\n( .*\n)+/m, "")
        .replace(/^saved_input_example_info:\n( .*\n)+/m, "");
      return { path: file.path, content: new TextEncoder().encode(text) };
    });
  modelwire = await startModelwire();
  clients = createClients(modelwire.httpUrl);
});
afterAll(() => modelwire?.stop());

type Request = Parameters<Clients["registry"]["registerBaseline"]>[0];

async function register(request: Request, some = bare): Promise<Registration> {
  const { registration } = await clients.registry.registerBaseline({
    modelType: "lead_scoring",
    modelName: `sig-${randomUUID()}`,
    source: { case: "package", value: { files: some } },
    ...request,
  });
  if (!registration) throw new Error("no registration in the answer");
  return registration;
}

const json = (value: string) => ({ kind: { case: "json" as const, value } });
const columns = (...specs: string[]) => ({ mlflowJson: { inputs: `[${specs.join(", ")}]` } });
const column = (name: string, type: string, required = true) =>
  `{"type": "${type}", "name": "${name}", "required": ${required}}`;
const signature = (value: ReturnType<typeof columns>) => ({
  source: { case: "signature" as const, value },
});

describe("an input example", () => {
  const leads =
    '[{"site_visits": 3, "emails_opened": 1, "days_since_contact": 10.0}, {"site_visits": 9, "emails_opened": 4, "days_since_contact": 1}]';
  const table = {
    kind: {
      case: "table" as const,
      value: {
        columns: [
          { name: "site_visits", dtype: "int64", values: "[3, 9]" },
          { name: "emails_opened", dtype: "int64", values: "[1, 4]" },
          { name: "days_since_contact", dtype: "float64", values: "[10, 1.5]" },
        ],
      },
    },
  };

  test("is saved as MLflow saves it, and the signature inferred from it", async () => {
    const { modelName, modelInfo } = await register({
      inputExample: table,
      outputExample: {
        kind: {
          case: "table",
          value: { columns: [{ name: "score", dtype: "float64", values: "[0.5, 0.1]" }] },
        },
      },
      paramsExample: '{"threshold": 0.5}',
    });
    const seen = JSON.parse(
      await python(
        `
import json, mlflow, os, pandas as pd, tempfile
from mlflow.models import infer_signature
frame = pd.DataFrame({"site_visits": [3, 9], "emails_opened": [1, 4], "days_since_contact": [10.0, 1.5]})
expected = infer_signature(frame, pd.DataFrame({"score": [0.5, 0.1]}), {"threshold": 0.5})
model = mlflow.pyfunc.load_model(f"models:/{os.environ['NAME']}/1")
loaded = model.input_example
with tempfile.TemporaryDirectory() as folder:
    class Model(mlflow.pyfunc.PythonModel):
        def predict(self, context, model_input, params=None):
            return pd.DataFrame({"score": [0.5, 0.1]})
    mlflow.pyfunc.save_model(f"{folder}/m", python_model=Model(), input_example=(frame, {"threshold": 0.5}), pip_requirements=[])
    saved = mlflow.models.Model.load(f"{folder}/m").saved_input_example_info
    texts = {name: open(f"{folder}/m/{name}").read() for name in ("input_example.json", "serving_input_example.json")}
local = mlflow.artifacts.download_artifacts(f"models:/{os.environ['NAME']}/1")
print(json.dumps({
    "same": bool((loaded == frame).all().all()),
    "signature": model.metadata.signature.to_dict() == expected.to_dict(),
    "info": model.metadata.saved_input_example_info == saved,
    "texts": {name: open(f"{local}/{name}").read() == text for name, text in texts.items()},
}))`,
        { NAME: modelName },
      ),
    );
    expect(seen).toEqual({
      same: true,
      signature: true,
      info: true,
      texts: { "input_example.json": true, "serving_input_example.json": true },
    });
    expect(modelInfo?.savedInputExampleInfo).toMatchObject({ type: "dataframe", params: "true" });
    expect(modelInfo?.signature?.params[0]).toMatchObject({ name: "threshold" });
    expect(modelInfo?.files.map(({ path }) => path)).toContain("serving_input_example.json");
  });

  test("does not take the place of a signature that the model has", async () => {
    const { modelInfo } = await register({ inputExample: json(leads) }, files);
    expect(modelInfo?.signature?.text).toContain("'site_visits': long (required)");
    expect(modelInfo?.signature?.text).toContain("'score': double");
    expect(modelInfo?.savedInputExampleInfo?.type).toBe("json_object");
  });

  test("that is malformed is refused, field by field", async () => {
    const broken = await failureOf(register({ inputExample: json("{") }));
    expect(Object.keys(broken.fields)).toEqual(["input_example.json"]);
    const none = await failureOf(register({ outputExample: json("1"), paramsExample: "{}" }));
    expect(Object.keys(none.fields)).toEqual(["output_example", "params_example"]);
    const params = await failureOf(
      register({ inputExample: json(leads), paramsExample: '{"a": {"b": [1, "x"]}}' }),
    );
    expect(Object.keys(params.fields)[0]).toMatch(/^params_example/);
  });
});

describe("InferSignature", () => {
  test("infers what MLflow infers, and warns where it cannot", async () => {
    const inferred = await clients.registry.inferSignature({
      input: json('[{"a": 1, "b": [1.5]}, {"a": 2}]'),
      output: {
        kind: { case: "array", value: { dtype: "float32", shape: [2, 1], data: "[[1], [2]]" } },
      },
      paramsJson: '{"temperature": 0.5}',
    });
    expect(inferred.signature?.text).toBe(
      "inputs: \n  ['a': long (required), 'b': Array(double) (optional)]\noutputs: \n  [Tensor('float32', (-1, 1))]\nparams: \n  ['temperature': double (default: 0.5)]\n",
    );
    expect(inferred.warnings).toEqual([]);
    const mixed = await clients.registry.inferSignature({ input: json("[1, 1.5]") });
    expect(mixed.signature?.mlflowJson?.inputs).toBe('[{"type": "any", "required": true}]');
    expect(mixed.warnings).toHaveLength(1);
  });

  test("names what is malformed", async () => {
    const failure = await failureOf(
      clients.registry.inferSignature({
        input: {
          kind: {
            case: "table",
            value: { columns: [{ name: "a", dtype: "int64", values: "[1" }] },
          },
        },
      }),
    );
    expect(failure).toMatchObject({ code: "InvalidArgument", reason: "INVALID_FIELD" });
    expect(Object.keys(failure.fields)).toEqual(["input.table.columns[0].values"]);
    const nothing = await failureOf(clients.registry.inferSignature({}));
    expect(nothing.code).toBe("InvalidArgument");
  });
});

describe("a signature that takes the place of another", () => {
  test("is compared with it, difference by difference", async () => {
    const { comparison } = await clients.registry.compareSignatures({
      old: signature(columns(column("age", "long"), column("income", "double"))),
      next: signature(
        columns(column("age", "integer"), column("income", "double"), column("x", "string", false)),
      ),
    });
    expect(comparison).toMatchObject({
      compatible: false,
      inputs: SignatureVerdict.INCOMPATIBLE,
      outputs: SignatureVerdict.UNCHANGED,
    });
    expect(comparison?.differences.map(({ path, compatible }) => [path, compatible])).toEqual([
      ["inputs.age.type", false],
      ["inputs.x", true],
    ]);
  });

  test("is compared with that of a version, which must be there and have one", async () => {
    const old = await register({}, files);
    const version = (modelId: string) => ({
      source: {
        case: "version" as const,
        value: { ref: { case: "modelId" as const, value: modelId } },
      },
    });
    const { comparison } = await clients.registry.compareSignatures({
      old: version(old.modelId),
      next: version(old.modelId),
    });
    expect(comparison).toMatchObject({ compatible: true, differences: [] });
    const none = await register({});
    const failure = await failureOf(
      clients.registry.compareSignatures({
        old: version(none.modelId),
        next: version(old.modelId),
      }),
    );
    expect(Object.keys(failure.fields)).toEqual(["old.version"]);
  });

  test("must be compatible where the registration demands it", async () => {
    const old = await register({}, files);
    const requireCompatibleWith = { ref: { case: "modelId" as const, value: old.modelId } };
    const kept = await register({ requireCompatibleWith }, files);
    expect(kept.version).toBe("1");
    const modelName = `sig-${randomUUID()}`;
    const broken = await failureOf(
      register(
        {
          requireCompatibleWith,
          modelName,
          signature: columns(column("site_visits", "string"), column("other", "long")),
        },
        files,
      ),
    );
    expect(broken).toMatchObject({
      code: "FailedPrecondition",
      reason: "SIGNATURE_INCOMPATIBLE",
    });
    expect(broken.preconditions["inputs.site_visits.type"]).toBeDefined();
    expect(broken.preconditions["inputs.other"]).toBeDefined();
    const lacking = await failureOf(register({ requireCompatibleWith, modelName }));
    expect(lacking.message).toContain("the model has no signature");
    const missing = await failureOf(
      clients.registry.getModelVersion({
        ref: { ref: { case: "modelId", value: `${modelName}/1` } },
      }),
    );
    expect(missing.code).toBe("NotFound");
  });
});
