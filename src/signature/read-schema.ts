import { refuse } from "./error.ts";
import type { ColumnJson, NameJson, SchemaJson, TensorJson } from "./mlflow-json.ts";
import { numpyDtypeName } from "./numpy-dtype.ts";
import { isList, type PythonValue } from "./python-json.ts";
import { type Dict, isScalarName, readDict, readRequired, readType } from "./read-type.ts";
import { schemaProblem } from "./schema-rules.ts";

/** Says what a dtype must be. */
export const dtypeReason =
  "expected the name of a numpy dtype without a size, such as float64, int32, str or bytes";

/**
 * Reads the columns or tensors of a schema as MLflow's `Schema.from_json` does.
 *
 * @throws SignatureError at the first thing that MLflow would refuse.
 */
export function readSchema(value: PythonValue, path: string): SchemaJson {
  const list = isList(value) ? value : refuse(path, "expected an array of column or tensor specs");
  const dicts = list.map((item, index) => readDict(item, `${path}[${index}]`));
  const tensors = dicts.filter((dict) => dict.get("type") === "tensor").length;
  if (tensors > 0 && tensors < dicts.length) refuse(path, "columns and tensors cannot be mixed");
  const schema =
    tensors > 0
      ? dicts.map((dict, index) => readTensor(dict, `${path}[${index}]`))
      : dicts.map((dict, index) => readColumn(dict, `${path}[${index}]`));
  const problem = schemaProblem(schema);
  if (problem !== undefined) refuse(path + problem.path, problem.reason);
  return schema;
}

function readColumn(dict: Dict, path: string): ColumnJson {
  const type = dict.get("type");
  if (isScalarName(type)) {
    // Only here MLflow hands the members to ColSpec as they are, which refuses others.
    for (const key of dict.keys()) {
      if (!["type", "name", "required"].includes(key)) {
        refuse(`${path}.${key}`, "a column has only type, name and required");
      }
    }
    return { type, ...readName(dict, path), required: readRequired(dict, true, path) };
  }
  return {
    ...readType(dict, path),
    ...readName(dict, path),
    required: readRequired(dict, null, path),
  };
}

function readTensor(dict: Dict, path: string): TensorJson {
  const specPath = `${path}.tensor-spec`;
  const spec = readDict(dict.get("tensor-spec"), specPath);
  const given = spec.get("dtype");
  const dtype = typeof given === "string" ? numpyDtypeName(given) : undefined;
  const shape = spec.get("shape");
  return {
    ...readName(dict, path),
    type: "tensor",
    "tensor-spec": {
      dtype: dtype ?? refuse(`${specPath}.dtype`, dtypeReason),
      shape:
        shape !== undefined && isList(shape)
          ? shape.map((size, index) => readSize(size, `${specPath}.shape[${index}]`))
          : refuse(`${specPath}.shape`, "expected an array of sizes"),
    },
  };
}

function readSize(size: PythonValue, path: string): bigint {
  return typeof size === "bigint" && BigInt.asIntN(32, size) === size
    ? size
    : refuse(path, "expected an integer of 32 bits, -1 for any size");
}

function readName(dict: Dict, path: string): { name?: NameJson } {
  const name = dict.get("name");
  if (name === undefined || name === null) return {};
  return typeof name === "object" ? refuse(`${path}.name`, "expected text") : { name };
}
