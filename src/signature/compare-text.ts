import type {
  ColumnJson,
  ParamJson,
  SchemaJson,
  SignatureJson,
  TensorJson,
  TypeJson,
} from "./mlflow-json.ts";
import { pythonRepr } from "./python-text.ts";
import { jsonText } from "./text.ts";

/** Prints a type as it stands in Python's text of a signature: `Array(long)`. */
export function typeText(type: TypeJson): string {
  return specText({ ...type, required: true }).slice(0, -" (required)".length);
}

/** Prints a column, or a property, without its name: `long (required)`. */
export function specText(column: ColumnJson): string {
  return withoutName(partText({ inputs: [column] }), column.name);
}

/** Prints a tensor without its name: `Tensor('float64', (-1, 4))`. */
export function tensorText(tensor: TensorJson): string {
  return withoutName(partText({ inputs: [tensor] }), tensor.name);
}

/** Prints a parameter without its name: `double (default: 0.5)`. */
export function paramText(param: ParamJson): string {
  return withoutName(partText({ params: [param] }), param.name);
}

/** Prints columns or tensors: `['age': long (required)]`. */
export function schemaText(schema: SchemaJson): string {
  return `[${partText({ inputs: schema })}]`;
}

function partText(onePart: SignatureJson): string {
  const text = jsonText(onePart);
  // The parts that are not there say None, so the outermost brackets are those of the part.
  return text.slice(text.indexOf("[") + 1, text.lastIndexOf("]"));
}

function withoutName(text: string, name: ColumnJson["name"]): string {
  return name === undefined ? text : text.slice(`${pythonRepr(name)}: `.length);
}
