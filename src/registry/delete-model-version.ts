import type { DeleteModelVersionRequest } from "#gen/modelwire/registry/v1/changes_pb.js";
import type { Change } from "../catalog/announce.ts";
import type { ModelLock } from "../catalog/lock.ts";
import type { VersionName } from "../catalog/look-up.ts";
import { refreshModel } from "../catalog/refresh-model.ts";
import { refreshVersion } from "../catalog/refresh-version.ts";
import { findDeletionTime } from "../store/catalog-versions.ts";
import {
  changeModel,
  checkEtag,
  originBy,
  readVersion,
  tellMlflow,
  tokenOf,
  versionNotFound,
} from "./change.ts";
import { findSoleTarget } from "./change-target.ts";
import type { RegistryContext } from "./context.ts";

/**
 * Deletes a version, and before it the aliases that point to it. One that was deleted already is no
 * error, whatever the etag.
 * @returns the token of reads that must have this in them
 * @throws ModelwireError INVALID_FIELD, MODEL_NOT_FOUND where there never was such a version,
 *   ETAG_MISMATCH, MODEL_BUSY; MlflowError
 */
export async function deleteModelVersion(
  context: RegistryContext,
  { ref, etag }: DeleteModelVersionRequest,
  signal: AbortSignal,
): Promise<string> {
  const target = await findSoleTarget(context, ref);
  return changeModel(context, target.name, signal, async (lock) => {
    const row = await refreshVersion(context, lock, target.version);
    if (row) {
      checkEtag(etag, readVersion(row).summary.etag);
      await deleteAliases(context, lock, target);
      await deleteVersion(context, lock, target);
    } else {
      const { name, version } = target;
      const deletedAt = await findDeletionTime(context.store.db, name, Number(version));
      if (deletedAt === undefined) throw await versionNotFound(context, target);
    }
    return tokenOf(context, target.name);
  });
}

/** Deletes the aliases of a version, which MLflow 3.4 would leave pointing to nothing. */
async function deleteAliases(
  context: RegistryContext,
  lock: ModelLock,
  { name, version }: VersionName,
): Promise<void> {
  const { registeredModels } = context.mlflow;
  const aliasesIn = (model: Awaited<ReturnType<typeof refreshModel>>) =>
    Object.entries(model?.aliases ?? {}).flatMap(([alias, to]) => (to === version ? [alias] : []));
  const aliases = aliasesIn(await refreshModel(context, lock));
  if (aliases.length === 0) return;
  const isAskedFor = ({ aliasChanged }: Change) =>
    aliasChanged?.previousVersion === version && aliasChanged.version === undefined;
  await tellMlflow(context, lock, {
    calls: aliases.map((alias) => () => registeredModels.deleteAlias(name, alias)),
    look: () => refreshModel(context, lock, originBy(context, isAskedFor)),
    isMade: (model) => aliasesIn(model).length === 0,
  });
}

async function deleteVersion(
  context: RegistryContext,
  lock: ModelLock,
  { name, version }: VersionName,
): Promise<void> {
  const isAskedFor = ({ versionDeleted }: Change) => versionDeleted?.version === version;
  await tellMlflow(context, lock, {
    calls: [() => context.mlflow.modelVersions.delete(name, version)],
    look: () => refreshVersion(context, lock, version, originBy(context, isAskedFor)),
    isMade: (row) => row === undefined,
  });
}
