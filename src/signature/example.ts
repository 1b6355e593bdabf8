import type { PythonValue } from "./python-json.ts";

/**
 * An example of what a model takes or gives, so that nothing is lost on its way: JSON keeps its
 * text, where `1` and `1.0` differ, and tables and arrays keep their dtypes.
 */
export type Example = JsonExample | TableExample | ArrayExample | ArraysExample;

/** A value as JSON text: what Python's `json.loads` makes of it. */
export interface JsonExample {
  kind: "json";
  text: string;
}

/** A pandas DataFrame, column by column. */
export interface TableExample {
  kind: "table";
  /** In order; all of the same length. */
  columns: readonly TableColumn[];
}

/** A column of a table. */
export interface TableColumn {
  /** A number where pandas named the columns itself: 0, 1, 2. */
  name: string | bigint;
  /** Name of a pandas dtype, such as `int64`, `object`, `datetime64[ns]` or `category`. */
  dtype: string;
  /** The values before the cast to the dtype. */
  values: readonly PythonValue[];
}

/** A numpy array. */
export interface ArrayExample {
  kind: "array";
  /** Name of a numpy dtype, such as `float64`, `int32`, `bool` or `<U5`. */
  dtype: string;
  /** Sizes of the dimensions, all of them known. */
  shape: readonly number[];
  /** Nested lists of the shape, or a single value where the shape is empty. */
  data: PythonValue;
}

/** Named numpy arrays. */
export interface ArraysExample {
  kind: "arrays";
  arrays: ReadonlyMap<string, ArrayExample>;
}
