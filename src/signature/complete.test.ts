import { fromJson, type JsonValue } from "@bufbuild/protobuf";
import { describe, expect, it } from "vitest";
import { SignatureSchema } from "#gen/modelwire/registry/v1/signature_pb.js";
import { readInferredSignatures } from "../../test/vectors/signature/read-vectors.ts";
import { completeSignature } from "./complete.ts";
import { SignatureError, type Violation } from "./error.ts";
import { parseSignature } from "./parse.ts";

const complete = (json: JsonValue) => completeSignature(fromJson(SignatureSchema, json));

function violationsOf(json: JsonValue): readonly Violation[] {
  try {
    complete(json);
  } catch (error) {
    if (error instanceof SignatureError) return error.violations;
    throw error;
  }
  return [];
}

const pathsOf = (json: JsonValue) => violationsOf(json).map(({ path }) => path);
const columns = (...list: JsonValue[]) => ({ columns: { columns: list } });
const tensors = (...list: JsonValue[]) => ({ tensors: { tensors: list } });
const long = { scalar: "SCALAR_TYPE_LONG" };
const inputsOfLong = '[{"type": "long", "name": "a", "required": true}]';

describe("a requested signature of typed parts", () => {
  it("gets MLflow's JSON, the text and all defaults", () => {
    const signature = complete({
      inputs: columns({
        name: "a",
        type: {
          object: {
            properties: [
              { name: "z", type: long },
              { name: "b", type: long, required: false },
            ],
          },
        },
      }),
      outputs: tensors({ dtype: "f8", shape: [-1, 2] }),
    });
    expect(signature).toEqual(
      parseSignature({
        inputs:
          '[{"type": "object", "properties": {"b": {"type": "long", "required": false}, ' +
          '"z": {"type": "long", "required": true}}, "name": "a", "required": true}]',
        outputs: '[{"type": "tensor", "tensor-spec": {"dtype": "float64", "shape": [-1, 2]}}]',
      }),
    );
  });

  it("takes numbers that a double cannot hold as text", () => {
    const param = (name: string, type: string, value: JsonValue) => ({
      name,
      type: { scalar: `SCALAR_TYPE_${type}` },
      default_value: value,
    });
    const { mlflowJson } = complete({
      params: [
        param("a", "LONG", "9007199254740993"),
        param("b", "DOUBLE", "NaN"),
        param("c", "STRING", "1"),
      ],
    });
    expect(mlflowJson?.params).toBe(
      '[{"name": "a", "default": 9007199254740993, "shape": null, "type": "long"}, ' +
        '{"name": "b", "default": NaN, "shape": null, "type": "double"}, ' +
        '{"name": "c", "default": "1", "shape": null, "type": "string"}]',
    );
    const unset = { name: "d", type: { scalar: "SCALAR_TYPE_LONG" } };
    expect(complete({ params: [unset] })).toEqual(complete({ params: [param("d", "LONG", null)] }));
    expect(violationsOf({ params: [param("a", "LONG", 2 ** 53)] })).toEqual([
      {
        path: "signature.params[0].default_value",
        reason: "expected text for an integer beyond 2^53",
      },
    ]);
  });

  it.each<[string, JsonValue, string[]]>([
    ["nothing at all", {}, ["signature"]],
    ["nothing but text", { text: "x", mlflow_json: { inputs: "" } }, ["signature"]],
    ["a schema of no kind", { inputs: {} }, ["signature.inputs"]],
    ["no columns", { inputs: columns() }, ["signature.inputs.columns.columns"]],
    ["no tensors", { outputs: tensors() }, ["signature.outputs.columns.columns"]],
    [
      "types that are unset or unspecified",
      {
        inputs: columns(
          { name: "a" },
          { name: "b", type: long },
          { name: "c", type: { scalar: "SCALAR_TYPE_UNSPECIFIED" } },
          { name: "d", type: { array: {} } },
          { name: "e", type: { map: { values: { array: { items: {} } } } } },
        ),
        outputs: columns({ type: { object: {} } }),
      },
      [
        "signature.inputs.columns.columns[0].type",
        "signature.inputs.columns.columns[2].type.scalar",
        "signature.inputs.columns.columns[3].type.array.items",
        "signature.inputs.columns.columns[4].type.map.values.array.items",
        "signature.outputs.columns.columns[0].type.object.properties",
      ],
    ],
    [
      "columns of which some are named",
      { inputs: columns({ name: "a", type: long }, { type: long }) },
      ["signature.inputs.columns.columns[1].name"],
    ],
    [
      "an unnamed column that is optional",
      { inputs: columns({ type: long }, { type: long, required: false }) },
      ["signature.inputs.columns.columns[1].required"],
    ],
    [
      "names that come twice",
      {
        inputs: columns(
          { name: "a", type: long },
          { name: "a", type: long },
          { name: "a", type: long },
        ),
        outputs: tensors({ name: "t", dtype: "str" }, { name: "t", dtype: "str" }),
      },
      [
        "signature.inputs.columns.columns[1].name",
        "signature.inputs.columns.columns[2].name",
        "signature.outputs.tensors.tensors[1].name",
      ],
    ],
    [
      "several tensors without names",
      { inputs: tensors({ dtype: "str" }, { dtype: "str" }) },
      ["signature.inputs.tensors.tensors[0].name"],
    ],
    [
      "tensors of no dtype and of impossible sizes",
      {
        inputs: tensors(
          { name: "a" },
          { name: "b", dtype: "U5" },
          { name: "c", dtype: "str", shape: [-1, -2] },
        ),
      },
      [
        "signature.inputs.tensors.tensors[0].dtype",
        "signature.inputs.tensors.tensors[1].dtype",
        "signature.inputs.tensors.tensors[2].shape[1]",
      ],
    ],
    [
      "properties that MLflow cannot read back",
      {
        inputs: columns({
          name: "a",
          type: {
            object: {
              properties: [
                { name: "cls", type: long },
                { name: "v", type: { sparkml_vector: {} } },
                { type: long },
              ],
            },
          },
        }),
        outputs: columns({ name: "m", type: { map: { values: { sparkml_vector: {} } } } }),
      },
      [
        "signature.inputs.columns.columns[0].type.object.properties[0].name",
        "signature.inputs.columns.columns[0].type.object.properties[1].type",
        "signature.inputs.columns.columns[0].type.object.properties[2].name",
        "signature.outputs.columns.columns[0].type.map.values",
      ],
    ],
    [
      "parameters that MLflow has not",
      {
        params: [
          { name: "a", type: { scalar: "SCALAR_TYPE_BINARY" }, default_value: "x" },
          { name: "b", type: { array: { items: long } }, default_value: [1] },
          { name: "c", type: long },
          { name: "d", type: long, default_value: 1, shape: [2] },
          { name: "e", type: long, default_value: [1, "x"], shape: [-1] },
          { type: long, default_value: 1 },
        ],
      },
      [
        "signature.params[0].type",
        "signature.params[1].type",
        "signature.params[3].shape",
        "signature.params[4].default_value[1]",
        "signature.params[5].name",
      ],
    ],
    [
      "parameters of one name",
      {
        params: [
          { name: "a", type: long, default_value: 1 },
          { name: "a", type: long, default_value: 1 },
        ],
      },
      ["signature.params[1].name"],
    ],
  ])("is refused with %s", (_, json, paths) => {
    expect(pathsOf(json)).toEqual(paths);
  });

  it("is refused where it nests deeper than protobuf readers go", () => {
    const nest = (depth: number): JsonValue =>
      depth === 0 ? long : { array: { items: nest(depth - 1) } };
    expect(violationsOf({ inputs: columns({ type: nest(28) }) })).toEqual([]);
    expect(violationsOf({ inputs: columns({ type: nest(29) }) })).toEqual([
      { path: "signature.inputs", reason: "nested deeper than 30 levels" },
    ]);
  });
});

