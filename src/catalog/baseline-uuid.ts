import { timestampMs } from "@bufbuild/protobuf/wkt";
import type { Registration } from "#gen/modelwire/registry/v1/registration_pb.js";
import { findLineageByNames } from "../store/catalog-lineage.ts";
import type { Queryable } from "../store/store.ts";
import { compareAge, lineageId, namedVersion } from "./lineage-parents.ts";

/**
 * Adds the uuids of baselines to registrations that only name them: one of MLflow 2 has its uuid in
 * its file, which may be read later than what improves it.
 */
export async function addBaselineUuids(
  db: Queryable,
  registrations: readonly Registration[],
): Promise<void> {
  const lacking = registrations.flatMap(({ baseline, modelVersion }) =>
    baseline && baseline.modelUuid === "" ? [{ baseline, modelVersion }] : [],
  );
  if (lacking.length === 0) return;
  const names = lacking.flatMap(({ baseline }) => namedVersion(baseline.modelId) ?? []);
  const rows = Map.groupBy((await findLineageByNames(db, names)).sort(compareAge), lineageId);
  for (const { baseline, modelVersion } of lacking) {
    const madeAt = modelVersion?.creationTime ? timestampMs(modelVersion.creationTime) : Infinity;
    // A name may have been deleted and made anew since, and a number is of another version then.
    const named = rows.get(baseline.modelId)?.findLast(({ created_at }) => created_at <= madeAt);
    baseline.modelUuid = named?.model_uuid ?? "";
  }
}
