import { memberPath, refuse } from "./error.ts";
import { mergeTypes } from "./merge-types.ts";
import { isMissing } from "./missing-value.ts";
import type { ColumnJson, PropertyJson, TypeJson } from "./mlflow-json.ts";
import { isDict, isList, type PythonValue } from "./python-json.ts";
import { type Dict, sortByCodePoint } from "./read-type.ts";

/**
 * Infers the columns of a JSON value as MLflow's `_infer_schema` does (mlflow/types/utils.py): a
 * list of dicts is rows, a dict is columns by name, all else is one column without a name.
 *
 * @param path place of the value in the example.
 * @throws SignatureError where MLflow could not infer a schema.
 */
export function inferJson(value: PythonValue, path: string): ColumnJson[] {
  if (isList(value)) {
    // Kept so by MLflow since before 2.9.
    if (value.length === 0) return [{ type: "string", required: true }];
    const rows = value.filter(isDict);
    if (rows.length === value.length) return inferRows(rows, path);
    return [{ ...inferItems(value, (index) => `${path}[${index}]`), required: true }];
  }
  if (!isDict(value)) return [{ ...inferType(value, path), required: true }];
  if (value.size === 0) refuse(path, noColumns);
  return [...value].map(([name, member]) => ({
    ...inferType(member, memberPath(path, name)),
    name,
    required: isList(member) ? !member.some(isMissing) : !isMissing(member),
  }));
}

const noColumns = "expected at least one column";

function inferRows(rows: readonly Dict[], path: string): ColumnJson[] {
  const names = new Set(rows.flatMap((row) => [...row.keys()]));
  if (names.size === 0) refuse(path, noColumns);
  return [...names].map((name) => {
    const places = rows.flatMap((row, index) => (row.has(name) ? [index] : []));
    const values = places.map((place) => rows[place]?.get(name) ?? null);
    const type = inferItems(values, (index) => memberPath(`${path}[${places[index]}]`, name));
    // Here, unlike in a lone dict, NaN is a value.
    return { ...type, name, required: rows.every((row) => (row.get(name) ?? null) !== null) };
  });
}

/**
 * Infers the type that all items of a list have; any where none of them tells.
 *
 * @param pathOf gives an item's place in the example.
 * @throws SignatureError where they are not of one type, such as an int beside a float.
 */
export function inferItems(
  items: readonly PythonValue[],
  pathOf: (index: number) => string,
): TypeJson {
  const [first, ...others] = items.map((item, index) => inferType(item, pathOf(index)));
  return others.reduce<TypeJson>(
    (known, found, index) => mergeTypes(known, found, pathOf(index + 1)),
    first ?? { type: "any" },
  );
}

/**
 * Infers the type of a value as MLflow's `_infer_datatype` does: what is missing or empty is any.
 *
 * @param path place of the value in the example.
 * @throws SignatureError where the items of a list are not of one type.
 */
export function inferType(value: PythonValue, path: string): TypeJson {
  if (isMissing(value)) return { type: "any" };
  switch (typeof value) {
    case "boolean":
      return { type: "boolean" };
    case "bigint":
      return { type: "long" };
    case "number":
      return { type: "double" };
    case "string":
      return { type: "string" };
  }
  if (isList(value)) {
    if (value.length === 0) return { type: "any" };
    return { type: "array", items: inferItems(value, (index) => `${path}[${index}]`) };
  }
  const members = isDict(value) ? [...value] : Object.entries(value ?? {});
  if (members.length === 0) return { type: "any" };
  const properties = members.map(([name, member]): [string, PropertyJson] => {
    const type = inferType(member, memberPath(path, name));
    return [name, { ...type, required: type.type !== "any" }];
  });
  return { type: "object", properties: new Map(sortByCodePoint(properties)) };
}
