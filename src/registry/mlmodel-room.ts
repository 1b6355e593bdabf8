import { invalidField } from "../error.ts";
import { type Mlmodel, rewriteMlmodel } from "../package/mlmodel.ts";
import { wrongSize } from "../package/mlmodel-size.ts";
import type { PackagePlan } from "./plan.ts";

// As long as what is written in their place, or longer: an artifact URI is MLflow's to choose.
const IDS = { modelId: "m".repeat(34), runId: "r".repeat(32), artifactUri: "u".repeat(1000) };

/**
 * Makes sure that an MLmodel can be read again when the request's own is in it.
 * @param field names the MLmodel where the request adds nothing to it
 * @throws ModelwireError INVALID_FIELD
 */
export function requireRoom(mlmodel: Mlmodel, plan: PackagePlan, field: string): void {
  const { signature, metadata, savedInputExampleInfo } = plan;
  const text = rewriteMlmodel(mlmodel, {
    ...IDS,
    signature,
    metadata,
    savedInputExampleInfo,
    createdAt: 0,
  });
  const wrong = wrongSize(text);
  if (wrong === undefined) return;
  const added = metadata ? "metadata" : signature && "signature";
  throw invalidField(added ?? field, `the MLmodel would be too large with it: ${wrong}`);
}
