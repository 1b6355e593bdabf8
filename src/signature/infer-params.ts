import { gather, memberPath, refuse } from "./error.ts";
import { inferType } from "./infer-json.ts";
import { isInt64, isUint64 } from "./integer-range.ts";
import type { ParamJson, ScalarName } from "./mlflow-json.ts";
import { isDict, isList, type PythonValue } from "./python-json.ts";
import { readDefault } from "./read-default.ts";

/**
 * Infers parameters of inference from their values, as MLflow's `_infer_param_schema` does
 * (mlflow/types/utils.py): the values become the defaults.
 *
 * @param path what the paths of errors begin with.
 * @throws SignatureError that names every parameter whose value MLflow would refuse.
 */
export function inferParams(value: PythonValue, path: string): ParamJson[] {
  const dict = isDict(value) ? value : refuse(path, "expected an object");
  return gather([...dict], ([name, given]) => inferParam(name, given, memberPath(path, name)));
}

function inferParam(name: string, value: PythonValue, path: string): ParamJson {
  if (isList(value)) {
    const type = inferListType(value, path);
    return { name, default: readDefault(value, { type }, true, path), shape: [-1n], type };
  }
  if (isDict(value)) {
    const type = inferType(value, path);
    if (type.type !== "object") refuse(path, "expected an object with at least one member");
    return { name, default: readDefault(value, type, false, path), shape: null, ...type };
  }
  return { name, default: value, shape: null, type: inferScalarType(value, path) };
}

function inferScalarType(value: PythonValue, path: string): ScalarName {
  switch (typeof value) {
    case "boolean":
      return "boolean";
    case "bigint":
      return isInt64(value) ? "long" : refuse(path, "expected an integer of 64 bits");
    case "number":
      return "double";
    case "string":
      return "string";
    default:
      return refuse(path, "expected a single value, a list of them or an object, and not null");
  }
}

/** Tells by what numpy makes of the list: a lone integer beyond 64 bits makes floats of all. */
function inferListType(items: readonly PythonValue[], path: string): ScalarName {
  // Of no item it can be said that it is no datetime.
  if (items.length === 0) return "datetime";
  if (items.every((item) => typeof item === "boolean")) return "boolean";
  if (items.every((item) => typeof item === "string")) return "string";
  const integers = items.filter((item) => typeof item === "bigint");
  const floats = items.filter((item) => typeof item === "number");
  if (integers.length + floats.length < items.length) {
    refuse(path, "expected a list of booleans, of numbers or of texts, without null");
  }
  if (!integers.every((item) => isInt64(item) || isUint64(item))) {
    refuse(path, "expected integers of 64 bits");
  }
  if (floats.length > 0) return "double";
  if (integers.every(isInt64)) return "long";
  return integers.some(isInt64)
    ? "double"
    : refuse(path, "MLflow has no type for uint64: expected integers of 64 bits");
}
