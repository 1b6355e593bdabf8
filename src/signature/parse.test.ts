import { fromBinary, fromJsonString, toBinary, toJsonString } from "@bufbuild/protobuf";
import { describe, expect, it } from "vitest";
import { SignatureSchema } from "#gen/modelwire/registry/v1/signature_pb.js";
import {
  readInferredSignatures,
  readSchemaVectors,
} from "../../test/vectors/signature/read-vectors.ts";
import { SignatureError } from "./error.ts";
import { parseSignature } from "./parse.ts";
import type { SignatureTexts } from "./read-signature.ts";

const schemaVectors = readSchemaVectors().map((vector) => ({
  ...vector,
  texts: { [vector.part === "params" ? "params" : "inputs"]: vector.json } as SignatureTexts,
}));

describe("parsing what MLflow wrote", () => {
  it.each(schemaVectors.filter(({ expected }) => expected !== undefined))(
    "prints $id again as MLflow does",
    ({ texts, expected }) => {
      const { mlflowJson } = parseSignature(texts);
      expect(mlflowJson?.inputs ?? mlflowJson?.params).toBe(expected);
    },
  );

  it.each(schemaVectors.filter(({ expected_error }) => expected_error !== undefined))(
    "refuses $id, as MLflow does",
    ({ texts }) => {
      expect(() => parseSignature(texts)).toThrow(SignatureError);
    },
  );

  it.each(readInferredSignatures())("prints the inferred $id again as MLflow does", ({ texts }) => {
    const { mlflowJson } = parseSignature(texts);
    expect(mlflowJson?.inputs ?? null).toBe(texts.inputs);
    expect(mlflowJson?.outputs ?? null).toBe(texts.outputs);
    expect(mlflowJson?.params ?? null).toBe(texts.params);
  });

  it("gives messages that pass through both encodings unchanged", () => {
    for (const { texts } of readInferredSignatures()) {
      const signature = parseSignature(texts);
      const binary = fromBinary(SignatureSchema, toBinary(SignatureSchema, signature));
      expect(fromJsonString(SignatureSchema, toJsonString(SignatureSchema, binary))).toEqual(
        signature,
      );
    }
  });
});

describe("the typed parts", () => {
  it("takes a name that is a number as text, and keeps the number in MLflow's JSON", () => {
    const { inputs, mlflowJson } = parseSignature({ inputs: '[{"type":"double","name":0}]' });
    expect(inputs?.kind.value).toMatchObject({ columns: [{ name: "0", required: true }] });
    expect(mlflowJson?.inputs).toBe('[{"type": "double", "name": 0, "required": true}]');
  });

  it("takes a `required` of null as false", () => {
    const { inputs } = parseSignature({ inputs: '[{"type":"any","name":"a"}]' });
    expect(inputs?.kind.value).toMatchObject({ columns: [{ required: false }] });
  });

  it("sorts an object's properties by code point", () => {
    const inputs =
      '[{"type":"object","properties":{"😀":{"type":"long"},"\uffff":{"type":"long"},"b":{"type":"long"}}}]';
    const column = parseSignature({ inputs }).inputs?.kind.value;
    expect(column).toMatchObject({
      columns: [
        {
          type: {
            type: { value: { properties: [{ name: "b" }, { name: "\uffff" }, { name: "😀" }] } },
          },
        },
      ],
    });
  });

  it("gives defaults that a double cannot hold as text", () => {
    const { params } = parseSignature({
      params:
        '[{"name":"a","type":"long","default":9223372036854775807},{"name":"b","type":"double","shape":[-1],"default":[NaN,1]}]',
    });
    expect(params[0]?.defaultValue?.kind).toMatchObject({ value: "9223372036854775807" });
    expect(params[1]?.defaultValue?.kind.value).toMatchObject({
      values: [{ kind: { value: "NaN" } }, { kind: { value: 1 } }],
    });
  });
});

describe("errors", () => {
  it.each<[SignatureTexts, string]>([
    [{}, "signature"],
    [{ inputs: "", outputs: null }, "signature"],
    [{ inputs: "[" }, "inputs"],
    [{ outputs: '[{"type":"long"},{"type":"nope"}]' }, "outputs[1].type"],
    [
      { inputs: '[{"type":"array","items":{"type":"array","items":{}}}]' },
      "inputs[0].items.items.type",
    ],
    [
      { inputs: '[{"type":"object","properties":{"user id":{}}}]' },
      'inputs[0].properties["user id"].type',
    ],
    [
      { inputs: '[{"type":"object","properties":{"a":{"type":"sparkml_vector"}}}]' },
      "inputs[0].properties.a.type",
    ],
    [
      { inputs: '[{"type":"object","properties":{"cls":{"type":"long"}}}]' },
      "inputs[0].properties.cls",
    ],
    [{ inputs: '[{"type":"long","name":"a","required":1}]' }, "inputs[0].required"],
    [
      { inputs: '[{"type":"tensor","tensor-spec":{"dtype":"U5","shape":[-1]}}]' },
      "inputs[0].tensor-spec.dtype",
    ],
    [
      { inputs: '[{"type":"tensor","tensor-spec":{"dtype":"str","shape":[1.5]}}]' },
      "inputs[0].tensor-spec.shape[0]",
    ],
    [
      { params: '[{"name":"a","type":"long","shape":[-1],"default":[1,"x"]}]' },
      "params[0].default[1]",
    ],
    [
      { params: '[{"name":"a","type":"array","items":{"type":"long"},"default":[1]}]' },
      "params[0].type",
    ],
  ])("of %j name the place", (texts, path) => {
    expect(() => parseSignature(texts)).toThrow(
      expect.objectContaining({ name: "SignatureError", path }),
    );
  });
});
