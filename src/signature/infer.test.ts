import { describe, expect, it } from "vitest";
import {
  type InferVector,
  readVectors,
  toExample,
} from "../../test/vectors/signature/read-examples.ts";
import { SignatureError } from "./error.ts";
import { inferSignature } from "./infer.ts";

const vectors = readVectors<InferVector>("infer.jsonl");

function infer({ kind, input, output, params }: InferVector) {
  return inferSignature({
    input: toExample(kind, input),
    output: output && toExample(output.kind, output.value),
    paramsJson: params,
  });
}

describe("inferring what MLflow inferred", () => {
  it.each(vectors.filter(({ expected }) => expected))("gives MLflow's answer to $id", (vector) => {
    const { signature } = infer(vector);
    const { inputs = null, outputs = null, params = null } = signature.mlflowJson ?? {};
    expect({ inputs, outputs, params }).toEqual(vector.expected_3_17 ?? vector.expected);
    expect(signature.text).toBe(vector.string_3_17 ?? vector.string);
  });

  it.each(vectors.filter((vector) => vector.expected_error))(
    "refuses $id, as MLflow does",
    (vector) => {
      expect(() => infer(vector)).toThrow(SignatureError);
    },
  );
});

describe("what cannot be inferred", () => {
  const json = (text: string) => ({ kind: "json" as const, text });
  const any = '[{"type": "any", "required": true}]';

  it("is taken for any, with a warning that says what was wrong and where", () => {
    const { signature, warnings } = inferSignature({
      input: json('[{"a": 1}, {"a": "x"}]'),
      output: { kind: "array", dtype: "float64", shape: [], data: 1.5 },
    });
    expect(signature.mlflowJson).toMatchObject({ inputs: any, outputs: any });
    expect(warnings).toEqual([
      "inputs are taken for a single column of any: " +
        "input.json[1].a: expected long, as in the items before, found string",
      "outputs are taken for a single column of any: " +
        "output.array.shape: expected at least one dimension",
    ]);
  });

  it("is a schema, too, that MLflow prints but could not read back", () => {
    const named = inferSignature({ input: json('{"a": {"cls": 1}}') });
    expect(named.signature.mlflowJson?.inputs).toBe(any);
    expect(named.warnings).toEqual([
      "inputs are taken for a single column of any: " +
        "inputs[0].properties.cls: MLflow cannot read a property named cls",
    ]);
    const deep = `${'{"a":'.repeat(20)}1${"}".repeat(20)}`;
    expect(inferSignature({ input: json(deep) }).signature.mlflowJson?.inputs).toBe(any);
  });

  it("is no warning where any is what the example says", () => {
    expect(inferSignature({ input: json("[null]") }).warnings).toEqual([]);
  });

  it.each<[Parameters<typeof inferSignature>[0], string]>([
    [{}, "input"],
    [{ input: json("null"), output: json(" null "), paramsJson: "{}" }, "input"],
    [{ input: json("nul") }, "input.json"],
    [{ input: json("1"), output: json("") }, "output.json"],
    [{ input: json("1"), paramsJson: "{" }, "params_json"],
    [{ input: json("1"), paramsJson: "[1]" }, "params_json"],
    [{ input: json("1"), paramsJson: '{"a": 1, "top k": null}' }, 'params_json["top k"]'],
    [{ paramsJson: '{"a": {"cls": 1}}' }, "params_json.a.properties.cls"],
  ])("is an error for %j", (examples, path) => {
    expect(() => inferSignature(examples)).toThrow(
      expect.objectContaining({ name: "SignatureError", path }),
    );
  });

  it.each(["", "null", "0", "false", '""', "[]", "{}"])("takes params of %j for none", (text) => {
    const { signature } = inferSignature({ input: json("1"), paramsJson: text });
    expect(signature.mlflowJson?.params).toBeUndefined();
  });
});
