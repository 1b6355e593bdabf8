import type { Signature } from "#gen/modelwire/registry/v1/signature_pb.js";
import { memberPath, refuse, SignatureError } from "./error.ts";
import type { Example } from "./example.ts";
import { inferArray, inferArrays } from "./infer-array.ts";
import { inferJson } from "./infer-json.ts";
import { inferParams } from "./infer-params.ts";
import { inferTable } from "./infer-table.ts";
import type { ParamJson, SchemaJson, SignatureJson } from "./mlflow-json.ts";
import {
  isDict,
  isList,
  type PythonValue,
  parsePythonJson,
  printPythonJson,
} from "./python-json.ts";
import { type ReadExample, readExample } from "./read-example.ts";
import { readSchema } from "./read-schema.ts";
import { readDict, readObject } from "./read-type.ts";
import { toMessage } from "./to-message.ts";

/** What a signature is inferred from: at least one of them. */
export interface SignatureExamples {
  /** What the model takes. JSON null counts as nothing. */
  input?: Example | undefined;
  /** What the model gives. JSON null counts as nothing. */
  output?: Example | undefined;
  /** JSON text of an object: the parameters of inference with their defaults. */
  paramsJson?: string | undefined;
}

/** A signature that was inferred. */
export interface InferredSignature {
  signature: Signature;
  /** Why inputs or outputs were taken for a single column of any: a text for each of them. */
  warnings: string[];
}

/**
 * Infers a signature as MLflow's `infer_signature` does (mlflow/models/signature.py), as of 3.17.
 * Where it cannot tell the columns of inputs or outputs, it takes them for a single column of any,
 * and there is a warning; so too where MLflow prints a schema that it could not read back.
 *
 * @throws SignatureError where an example is malformed (`input.json`, `output.array.shape`), where
 *   parameters cannot be inferred (`params_json.top_k`), and where there is nothing to infer from.
 */
export function inferSignature(examples: SignatureExamples): InferredSignature {
  const json: SignatureJson = {};
  const warnings: string[] = [];
  for (const [part, path] of [
    ["inputs", "input"],
    ["outputs", "output"],
  ] as const) {
    const example = examples[path] && readExample(examples[path], path);
    if (example === undefined || (example.kind === "json" && example.value === null)) continue;
    try {
      json[part] = checkSchema(inferSchema(example, path), part);
    } catch (error) {
      if (!(error instanceof SignatureError)) throw error;
      warnings.push(`${part} are taken for a single column of any: ${error.message}`);
      json[part] = [{ type: "any", required: true }];
    }
  }
  const params = examples.paramsJson ? parsePythonJson(examples.paramsJson, paramsPath) : null;
  if (!isFalse(params)) json.params = checkParams(inferParams(params, paramsPath));
  if (Object.keys(json).length === 0) refuse("input", nothingReason);
  return { signature: toMessage(json), warnings };
}

const paramsPath = "params_json";
const nothingReason = `expected at least one of input, output and ${paramsPath}, and not null`;

function inferSchema(example: ReadExample, path: string): SchemaJson {
  switch (example.kind) {
    case "json":
      return inferJson(example.value, `${path}.json`);
    case "table":
      return inferTable(example.columns, `${path}.table`);
    case "array":
      return [inferArray(example.array, `${path}.array`)];
    case "arrays":
      return inferArrays(example.arrays, `${path}.arrays`);
  }
}

/** Reads a schema again as it would stand in an MLmodel file: MLflow prints what it cannot read. */
function checkSchema(schema: SchemaJson, path: string): SchemaJson {
  return readSchema(parsePythonJson(printPythonJson(schema), path), path);
}

function checkParams(params: ParamJson[]): ParamJson[] {
  for (const param of params) {
    const path = memberPath(paramsPath, param.name);
    const dict = readDict(parsePythonJson(printPythonJson(param), path), path);
    if (param.type === "object") readObject(dict, path);
  }
  return params;
}

/** Says whether Python takes a value for false, as MLflow asks of params. */
function isFalse(value: PythonValue): boolean {
  if (isList(value)) return value.length === 0;
  return isDict(value) ? value.size === 0 : !value;
}
