import { refuse } from "./error.ts";
import type { ObjectJson, ParamJson, ScalarName } from "./mlflow-json.ts";
import { isList, type PythonValue } from "./python-json.ts";
import { pythonStr } from "./python-text.ts";
import { readDefault } from "./read-default.ts";
import { type Dict, isScalarName, readDict, readObject } from "./read-type.ts";
import { refuseDuplicates } from "./schema-rules.ts";

/**
 * Reads parameter specs as MLflow's `ParamSchema.from_json` does; defaults come out as MLflow holds
 * them.
 *
 * @throws SignatureError at the first thing that MLflow would refuse.
 */
export function readParams(value: PythonValue, path: string): ParamJson[] {
  const list = isList(value) ? value : refuse(path, "expected an array of parameter specs");
  const params = list.map((item, index) => {
    const paramPath = `${path}[${index}]`;
    return readParam(readDict(item, paramPath), paramPath);
  });
  refuseDuplicates(
    params.map(({ name }) => name),
    path,
  );
  return params;
}

/** Says why a type cannot be a parameter's. */
export const paramTypeReason =
  "expected object, boolean, integer, long, float, double, string or datetime";

function readParam(dict: Dict, path: string): ParamJson {
  const name = dict.get("name");
  const given = dict.get("default");
  if (name === undefined) refuse(`${path}.name`, "expected a name");
  if (given === undefined) refuse(`${path}.default`, "expected a value or null");
  const shape = readShape(dict.get("shape"), `${path}.shape`);
  const type = readParamType(dict, path);
  return {
    name: pythonStr(name),
    default: readDefault(given, type, shape !== null, `${path}.default`),
    shape,
    ...type,
  };
}

function readParamType(dict: Dict, path: string): { type: ScalarName } | ObjectJson {
  // `dtype` is the member's older name.
  const type = dict.get("type") || dict.get("dtype");
  if (type === "object") {
    if (dict.get("type") !== type) refuse(`${path}.type`, "an object is named by type, not dtype");
    return readObject(dict, path);
  }
  return isScalarName(type) && type !== "binary"
    ? { type }
    : refuse(`${path}.type`, paramTypeReason);
}

function readShape(shape: PythonValue | undefined, path: string): bigint[] | null {
  if (shape === undefined || shape === null) return null;
  return isList(shape) && shape.length === 1 && shape[0] === -1n
    ? [-1n]
    : refuse(path, "expected null for a single value or [-1] for a list");
}
