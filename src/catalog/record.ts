import { createHash } from "node:crypto";
import { timestampMs } from "@bufbuild/protobuf/wkt";
import type { Registration } from "#gen/modelwire/registry/v1/registration_pb.js";
import type { MlflowModelVersion } from "../mlflow/model-versions.ts";
import { canonicalJson } from "../package/canonical-json.ts";
import type { NewCatalogVersion } from "../store/catalog-versions.ts";
import { time } from "./capture.ts";
import { answerColumns } from "./registration-bytes.ts";

/** A version to write into the catalog. */
export interface RecordedVersion {
  registration: Registration;
  /** Needed where the registration has no ModelInfo. */
  modelUuid: string | undefined;
  /** Whether its model is still to be read, and from when on; otherwise false. */
  unread: false | { after: number };
  /** Why its model cannot be read. */
  readError?: string | undefined;
  /** Hash of what MLflow said of the version. */
  seenHash: string;
  /** When MLflow said it. */
  confirmedAt: number;
}

/** Hashes what MLflow says of a version, its aliases apart: they are the registered model's. */
export function hashOfVersion(version: MlflowModelVersion): string {
  const { aliases: _, name: __, ...state } = version;
  return createHash("sha256").update(canonicalJson(state)).digest("base64url");
}

/** Gives when a version was created as its row has it: 0 for what no Timestamp can be. */
export function createdAtOf({ creation_timestamp }: MlflowModelVersion): number {
  const createdAt = time(creation_timestamp);
  return createdAt ? timestampMs(createdAt) : 0;
}

/** Makes the row of a version, with what it is found by. */
export function catalogVersion(modelKey: string, recorded: RecordedVersion): NewCatalogVersion {
  const { registration } = recorded;
  const { modelVersion, contributor, baseline } = registration;
  return {
    row: {
      model_key: modelKey,
      version: Number(registration.version),
      created_at: modelVersion?.creationTime ? timestampMs(modelVersion.creationTime) : 0,
      updated_at: modelVersion?.lastUpdatedTime ? timestampMs(modelVersion.lastUpdatedTime) : null,
      deleted_at: null,
      model_uuid: registration.modelInfo?.modelUuid || recorded.modelUuid || null,
      model_type: registration.modelType ?? null,
      is_baseline: registration.isBaseline === undefined ? null : Number(registration.isBaseline),
      contributor_kind: contributor?.kind ?? null,
      contributor_id: contributor?.id ?? null,
      baseline_id: baseline?.modelId ?? null,
      baseline_uuid: baseline?.modelUuid || null,
      unread: recorded.unread ? 1 : 0,
      read_after: recorded.unread ? recorded.unread.after : 0,
      read_error: recorded.readError ?? null,
      seen_hash: recorded.seenHash,
      confirmed_at: recorded.confirmedAt,
      ...answerColumns(registration),
    },
    tags: modelVersion?.tags ?? {},
    improvements: contributor
      ? registration.improvements.map((improvement) => ({
          contributor_kind: contributor.kind,
          contributor_id: contributor.id,
          metric: improvement.metric,
          direction: improvement.direction,
          unit: improvement.unit ?? "",
          // No sum has any use for what is not a number, such as MLflow takes as well.
          absolute_change: Number.isFinite(improvement.absoluteChange)
            ? (improvement.absoluteChange ?? null)
            : null,
        }))
      : [],
  };
}
