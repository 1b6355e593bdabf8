import type { PythonValue } from "./python-json.ts";

/*
 * The shapes of MLflow's own signature JSON, as its `to_dict` methods print it: same members, same
 * order. They keep what the protobuf message cannot: `required` of null, names that are numbers,
 * and whether a number in a free-form default is an int or a float.
 */

/** Names MLflow's DataType. */
export type ScalarName =
  | "boolean"
  | "integer"
  | "long"
  | "float"
  | "double"
  | "string"
  | "binary"
  | "datetime";

/** Describes MLflow's Object; properties are sorted by code point, as Python sorts. */
export type ObjectJson = { type: "object"; properties: ReadonlyMap<string, PropertyJson> };

/** Describes the type of a column, an item, a value or a property. */
export type TypeJson =
  | { type: ScalarName }
  | { type: "array"; items: TypeJson }
  | ObjectJson
  | { type: "map"; values: TypeJson }
  | { type: "any" }
  | { type: "sparkml_vector" };

/** Describes a property's type; `required` of null counts as false. */
export type PropertyJson = TypeJson & { required: boolean | null };

/** Names a column or tensor; pandas has columns named by numbers, and MLflow keeps them so. */
export type NameJson = string | bigint | number | boolean;

/** Describes MLflow's ColSpec; `required` of null counts as false. */
export type ColumnJson = TypeJson & { name?: NameJson; required: boolean | null };

/** Describes MLflow's TensorSpec. */
export type TensorJson = {
  name?: NameJson;
  type: "tensor";
  "tensor-spec": { dtype: string; shape: bigint[] };
};

/** Describes MLflow's Schema: columns or tensors. */
export type SchemaJson = ColumnJson[] | TensorJson[];

/** Describes MLflow's ParamSpec; a datetime's default is its ISO text. */
export type ParamJson = {
  name: string;
  default: PythonValue;
  shape: bigint[] | null;
} & ({ type: ScalarName } | ObjectJson);

/** Describes MLflow's ModelSignature: the parts that it has, at least one. */
export type SignatureJson = { inputs?: SchemaJson; outputs?: SchemaJson; params?: ParamJson[] };

/** Says whether a schema is of tensors. */
export function isTensors(schema: SchemaJson): schema is TensorJson[] {
  return schema[0]?.type === "tensor";
}
