import { type JsonValue, toJson } from "@bufbuild/protobuf";
import { type Signature, SignatureSchema } from "#gen/modelwire/registry/v1/signature_pb.js";
import { memberPath, type Violation } from "./error.ts";

/**
 * Finds where the typed parts of a signature differ from those that its `mlflow_json` gives. Paths
 * are those of the proto fields, from `signature` on.
 */
export function findDifferences(typed: Signature, fromJson: Signature): Violation[] {
  return compare(typedParts(typed), typedParts(fromJson), "signature");
}

function typedParts(signature: Signature): JsonValue {
  const { inputs, outputs, params } = toProtoJson(signature);
  return { inputs: inputs ?? null, outputs: outputs ?? null, params: params ?? null };
}

function toProtoJson(signature: Signature): { [part: string]: JsonValue } {
  const json = toJson(SignatureSchema, signature, { useProtoFieldName: true });
  return isObject(json) ? json : {};
}

function compare(typed: JsonValue, json: JsonValue, path: string): Violation[] {
  if (Array.isArray(typed) && Array.isArray(json) && typed.length === json.length) {
    return typed.flatMap((item, index) => compare(item, json[index] ?? null, `${path}[${index}]`));
  }
  if (isObject(typed) && isObject(json)) {
    const names = [...new Set([...Object.keys(typed), ...Object.keys(json)])];
    return names.flatMap((name) =>
      compare(typed[name] ?? null, json[name] ?? null, memberPath(path, name)),
    );
  }
  if (typed === json) return [];
  return [{ path, reason: `${describe(typed)}, but mlflow_json says ${describe(json)}` }];
}

function describe(value: JsonValue): string {
  if (value === null) return "nothing";
  if (Array.isArray(value)) return `${value.length} of them`;
  return isObject(value) ? Object.keys(value).join(" and ") : JSON.stringify(value);
}

function isObject(value: JsonValue): value is { [name: string]: JsonValue } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
