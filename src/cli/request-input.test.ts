import { InvalidArgumentError } from "commander";
import { expect, test } from "vitest";
import { ScalarType } from "#gen/modelwire/registry/v1/signature_pb.js";
import { CliError } from "./error.ts";
import {
  collectMetric,
  collectPair,
  parseSignature,
  readFlavor,
  readMetadata,
  readSiteBinding,
} from "./request-input.ts";

test("pairs are collected, with what follows the first = as the value", () => {
  const pairs = ["a=1", "b=x=y", "c="].reduce<Record<string, string>>(
    (before, text) => collectPair(text, before),
    {},
  );
  expect(pairs).toEqual({ a: "1", b: "x=y", c: "" });
});

test("a pair without a key or =, or given twice, is refused", () => {
  expect(() => collectPair("a")).toThrow(InvalidArgumentError);
  expect(() => collectPair("=a")).toThrow(InvalidArgumentError);
  expect(() => collectPair("a=2", { a: "1" })).toThrow(InvalidArgumentError);
});

test("metrics are numbers, not finite ones too", () => {
  expect(collectMetric("auc=0.91")).toEqual({ auc: 0.91 });
  expect(collectMetric("a=-1e-3")).toEqual({ a: -0.001 });
  expect(collectMetric("a=NaN")).toEqual({ a: Number.NaN });
  expect(collectMetric("a=-Infinity")).toEqual({ a: Number.NEGATIVE_INFINITY });
});

test.each(["auc=", "auc= ", "auc=high", "auc=0.9x"])("«%s» is no metric", (text) => {
  expect(() => collectMetric(text)).toThrow(InvalidArgumentError);
});

test("metadata given as text must be a JSON object", async () => {
  expect(await readMetadata(' {"a": {"b": [1, null]}}')).toEqual({ a: { b: [1, null] } });
  await expect(readMetadata("{a}")).rejects.toThrow("--metadata: must be JSON");
});

test("what a model is can be given as text, in ProtoJSON", async () => {
  const text = '{"onnx": {"path": "m.onnx", "onnxVersion": "1.19.1"}, "pipRequirements": ["a"]}';
  expect(await readFlavor(text)).toMatchObject({
    flavor: { case: "onnx", value: { path: "m.onnx", onnxVersion: "1.19.1" } },
    pipRequirements: ["a"],
  });
  await expect(readFlavor('{"onyx": {}}')).rejects.toThrow(
    /^--flavor: must be the ProtoJSON of modelwire.registry.v1.ModelDescription: .*onyx/,
  );
  await expect(readFlavor("{")).rejects.toThrow("--flavor: must be JSON");
});

test("the JSON of MLflow's to_dict goes to the server as it is", () => {
  const inputs = '[{"type": "long", "name": "a", "required": true}]';
  const text = JSON.stringify({ inputs, outputs: null, params: null });
  const signature = parseSignature(text, "s.json");
  expect(signature.mlflowJson).toMatchObject({ inputs });
  expect(signature.mlflowJson?.outputs).toBeUndefined();
  expect(signature.mlflowJson?.params).toBeUndefined();
});

test("MLflow's JSON with its arrays unpacked is taken too", () => {
  const params = [{ name: "t", type: "double", default: 0.5, shape: null }];
  const signature = parseSignature(JSON.stringify({ params }), "s.json");
  expect(JSON.parse(signature.mlflowJson?.params ?? "")).toEqual(params);
});

test("numbers of MLflow's arrays are those of Python, none of their digits lost", () => {
  const params =
    '[{"name": "k", "type": "long", "default": 9007199254740993, "shape": null}, ' +
    '{"name": "t", "type": "double", "default": 2.0, "shape": null}, ' +
    '{"name": "n", "type": "double", "default": NaN, "shape": null}]';
  const inputs = '[{"type": "double", "name": "\\u00fc", "required": true}]';
  const signature = parseSignature(`{"inputs": ${inputs}, "params": ${params}}`, "s.json");
  expect(signature.mlflowJson).toMatchObject({ inputs, params });
});

test("a signature may be ProtoJSON", () => {
  const column = { name: "a", type: { scalar: "SCALAR_TYPE_LONG" } };
  const params = [{ name: "t", type: { scalar: "SCALAR_TYPE_DOUBLE" }, defaultValue: 0.5 }];
  const inputs = { columns: { columns: [column] } };
  const signature = parseSignature(JSON.stringify({ inputs, params }), "s.json");
  expect(signature.mlflowJson).toBeUndefined();
  expect(signature.inputs?.kind.value).toMatchObject({
    columns: [{ name: "a", type: { type: { case: "scalar", value: ScalarType.LONG } } }],
  });
  expect(signature.params).toHaveLength(1);
});

test("anything else is no signature, and the error names the file", () => {
  expect(() => parseSignature("[]", "s.json")).toThrow(CliError);
  expect(() => parseSignature('{"input": {}}', "s.json")).toThrow(/^s\.json: must be MLflow's/);
  expect(() => parseSignature('{"input": NaN}', "s.json")).toThrow(/^s\.json: must be MLflow's/);
  expect(() => parseSignature("{", "s.json")).toThrow("s.json: not JSON: ");
});

test("what the site is told is the ProtoJSON of a SiteBinding", async () => {
  expect(await readSiteBinding('{"token_symbol": "msg-ai", "evalSpec": {"k": 5}}')).toMatchObject({
    tokenSymbol: "msg-ai",
    evalSpec: { kind: { case: "structValue" } },
  });
  await expect(readSiteBinding('{"token": "msg-ai"}')).rejects.toThrow(
    /^--site: must be the ProtoJSON of modelwire.registry.v1.SiteBinding: .*token/,
  );
});
