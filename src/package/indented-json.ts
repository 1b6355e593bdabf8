import { isDict, isList, type PythonValue, printPythonJson } from "../signature/python-json.ts";

/** Prints a value as Python's `json.dumps(value, indent=2)` does. */
export function printIndentedJson(value: PythonValue, margin = ""): string {
  const inner = `${margin}  `;
  if (isList(value) && value.length > 0) {
    const items = value.map((item) => inner + printIndentedJson(item, inner));
    return `[\n${items.join(",\n")}\n${margin}]`;
  }
  if (value === null || typeof value !== "object" || isList(value)) return printPythonJson(value);
  const entries = isDict(value) ? [...value] : Object.entries(value);
  if (entries.length === 0) return "{}";
  const members = entries.map(
    ([name, member]) => `${inner}${printPythonJson(name)}: ${printIndentedJson(member, inner)}`,
  );
  return `{\n${members.join(",\n")}\n${margin}}`;
}
