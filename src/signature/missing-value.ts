import type { PythonValue } from "./python-json.ts";

/** Says whether MLflow takes a value for a missing one: None or NaN. */
export function isMissing(value: PythonValue): boolean {
  return value === null || Number.isNaN(value);
}
