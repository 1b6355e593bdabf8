import { describe, expect, test } from "vitest";
import { sha256 } from "../package/digest.ts";
import { DEEPEST_JSON } from "../package/json.ts";
import { base, bytes, files, held, type Init, wrong } from "./plan.testdata.ts";

const uuidRule = "expected a UUID, such as 6f8a1c1e-3b0a-4d3c-9a54-0c6c2f1d7e11";
const typeRule =
  "expected 1 to 64 characters of a-z, 0-9 and _, beginning with a letter, such as classification";
const nameRule = "expected 1 to 256 characters without /, : and control characters";
const keyRule = "expected 1 to 250 letters, digits, spaces and _ - . / :";
const uriRule =
  "expected models:/m-… for a logged model, or runs:/<run id>/<path> for a model that a run logged";
const uri = (value: string): Init => ({ ...held, source: { case: "mlflowUri", value } });
const deep = (levels: number): Record<string, never> =>
  JSON.parse(`${'{"a":'.repeat(levels - 1)}{}${"}".repeat(levels - 1)}`);

describe("a field that does not hold what it must is named with what would be right", () => {
  test.each<[string, Init, string, string]>([
    ["request_id", { ...base, requestId: "1" }, "request_id", uuidRule],
    ["request_id, empty", { ...base, requestId: "" }, "request_id", uuidRule],
    ["model_type, unset", { source: files() }, "model_type", typeRule],
    ["model_type, upper case", { ...base, modelType: "Lead" }, "model_type", typeRule],
    ["model_type, long", { ...base, modelType: "a".repeat(65) }, "model_type", typeRule],
    ["model_name, empty", { ...base, modelName: "" }, "model_name", nameRule],
    ["model_name, slash", { ...base, modelName: "a/b" }, "model_name", nameRule],
    ["model_name, NUL", { ...base, modelName: "a\0b" }, "model_name", nameRule],
    [
      "model_name, long",
      { ...base, modelName: "a".repeat(257) },
      "model_name",
      "expected at most 256 characters",
    ],
    [
      "model_name, spaces",
      { ...base, modelName: " a" },
      "model_name",
      "expected no space at the beginning or the end",
    ],
    [
      "description",
      { ...base, description: "a".repeat(5001) },
      "description",
      "expected at most 5,000 characters",
    ],
    [
      "experiment_name, empty",
      { ...base, experimentName: "" },
      "experiment_name",
      "expected a name; leave it unset for the server's own experiment",
    ],
    [
      "experiment_name, long",
      { ...base, experimentName: "a".repeat(501) },
      "experiment_name",
      "expected at most 500 characters",
    ],
    ["run_id", { ...base, runId: "1" }, "run_id", "expected 32 hexadecimal digits"],
    ["tags, key", { ...base, tags: { "a=b": "x" } }, "tags", `"a=b": ${keyRule}`],
    ["tags, empty key", { ...base, tags: { "": "x" } }, "tags", `"": ${keyRule}`],
    [
      "tags, path",
      { ...base, tags: { "a/../b": "x" } },
      "tags",
      '"a/../b": expected no path that leads elsewhere',
    ],
    [
      "tags, long value",
      { ...base, tags: { a: "😀".repeat(5001) } },
      "tags",
      '"a": expected a value of at most 5000 characters, not 5001',
    ],
    ...["model_uuid", "model_type", "is_baseline", "modelwire.x", "mlflow.prompt.y"].map(
      (key): [string, Init, string, string] => [
        `tags, ${key}`,
        { ...base, tags: { [key]: "x" } },
        "tags",
        `"${key}": Modelwire or MLflow sets this tag itself`,
      ],
    ),
    ["params, key", { ...base, params: { ü: "x" } }, "params", `"ü": ${keyRule}`],
    [
      "params, long value",
      { ...base, params: { a: "a".repeat(6001) } },
      "params",
      '"a": expected a value of at most 6000 characters, not 6001',
    ],
    ...["model_type", "is_baseline", "registration_time"].map(
      (key): [string, Init, string, string] => [
        `params, ${key}`,
        { ...base, params: { [key]: "x" } },
        "params",
        `"${key}": Modelwire sets this param itself`,
      ],
    ),
    ["metrics, key", { ...base, metrics: { "a\n": 1 } }, "metrics", `"a\n": ${keyRule}`],
    [
      "metrics, value",
      { ...base, metrics: { loss: Number.NaN } },
      "metrics",
      '"loss": expected a finite number',
    ],
    [
      "metadata, depth",
      { ...base, metadata: deep(DEEPEST_JSON + 1) },
      "metadata",
      "expected objects and arrays that nest at most 30 deep",
    ],
    [
      "source, unset",
      { modelType: "a" },
      "package",
      "expected a package, with the model's files, an uploaded_package or an mlflow_uri",
    ],
    [
      "package, empty",
      { ...base, source: { case: "package", value: { files: [] } } },
      "package.files",
      "expected at least one file, the MLmodel",
    ],
    ["mlflow_uri, name", uri("models:/name/1"), "mlflow_uri", uriRule],
    ["mlflow_uri, empty", uri(""), "mlflow_uri", uriRule],
    ["mlflow_uri, quote", uri(`runs:/${"0".repeat(32)}/a'b`), "mlflow_uri", uriRule],
    [
      "mlflow_uri, path",
      uri(`runs:/${"0".repeat(32)}/a/../b`),
      "mlflow_uri",
      "expected no path that leads elsewhere",
    ],
  ])("%s", (_, init, field, description) => {
    expect(wrong(init)).toEqual([[field, description]]);
  });

  const flavors = "flavors:\n  python_function: {}\n";
  const withMlmodel = (text: string | Uint8Array<ArrayBuffer>): Init => ({
    ...base,
    source: {
      case: "package",
      value: {
        files: [{ path: "MLmodel", content: typeof text === "string" ? bytes(text) : text }],
      },
    },
  });
  test.each<[string, Init, string, string | RegExp]>([
    [
      "a path that leads out",
      { ...base, source: files({ path: "../x" }) },
      "package.files[1].path",
      '"../x" leads out of the package: no component may be ..',
    ],
    [
      "a path twice",
      { ...base, source: files({ path: "a" }, { path: "b" }, { path: "a" }) },
      "package.files[3].path",
      '"a" stands here twice: each path once',
    ],
    [
      "a file in the place of a folder",
      { ...base, source: files({ path: "a/b/c" }, { path: "a/b" }) },
      "package.files[1].path",
      '"a/b/c": "a/b" is a file in this package, not a folder',
    ],
    [
      "a digest of other content",
      { ...base, source: files({ path: "a", content: bytes("x"), sha256: sha256("y") }) },
      "package.files[1].sha256",
      `the content of "a" has the SHA-256 ${sha256("x")}, not ${sha256("y")}`,
    ],
    [
      "a digest that is none",
      { ...base, source: files({ path: "a", sha256: "abc" }) },
      "package.files[1].sha256",
      "expected 64 hexadecimal digits",
    ],
    [
      "no MLmodel",
      { ...base, source: { case: "package", value: { files: [{ path: "model/MLmodel" }] } } },
      "package.files",
      "no file MLmodel at the root: expected a directory as MLflow saves one",
    ],
    [
      "an MLmodel that is no YAML",
      withMlmodel("a: ["),
      "package.files[0].content",
      /^MLmodel: not YAML: /,
    ],
    [
      "an MLmodel that is no text",
      withMlmodel(new Uint8Array([0xff])),
      "package.files[0].content",
      "MLmodel: not UTF-8 text",
    ],
    [
      "an MLmodel without flavors",
      withMlmodel("flavors: {}"),
      "package.files[0].content",
      "MLmodel: flavors: expected at least one",
    ],
    [
      "an MLmodel with a wrong signature",
      withMlmodel(`${flavors}signature: {inputs: '[{"type": "quaternion"}]'}\n`),
      "package.files[0].content",
      /^MLmodel: signature: /,
    ],
    ["a signature of nothing", { ...base, signature: {} }, "signature", /expected|at least/],
  ])("%s", (_, init, field, description) => {
    const [first, ...others] = wrong(init);
    expect(others).toEqual([]);
    expect(first?.[0]).toBe(field);
    expect(first?.[1]).toMatch(description);
  });
});

