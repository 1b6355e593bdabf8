import type { Consistency } from "#gen/modelwire/registry/v1/consistency_pb.js";
import { ErrorReason } from "#gen/modelwire/registry/v1/error_reason_pb.js";
import type { ModelVersionRef } from "#gen/modelwire/registry/v1/model_version_ref_pb.js";
import { forEachAtOnce } from "../concurrency.ts";
import { type FieldViolation, invalidField, invalidFields, ModelwireError } from "../error.ts";
import type { CatalogContext } from "./context.ts";
import { getRegistration, type RegistrationAsOf } from "./get.ts";
import { readVersionReference, type VersionReference } from "./reference.ts";

const MOST = 100;
const AT_ONCE = 8;

/**
 * Gets what several references name, in their order; undefined where there is no such version.
 * @returns also up to when what was written to MLflow directly is in all of them
 * @throws ModelwireError INVALID_FIELD, and what {@link getRegistration} throws save that a
 *   version is not there
 */
export async function getRegistrations(
  context: Pick<CatalogContext, "store" | "mlflow">,
  refs: readonly ModelVersionRef[],
  consistency: Consistency | undefined,
  signal: AbortSignal,
): Promise<{ found: (RegistrationAsOf | undefined)[]; asOf: number }> {
  const references = readReferences(refs);
  let asOf = Date.now();
  const found: (RegistrationAsOf | undefined)[] = references.map(() => undefined);
  await forEachAtOnce(references.entries(), AT_ONCE, async ([index, reference]) => {
    try {
      const registration = await getRegistration(context, reference, consistency, signal);
      found[index] = registration;
      asOf = Math.min(asOf, registration.asOf);
    } catch (error) {
      // MLflow said so after the call came: the answer is as fresh as can be.
      if (!isModelNotFound(error)) throw error;
    }
  });
  return { found, asOf };
}

function readReferences(refs: readonly ModelVersionRef[]): VersionReference[] {
  if (refs.length < 1 || refs.length > MOST) {
    throw invalidField("refs", `expected 1 to ${MOST} references; there are ${refs.length}`);
  }
  const violations: FieldViolation[] = [];
  const references = refs.flatMap((ref, index) => {
    try {
      return [readVersionReference(ref, `refs[${index}]`)];
    } catch (error) {
      if (!(error instanceof ModelwireError)) throw error;
      violations.push(...error.violations);
      return [];
    }
  });
  if (violations.length > 0) throw invalidFields(violations);
  return references;
}

function isModelNotFound(error: unknown): boolean {
  return error instanceof ModelwireError && error.reason === ErrorReason.MODEL_NOT_FOUND;
}
