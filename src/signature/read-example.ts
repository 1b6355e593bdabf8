import { castCell, castElement } from "./cast-value.ts";
import { asCategories } from "./categories.ts";
import { gather, memberPath, refuse } from "./error.ts";
import type { ArrayExample, Example, TableColumn } from "./example.ts";
import {
  arrayDtype,
  arrayDtypeReason,
  columnDtype,
  columnDtypeReason,
  type Dtype,
} from "./example-dtype.ts";
import { isList, type PythonValue, parsePythonJson } from "./python-json.ts";

/** An example that was checked, with its values as MLflow writes them into a JSON file. */
export type ReadExample =
  | { kind: "json"; value: PythonValue }
  | { kind: "table"; columns: ReadColumn[] }
  | { kind: "array"; array: ReadArray }
  | { kind: "arrays"; arrays: ReadonlyMap<string, ReadArray> };

/** A column whose values were cast to its dtype. */
export interface ReadColumn {
  name: string | bigint;
  dtype: Dtype;
  /** The values as they were given. */
  given: readonly PythonValue[];
  /** The values as MLflow writes them. */
  values: PythonValue[];
}

/** An array whose elements were cast to its dtype. */
export interface ReadArray {
  dtype: Dtype;
  shape: readonly number[];
  /** Nested lists of the elements as MLflow writes them. */
  data: PythonValue;
}

/**
 * Reads an example: JSON text, a table or arrays.
 *
 * @param path what the paths of errors begin with, such as `input`.
 * @throws SignatureError with a path such as `input.json`, `input.table.columns[2].values[0]` or
 *   `input.array.shape`, where the example is malformed.
 */
export function readExample(example: Example, path: string): ReadExample {
  switch (example.kind) {
    case "json":
      return { kind: "json", value: parsePythonJson(example.text, `${path}.json`) };
    case "table": {
      const length = example.columns[0]?.values.length ?? 0;
      const columns = gather(example.columns, (column, index) =>
        readColumn(column, length, `${path}.table.columns[${index}]`),
      );
      return { kind: "table", columns };
    }
    case "array":
      return { kind: "array", array: readArray(example, `${path}.array`) };
    case "arrays": {
      const arrays = gather([...example.arrays], ([name, array]): [string, ReadArray] => [
        name,
        readArray(array, memberPath(`${path}.arrays`, name)),
      ]);
      return { kind: "arrays", arrays: new Map(arrays) };
    }
  }
}

function readColumn(column: TableColumn, length: number, path: string): ReadColumn {
  const { name, values: given } = column;
  const dtype = columnDtype(column.dtype) ?? refuse(`${path}.dtype`, columnDtypeReason);
  if (given.length !== length) {
    refuse(`${path}.values`, `expected as many values as in the first column, ${length}`);
  }
  const values = given.map((value, index) => castCell(value, dtype, `${path}.values[${index}]`));
  return { name, dtype, given, values: dtype.kind === "category" ? asCategories(values) : values };
}

/** Numbers of the contract have 32 bits, and numpy has at most 64 dimensions. */
const maxSize = 2 ** 31 - 1;
const maxDimensions = 64;

function readArray({ dtype, shape, data }: ArrayExample, path: string): ReadArray {
  const known = arrayDtype(dtype) ?? refuse(`${path}.dtype`, arrayDtypeReason);
  if (shape.length > maxDimensions) {
    refuse(`${path}.shape`, `expected at most ${maxDimensions} dimensions`);
  }
  for (const [index, size] of shape.entries()) {
    if (!Number.isInteger(size) || size < 0 || size > maxSize) {
      refuse(`${path}.shape[${index}]`, "expected the size of a dimension");
    }
  }
  return { dtype: known, shape, data: readElements(data, known, shape, `${path}.data`) };
}

function readElements(
  data: PythonValue,
  dtype: Dtype,
  shape: readonly number[],
  path: string,
): PythonValue {
  const [size, ...inner] = shape;
  if (size === undefined) return castElement(data, dtype, path);
  if (!isList(data) || data.length !== size) {
    refuse(path, `expected a list of ${size}, as the shape says`);
  }
  return data.map((item, index) => readElements(item, dtype, inner, `${path}[${index}]`));
}
