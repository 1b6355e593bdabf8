import { ErrorReason } from "#gen/modelwire/registry/v1/error_reason_pb.js";
import { getModelVersion } from "../catalog/get.ts";
import { ModelwireError } from "../error.ts";
import type { SignatureJson } from "../package/mlmodel.ts";
import { compareSignatures } from "../signature/compare.ts";
import { parseSignature } from "../signature/parse.ts";
import type { RegistryContext } from "./context.ts";
import { type ReferenceJson, readReference } from "./reference.ts";
import { namingFields } from "./signature-fields.ts";

/**
 * Makes sure that callers of a model version can call a new model.
 * @throws ModelwireError SIGNATURE_INCOMPATIBLE with every difference that breaks somebody,
 *   MODEL_NOT_FOUND where the version is not there, INDEX_INCOMPLETE
 */
export async function requireCompatible(
  context: RegistryContext,
  reference: ReferenceJson | undefined,
  signature: SignatureJson | undefined,
  signal: AbortSignal,
): Promise<void> {
  if (reference === undefined) return;
  const field = "require_compatible_with";
  const version = readReference(reference);
  const { modelId, modelInfo } = await getModelVersion(context, version, field, signal);
  if (!modelInfo?.signature) return;
  const old = modelInfo.signature;
  const refuse = (preconditions: { subject: string; description: string }[], text: string) =>
    new ModelwireError(ErrorReason.SIGNATURE_INCOMPATIBLE, `${field}: ${text}`, { preconditions });
  if (!signature) {
    const description = `the model has no signature, and ${modelId} has one`;
    throw refuse([{ subject: "signature", description }], description);
  }
  const comparison = namingFields(() => compareSignatures(old, parseSignature(signature)));
  if (comparison.compatible) return;
  const broken = comparison.differences.filter(({ compatible }) => !compatible);
  throw refuse(
    broken.map(({ path, reason }) => ({ subject: path, description: reason })),
    `the signature is not compatible with that of ${modelId}: ${broken
      .map(({ path, reason }) => `${path}: ${reason}`)
      .join("; ")}`,
  );
}