test("everything that is wrong is told at once", () => {
  const init: Init = {
    ...base,
    requestId: "1",
    modelType: "",
    runId: "x",
    tags: { model_uuid: "x", "=": "y" },
    metrics: { "": 1 },
    source: files({ path: "a", sha256: "x" }),
  };
  expect(
    wrong(init)
      .map(([field]) => field)
      .sort(),
  ).toEqual([
    "metrics",
    "model_type",
    "package.files[1].sha256",
    "request_id",
    "run_id",
    "tags",
    "tags",
  ]);
  const several = files({ path: "../a" }, { path: "b", sha256: sha256("x") }, { path: "b/c" });
  expect(wrong({ ...base, source: several }).map(([field]) => field)).toEqual([
    "package.files[1].path",
    "package.files[2].sha256",
    "package.files[3].path",
  ]);
});

test("a model that MLflow holds brings its own signature, metadata, params, metrics and run", () => {
  const text = "only for a package: a model that mlflow_uri names has its own";
  const given: Init = {
    ...held,
    signature: {},
    metadata: {},
    params: { a: "b" },
    metrics: { a: 1 },
    experimentName: "e",
    runId: "0".repeat(32),
  };
  expect(wrong(given)).toEqual(
    ["signature", "metadata", "params", "metrics", "experiment_name", "run_id"].map((field) => [
      field,
      text,
    ]),
  );
  expect(wrong({ ...held, signatureBundle: "{}" })).toEqual([
    ["signature_bundle", "only for a package, whose files it is checked against"],
  ]);
  expect(wrong(held)).toEqual([]);
  expect(wrong({ ...held, tags: { a: "b" }, description: "c", modelName: "d" })).toEqual([]);
});

test("limits are what they say, and the last value within them is taken", () => {
  expect(
    wrong({
      ...base,
      requestId: "6F8A1C1E-3B0A-4D3C-9A54-0C6C2F1D7E11",
      modelType: "a".repeat(64),
      modelName: "ü".repeat(256),
      description: "a".repeat(5000),
      experimentName: "a".repeat(500),
      metadata: deep(DEEPEST_JSON),
      tags: { ["a".repeat(250)]: "😀".repeat(5000), "mlflow.note.content": "x", "a b/c:d-e.f": "" },
      params: { a: "a".repeat(6000) },
      metrics: { a: Number.MAX_VALUE },
    }),
  ).toEqual([]);
});
