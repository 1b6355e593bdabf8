import type { Signature } from "#gen/modelwire/registry/v1/signature_pb.js";
import { signatureJson } from "./from-message.ts";
import {
  type ColumnJson,
  isTensors,
  type ParamJson,
  type SchemaJson,
  type SignatureJson,
  type TensorJson,
  type TypeJson,
} from "./mlflow-json.ts";
import { datetimeRepr, datetimeText, parseDatetime } from "./python-datetime.ts";
import { isList, type PythonValue } from "./python-json.ts";
import { pythonRepr, pythonStr, tupleRepr } from "./python-text.ts";

/**
 * Prints a signature as Python's `str(signature)` does: the `__repr__` of ModelSignature
 * (mlflow/models/signature.py), with its space after each colon at a line's end.
 *
 * @throws SignatureError where the message breaks MLflow's rules.
 */
export function signatureText(signature: Signature): string {
  return jsonText(signatureJson(signature));
}

/** Prints a signature in MLflow's shapes as Python does. */
export function jsonText({ inputs, outputs, params }: SignatureJson): string {
  const parts = {
    inputs: inputs && schemaRepr(inputs),
    outputs: outputs && schemaRepr(outputs),
    params: params && `[${params.map(paramRepr).join(", ")}]`,
  };
  return Object.entries(parts)
    .map(([part, text]) => `${part}: \n  ${text ?? "None"}\n`)
    .join("");
}

function schemaRepr(schema: SchemaJson): string {
  const specs = isTensors(schema) ? schema.map(tensorRepr) : schema.map(columnRepr);
  return `[${specs.join(", ")}]`;
}

function columnRepr(column: ColumnJson): string {
  const name = column.name === undefined ? "" : `${pythonRepr(column.name)}: `;
  return `${name}${typeRepr(column)} ${requiredText(column.required)}`;
}

function tensorRepr({ name, "tensor-spec": { dtype, shape } }: TensorJson): string {
  const tensor = `Tensor(${pythonRepr(dtype)}, ${tupleRepr(shape)})`;
  return name === undefined ? tensor : `${pythonRepr(name)}: ${tensor}`;
}

function requiredText(required: boolean | null): string {
  return required ? "(required)" : "(optional)";
}

function typeRepr(type: TypeJson): string {
  switch (type.type) {
    case "array":
      return `Array(${typeRepr(type.items)})`;
    case "map":
      return `Map(str -> ${typeStr(type.values)})`;
    case "object": {
      // Names stand as they are here, without quotes.
      const properties = [...type.properties].map(
        ([name, property]) => `${name}: ${typeRepr(property)} ${requiredText(property.required)}`,
      );
      return `{${properties.join(", ")}}`;
    }
    case "any":
      return "Any";
    case "sparkml_vector":
      return "SparkML vector";
    default:
      return type.type;
  }
}

/** Map prints its values by `str()`, which for an Enum has the class's name in front. */
function typeStr(type: TypeJson): string {
  const text = typeRepr(type);
  return text === type.type ? `DataType.${text}` : text;
}

function paramRepr(param: ParamJson): string {
  const shape = param.shape === null ? "" : ` (shape: ${tupleRepr(param.shape)})`;
  return `${pythonRepr(param.name)}: ${typeRepr(param)} (default: ${defaultText(param)})${shape}`;
}

function defaultText(param: ParamJson): string {
  if (param.type !== "datetime") return pythonStr(param.default);
  // MLflow holds the datetime itself, not its text.
  if (!isList(param.default))
    return datetimeStr(param.default, (value) => datetimeText(value, " "));
  return `[${param.default.map((item) => datetimeStr(item, datetimeRepr)).join(", ")}]`;
}

function datetimeStr(
  value: PythonValue,
  print: (value: NonNullable<ReturnType<typeof parseDatetime>>) => string,
): string {
  const datetime = typeof value === "string" ? parseDatetime(value) : undefined;
  return datetime === undefined ? pythonStr(value) : print(datetime);
}
