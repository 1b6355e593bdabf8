import type { Signature } from "#gen/modelwire/registry/v1/signature_pb.js";
import { compareColumns } from "./compare-columns.ts";
import type { Side, SignatureDifference } from "./compare-difference.ts";
import { compareParams } from "./compare-params.ts";
import { compareTensors } from "./compare-tensors.ts";
import { schemaText } from "./compare-text.ts";
import { signatureJson } from "./from-message.ts";
import { isTensors, type SchemaJson } from "./mlflow-json.ts";

/** Says of one part of a signature whether it changed, and whether the change breaks anybody. */
export type PartVerdict = "unchanged" | "compatible" | "incompatible";

/** Says how a signature differs from what it was, and whether it can take its place. */
export interface SignatureComparison {
  /** Whether no part is incompatible. */
  compatible: boolean;
  inputs: PartVerdict;
  outputs: PartVerdict;
  params: PartVerdict;
  /** All differences: those of inputs, then of outputs, then of params. */
  differences: SignatureDifference[];
}

/**
 * Compares a signature with the one that is to take its place.
 *
 * Inputs and params are compatible where MLflow accepts under `next` all that it accepts under
 * `old`; outputs, which MLflow does not check, where `next` gives only what readers of `old` had to
 * expect. compareColumns, compareTensors, compareTypes and compareParams tell the rules.
 *
 * Compatible steps do not always make a compatible whole: a column may go away in one step and come
 * back with another type in the next.
 *
 * @throws SignatureError where one of them breaks MLflow's rules.
 */
export function compareSignatures(old: Signature, next: Signature): SignatureComparison {
  const [before, after] = [signatureJson(old), signatureJson(next)];
  const inputs = compareSchemas(before.inputs, after.inputs, "inputs");
  const outputs = compareSchemas(before.outputs, after.outputs, "outputs");
  const params = compareParams(before.params ?? [], after.params ?? [], "params");
  const differences = [...inputs, ...outputs, ...params];
  return {
    compatible: verdict(differences) !== "incompatible",
    inputs: verdict(inputs),
    outputs: verdict(outputs),
    params: verdict(params),
    differences,
  };
}

function verdict(differences: readonly SignatureDifference[]): PartVerdict {
  if (differences.length === 0) return "unchanged";
  return differences.every(({ compatible }) => compatible) ? "compatible" : "incompatible";
}

function compareSchemas(
  old: SchemaJson | undefined,
  next: SchemaJson | undefined,
  side: Side,
): SignatureDifference[] {
  if (old === undefined) return next === undefined ? [] : [schemaAdded(next, side)];
  if (next === undefined) return [schemaRemoved(old, side)];
  if (isTensors(old) && isTensors(next)) return compareTensors(old, next, side, side);
  if (!isTensors(old) && !isTensors(next)) return compareColumns(old, next, side, side);
  const [was, is] = isTensors(old) ? ["tensors", "columns"] : ["columns", "tensors"];
  return [
    {
      path: side,
      kind: "type_changed",
      old: schemaText(old),
      next: schemaText(next),
      compatible: false,
      reason:
        side === "inputs"
          ? `callers that send data for ${was} are refused where they are not ${is}`
          : `readers of ${was} find ${is}`,
    },
  ];
}

function schemaAdded(schema: SchemaJson, side: Side): SignatureDifference {
  const verdict =
    side === "inputs"
      ? {
          compatible: false,
          reason: "callers could send anything, and are now refused where their data do not fit",
        }
      : { compatible: true, reason: "readers were promised nothing before" };
  return { path: side, kind: "added", next: schemaText(schema), ...verdict };
}

function schemaRemoved(schema: SchemaJson, side: Side): SignatureDifference {
  const verdict =
    side === "inputs"
      ? { compatible: true, reason: "callers may send anything: MLflow checks nothing any more" }
      : { compatible: false, reason: "readers are promised nothing any more" };
  return { path: side, kind: "removed", old: schemaText(schema), ...verdict };
}
