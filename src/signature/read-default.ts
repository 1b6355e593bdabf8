import { memberPath, refuse } from "./error.ts";
import type { ObjectJson, ScalarName, TypeJson } from "./mlflow-json.ts";
import { datetimeText, parseDatetime } from "./python-datetime.ts";
import { isDict, isList, type PythonValue } from "./python-json.ts";

/**
 * Converts a parameter's default as MLflow's ParamSpec does (mlflow/types/schema.py
 * `validate_type_and_shape`): an int becomes a float for `float` and `double`, a datetime its
 * normal ISO text, an object stays as it is.
 *
 * @throws SignatureError where the value is not of the type.
 */
export function readDefault(
  value: PythonValue,
  type: { type: ScalarName } | ObjectJson,
  list: boolean,
  path: string,
): PythonValue {
  if (list) {
    if (type.type === "object") refuse(path, "MLflow has no parameter that is a list of objects");
    if (!isList(value)) refuse(path, "expected an array, as the shape says");
    return value.map((item, index) => readScalar(item, type.type, `${path}[${index}]`));
  }
  if (type.type !== "object") return readScalar(value, type.type, path);
  checkValue(value, type, true, path);
  return value;
}

function readScalar(value: PythonValue, type: string, path: string): PythonValue {
  if (type === "datetime") {
    const datetime = typeof value === "string" ? parseDatetime(value) : undefined;
    return datetime === undefined ? refuse(path, datetimeReason) : datetimeText(datetime, "T");
  }
  if (value === null) return null;
  switch (type) {
    case "boolean":
      return typeof value === "boolean" ? value : refuse(path, "expected true or false");
    case "integer":
    case "long":
      return typeof value === "bigint" ? value : refuse(path, "expected an integer");
    case "float":
    case "double":
      if (typeof value === "number") return value;
      if (typeof value === "bigint" && Number.isFinite(Number(value))) return Number(value);
      return refuse(path, "expected a number that a double can hold");
    default:
      return typeof value === "string" ? value : refuse(path, "expected text");
  }
}

const datetimeReason =
  "expected ISO 8601 text of a year from 1 to 9999, with a fraction of at most six digits";

/*
 * Inside an object MLflow checks by way of pandas (mlflow/models/utils.py `_enforce_type`), and
 * takes less: no integer is an `integer`, which has 32 bits where pandas makes 64, and only 0 and 1
 * are both an int and a `float` or `double`.
 */
function checkValue(value: PythonValue, type: TypeJson, required: boolean, path: string): void {
  if (type.type === "any") return;
  const anyInside =
    (type.type === "array" && type.items.type === "any") ||
    (type.type === "map" && type.values.type === "any");
  if (value === null && (!required || anyInside)) return;
  switch (type.type) {
    case "array":
      if (!isList(value)) refuse(path, "expected an array");
      checkItems(value, type.items, required, path);
      return;
    case "sparkml_vector":
      if (!isList(value)) refuse(path, "expected an array");
      checkItems(value, { type: "double" }, required, path);
      return;
    case "map":
      if (!isDict(value)) refuse(path, "expected an object");
      for (const [key, member] of value) {
        checkValue(member, type.values, required, memberPath(path, key));
      }
      return;
    case "object":
      checkObject(value, type, required, path);
      return;
    default:
      if (!required && Number.isNaN(value)) return;
      if (!takes(type.type, value)) refuse(path, valueReasons[type.type]);
  }
}

function checkObject(value: PythonValue, type: ObjectJson, required: boolean, path: string): void {
  if (!isDict(value)) refuse(path, "expected an object");
  if (!required && value.size === 0) return;
  for (const [name, property] of type.properties) {
    if (property.required && !value.has(name)) refuse(memberPath(path, name), "required");
  }
  for (const [name, member] of value) {
    const memberAt = memberPath(path, name);
    const property = type.properties.get(name) ?? refuse(memberAt, "no property of the type");
    checkValue(member, property, property.required === true, memberAt);
  }
}

function checkItems(
  items: readonly PythonValue[],
  type: TypeJson,
  required: boolean,
  path: string,
): void {
  // One float or null makes pandas read the whole list as floats.
  const floats = items.some((item) => item === null || typeof item === "number");
  const nullable = ["boolean", "double", "string", "binary", "datetime"].includes(type.type);
  for (const [index, item] of items.entries()) {
    if (type.type === "double" && floats && typeof item === "bigint") continue;
    if (item === null && nullable) continue;
    // numpy makes bytes of a list of binary, and encodes text as ASCII for that.
    if (type.type === "binary" && typeof item === "string" && /[^\0-\x7f]/.test(item)) {
      refuse(`${path}[${index}]`, "expected ASCII text");
    }
    checkValue(item, type, isScalar(type) || required, `${path}[${index}]`);
  }
}

function isScalar(type: TypeJson): type is { type: ScalarName } {
  return !["array", "object", "map", "any", "sparkml_vector"].includes(type.type);
}

function takes(type: ScalarName, value: PythonValue): boolean {
  switch (type) {
    case "boolean":
      return typeof value === "boolean";
    case "integer":
      return false;
    case "long":
      return typeof value === "bigint" && BigInt.asIntN(64, value) === value;
    case "float":
      return value === 0n || value === 1n;
    case "double":
      return typeof value === "number" || value === 0n || value === 1n;
    case "string":
    case "binary":
      return typeof value === "string";
    case "datetime":
      return typeof value === "string" && isPandasDatetime(value);
  }
}

function isPandasDatetime(text: string): boolean {
  // Zones are refused, and 64 bits of nanoseconds reach from 1677 to 2262.
  const year = /[T ].*[Z+-]/.test(text) ? undefined : parseDatetime(text)?.year;
  return year !== undefined && year > 1677 && year < 2262;
}

const valueReasons: Record<ScalarName, string> = {
  boolean: "expected true or false",
  integer: "MLflow takes no default of an integer inside an object: declare a long",
  long: "expected an integer of 64 bits",
  float: "MLflow takes only 0 and 1 for a float inside an object: declare a double",
  double: "expected a number with a fraction or an exponent, or 0 or 1",
  string: "expected text",
  binary: "expected text",
  datetime: "expected ISO 8601 text without a zone, of a year from 1678 to 2261",
};