describe("a requested signature in MLflow's JSON", () => {
  it("gets the typed parts and the text", () => {
    const inputs = '[{"type":"long","name":"a"}]';
    expect(complete({ mlflow_json: { inputs } })).toEqual(parseSignature({ inputs }));
  });

  it.each<[JsonValue, string[]]>([
    [{ inputs: '[{"type":"long"},{"type":"nope"}]' }, ["signature.mlflow_json.inputs[1].type"]],
    [{ params: "x" }, ["signature.mlflow_json.params"]],
    [{ params: "[]" }, ["signature.mlflow_json"]],
    [
      { inputs: '[{"type":"long","name":1},{"type":"long","name":"1"}]' },
      ["signature.mlflow_json.inputs[1].name"],
    ],
  ])("is refused as %j", (json, paths) => {
    expect(pathsOf({ mlflow_json: json })).toEqual(paths);
  });
});

describe("a requested signature in both forms", () => {
  it("is taken as an answer gave it", () => {
    const hardToSay = [
      { inputs: '[{"type":"array","items":{"type":"any"}}]' },
      { inputs: '[{"type":"double","name":0},{"type":"double","name":1}]' },
      { params: '[{"name":"a","type":"double","default":-Infinity}]' },
    ];
    for (const texts of [...hardToSay, ...readInferredSignatures().map((vector) => vector.texts)]) {
      const answered = parseSignature(texts);
      expect(completeSignature(answered)).toEqual(answered);
    }
  });

  it("may leave `required` out and name a dtype in another way", () => {
    const inputs =
      '[{"name": "t", "type": "tensor", "tensor-spec": {"dtype": "float64", "shape": [-1]}}]';
    const { mlflowJson } = complete({
      inputs: tensors({ name: "t", dtype: "double", shape: [-1] }),
      outputs: columns({ name: "a", type: long }),
      mlflow_json: { inputs, outputs: inputsOfLong },
    });
    expect(mlflowJson).toMatchObject({ inputs, outputs: inputsOfLong });
  });

  it.each<[JsonValue, Violation[]]>([
    [
      { inputs: columns({ name: "a", type: { scalar: "SCALAR_TYPE_DOUBLE" }, required: false }) },
      [
        {
          path: "signature.inputs.columns.columns[0].type.scalar",
          reason: '"SCALAR_TYPE_DOUBLE", but mlflow_json says "SCALAR_TYPE_LONG"',
        },
        {
          path: "signature.inputs.columns.columns[0].required",
          reason: "false, but mlflow_json says true",
        },
      ],
    ],
    [
      { inputs: columns({ name: "a", type: long }, { name: "b", type: long }) },
      [
        {
          path: "signature.inputs.columns.columns",
          reason: "2 of them, but mlflow_json says 1 of them",
        },
      ],
    ],
    [
      { outputs: columns({ name: "a", type: long }) },
      [
        { path: "signature.inputs", reason: "nothing, but mlflow_json says columns" },
        { path: "signature.outputs", reason: "columns, but mlflow_json says nothing" },
      ],
    ],
  ])("is refused where %j is said and something else", (typed, violations) => {
    expect(violationsOf({ ...(typed as object), mlflow_json: { inputs: inputsOfLong } })).toEqual(
      violations,
    );
  });
});
