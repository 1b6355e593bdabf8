import type { JsonObject } from "@bufbuild/protobuf";
import { memberPath, refuse } from "../signature/error.ts";
import type { Example } from "../signature/example.ts";
import type { Dtype } from "../signature/example-dtype.ts";
import { inferParams } from "../signature/infer-params.ts";
import {
  isDict,
  isList,
  type PythonValue,
  parsePythonJson,
  printPythonJson,
} from "../signature/python-json.ts";
import { type ReadArray, type ReadColumn, readExample } from "../signature/read-example.ts";
import { printIndentedJson } from "./indented-json.ts";

/** An input example as MLflow saves it beside a model. */
export interface SavedInputExample {
  /** Files at the root of the package, with their texts. */
  files: { path: string; content: string }[];
  /** What the MLmodel file says of them, as `saved_input_example_info`. */
  info: JsonObject;
}

const exampleFile = "input_example.json";
const servingFile = "serving_input_example.json";

/**
 * Saves an input example as MLflow's `_Example` does (mlflow/models/utils.py): the example itself,
 * and the body of a request to a served model.
 *
 * @param paramsJson JSON text of an object: parameters of inference that go with the example, as
 *   the second of a Python tuple.
 * @throws SignatureError where the example or the parameters are malformed, or of a kind that MLflow
 *   does not save: JSON null, and dtypes that JSON has no words for, such as complex64. Paths begin
 *   with `input_example` and `params_json`.
 */
export function saveInputExample(example: Example, paramsJson?: string): SavedInputExample {
  const saved = toSaved(example, "input_example");
  const params = paramsJson ? readParams(paramsJson) : undefined;
  const wrapped = params && { inputs: saved.data, params };
  // Parameters stand among the members of a chat request, and win there.
  const beside = saved.bare ? params : params && new Map([["params", params]]);
  const serving = new Map([...saved.serving, ...(beside ?? [])]);
  return {
    files: [
      { path: exampleFile, content: printPythonJson(wrapped ?? saved.data) },
      { path: servingFile, content: printIndentedJson(serving) },
    ],
    info: {
      artifact_path: exampleFile,
      ...(params && params.size > 0 && { params: "true" }),
      ...saved.info,
      serving_input_path: servingFile,
    },
  };
}

function readParams(text: string): ReadonlyMap<string, PythonValue> {
  const path = "params_json";
  const value = parsePythonJson(text, path);
  inferParams(value, path);
  return isDict(value) ? value : refuse(path, "expected an object");
}

interface Saved {
  info: { type: string; pandas_orient?: string };
  data: PythonValue;
  /** The body of a request to a served model, without parameters. */
  serving: ReadonlyMap<string, PythonValue>;
  /** Whether that body is the example itself. */
  bare?: boolean;
}

function toSaved(example: Example, path: string): Saved {
  const read = readExample(example, path);
  switch (read.kind) {
    case "json":
      return savedJson(read.value, `${path}.json`);
    case "table":
      return savedTable(read.columns, `${path}.table`);
    case "array":
      return savedInputs("ndarray", arrayData(read.array, `${path}.array`));
    case "arrays": {
      const data = [...read.arrays].map(([name, array]): [string, PythonValue] => [
        name,
        arrayData(array, memberPath(`${path}.arrays`, name)),
      ]);
      // Without arrays it is a dict like any other.
      return savedInputs(data.length > 0 ? "ndarray" : "json_object", new Map(data));
    }
  }
}

function savedInputs(type: string, data: PythonValue): Saved {
  return { info: { type }, data, serving: new Map([["inputs", data]]) };
}

/** Requests for chats, completions and embeddings: MLflow's `is_unified_llm_input`. */
const requestMembers = ["messages", "prompt", "input"];

function savedJson(value: PythonValue, path: string): Saved {
  if (value === null) refuse(path, "expected an example, not null");
  if (isDict(value) && requestMembers.some((name) => value.has(name))) {
    return { info: { type: "json_object" }, data: value, serving: value, bare: true };
  }
  return savedInputs("json_object", value);
}

function savedTable(columns: readonly ReadColumn[], path: string): Saved {
  for (const [index, { dtype, values }] of columns.entries()) {
    if (!isWritable(dtype) && values.some((value) => value !== "NaT")) {
      refuseDtype(dtype, `${path}.columns[${index}]`);
    }
  }
  const names = columns.map(({ name }) => name);
  const rows = (columns[0]?.values ?? []).map((_, row) =>
    columns.map(({ values }) => values[row] ?? null),
  );
  // Names that pandas gave are not written.
  const numbered = names.every((name, index) => name === BigInt(index));
  const data = numbered ? { data: rows } : { columns: names, data: rows };
  return {
    info: { type: "dataframe", pandas_orient: numbered ? "values" : "split" },
    data,
    serving: new Map([["dataframe_split", data]]),
  };
}

function arrayData({ dtype, data }: ReadArray, path: string): PythonValue {
  const writable = isWritable(dtype) || dtype.name === "timedelta64[ns]";
  return writable || !hasValue(data) ? data : refuseDtype(dtype, path);
}

function hasValue(data: PythonValue): boolean {
  return isList(data) ? data.some(hasValue) : data !== null;
}

/** Says whether MLflow can write the values of a dtype as JSON. */
function isWritable(dtype: Dtype): boolean {
  if (dtype.kind === "float") return dtype.bits <= 64;
  return dtype.kind !== "complex" && dtype.kind !== "timedelta";
}

function refuseDtype(dtype: Dtype, path: string): never {
  return refuse(`${path}.dtype`, `MLflow cannot write ${dtype.name} as JSON`);
}
