import { memberPath, refuse } from "./error.ts";
import type { ObjectJson, PropertyJson, ScalarName, TypeJson } from "./mlflow-json.ts";
import { isDict, type PythonValue } from "./python-json.ts";

/** A dict that was read from JSON. */
export type Dict = ReadonlyMap<string, PythonValue>;

const scalarNames: ReadonlySet<string> = new Set<ScalarName>([
  "boolean",
  "integer",
  "long",
  "float",
  "double",
  "string",
  "binary",
  "datetime",
]);

/** Says whether a value names one of MLflow's DataTypes. */
export function isScalarName(value: PythonValue | undefined): value is ScalarName {
  return typeof value === "string" && scalarNames.has(value);
}

/** Takes a value that must be a JSON object. */
export function readDict(value: PythonValue | undefined, path: string): Dict {
  return value !== undefined && isDict(value) ? value : refuse(path, "expected an object");
}

/**
 * Reads `required`, which MLflow lets be null.
 *
 * @param absent what an absent member means: true for scalars and properties, null for columns of
 *   other types.
 */
export function readRequired(dict: Dict, absent: true | null, path: string): boolean | null {
  const required = dict.get("required");
  if (required === undefined) return absent;
  if (required === null || typeof required === "boolean") return required;
  return refuse(`${path}.required`, "expected true or false");
}

/**
 * Reads a type as MLflow's `from_json_dict` methods do (mlflow/types/schema.py): members that it
 * does not know are ignored.
 */
export function readType(dict: Dict, path: string): TypeJson {
  const type = dict.get("type");
  if (isScalarName(type)) return { type };
  switch (type) {
    case "array": {
      const itemsPath = `${path}.items`;
      return { type, items: readType(readDict(dict.get("items"), itemsPath), itemsPath) };
    }
    case "map": {
      const valuesPath = `${path}.values`;
      const given = readDict(dict.get("values"), valuesPath);
      const values = readType(given, valuesPath);
      if (values.type !== "sparkml_vector") return { type, values };
      // Map.from_json_dict drops the map around a vector, and one more at every reading.
      return given.get("type") === values.type ? values : refuse(valuesPath, noVectorMap);
    }
    case "object":
      return readObject(dict, path);
    case "any":
    case "sparkml_vector":
      return { type };
    default:
      return refuse(
        `${path}.type`,
        `expected array, object, map, any, sparkml_vector or one of ${[...scalarNames].join(", ")}`,
      );
  }
}

/** Reads an object type; its properties come out sorted. */
export function readObject(dict: Dict, path: string): ObjectJson {
  const given = readDict(dict.get("properties"), `${path}.properties`);
  if (given.size === 0) refuse(`${path}.properties`, "expected at least one property");
  const properties = [...given].map(([name, value]): [string, PropertyJson] => {
    const propertyPath = memberPath(`${path}.properties`, name);
    const problem = propertyProblem(name);
    if (problem !== undefined) refuse(propertyPath, problem);
    const property = readDict(value, propertyPath);
    const type = readType(property, propertyPath);
    if (type.type === "sparkml_vector") refuse(`${propertyPath}.type`, noVectorProperty);
    return [name, { ...type, required: readRequired(property, true, propertyPath) }];
  });
  return { type: "object", properties: new Map(sortByCodePoint(properties)) };
}

/** Says why a map cannot be of vectors. */
export const noVectorMap = "MLflow does not keep a map around a sparkml_vector";

/** Says why a property cannot be a vector: Object.from_json_dict takes it for no Property. */
export const noVectorProperty = "sparkml_vector cannot be the type of a property in MLflow";

/** Says why MLflow could not read back a property of this name; undefined where it can. */
export function propertyProblem(name: string): string | undefined {
  // Property.from_json_dict(**{name: …}) is a classmethod: its first argument has this name.
  return name === "cls" ? "MLflow cannot read a property named cls" : undefined;
}

/** Sorts entries by key as Python sorts text: by code point, not by UTF-16 unit. */
export function sortByCodePoint<T>(entries: [string, T][]): [string, T][] {
  return entries.sort(([a], [b]) => compareCodePoints(a, b));
}

function compareCodePoints(a: string, b: string): number {
  let at = 0;
  while (at < a.length && at < b.length && a.charCodeAt(at) === b.charCodeAt(at)) at += 1;
  // The first units that differ decide; a surrogate stands for a code point above all others.
  return rank(a.charCodeAt(at)) - rank(b.charCodeAt(at));
}

function rank(unit: number): number {
  if (Number.isNaN(unit)) return -1;
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}
