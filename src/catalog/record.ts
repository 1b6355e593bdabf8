import { createHash } from "node:crypto";
import { timestampMs } from "@bufbuild/protobuf/wkt";
import type { Registration } from "#gen/modelwire/registry/v1/registration_pb.js";
import type { MlflowModelVersion } from "../mlflow/model-versions.ts";
import { canonicalJson } from "../package/canonical-json.ts";
import type { NewCatalogVersion } from "../store/catalog-versions.ts";
import { time } from "./capture.ts";
import { isCopy } from "./describe.ts";
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

/**
 * The longest text that a version is found by, in characters. PostgreSQL refuses a row with more
 * than 2,704 bytes for one entry of an index, and a tag can have 100,000 characters. A name of a
 * registered model has 256 in MLflow, and a contributor shares an entry with the 250 of a metric.
 */
const LONGEST_FINDER = 300;

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
  const contributorId = finder(contributor?.id);
  // A copy is of what its original contributed.
  const isContribution = modelVersion === undefined || !isCopy(modelVersion);
  return {
    row: {
      model_key: modelKey,
      version: Number(registration.version),
      created_at: modelVersion?.creationTime ? timestampMs(modelVersion.creationTime) : 0,
      updated_at: modelVersion?.lastUpdatedTime ? timestampMs(modelVersion.lastUpdatedTime) : null,
      deleted_at: null,
      model_uuid: finder(registration.modelInfo?.modelUuid || recorded.modelUuid || undefined),
      model_type: finder(registration.modelType),
      is_baseline: registration.isBaseline === undefined ? null : Number(registration.isBaseline),
      contributor_kind: contributor?.kind ?? null,
      contributor_id: contributorId,
      baseline_id: finder(baseline?.modelId),
      baseline_uuid: finder(baseline?.modelUuid || undefined),
      unread: recorded.unread ? 1 : 0,
      read_after: recorded.unread ? recorded.unread.after : 0,
      read_error: recorded.readError ?? null,
      seen_hash: recorded.seenHash,
      confirmed_at: recorded.confirmedAt,
      ...answerColumns(registration),
    },
    tags: modelVersion?.tags ?? {},
    improvements:
      contributor && contributorId !== null && isContribution
        ? registration.improvements.map((improvement) => ({
            contributor_kind: contributor.kind,
            contributor_id: contributorId,
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

/** Gives a text to find a version by; null for one that is too long for it. */
function finder(text: string | undefined): string | null {
  return text === undefined || [...text].length > LONGEST_FINDER ? null : text;
}
