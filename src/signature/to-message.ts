import { create } from "@bufbuild/protobuf";
import { type Value, ValueSchema } from "@bufbuild/protobuf/wkt";
import {
  type Column,
  ColumnSchema$,
  type ColumnType,
  ColumnTypeSchema,
  PropertySchema,
  type Schema,
  SchemaSchema,
  type Signature,
  SignatureSchema,
} from "#gen/modelwire/registry/v1/signature_pb.js";
import {
  type ColumnJson,
  isTensors,
  type SchemaJson,
  type SignatureJson,
  type TypeJson,
} from "./mlflow-json.ts";
import { printJson } from "./print.ts";
import { isDict, isList, type PythonValue } from "./python-json.ts";
import { pythonStr } from "./python-text.ts";
import { scalarTypes } from "./scalar-types.ts";
import { jsonText } from "./text.ts";

/** Makes the whole message of a signature in MLflow's shapes: typed parts, JSON and text. */
export function toMessage(json: SignatureJson): Signature {
  return create(SignatureSchema, {
    ...(json.inputs && { inputs: toSchema(json.inputs) }),
    ...(json.outputs && { outputs: toSchema(json.outputs) }),
    params: (json.params ?? []).map((param) => ({
      name: param.name,
      type: toType(param),
      defaultValue: toValue(param.default),
      shape: (param.shape ?? []).map(Number),
    })),
    mlflowJson: printJson(json),
    text: jsonText(json),
  });
}

function toSchema(schema: SchemaJson): Schema {
  if (!isTensors(schema)) {
    return create(SchemaSchema, {
      kind: { case: "columns", value: { columns: schema.map(toColumn) } },
    });
  }
  const tensors = schema.map(({ name, "tensor-spec": { dtype, shape } }) => ({
    ...(name !== undefined && { name: pythonStr(name) }),
    dtype,
    shape: shape.map(Number),
  }));
  return create(SchemaSchema, { kind: { case: "tensors", value: { tensors } } });
}

function toColumn(column: ColumnJson): Column {
  return create(ColumnSchema$, {
    ...(column.name !== undefined && { name: pythonStr(column.name) }),
    type: toType(column),
    required: column.required === true,
  });
}

function toType(type: TypeJson): ColumnType {
  switch (type.type) {
    case "array":
      return create(ColumnTypeSchema, {
        type: { case: "array", value: { items: toType(type.items) } },
      });
    case "map":
      return create(ColumnTypeSchema, {
        type: { case: "map", value: { values: toType(type.values) } },
      });
    case "object": {
      const properties = [...type.properties].map(([name, property]) =>
        create(PropertySchema, {
          name,
          type: toType(property),
          required: property.required === true,
        }),
      );
      return create(ColumnTypeSchema, { type: { case: "object", value: { properties } } });
    }
    case "any":
      return create(ColumnTypeSchema, { type: { case: "any", value: {} } });
    case "sparkml_vector":
      return create(ColumnTypeSchema, { type: { case: "sparkmlVector", value: {} } });
    default:
      return create(ColumnTypeSchema, {
        type: { case: "scalar", value: scalarTypes[type.type] },
      });
  }
}

/**
 * Makes a protobuf Value of a default. What its double cannot hold goes as text, in ProtoJSON's
 * words: integers beyond 2^53, `NaN`, `Infinity`, `-Infinity`.
 */
function toValue(value: PythonValue): Value {
  if (value === null) return create(ValueSchema, { kind: { case: "nullValue", value: 0 } });
  if (typeof value === "boolean")
    return create(ValueSchema, { kind: { case: "boolValue", value } });
  if (typeof value === "bigint" || typeof value === "number") {
    const held =
      typeof value === "bigint" ? Number.isSafeInteger(Number(value)) : Number.isFinite(value);
    return held
      ? create(ValueSchema, { kind: { case: "numberValue", value: Number(value) } })
      : create(ValueSchema, { kind: { case: "stringValue", value: `${value}` } });
  }
  if (typeof value === "string")
    return create(ValueSchema, { kind: { case: "stringValue", value } });
  if (isList(value)) {
    return create(ValueSchema, {
      kind: { case: "listValue", value: { values: value.map(toValue) } },
    });
  }
  const entries = isDict(value) ? [...value] : Object.entries(value);
  const fields = Object.fromEntries(entries.map(([key, member]) => [key, toValue(member)]));
  return create(ValueSchema, { kind: { case: "structValue", value: { fields } } });
}
