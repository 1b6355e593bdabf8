import type { JsonObject } from "@bufbuild/protobuf";
import {
  type ColumnType,
  ScalarType,
  type Schema,
} from "#gen/modelwire/registry/v1/signature_pb.js";

/** A named member of a JSON Schema object, before it is one. */
interface Member {
  name: string;
  type: ColumnType | undefined;
  isRequired: boolean;
}

/**
 * Makes a JSON Schema of one side of a signature: an object with a property for each column.
 * Undefined for tensors and for columns without names.
 */
export function jsonSchemaOf(schema: Schema | undefined): JsonObject | undefined {
  if (schema?.kind.case !== "columns") return undefined;
  const { columns } = schema.kind.value;
  const named = columns.flatMap(({ name, type, required }): Member[] =>
    name === undefined ? [] : [{ name, type, isRequired: required ?? true }],
  );
  return named.length > 0 && named.length === columns.length ? objectSchema(named) : undefined;
}

function objectSchema(members: readonly Member[]): JsonObject {
  const required = members.filter(({ isRequired }) => isRequired).map(({ name }) => name);
  return {
    type: "object",
    properties: Object.fromEntries(members.map(({ name, type }) => [name, typeSchema(type)])),
    // Older readers of JSON Schema refuse an empty list.
    ...(required.length > 0 && { required }),
  };
}

const scalars: Record<ScalarType, JsonObject> = {
  [ScalarType.UNSPECIFIED]: {},
  [ScalarType.BOOLEAN]: { type: "boolean" },
  [ScalarType.INTEGER]: { type: "integer" },
  [ScalarType.LONG]: { type: "integer" },
  [ScalarType.FLOAT]: { type: "number" },
  [ScalarType.DOUBLE]: { type: "number" },
  [ScalarType.STRING]: { type: "string" },
  [ScalarType.BINARY]: { type: "string", format: "byte" },
  [ScalarType.DATETIME]: { type: "string", format: "date-time" },
};

function typeSchema(columnType: ColumnType | undefined): JsonObject {
  const type = columnType?.type;
  switch (type?.case) {
    case "scalar":
      return scalars[type.value] ?? {};
    case "array":
      return { type: "array", items: typeSchema(type.value.items) };
    case "object":
      return objectSchema(
        type.value.properties.map(({ name, type: of, required }) => ({
          name,
          type: of,
          isRequired: required ?? true,
        })),
      );
    case "map":
      return { type: "object", additionalProperties: typeSchema(type.value.values) };
    // Of any, of a vector of Spark ML, and of a type that is not said, nothing is demanded.
    case "any":
    case "sparkmlVector":
    case undefined:
      return {};
  }
}
