import { memberPath, refuse } from "./error.ts";
import type { TensorJson } from "./mlflow-json.ts";
import type { ReadArray } from "./read-example.ts";

/**
 * Infers the spec of an array: numpy's dtype without the length of text and bytes, and a shape
 * whose first dimension takes any size (mlflow/types/utils.py `_get_tensor_shape`).
 *
 * @throws SignatureError where there is no dimension.
 */
export function inferArray({ dtype, shape }: ReadArray, path: string): TensorJson {
  const [first, ...others] = shape;
  if (first === undefined) refuse(`${path}.shape`, "expected at least one dimension");
  return {
    type: "tensor",
    "tensor-spec": { dtype: dtype.name, shape: [-1n, ...others.map(BigInt)] },
  };
}

/**
 * Infers the specs of named arrays.
 *
 * @throws SignatureError where there is none, and where one has no dimension.
 */
export function inferArrays(arrays: ReadonlyMap<string, ReadArray>, path: string): TensorJson[] {
  if (arrays.size === 0) refuse(path, "expected at least one array");
  return [...arrays].map(([name, array]) => ({
    name,
    ...inferArray(array, memberPath(path, name)),
  }));
}
