import { refuse } from "./error.ts";
import { columnType } from "./example-dtype.ts";
import { inferItems } from "./infer-json.ts";
import { fitNumpy, isInt64 } from "./integer-range.ts";
import { isMissing } from "./missing-value.ts";
import type { ColumnJson, TypeJson } from "./mlflow-json.ts";
import type { PythonValue } from "./python-json.ts";
import type { ReadColumn } from "./read-example.ts";

/**
 * Infers the columns of a table as MLflow does of a DataFrame (mlflow/types/utils.py
 * `_infer_pandas_column`, with pandas 3).
 *
 * @throws SignatureError where MLflow could not infer a schema.
 */
export function inferTable(columns: readonly ReadColumn[], path: string): ColumnJson[] {
  if (columns.length === 0) refuse(`${path}.columns`, "expected at least one column");
  const names = new Set<string | bigint>();
  return columns.map((column, index) => {
    const columnPath = `${path}.columns[${index}]`;
    const { name, given } = column;
    if (names.has(name)) refuse(`${columnPath}.name`, "expected a name of its own");
    names.add(name);
    return { ...inferColumn(column, columnPath), name, required: !given.some(isMissing) };
  });
}

function inferColumn({ dtype, given, values }: ReadColumn, path: string): TypeJson {
  const unknown = given.length > 0 && given.every(isMissing);
  switch (dtype.kind) {
    case "object":
      return inferObjects(given, path);
    case "category":
      if (given.length === 0) refuse(`${path}.values`, "expected at least one category");
      return inferItems(values, (index) => `${path}.values[${index}]`);
    case "text":
      return unknown ? { type: "any" } : { type: "string" };
    default: {
      const type = columnType(dtype);
      return type ? { type } : refuse(`${path}.dtype`, `MLflow has no type for ${dtype.name}`);
    }
  }
}

/** pandas first looks whether all values are numbers (`Series.infer_objects`), then MLflow. */
function inferObjects(values: readonly PythonValue[], path: string): TypeJson {
  if (values.length === 0) return { type: "string" };
  const integers = values.filter((value) => typeof value === "bigint");
  const floats = values.some((value) => typeof value === "number");
  if (areNumbers(values) && fitNumpy(integers)) {
    if (floats || (integers.length > 0 && values.includes(null))) return { type: "double" };
    if (integers.some((value) => !isInt64(value))) {
      refuse(`${path}.values`, "MLflow has no type for uint64: expected integers of 64 bits");
    }
  }
  return inferItems(values, (index) => `${path}.values[${index}]`);
}

function areNumbers(values: readonly PythonValue[]): boolean {
  return values.every((value) => value === null || ["bigint", "number"].includes(typeof value));
}
