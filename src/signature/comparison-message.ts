import { create } from "@bufbuild/protobuf";
import {
  type SignatureComparison as Message,
  SignatureComparisonSchema,
  SignatureDifferenceKind,
  SignatureVerdict,
} from "#gen/modelwire/registry/v1/signature_comparison_pb.js";
import type { PartVerdict, SignatureComparison } from "./compare.ts";
import type { DifferenceKind } from "./compare-difference.ts";

const verdicts: Record<PartVerdict, SignatureVerdict> = {
  unchanged: SignatureVerdict.UNCHANGED,
  compatible: SignatureVerdict.COMPATIBLE,
  incompatible: SignatureVerdict.INCOMPATIBLE,
};

const kinds: Record<DifferenceKind, SignatureDifferenceKind> = {
  added: SignatureDifferenceKind.ADDED,
  removed: SignatureDifferenceKind.REMOVED,
  reordered: SignatureDifferenceKind.REORDERED,
  naming_changed: SignatureDifferenceKind.NAMING_CHANGED,
  type_changed: SignatureDifferenceKind.TYPE_CHANGED,
  became_required: SignatureDifferenceKind.BECAME_REQUIRED,
  became_optional: SignatureDifferenceKind.BECAME_OPTIONAL,
  dtype_changed: SignatureDifferenceKind.DTYPE_CHANGED,
  shape_changed: SignatureDifferenceKind.SHAPE_CHANGED,
  default_changed: SignatureDifferenceKind.DEFAULT_CHANGED,
};

/** Makes the message of a comparison. */
export function comparisonMessage(comparison: SignatureComparison): Message {
  return create(SignatureComparisonSchema, {
    compatible: comparison.compatible,
    inputs: verdicts[comparison.inputs],
    outputs: verdicts[comparison.outputs],
    params: verdicts[comparison.params],
    differences: comparison.differences.map(({ kind, ...difference }) => ({
      ...difference,
      kind: kinds[kind],
    })),
  });
}
