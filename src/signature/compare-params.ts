import { isDeepStrictEqual } from "node:util";
import { matchByName, reordered, type SignatureDifference } from "./compare-difference.ts";
import { paramText, typeText } from "./compare-text.ts";
import { compareTypes, conversionVerdict } from "./compare-types.ts";
import { memberPath } from "./error.ts";
import type { ParamJson } from "./mlflow-json.ts";
import { pythonRepr, tupleRepr } from "./python-text.ts";

/** Which types MLflow takes for another in a parameter (`_ALLOWED_CONVERSIONS_FOR_PARAMS`). */
const conversions: Record<string, readonly string[]> = {
  integer: ["long", "float", "double"],
  long: ["float", "double"],
  float: ["double"],
};

/**
 * Compares parameters of inference by name, as MLflow takes them (`_enforce_params_schema` in
 * mlflow/models/utils.py): all may be left out, and those that it does not know are ignored. So a
 * new one breaks nobody, nor one that goes away, though its value then has no effect any more.
 */
export function compareParams(
  oldParams: readonly ParamJson[],
  nextParams: readonly ParamJson[],
  path: string,
): SignatureDifference[] {
  const [old, next] = [byName(oldParams), byName(nextParams)];
  const { common, removed, added } = matchByName(old, next);
  return [
    ...common.flatMap(([name, before, after]) =>
      compareParam(before, after, memberPath(path, name)),
    ),
    ...removed.map(([name, param]) => ({
      path: memberPath(path, name),
      kind: "removed" as const,
      old: paramText(param),
      compatible: true,
      reason: "callers may still give it, but MLflow ignores parameters that it does not know",
    })),
    ...added.map(([name, param]) => ({
      path: memberPath(path, name),
      kind: "added" as const,
      next: paramText(param),
      compatible: true,
      reason: "callers need not give it: there is a default",
    })),
    ...reordered(old, next, path),
  ];
}

function byName(params: readonly ParamJson[]): ReadonlyMap<string, ParamJson> {
  return new Map(params.map((param) => [param.name, param]));
}

function compareParam(old: ParamJson, next: ParamJson, path: string): SignatureDifference[] {
  return [
    ...compareParamTypes(old, next, path),
    ...compareShapes(old, next, path),
    ...compareDefaults(old, next, path),
  ];
}

function compareParamTypes(old: ParamJson, next: ParamJson, path: string): SignatureDifference[] {
  if (old.type === next.type) return compareTypes(old, next, path, "inputs");
  const texts = { old: typeText(old), next: typeText(next) };
  const converted = conversions[old.type]?.includes(next.type) ?? false;
  const verdict = conversionVerdict(converted, old, next, "give");
  return [{ path: `${path}.type`, kind: "type_changed", ...texts, ...verdict }];
}

function compareShapes(old: ParamJson, next: ParamJson, path: string): SignatureDifference[] {
  const texts = { old: shapeText(old), next: shapeText(next) };
  if (texts.old === texts.next) return [];
  const given = old.shape === null ? "a single value" : "a list";
  const reason = `callers that give ${given} are refused`;
  return [{ path: `${path}.shape`, kind: "shape_changed", ...texts, compatible: false, reason }];
}

function shapeText({ shape }: ParamJson): string {
  return shape === null ? "None" : tupleRepr(shape);
}

function compareDefaults(old: ParamJson, next: ParamJson, path: string): SignatureDifference[] {
  // The order of an object's members does not count.
  if (isDeepStrictEqual(old.default, next.default)) return [];
  const texts = { old: pythonRepr(old.default), next: pythonRepr(next.default) };
  const reason = `calls that do not give it now run with ${texts.next}`;
  return [{ path: `${path}.default`, kind: "default_changed", ...texts, compatible: true, reason }];
}
