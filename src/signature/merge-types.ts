import { memberPath, refuse } from "./error.ts";
import type { ObjectJson, PropertyJson, TypeJson } from "./mlflow-json.ts";
import { sortByCodePoint } from "./read-type.ts";

/**
 * Merges the type of an item into that of the items before it, as MLflow's `_merge` methods do
 * (mlflow/types/schema.py of 3.17): any gives way to every other type, objects become their union,
 * and what only some of them have is optional. MLflow 3.4 gives up where any comes after a scalar
 * within a list or an object.
 *
 * @param path place of the item in the example.
 * @throws SignatureError where the types do not go together.
 */
export function mergeTypes(known: TypeJson, found: TypeJson, path: string): TypeJson {
  if (known.type === "any") return found.type === "object" ? optional(found) : found;
  if (found.type === "any") return known.type === "object" ? optional(known) : known;
  if (known.type === "array" && found.type === "array") {
    return { type: "array", items: mergeTypes(known.items, found.items, `${path}[]`) };
  }
  if (known.type === "object" && found.type === "object") return mergeObjects(known, found, path);
  return known.type === found.type
    ? known
    : refuse(path, `expected ${known.type}, as in the items before, found ${found.type}`);
}

function mergeObjects(known: ObjectJson, found: ObjectJson, path: string): ObjectJson {
  const properties = new Map([...optional(known).properties, ...optional(found).properties]);
  for (const [name, before] of known.properties) {
    const property = found.properties.get(name);
    if (property === undefined) continue;
    const type = mergeTypes(before, property, memberPath(path, name));
    const required = before.required === true && property.required === true;
    properties.set(name, { ...type, required });
  }
  return { type: "object", properties: new Map(sortByCodePoint([...properties])) };
}

function optional({ properties }: ObjectJson): ObjectJson {
  const entries = [...properties].map(([name, property]): [string, PropertyJson] => [
    name,
    { ...property, required: false },
  ]);
  return { type: "object", properties: new Map(entries) };
}
