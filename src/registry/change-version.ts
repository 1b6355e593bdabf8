import type { SetTagsRequest } from "#gen/modelwire/registry/v1/changes_pb.js";
import type { ModelVersion } from "#gen/modelwire/registry/v1/model_version_pb.js";
import type { VersionSummary } from "#gen/modelwire/registry/v1/registered_model_pb.js";
import type { Change } from "../catalog/announce.ts";
import {
  changeModel,
  checkEtag,
  originBy,
  orNotFound,
  seeVersion,
  tellMlflow,
  tokenOf,
} from "./change.ts";
import { findTarget } from "./change-target.ts";
import type { RegistryContext } from "./context.ts";

/** A change of what a version says of itself. */
export interface VersionChange {
  /** Whether a version is as it is to be. */
  isMade(version: ModelVersion): boolean;
  /** What MLflow is to be told. */
  calls(version: ModelVersion): (() => Promise<void>)[];
  /** Whether an event tells of this change, or a part of it, and of nothing else. */
  isAskedFor(change: Change): boolean;
}

/** What a caller is told of a version that was changed. */
export interface ChangeAnswer {
  version: VersionSummary;
  consistencyToken: string;
}

/**
 * Changes a version, unless it is as it is to be already: then nothing is done, whatever the etag,
 * so that a repeat of what was done succeeds.
 * @throws ModelwireError INVALID_FIELD, MODEL_NOT_FOUND, ETAG_MISMATCH, MODEL_BUSY; MlflowError
 */
export async function changeVersion(
  context: RegistryContext,
  { ref, etag }: Pick<SetTagsRequest, "ref" | "etag">,
  signal: AbortSignal,
  { isMade, calls, isAskedFor }: VersionChange,
): Promise<ChangeAnswer> {
  const { name, version } = await findTarget(context, ref);
  return changeModel(context, name, signal, async (lock) => {
    let seen = await seeVersion(context, lock, version);
    if (!isMade(seen.modelVersion)) {
      checkEtag(etag, seen.summary.etag);
      seen = await tellMlflow(context, lock, {
        calls: calls(seen.modelVersion),
        look: () => seeVersion(context, lock, version, originBy(context, isAskedFor)),
        isMade: (now) => isMade(now.modelVersion),
      }).catch((error) => orNotFound(context, { name, version }, error));
    }
    return { version: seen.summary, consistencyToken: await tokenOf(context, name) };
  });
}
