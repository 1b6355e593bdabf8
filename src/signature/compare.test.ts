import { readFileSync } from "node:fs";
import { create, isMessage } from "@bufbuild/protobuf";
import { describe, expect, it } from "vitest";
import { SignatureSchema } from "#gen/modelwire/registry/v1/signature_pb.js";
import { compareSignatures } from "./compare.ts";
import { SignatureError } from "./error.ts";
import { parseSignature } from "./parse.ts";

interface CompatVector {
  id: string;
  edit: string;
  old: string;
  new: string;
  inputs_compatible: boolean;
}

interface EnforceVector {
  id: string;
  schema: string;
  rows: string;
  column_dtype?: string;
  accepted: boolean;
}

function readVectors<T>(name: string): T[] {
  const url = new URL(`../../test/vectors/signature/${name}`, import.meta.url);
  return readFileSync(url, "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as T);
}

const compareInputs = (old: string, next: string) =>
  compareSignatures(parseSignature({ inputs: old }), parseSignature({ inputs: next }));

describe("the verdict on inputs", () => {
  it.each(readVectors<CompatVector>("compat.jsonl"))(
    "of $id ($edit) is that of MLflow",
    ({ old, new: next, inputs_compatible }) => {
      const { compatible, inputs, differences } = compareInputs(old, next);
      expect(compatible).toBe(inputs_compatible);
      expect(inputs === "incompatible").toBe(!inputs_compatible);
      expect(inputs === "unchanged").toBe(differences.length === 0);
    },
  );

  it("is never compatible where MLflow was seen to take data and then refuse it", () => {
    const columns = readVectors<EnforceVector>("enforce.jsonl").filter(
      ({ column_dtype }) => column_dtype !== undefined,
    );
    const sameData = (a: EnforceVector, b: EnforceVector) =>
      a.rows === b.rows && a.column_dtype === b.column_dtype;
    const refused = columns
      .filter(({ accepted }) => accepted)
      .flatMap((old) =>
        columns
          .filter((next) => !next.accepted && sameData(old, next))
          .map((next) => ({ pair: `${old.id} ${next.id}`, old: old.schema, next: next.schema })),
      );
    expect(refused.length).toBeGreaterThan(30);
    expect(refused.filter(({ old, next }) => compareInputs(old, next).compatible)).toEqual([]);
  });
});

describe("a part that comes or goes", () => {
  const columns = '[{"type": "long", "name": "age", "required": true}]';
  const params = '[{"name": "p", "default": 1, "shape": null, "type": "long"}]';
  const of = (texts: { inputs?: string; outputs?: string; params?: string }) =>
    parseSignature(texts);

  it("breaks callers where inputs were not checked before, and not where they no longer are", () => {
    const [old, next] = [of({ params }), of({ params, inputs: columns })];
    expect(compareSignatures(old, next)).toMatchObject({
      compatible: false,
      inputs: "incompatible",
      outputs: "unchanged",
      params: "unchanged",
      differences: [{ path: "inputs", kind: "added", next: "['age': long (required)]" }],
    });
    expect(compareSignatures(next, old)).toMatchObject({
      compatible: true,
      inputs: "compatible",
      differences: [{ path: "inputs", kind: "removed", old: "['age': long (required)]" }],
    });
  });

  it("breaks readers where outputs are no longer told, and not where they were not", () => {
    const [old, next] = [of({ params }), of({ params, outputs: columns })];
    expect(compareSignatures(old, next).outputs).toBe("compatible");
    expect(compareSignatures(next, old)).toMatchObject({
      compatible: false,
      outputs: "incompatible",
    });
  });

  it("breaks nobody where it is params", () => {
    const [old, next] = [of({ inputs: columns }), of({ inputs: columns, params })];
    expect(compareSignatures(old, next)).toMatchObject({
      params: "compatible",
      differences: [{ path: "params.p", kind: "added", next: "long (default: 1)" }],
    });
    expect(compareSignatures(next, old).params).toBe("compatible");
    expect(compareSignatures(old, of({ inputs: columns, params: "[]" })).params).toBe("unchanged");
  });
});

describe("columns and tensors", () => {
  const columns = '[{"type": "double", "required": true}]';
  const tensors = '[{"type": "tensor", "tensor-spec": {"dtype": "float64", "shape": [-1, 1]}}]';

  it("never take each other's place", () => {
    for (const part of ["inputs", "outputs"] as const) {
      for (const [old, next] of [
        [columns, tensors],
        [tensors, columns],
      ] as const) {
        expect(
          compareSignatures(parseSignature({ [part]: old }), parseSignature({ [part]: next })),
        ).toMatchObject({
          [part]: "incompatible",
          differences: [{ path: part, kind: "type_changed", compatible: false }],
        });
      }
    }
  });
});

describe("the comparison", () => {
  const json = {
    inputs: '[{"type": "long", "name": "b", "required": true}]',
    outputs: '[{"type": "long", "required": true}]',
    params: '[{"name": "p", "default": 1, "shape": null, "type": "long"}]',
  };

  it("lists differences of inputs, outputs and params, in this order", () => {
    const next = {
      inputs: json.inputs.replace("long", "any"),
      outputs: json.outputs.replace("long", "integer"),
      params: json.params.replace("1", "2"),
    };
    const { compatible, differences } = compareSignatures(
      parseSignature(json),
      parseSignature(next),
    );
    expect(compatible).toBe(true);
    expect(differences.map(({ path }) => path)).toEqual([
      "inputs.b.type",
      "outputs[0].type",
      "params.p.default",
    ]);
  });

  it("is the same for typed parts and for MLflow's JSON", () => {
    const signature = parseSignature(json);
    const typed = parseSignature(json);
    delete typed.mlflowJson;
    expect(isMessage(typed, SignatureSchema)).toBe(true);
    expect(compareSignatures(signature, typed).differences).toEqual([]);
  });

  it("refuses a signature that says nothing", () => {
    const nothing = create(SignatureSchema);
    expect(() => compareSignatures(parseSignature(json), nothing)).toThrow(SignatureError);
  });
});
