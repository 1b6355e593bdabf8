import { create } from "@bufbuild/protobuf";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Signature, SignatureSchema } from "#gen/modelwire/registry/v1/signature_pb.js";
import type { PropertyJson, ScalarName, SignatureJson, TypeJson } from "./mlflow-json.ts";
import { parseSignature } from "./parse.ts";
import { printSignature } from "./print.ts";
import { sortByCodePoint } from "./read-type.ts";
import { toMessage } from "./to-message.ts";

const names = fc
  .string({ unit: "binary", minLength: 1, maxLength: 8 })
  .filter((name) => name !== "cls");
const scalars = fc.constantFrom<ScalarName[]>(
  "boolean",
  "integer",
  "long",
  "float",
  "double",
  "string",
  "binary",
  "datetime",
);

const { type: types } = fc.letrec<{ type: TypeJson; value: TypeJson; property: PropertyJson }>(
  (tie) => ({
    type: fc.oneof({ maxDepth: 4 }, tie("value"), fc.constant({ type: "sparkml_vector" } as const)),
    value: fc.oneof(
      { maxDepth: 4 },
      scalars.map((type): TypeJson => ({ type })),
      fc.constant<TypeJson>({ type: "any" }),
      tie("type").map((items): TypeJson => ({ type: "array", items })),
      tie("value").map((values): TypeJson => ({ type: "map", values })),
      fc
        .uniqueArray(fc.tuple(names, tie("property")), {
          selector: ([name]) => name,
          minLength: 1,
          maxLength: 4,
        })
        .map(
          (entries): TypeJson => ({
            type: "object",
            properties: new Map(sortByCodePoint(entries)),
          }),
        ),
    ),
    property: fc
      .tuple(tie("value"), fc.boolean())
      .map(([type, required]) => ({ ...type, required })),
  }),
);

const columns = fc
  .uniqueArray(fc.record({ name: names, type: types, required: fc.boolean() }), {
    selector: ({ name }) => name,
    minLength: 1,
    maxLength: 4,
  })
  .map((list) => list.map(({ name, type, required }) => ({ ...type, name, required })));
const unnamedColumns = fc
  .array(types, { minLength: 1, maxLength: 3 })
  .map((list) => list.map((type) => ({ ...type, required: true })));
const tensors = fc
  .uniqueArray(
    fc.record({
      name: names,
      dtype: fc.constantFrom("float64", "int32", "str", "bytes", "datetime64[ns]"),
      shape: fc.array(fc.integer({ min: -1, max: 2 ** 31 - 1 }).map(BigInt), { maxLength: 4 }),
    }),
    { selector: ({ name }) => name, minLength: 1, maxLength: 3 },
  )
  .map((list) =>
    list.map(({ name, ...spec }) => ({ name, type: "tensor" as const, "tensor-spec": spec })),
  );
const schemas = fc.oneof(columns, unnamedColumns, tensors);

const defaults = {
  boolean: fc.boolean(),
  long: fc.bigInt(),
  double: fc.double(),
  string: fc.string({ unit: "binary" }),
};
const params = fc
  .uniqueArray(
    fc.tuple(
      names,
      fc.oneof(
        ...Object.entries(defaults).flatMap(([type, values]) => {
          const one = fc.option<string | boolean | bigint | number>(values);
          return [
            one.map((value) => ({ default: value, shape: null, type: type as ScalarName })),
            fc
              .array(one, { maxLength: 4 })
              .map((value) => ({ default: value, shape: [-1n], type: type as ScalarName })),
          ];
        }),
      ),
    ),
    { selector: ([name]) => name, minLength: 1, maxLength: 4 },
  )
  .map((list) => list.map(([name, spec]) => ({ name, ...spec })));

const signatures = fc
  .record<SignatureJson>({ inputs: schemas, outputs: schemas, params }, { requiredKeys: [] })
  .filter((signature) => Object.keys(signature).length > 0)
  .map(toMessage);

function typedOnly({ inputs, outputs, params }: Signature): Signature {
  return create(SignatureSchema, {
    ...(inputs && { inputs }),
    ...(outputs && { outputs }),
    params,
  });
}

describe("printing a signature", () => {
  it("prints from the typed parts what parses to the same signature", () => {
    fc.assert(
      fc.property(signatures, (signature) => {
        expect(parseSignature(printSignature(typedOnly(signature)))).toEqual(signature);
      }),
      { numRuns: 300 },
    );
  });

  it("prints a default's number by the type declared", () => {
    const params = [
      { name: "a", type: { type: { case: "scalar" as const, value: 5 } } },
      { name: "b", type: { type: { case: "scalar" as const, value: 3 } } },
    ].map((param) => ({
      ...param,
      defaultValue: { kind: { case: "numberValue" as const, value: 1 } },
    }));
    expect(printSignature(create(SignatureSchema, { params })).params).toBe(
      '[{"name": "a", "default": 1.0, "shape": null, "type": "double"}, ' +
        '{"name": "b", "default": 1, "shape": null, "type": "long"}]',
    );
  });

  it("prints again what only MLflow's JSON can say", () => {
    const inputs = '[{"type": "any", "name": 0, "required": null}]';
    const params =
      '[{"name": "o", "default": {"b": 1.0, "1": 18014398509481985}, "shape": null, ' +
      '"type": "object", "properties": {"1": {"type": "any", "required": true}, ' +
      '"b": {"type": "any", "required": true}}}]';
    expect(printSignature(parseSignature({ inputs, params }))).toEqual({ inputs, params });
  });
});
