import {
  matchByName,
  requiredChanged,
  type Side,
  type SignatureDifference,
} from "./compare-difference.ts";
import { specText, typeText } from "./compare-text.ts";
import { memberPath } from "./error.ts";
import type { ObjectJson, PropertyJson, TypeJson } from "./mlflow-json.ts";

/**
 * Which types MLflow takes for another without loss (`_enforce_mlflow_datatype` in
 * mlflow/models/utils.py). Not in it: long for double, and integer for float.
 */
const conversions: Record<string, readonly string[]> = {
  integer: ["long", "double"],
  float: ["double"],
};

/**
 * Compares the types of a column, or of what is inside one. An array, a map or an object that stays
 * one is compared by what is in it; of all other changes the type decides.
 *
 * Inputs must take all that they took: any type may become any, and a number one that holds all of
 * its values. Outputs must give only what they gave: the other way round. A string is taken to hold
 * text and a binary bytes, though MLflow lets a column of any Python objects pass for either: in
 * arrays and in JSON, where binary is base64, it does not.
 */
export function compareTypes(
  old: TypeJson,
  next: TypeJson,
  path: string,
  side: Side,
): SignatureDifference[] {
  if (old.type === "array" && next.type === "array") {
    return compareTypes(old.items, next.items, `${path}.items`, side);
  }
  if (side === "inputs" && (old.type === "array" || next.type === "array")) {
    // MLflow takes lists of numbers for a vector, and checks them as it does an array's.
    const [was, is] = [itemsOf(old), itemsOf(next)];
    if (was && is) return compareTypes(was, is, `${path}.items`, side);
  }
  if (old.type === "map" && next.type === "map") {
    return compareTypes(old.values, next.values, `${path}.values`, side);
  }
  if (old.type === "object" && next.type === "object") {
    return compareObjects(old, next, `${path}.properties`, side);
  }
  if (old.type === next.type) return [];
  const texts = { old: typeText(old), next: typeText(next) };
  const verdict = side === "inputs" ? typeTaken(old, next) : typeGiven(old, next);
  return [{ path: `${path}.type`, kind: "type_changed", ...texts, ...verdict }];
}

function itemsOf(type: TypeJson): TypeJson | undefined {
  if (type.type === "sparkml_vector") return { type: "double" };
  return type.type === "array" ? type.items : undefined;
}

interface Verdict {
  compatible: boolean;
  reason: string;
}

function typeTaken(old: TypeJson, next: TypeJson): Verdict {
  if (next.type === "any") return { compatible: true, reason: "callers may send anything" };
  if (old.type === "string" && next.type === "boolean") {
    // Recorded of MLflow 3.4.0 with pandas 2, in compat.jsonl.
    return {
      compatible: true,
      reason: "MLflow lets text pass for boolean, but refuses it where it runs with pandas 3",
    };
  }
  return conversionVerdict(holds(next, old), old, next, "send");
}

/** Says what it means for callers that one type became another, which MLflow converts to or not. */
export function conversionVerdict(
  converted: boolean,
  { type: old }: TypeJson,
  { type: next }: TypeJson,
  verb: "send" | "give",
): Verdict {
  return converted
    ? { compatible: true, reason: `MLflow converts the ${old} of callers to ${next}` }
    : {
        compatible: false,
        reason: `callers that ${verb} ${old} are refused: MLflow does not convert it to ${next}`,
      };
}

function typeGiven(old: TypeJson, next: TypeJson): Verdict {
  if (old.type === "any") return { compatible: true, reason: "readers had to expect anything" };
  return holds(old, next)
    ? { compatible: true, reason: `readers of ${old.type} can take ${next.type}` }
    : { compatible: false, reason: `readers of ${old.type} cannot count on ${next.type}` };
}

function holds(wide: TypeJson, narrow: TypeJson): boolean {
  return conversions[narrow.type]?.includes(wide.type) ?? false;
}

/**
 * Compares objects. In inputs they are stricter than columns, as MLflow refuses a property that it
 * does not know; readers of outputs go by name.
 */
function compareObjects(
  old: ObjectJson,
  next: ObjectJson,
  path: string,
  side: Side,
): SignatureDifference[] {
  const { common, removed, added } = matchByName(old.properties, next.properties);
  return [
    ...common.flatMap(([name, before, after]) => {
      const propertyPath = memberPath(path, name);
      return [
        ...compareTypes(before, after, propertyPath, side),
        ...requiredChanged(before.required, after.required, propertyPath, side),
      ];
    }),
    ...removed.map(([name, property]) => ({
      path: memberPath(path, name),
      kind: "removed" as const,
      old: specText(property),
      ...(side === "inputs" ? propertyNoLongerTaken : noLongerGiven(property)),
    })),
    ...added.map(([name, property]) => ({
      path: memberPath(path, name),
      kind: "added" as const,
      next: specText(property),
      ...(side === "inputs" ? newlyTaken(property) : newlyGiven),
    })),
  ];
}

const propertyNoLongerTaken: Verdict = {
  compatible: false,
  reason: "callers that send it are refused: an object may have no other properties in MLflow",
};

/** Says what a new column or property of the inputs means for callers. */
export function newlyTaken({ required }: Pick<PropertyJson, "required">): Verdict {
  return required
    ? { compatible: false, reason: "callers that do not send it are refused" }
    : { compatible: true, reason: "callers need not send it" };
}

/** Says what a new column or property of the outputs means for readers. */
export const newlyGiven: Verdict = {
  compatible: true,
  reason: "readers that go by name do not see it",
};

/** Says what it means for readers that the outputs lose a column or property. */
export function noLongerGiven({ required }: Pick<PropertyJson, "required">): Verdict {
  return required
    ? { compatible: false, reason: "readers do not find it any more" }
    : { compatible: true, reason: "readers had to do without it before" };
}
