import { createHash } from "node:crypto";
import { create } from "@bufbuild/protobuf";
import { timestampMs } from "@bufbuild/protobuf/wkt";
import type { ModelVersion } from "#gen/modelwire/registry/v1/model_version_pb.js";
import {
  type VersionSummary,
  VersionSummarySchema,
} from "#gen/modelwire/registry/v1/registered_model_pb.js";
import type { Registration } from "#gen/modelwire/registry/v1/registration_pb.js";
import { canonicalJson } from "../package/canonical-json.ts";

/** Summarises a registration for lists. */
export function summaryOf(
  registration: Registration,
  modelUuid: string | undefined,
): VersionSummary {
  const { modelVersion, baseline, contributor } = registration;
  const { modelType, isBaseline, registrationId } = registration;
  return create(VersionSummarySchema, {
    improvements: registration.improvements,
    etag: modelVersion ? etagOf(modelVersion) : "",
    ...(modelVersion && { modelVersion }),
    ...(modelUuid !== undefined && { modelUuid }),
    ...(modelType !== undefined && { modelType }),
    ...(isBaseline !== undefined && { isBaseline }),
    ...(baseline && { baseline }),
    ...(contributor && { contributor }),
    ...(registrationId !== undefined && { registrationId }),
  });
}

/**
 * Computes the etag of a version: from all of it that can be changed, and from what tells it apart
 * from one that had its name before, so that it is the same whoever computes it and whenever. The
 * catalog keeps it beside each registration: to compute it otherwise takes a migration.
 */
export function etagOf(version: ModelVersion): string {
  const { name, version: number, description, currentStage, tags, creationTime } = version;
  const state = canonicalJson({
    name,
    version: number,
    created_at: creationTime ? timestampMs(creationTime) : null,
    description: description ?? null,
    stage: currentStage,
    tags,
    aliases: version.aliases.toSorted(),
  });
  return createHash("sha256").update(state).digest("hex").slice(0, 32);
}
