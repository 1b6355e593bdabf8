import { create, type MessageInitShape } from "@bufbuild/protobuf";
import { expect, test } from "vitest";
import {
  type ColumnTypeSchema,
  ScalarType,
  SchemaSchema,
} from "#gen/modelwire/registry/v1/signature_pb.js";
import { jsonSchemaOf } from "./api-schema.ts";

type TypeInit = Exclude<
  MessageInitShape<typeof ColumnTypeSchema>,
  { $typeName: "modelwire.registry.v1.ColumnType" }
>;

const scalar = (value: ScalarType): TypeInit => ({ type: { case: "scalar", value } });

function schemaOf(...columns: { name?: string; type?: TypeInit; required?: boolean }[]) {
  return jsonSchemaOf(create(SchemaSchema, { kind: { case: "columns", value: { columns } } }));
}

test.each([
  [scalar(ScalarType.STRING), { type: "string" }],
  [scalar(ScalarType.INTEGER), { type: "integer" }],
  [scalar(ScalarType.LONG), { type: "integer" }],
  [scalar(ScalarType.FLOAT), { type: "number" }],
  [scalar(ScalarType.DOUBLE), { type: "number" }],
  [scalar(ScalarType.BOOLEAN), { type: "boolean" }],
  [scalar(ScalarType.BINARY), { type: "string", format: "byte" }],
  [scalar(ScalarType.DATETIME), { type: "string", format: "date-time" }],
  [{ type: { case: "any" as const, value: {} } }, {}],
  [{ type: { case: "sparkmlVector" as const, value: {} } }, {}],
  [
    { type: { case: "array" as const, value: { items: scalar(ScalarType.LONG) } } },
    { type: "array", items: { type: "integer" } },
  ],
  [
    { type: { case: "map" as const, value: { values: scalar(ScalarType.STRING) } } },
    { type: "object", additionalProperties: { type: "string" } },
  ],
  [
    {
      type: {
        case: "object" as const,
        value: {
          properties: [
            { name: "a", type: scalar(ScalarType.STRING), required: true },
            { name: "b", type: scalar(ScalarType.STRING), required: false },
          ],
        },
      },
    },
    {
      type: "object",
      properties: { a: { type: "string" }, b: { type: "string" } },
      required: ["a"],
    },
  ],
])("a column of %j", (type, expected) => {
  expect(schemaOf({ name: "x", type, required: true })).toEqual({
    type: "object",
    properties: { x: expected },
    required: ["x"],
  });
});

test("optional columns are not required, and without any that is there is no such list", () => {
  const type = scalar(ScalarType.STRING);
  expect(schemaOf({ name: "a", type, required: false }, { name: "b", type })).toMatchObject({
    required: ["b"],
  });
  expect(schemaOf({ name: "a", type, required: false })).not.toHaveProperty("required");
});

test("a column may have any name", () => {
  const schema = schemaOf({ name: "__proto__", type: scalar(ScalarType.STRING) });
  expect(JSON.stringify(schema)).toContain('"properties":{"__proto__":{"type":"string"}}');
});

test("tensors, columns without names, and nothing make no schema", () => {
  expect(schemaOf({ type: scalar(ScalarType.STRING) })).toBeUndefined();
  const tensors = { tensors: [{ dtype: "float64", shape: [-1, 3] }] };
  expect(
    jsonSchemaOf(create(SchemaSchema, { kind: { case: "tensors", value: tensors } })),
  ).toBeUndefined();
  expect(jsonSchemaOf(undefined)).toBeUndefined();
});
