import { gather, refuse, type Violation } from "./error.ts";
import { isTensors, type SchemaJson } from "./mlflow-json.ts";
import { pythonStr } from "./python-text.ts";

/** Finds what MLflow's Schema refuses of well-formed specs; the path is relative to the schema. */
export function schemaProblem(schema: SchemaJson): Violation | undefined {
  if (schema.length === 0) return { path: "", reason: "expected at least one column or tensor" };
  const unnamed = schema.findIndex((spec) => spec.name === undefined);
  if (isTensors(schema)) {
    return unnamed >= 0 && schema.length > 1
      ? { path: `[${unnamed}].name`, reason: "several tensors must all be named" }
      : undefined;
  }
  if (unnamed < 0) return undefined;
  if (schema.some((spec) => spec.name !== undefined)) {
    return { path: `[${unnamed}].name`, reason: "name all columns or none" };
  }
  const optional = schema.findIndex((column) => column.required === false);
  return optional < 0
    ? undefined
    : { path: `[${optional}].required`, reason: "a column without a name cannot be optional" };
}

/** Finds the places of names that came before. */
export function duplicates(names: readonly string[]): number[] {
  const seen = new Set<string>();
  return names.flatMap((name, index) => {
    if (seen.has(name)) return [index];
    seen.add(name);
    return [];
  });
}

/**
 * Refuses names that are taken already.
 *
 * @param path field that holds the names' owners.
 * @throws SignatureError with every one of them.
 */
export function refuseDuplicates(names: readonly string[], path: string): void {
  gather(duplicates(names), (index) =>
    refuse(`${path}[${index}].name`, "expected a name of its own"),
  );
}

/**
 * Checks how the columns or tensors of a requested schema go together: what MLflow's Schema
 * refuses, and names that are not unique, which MLflow lets pass.
 *
 * @param path field that holds the columns or tensors.
 * @throws SignatureError with everything that is wrong.
 */
export function checkSchema(schema: SchemaJson, path: string): void {
  const problem = schemaProblem(schema);
  if (problem !== undefined) refuse(path + problem.path, problem.reason);
  const names = schema.flatMap(({ name }) => (name === undefined ? [] : [pythonStr(name)]));
  refuseDuplicates(names, path);
}
