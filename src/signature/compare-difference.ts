import { memberPath } from "./error.ts";
import type { NameJson } from "./mlflow-json.ts";
import { pythonRepr } from "./python-text.ts";

/** Names the side of a model that a schema describes, and with it whose code would break. */
export type Side = "inputs" | "outputs";

/** Names what happened to a field of a signature. */
export type DifferenceKind =
  | "added"
  | "removed"
  | "reordered"
  | "naming_changed"
  | "type_changed"
  | "became_required"
  | "became_optional"
  | "dtype_changed"
  | "shape_changed"
  | "default_changed";

/** Says how one field of a signature differs from what it was. */
export interface SignatureDifference {
  /**
   * Path in MLflow's JSON, with the name of a column, tensor or parameter where it has one, else
   * its index: `inputs.age.type`, `outputs[0].tensor-spec.shape`, `params["top k"].default`.
   */
  path: string;
  kind: DifferenceKind;
  /** What it was, as Python prints it; unset where something was added. */
  old?: string;
  /** What it is now, as Python prints it; unset where something was removed. */
  next?: string;
  /** Whether those who called the old model, or read what it gave, can go on as before. */
  compatible: boolean;
  /** What it means for them: lower-case, no full stop. */
  reason: string;
}

/** Is a name by which Python tells columns apart: `0` and `"0"` are two, `0`, `0.0` and False one. */
export type NameKey = string | bigint | number;

/** Takes a name as Python compares it. */
export function nameKey(name: NameJson): NameKey {
  if (typeof name === "string") return name;
  return Number.isInteger(Number(name)) ? BigInt(name) : Number(name);
}

/** Extends a path by a name: `inputs.age`, `inputs["user id"]`, or `inputs[0]` for a number. */
export function namedPath(path: string, name: NameKey): string {
  return typeof name === "string" ? memberPath(path, name) : `${path}[${name}]`;
}

/** Pairs the members of two lists by name: those of both, and those of one only, in order. */
export function matchByName<K extends NameKey, T>(old: ReadonlyMap<K, T>, next: ReadonlyMap<K, T>) {
  const common: [K, T, T][] = [];
  const removed: [K, T][] = [];
  for (const [name, before] of old) {
    const after = next.get(name);
    if (after === undefined) removed.push([name, before]);
    else common.push([name, before, after]);
  }
  return { common, removed, added: [...next].filter(([name]) => !old.has(name)) };
}

/**
 * Finds whether members that both lists have changed their order. It never breaks anything: MLflow
 * matches what has names by name.
 */
export function reordered(
  old: ReadonlyMap<NameKey, unknown>,
  next: ReadonlyMap<NameKey, unknown>,
  path: string,
): SignatureDifference[] {
  const before = [...old.keys()].filter((name) => next.has(name));
  const after = [...next.keys()].filter((name) => old.has(name));
  if (before.every((name, index) => name === after[index])) return [];
  return [
    {
      path,
      kind: "reordered",
      old: pythonRepr(before),
      next: pythonRepr(after),
      compatible: true,
      reason: "nothing changes for those who go by name, as MLflow does",
    },
  ];
}

/** Finds whether a column or property became required or optional. */
export function requiredChanged(
  old: boolean | null,
  next: boolean | null,
  path: string,
  side: Side,
): SignatureDifference[] {
  if (!old === !next) return [];
  const became = next
    ? { kind: "became_required" as const, old: "(optional)", next: "(required)" }
    : { kind: "became_optional" as const, old: "(required)", next: "(optional)" };
  const verdict =
    side === "inputs"
      ? {
          compatible: !next,
          reason: next ? "callers that leave it out are refused" : "callers may now leave it out",
        }
      : {
          compatible: next === true,
          reason: next ? "readers now always find it" : "readers that count on it may not find it",
        };
  return [{ path: `${path}.required`, ...became, ...verdict }];
}
