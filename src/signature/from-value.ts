import type { Value } from "@bufbuild/protobuf/wkt";
import { refuse } from "./error.ts";
import type { TypeJson } from "./mlflow-json.ts";
import type { PythonValue } from "./python-json.ts";

const anyType: TypeJson = { type: "any" };

/**
 * Takes a default out of a protobuf Value, whose only number is a double, by the type declared: an
 * int for `integer` and `long`, a float for `float` and `double`. Text holds what a double cannot:
 * `9007199254740993`, `NaN`, `Infinity`, `-Infinity`.
 *
 * @throws SignatureError where there is no value, and where a double stands for an integer that it
 *   may not hold exactly.
 */
export function fromValue(value: Value | undefined, type: TypeJson, path: string): PythonValue {
  const kind = value?.kind;
  switch (kind?.case) {
    case undefined:
      return refuse(path, "expected a value, or null");
    case "nullValue":
      return null;
    case "boolValue":
      return kind.value;
    case "stringValue":
      return fromText(kind.value, type);
    case "numberValue":
      return fromNumber(kind.value, type, path);
    case "listValue":
      return kind.value.values.map((item, index) =>
        fromValue(item, itemType(type), `${path}[${index}]`),
      );
    case "structValue":
      return new Map(
        Object.entries(kind.value.fields).map(([name, member]): [string, PythonValue] => [
          name,
          fromValue(member, memberType(type, name), `${path}[${JSON.stringify(name)}]`),
        ]),
      );
  }
}

function itemType(type: TypeJson): TypeJson {
  if (type.type === "sparkml_vector") return { type: "double" };
  return type.type === "array" ? type.items : anyType;
}

function memberType(type: TypeJson, name: string): TypeJson {
  if (type.type === "map") return type.values;
  return (type.type === "object" ? type.properties.get(name) : undefined) ?? anyType;
}

function fromText(text: string, { type }: TypeJson): PythonValue {
  const real = type === "float" || type === "double";
  if (!real && type !== "integer" && type !== "long") return text;
  if (/^-?\d{1,4300}$/.test(text)) return BigInt(text);
  return real && /^(NaN|-?Infinity)$/.test(text) ? Number(text) : text;
}

function fromNumber(value: number, { type }: TypeJson, path: string): PythonValue {
  switch (type) {
    case "double":
      return value;
    case "float":
      // Inside an object MLflow takes only the ints 0 and 1; elsewhere it makes them floats.
      return value === 1 || Object.is(value, 0) ? BigInt(value) : value;
    case "integer":
    case "long":
      if (!Number.isInteger(value)) return value;
      if (!Number.isSafeInteger(value)) refuse(path, "expected text for an integer beyond 2^53");
      return BigInt(value);
    default:
      return Number.isSafeInteger(value) && !Object.is(value, -0) ? BigInt(value) : value;
  }
}
